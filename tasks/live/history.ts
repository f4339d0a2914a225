import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { calendarFor } from "../../src/calendar/calendars.ts";
import { readHistory } from "../../src/chain/noteHistory.ts";
import { readCurrency, zoneOf } from "../../src/chain/readNote.ts";
import { tellHistory } from "../../src/chain/tellHistory.ts";
import type { ToldEvent } from "../../src/chain/tellHistory.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import { run } from "../command.ts";
import { momentOf } from "../../src/wording/days.ts";
import { openNote } from "./openNote.ts";
import { readingProgress } from "./readingProgress.ts";

interface HistoryArguments {
  readonly id: string;
  readonly deployments: string;
  readonly json: boolean;
}

/** `npx hardhat note history --id N --network X [--json]` */
export default async function historyTask(
  { id: number, deployments, json }: HistoryArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    const { id, notes, record, provider } = await openNote(hre, number, deployments);
    const progress = readingProgress(record.startBlock);
    const history = await readHistory(notes, id, { fromBlock: record.startBlock, onProgress: progress.show });
    progress.clear();
    const { terms } = history.note;
    const at = { blockTag: history.throughBlock };
    const [currency, zone] = await Promise.all([
      readCurrency(provider, terms.currency, at),
      zoneOf(provider, terms.calendar, terms.dated, at),
    ]);
    const calendar = calendarFor(zone ?? "UTC");
    const entries = tellHistory(history, currency.decimals).map((told) =>
      historyEntry(told, isoOf(calendar.dateOf(told.event.timestamp))),
    );
    if (json) return JSON.stringify(entries, null, 2);
    const { historyTable } = await import("./historyTable.ts");
    return historyTable(`Note ${number}, in ${currency.symbol}, days in ${zone ?? "UTC"}`, entries);
  });
}

/** An event as written: its own figures as decimal strings of whole numbers, beside the sentence. */
export type HistoryEntry = ReturnType<typeof historyEntry>;

function historyEntry({ event, by, byAddress, sentence }: ToldEvent, on: string) {
  return {
    on,
    time: momentOf(event.timestamp),
    event: event.name,
    by,
    byAddress,
    sentence,
    figures: plain(event.args.toObject(true)) as Record<string, unknown>,
    block: event.blockNumber,
    transaction: event.transactionHash,
  };
}

/** Whole numbers as text, since JSON's are not exact. */
function plain(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}
