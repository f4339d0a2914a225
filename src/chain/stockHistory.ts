import type { Log, Provider } from "ethers";
import { Interface } from "ethers";

import { commonStockAbi } from "../abi/CommonStock.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { ShareClass, StockEvent, StockFacts } from "../records/noteFacts.ts";
import { connectStock } from "./contracts.ts";
import { occasionOf } from "./noteEntries.ts";
import { readLogs, readTimestamps } from "./readLogs.ts";
import { readStockNames } from "./readStock.ts";

const stockInterface = new Interface(commonStockAbi);
const TOLD = ["Split", "Distribution", "Recapitalized", "AuthorizedChanged"] as const;

/** What part of the chain is read, and where in it the note was made. */
export interface StockHistoryOptions {
  /** Of the note, whose zone the days are in. */
  readonly calendar: Calendar;
  readonly fromBlock: number;
  readonly toBlock: number;
  /** Block and place of the log that tells of the making of the note. */
  readonly made: { readonly blockNumber: number; readonly index: number };
}

type StockHistory = Omit<StockFacts, "splitAtMaking" | "distributionAtMaking">;

/**
 * Reads what became of the shares a note converts into, through every stock that succeeded the one it names: splits, distributions and
 * recapitalizations since the note was made, and the authorized shares as they stood then.
 *
 * @param address Of the stock in the note's terms.
 */
export async function readStockHistory(
  provider: Provider,
  address: string,
  options: StockHistoryOptions,
): Promise<StockHistory> {
  const events: StockEvent[] = [];
  const first = await readLine(provider, address, options, events);
  return { ...first, events };
}

async function readLine(
  provider: Provider,
  address: string,
  options: StockHistoryOptions,
  events: StockEvent[],
): Promise<ShareClass> {
  const { calendar, fromBlock, toBlock, made } = options;
  const at = { blockTag: toBlock };
  const [called, authorizedNow] = await Promise.all([
    readStockNames(provider, address, at),
    connectStock(address, provider).authorizedShares(at),
  ]);
  const topics = TOLD.map((event) => stockInterface.getEvent(event)?.topicHash ?? "");
  const logs = await readLogs(provider, [{ address, topics: [topics] }], { fromBlock, toBlock });
  const timestamps = await readTimestamps(
    provider,
    logs.filter((log) => !isEarlier(log, made)),
  );
  let authorized: bigint | null = null;
  let successor: string | null = null;

  for (const log of logs) {
    const told = stockInterface.parseLog({ topics: [...log.topics], data: log.data });
    if (told === null) continue;
    const isBefore = isEarlier(log, made);
    if (told.name === "AuthorizedChanged") {
      if (isBefore || authorized === null) authorized = told.args["authorizedAfter"] as bigint;
      continue;
    }
    const numerator = told.args["numerator"] as bigint;
    const denominator = told.args["denominator"] as bigint;
    if (told.name === "Recapitalized") successor = told.args["successor"] as string;
    if (isBefore) {
      if (told.name === "Split" && authorized !== null) authorized = (authorized * numerator) / denominator;
      continue;
    }
    const on = occasionOf(log, timestamps.get(log.blockNumber) ?? 0, calendar);
    if (told.name === "Recapitalized") {
      const next = await readLine(provider, told.args["successor"] as string, options, []);
      events.push({ ...on, kind: "recapitalization", numerator, denominator, successor: next });
    } else if (told.name === "Split") {
      events.push({ ...on, kind: "split", numerator, denominator });
    } else {
      const description = told.args["description"] as string;
      events.push({ ...on, kind: "distribution", numerator, denominator, description });
    }
  }
  if (successor !== null) await readLine(provider, successor, options, events);
  return { address, ...called, authorized: authorized ?? authorizedNow };
}

function isEarlier(log: Log, made: StockHistoryOptions["made"]): boolean {
  return log.blockNumber < made.blockNumber || (log.blockNumber === made.blockNumber && log.index < made.index);
}
