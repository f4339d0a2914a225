import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import type { SimulatedChain } from "../src/simulator/simulatedChain.ts";

/** Opens a chain in this process that has not come further than the first second of 1970 that the network can start at. */
export async function openPastChain({ network }: HardhatRuntimeEnvironment): Promise<SimulatedChain> {
  const { ethers } = await network.create({ network: "past", override: { initialDate: "1970-01-01T00:00:01Z" } });
  return ethers.provider;
}
