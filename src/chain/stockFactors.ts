import type { Provider } from "ethers";
import { Interface } from "ethers";

import { commonStockAbi } from "../abi/CommonStock.ts";
import { divide, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { NoteHistory } from "./noteHistory.ts";
import type { NoteStock } from "./noteOnChain.ts";
import { readLogs, readTimestamps } from "./readLogs.ts";
import { sameAddress } from "../terms/sameAddress.ts";

/** By what a stock's factors have changed since a note was made. */
export interface FactorsSince {
  readonly split: Rational;
  readonly distribution: Rational;
}

const stockInterface = new Interface(commonStockAbi);

/**
 * How the stock's factors stood at a moment gone by, from its log since the note was made.
 *
 * @param before Seconds since 1970-01-01T00:00:00Z.
 * @returns null if the stock has been replaced by a successor: the factors of one are no continuation of the other's.
 */
export async function factorsBefore(
  provider: Provider,
  stock: NoteStock,
  history: NoteHistory,
  before: number,
): Promise<FactorsSince | null> {
  if (!sameAddress(stock.convertsInto, stock.address)) return null;
  const topics = [["Split", "Distribution"].map((name) => stockInterface.getEvent(name)?.topicHash ?? "")];
  const fromBlock = history.events[0]?.blockNumber ?? 0;
  const logs = await readLogs(provider, [{ address: stock.address, topics }], {
    fromBlock,
    toBlock: history.throughBlock,
  });
  const timestamps = await readTimestamps(provider, logs);

  const { making } = history.note;
  const made = {
    Split: rational(making.splitNumerator, making.splitDenominator),
    Distribution: rational(making.distributionNumerator, making.distributionDenominator),
  };
  const latest = { ...made };
  for (const log of logs) {
    if ((timestamps.get(log.blockNumber) ?? 0) >= before) break;
    const told = stockInterface.parseLog(log);
    if (told === null) continue;
    const { factorNumerator, factorDenominator } = told.args.toObject() as Record<string, bigint>;
    latest[told.name as keyof typeof latest] = rational(factorNumerator ?? 1n, factorDenominator);
  }
  return { split: divide(latest.Split, made.Split), distribution: divide(latest.Distribution, made.Distribution) };
}
