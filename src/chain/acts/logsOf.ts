import { readLogs } from "../readLogs.ts";
import type { ActChain } from "./act.ts";

/** Logs of a contract since the notes were deployed. */
export async function logsOf(chain: ActChain, address: string, topics: readonly (string | readonly string[] | null)[]) {
  const { provider, record } = chain;
  const toBlock = await provider.getBlockNumber();
  return await readLogs(provider, [{ address, topics }], { fromBlock: record.startBlock, toBlock });
}
