import type { Provider } from "ethers";
import { Contract, ZeroAddress } from "ethers";

import type { PromissoryNotes } from "../../typechain-types/index.ts";
import type { Zone } from "../calendar/calendars.ts";
import { calendarFor } from "../calendar/calendars.ts";
import type { NoteFacts } from "../records/noteFacts.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import type { DeploymentRecord } from "./deploymentRecord.ts";
import { noteFactsOf } from "./noteFacts.ts";
import { readHistory } from "./noteHistory.ts";
import type { HistoryOptions, NoteHistory } from "./noteHistory.ts";
import { readStock } from "./stockHistory.ts";

/** Where a note is. */
export interface NotePlace {
  readonly provider: Provider;
  readonly chainId: bigint;
  readonly record: DeploymentRecord;
  readonly notes: PromissoryNotes;
  readonly id: bigint;
}

/** What else is known, and who wants to know how far the reading has come. */
export interface ReadingOptions extends Pick<HistoryOptions, "onProgress" | "span"> {
  /** The note's term sheet, for the names in it; none unless given. */
  readonly sheet?: TermSheet | null;
}

/** A note whose days no calendar of the deployment tells. */
export class UnknownCalendarError extends Error {
  override readonly name = "UnknownCalendarError";
}

const METADATA = ["function symbol() view returns (string)", "function decimals() view returns (uint8)"];

/**
 * Reads from the chain everything that the records of a note are drawn from, as of its latest block.
 *
 * @throws NoSuchNoteError if there is no such note, OtherTermSheetError if the sheet is not the note's, UnknownCalendarError if its calendar is
 * none of the deployment.
 * @example const facts = await readNoteFacts(await openNote(hre, "1", "deployments"));
 */
export async function readNoteFacts(place: NotePlace, options: ReadingOptions = {}): Promise<NoteFacts> {
  const { provider, chainId, record, notes, id } = place;
  const { sheet = null, ...reading } = options;
  const history = await readHistory(notes, id, { fromBlock: record.startBlock, ...reading });
  const { terms } = history.note;
  const zone = zoneOf(terms.calendar, record);
  const block = await provider.getBlock(history.throughBlock);
  if (block === null) throw new Error(`the node does not have block ${history.throughBlock}`);
  return noteFactsOf(history, {
    chainId,
    contract: record.contracts.PromissoryNotes,
    zone,
    currency: await readCurrency(provider, terms.currency),
    stock: terms.stock === ZeroAddress ? null : await readItsStock(place, history, zone),
    timestamp: block.timestamp,
    sheet,
  });
}

function readItsStock({ provider, record }: NotePlace, { note, events, throughBlock }: NoteHistory, zone: Zone) {
  const made = events.find(({ name }) => name === "NoteMade");
  if (made === undefined) throw new Error("no log tells of the making of the note");
  const calendar = calendarFor(zone);
  return readStock(provider, note.terms.stock, { calendar, fromBlock: record.startBlock, toBlock: throughBlock, made });
}

function zoneOf(calendar: string, { contracts, chainId }: DeploymentRecord): Zone {
  if (isSameAddress(calendar, contracts.NewYorkCalendar)) return "America/New_York";
  if (isSameAddress(calendar, contracts.UTCCalendar)) return "UTC";
  throw new UnknownCalendarError(
    `the note's calendar, ${calendar}, is neither of those deployed on chain ${chainId}: ${contracts.NewYorkCalendar}, ` +
      contracts.UTCCalendar,
  );
}

function isSameAddress(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** A currency that does not say its symbol is called by its address; one that does not say its decimals is counted in its units. */
async function readCurrency(provider: Provider, address: string): Promise<{ symbol: string; decimals: number }> {
  const token = new Contract(address, METADATA, provider);
  const [symbol, decimals] = await Promise.allSettled([
    token.getFunction("symbol").staticCall() as Promise<string>,
    token.getFunction("decimals").staticCall() as Promise<bigint>,
  ]);
  return {
    symbol: symbol.status === "fulfilled" ? symbol.value : address,
    decimals: decimals.status === "fulfilled" ? Number(decimals.value) : 0,
  };
}
