import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { parseEther, toQuantity } from "ethers";
import type { JsonRpcProvider } from "ethers";

/** Who signed the factory's deployment, once and for all chains. */
const SIGNER = "0xeD456e05CaAb11d66C4c797dD6c1D6f9A7F352b5";

/** Puts the CreateX factory on a chain as it came to be on public ones: by a transaction signed long ago, which Ignition ships. */
export async function deployCreateX(provider: JsonRpcProvider): Promise<void> {
  const ignition = dirname(createRequire(import.meta.url).resolve("@nomicfoundation/ignition-core/package.json"));
  const file = join(ignition, "dist/src/internal/execution/strategy/createx-artifact.js");
  const { presignedTx } = (await import(pathToFileURL(file).href)) as { presignedTx: string };
  await provider.send("hardhat_setBalance", [SIGNER, toQuantity(parseEther("1"))]);
  await (await provider.broadcastTransaction(presignedTx)).wait();
}
