import type { Log, Provider } from "ethers";

import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import type { Calendar } from "../calendar/calendar.ts";
import type { ShareClass, StockEvent, StockFacts } from "../records/noteFacts.ts";
import { occasionOf } from "./noteEntries.ts";

const stockInterface = CommonStock__factory.createInterface();
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
export async function readStock(
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
  const stock = CommonStock__factory.connect(address, provider);
  const [name, symbol, authorizedNow] = await Promise.all([stock.name(), stock.symbol(), stock.authorizedShares()]);
  const topics = TOLD.map((event) => stockInterface.getEvent(event).topicHash);
  let authorized: bigint | null = null;
  let successor: string | null = null;

  for (const log of await logsOf(provider, { address, topics: [topics] }, fromBlock, toBlock)) {
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
    const block = await provider.getBlock(log.blockNumber);
    if (block === null) throw new Error(`the node has logs of block ${log.blockNumber}, but not the block`);
    const on = occasionOf(log, block.timestamp, calendar);
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
  return { address, name, symbol, authorized: authorized ?? authorizedNow };
}

/** Logs in the order of the chain, of a span that is halved whenever the node finds it too many. */
async function logsOf(
  provider: Provider,
  filter: { readonly address: string; readonly topics: (string | string[])[] },
  fromBlock: number,
  toBlock: number,
): Promise<readonly Log[]> {
  try {
    return await provider.getLogs({ ...filter, fromBlock, toBlock });
  } catch (error) {
    if (fromBlock >= toBlock) throw error;
    const middle = Math.floor((fromBlock + toBlock) / 2);
    const before = await logsOf(provider, filter, fromBlock, middle);
    return [...before, ...(await logsOf(provider, filter, middle + 1, toBlock))];
  }
}

function isEarlier(log: Log, made: StockHistoryOptions["made"]): boolean {
  return log.blockNumber < made.blockNumber || (log.blockNumber === made.blockNumber && log.index < made.index);
}
