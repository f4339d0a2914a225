import type { Provider } from "ethers";

import type { PromissoryNotes } from "../../typechain-types/PromissoryNotes.ts";
import type { Zone } from "../calendar/calendars.ts";
import { calendarFor, ZONES } from "../calendar/calendars.ts";
import type { NoteFacts } from "../records/noteFacts.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import type { DeploymentRecord } from "./parseDeploymentRecord.ts";
import { currencyDifference, lenderDifference } from "./noteDifference.ts";
import { noteFactsOf, OtherTermSheetError } from "./noteFacts.ts";
import { readHistory } from "./noteHistory.ts";
import type { HistoryOptions, NoteEvent, NoteHistory } from "./noteHistory.ts";
import type { NoteCurrency } from "./noteOnChain.ts";
import { readBlock, readCurrency, zoneOf } from "./readNote.ts";
import { readStockHistory } from "./stockHistory.ts";
import type { UnpackedTerms } from "./termsCodec.ts";
import { termsDifference } from "./termsDifference.ts";
import { addressOrNull } from "./termsFromChain.ts";

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

/** A note whose days no calendar that is known here tells. */
export class UnknownCalendarError extends Error {
  override readonly name = "UnknownCalendarError";
}

/**
 * Reads from the chain everything that the records of a note are drawn from, as of its latest block.
 *
 * @throws NoSuchNoteError if there is no such note, OtherTermSheetError if the sheet is not the note's, or is by its hash alone, UnknownCalendarError if its calendar is
 * none that is known here.
 * @example const facts = await readNoteFacts({ provider, chainId, record, notes, id: 1n }, { sheet });
 */
export async function readNoteFacts(place: NotePlace, options: ReadingOptions = {}): Promise<NoteFacts> {
  const { provider, chainId, record, notes, id } = place;
  const { sheet = null, ...reading } = options;
  const history = await readHistory(notes, id, { fromBlock: record.startBlock, ...reading });
  const { terms } = history.note;
  const block = await readBlock(provider, history.throughBlock);
  const at = { blockTag: block.number };
  const zone = await zoneOf(provider, terms.calendar, terms.dated, at);
  if (zone === null) {
    throw new UnknownCalendarError(
      `the note's calendar, ${terms.calendar}, counts days by none of ${ZONES.join(", ")}`,
    );
  }
  const currency = await readCurrency(provider, terms.currency, at);
  const facts = noteFactsOf(history, {
    chainId,
    contract: record.contracts.PromissoryNotes,
    zone,
    currency,
    stock: addressOrNull(terms.stock) === null ? null : await readItsStock(place, history, zone),
    timestamp: block.timestamp,
    sheet,
  });
  if (sheet !== null) requireItsSheet(place, terms, currency, makingOf(history).args["lender"] as string, sheet);
  return facts;
}

/** The hash is whatever the maker of the note has put there: the names of another's sheet would lead money astray. */
function requireItsSheet(
  { id, record }: NotePlace,
  terms: UnpackedTerms,
  currency: NoteCurrency,
  lender: string,
  sheet: TermSheet,
): void {
  const differs =
    termsDifference(terms, sheet, record.contracts) ??
    currencyDifference(currency, sheet) ??
    lenderDifference(lender, sheet);
  if (differs === null) return;
  throw new OtherTermSheetError(
    `is the term sheet of note ${id} by its hash alone: the note is on other terms, ${differs}`,
  );
}

function readItsStock({ provider, record }: NotePlace, history: NoteHistory, zone: Zone) {
  return readStockHistory(provider, history.note.terms.stock, {
    calendar: calendarFor(zone),
    fromBlock: record.startBlock,
    toBlock: history.throughBlock,
    made: makingOf(history),
  });
}

function makingOf({ events }: NoteHistory): NoteEvent {
  const made = events.find(({ name }) => name === "NoteMade");
  if (made === undefined) throw new Error("no log tells of the making of the note");
  return made;
}
