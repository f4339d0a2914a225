import { DeploymentResultType } from "@nomicfoundation/ignition-core";
import type { DeploymentParameters, IgnitionModule } from "@nomicfoundation/ignition-core";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { ignite } from "./ignite.ts";

/** Milliseconds between two looks at a chain that mines at once. */
const AT_ONCE = 5;

/**
 * Deploys everything on a chain in this process, to find a fault before it costs anything, and what it takes.
 *
 * @returns Gas by contract.
 */
export async function tryOut(
  hre: HardhatRuntimeEnvironment,
  module: IgnitionModule,
  parameters: DeploymentParameters,
  sameAddress: boolean,
): Promise<Map<string, bigint>> {
  const { provider, ethers } = await hre.network.create({ network: "default", chainType: "l1" });
  const accounts = (await provider.request({ method: "eth_accounts" })) as string[];
  const hashes = new Map<string, string>();
  const result = await ignite(hre, {
    provider: ethers.provider,
    rawProvider: provider,
    module,
    parameters,
    sameAddress,
    accounts,
    pace: { blockPollingInterval: AT_ONCE },
    onConfirmed: (id, hash) => hashes.set(id, hash),
  });
  if (result.type !== DeploymentResultType.SUCCESSFUL_DEPLOYMENT) {
    throw new Error(`the contracts cannot be deployed: ${JSON.stringify(result)}`);
  }
  const gas = new Map<string, bigint>();
  for (const [id, hash] of hashes) gas.set(id, (await ethers.provider.getTransactionReceipt(hash))?.gasUsed ?? 0n);
  return gas;
}
