import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { isOfTheNode } from "../../src/chain/untold.ts";
import { explainFailure } from "../../src/errors/explainFailure.ts";
import { UsageError } from "../command.ts";

const THIS_MACHINE = /^(localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)(:|$)/;

/** Where a node that does not answer is to be looked for. What a URL has beside host and port may be a key, and is never told. */
export function hostOf(url: string): string {
  const { host, protocol } = new URL(url);
  return /:\d+$/.test(host) ? host : `${host}:${protocol === "http:" ? 80 : 443}`;
}

/**
 * Asks the node of a network for the first time.
 *
 * @throws UsageError saying at which host it was asked and what to do, if it cannot be reached or does not answer as a node does.
 */
export async function reachNode<Answer>(
  hre: HardhatRuntimeEnvironment,
  name: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    const failed = isOfTheNode(error) ? explainFailure(error) : null;
    const network = hre.config.networks[name];
    if (failed === null || network?.type !== "http") throw error;
    const host = hostOf(await network.url.getUrl());
    if (failed.kind !== "unreachable") {
      throw new UsageError(`--network ${name}, at ${host}: ${failed.sentence} ${failed.remedy}`);
    }
    const variable = "name" in network.url ? String(network.url.name) : "LOCALHOST_URL and hardhat.config.ts";
    const remedy = THIS_MACHINE.test(host)
      ? "start one, as with npx hardhat node, or say in LOCALHOST_URL where it listens"
      : `check its address in ${variable}, and the connection`;
    throw new UsageError(`--network ${name}: no node answers at ${host}; ${remedy}`);
  }
}
