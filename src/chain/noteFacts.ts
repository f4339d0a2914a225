import { calendarFor } from "../calendar/calendars.ts";
import { rational } from "../math/rational.ts";
import type { Debt } from "../model/state.ts";
import type { Entry, NoteFacts, StockFacts } from "../records/noteFacts.ts";
import { debtAfter, debtAtMaking } from "../records/postings.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import type { Terms } from "../terms/terms.ts";
import type { FoldedNote } from "./foldEvents.ts";
import { entriesOf } from "./noteEntries.ts";
import type { NoteEvent, NoteHistory } from "./noteHistory.ts";
import { factsOf } from "./noteOnDay.ts";
import { endingWord } from "./ordinals.ts";
import { addressOrNull, dayOrNull, hashOrNull, termsFromChain } from "./termsFromChain.ts";
import { termSheetHash } from "../terms/termSheetHash.ts";

/** What a note's history does not tell. */
export interface Surroundings {
  readonly chainId: bigint;
  /** Address of `PromissoryNotes`. */
  readonly contract: string;
  /** Of the calendar that the terms name: an IANA name. */
  readonly zone: string;
  readonly currency: { readonly symbol: string; readonly decimals: number };
  /** Null without a right of conversion. */
  readonly stock: Omit<StockFacts, "splitAtMaking" | "distributionAtMaking"> | null;
  /** Seconds since 1970-01-01T00:00:00Z, of the last block read. */
  readonly timestamp: number;
  /** The note's term sheet, for the names in it; null if it is not at hand. */
  readonly sheet: TermSheet | null;
}

/** A term sheet that is not the note's. */
export class OtherTermSheetError extends Error {
  override readonly name = "OtherTermSheetError";
}

/**
 * The plain facts that records are drawn from.
 *
 * @throws OtherTermSheetError if the sheet's hash is not the one the note keeps.
 * @example ledgerOf(noteFactsOf(await readHistory(notes, 1n, options), surroundings))
 */
export function noteFactsOf(history: NoteHistory, surroundings: Surroundings): NoteFacts {
  const { note, events, id, throughBlock } = history;
  const { chainId, contract, timestamp, sheet } = surroundings;
  const kept = note.terms.termSheet;
  if (sheet !== null && termSheetHash(sheet) !== kept) {
    throw new OtherTermSheetError(
      `is not the term sheet of note ${id}: its hash is ${termSheetHash(sheet)}, not ${kept}`,
    );
  }
  const lender = firstHolder(events);
  const terms = termsFrom(note, lender, id, surroundings);
  const entries = entriesOf(events, terms, note.making.replaces);
  const standing = standingOf(history, terms, entries);
  const { splitNumerator, splitDenominator, distributionNumerator, distributionDenominator } = note.making;
  return {
    chainId,
    contract,
    id,
    through: { blockNumber: throughBlock, timestamp, day: terms.calendar.dateOf(timestamp) },
    terms,
    entries,
    termSheetHash: hashOrNull(kept),
    documentHash: hashOrNull(note.terms.document),
    maker: note.terms.borrower,
    attestor: addressOrNull(note.terms.attestor),
    currencyAddress: note.terms.currency,
    names: namesOf(note, lender, sheet),
    standing,
    stock: surroundings.stock && {
      ...surroundings.stock,
      splitAtMaking: rational(splitNumerator, splitDenominator),
      distributionAtMaking: rational(distributionNumerator, distributionDenominator),
    },
  };
}

function firstHolder(events: readonly NoteEvent[]): string {
  return events.find(({ name }) => name === "NoteMade")?.args["lender"] as string;
}

function namesOf({ terms }: FoldedNote, lender: string, sheet: TermSheet | null): ReadonlyMap<string, string> {
  if (sheet === null) return new Map();
  const names: [string, string][] = [
    [terms.borrower, sheet.borrower.name],
    [lender, sheet.lender.name],
  ];
  if (sheet.attestor !== undefined) names.push([terms.attestor, sheet.attestor.name]);
  return new Map(names.map(([address, name]) => [address.toLowerCase(), name]));
}

/** The terms the chain keeps, in the form a term sheet comes to; what only a sheet says, in its words or by address. */
function termsFrom(
  { terms, making }: FoldedNote,
  lender: string,
  id: bigint,
  { zone, currency, stock, sheet }: Surroundings,
): Terms {
  const calendar = calendarFor(zone);
  const { conversion, ...kept } = termsFromChain(terms, making, calendar);
  return {
    ...kept,
    title: sheet?.title ?? `Note ${id}`,
    borrower: sheet?.borrower ?? { name: terms.borrower },
    lender: sheet?.lender ?? { name: lender },
    currency: currency.symbol,
    decimals: currency.decimals,
    calendar,
    conversion:
      conversion === null || stock === null
        ? null
        : { ...conversion, stock: { name: stock.name, symbol: stock.symbol, authorized: stock.authorized } },
  };
}

function standingOf({ events, note }: NoteHistory, terms: Terms, entries: readonly Entry[]): NoteFacts["standing"] {
  const { record } = note;
  const how = endingWord(record.ending);
  let debt: Debt = debtAtMaking(terms);
  let holder = firstHolder(events);
  for (const entry of entries) {
    debt = debtAfter(entry, terms, debt);
    if (entry.kind === "transfer") holder = entry.to;
  }
  return {
    debt,
    holder,
    obligor: record.obligor,
    ended: how === null ? null : { how, on: Number(record.endedOn) },
    prepaymentUntil: dayOrNull(record.prepaymentUntil),
    called: record.calledOn === 0n ? null : { on: Number(record.calledOn), through: Number(record.calledThrough) },
    consent: record.consentUntil === 0n ? null : { to: record.consentTo, until: Number(record.consentUntil) },
    facts: factsOf(note),
    isDeclaredLost: isDeclaredLost(events),
    held: heldOf(events),
  };
}

function isDeclaredLost(events: readonly NoteEvent[]): boolean {
  const told = new Set(["NoteDeclaredLost", "RecoveryObjected", "NoteRecovered"]);
  return events.findLast(({ name }) => told.has(name))?.name === "NoteDeclaredLost";
}

/** Money kept for each holder and not withdrawn, by whose it is now: after a recovery, the new address's. */
function heldOf(events: readonly NoteEvent[]): NoteFacts["standing"]["held"] {
  const amounts = new Map<string, bigint>();
  const movedTo = new Map<string, string>();
  for (const { name, args } of events) {
    const add = (amount: bigint): void => {
      const holder = args["holder"] as string;
      amounts.set(holder, (amounts.get(holder) ?? 0n) + amount);
    };
    if (name === "PaymentHeld") add(args["amount"] as bigint);
    else if (name === "HeldPaymentWithdrawn") amounts.delete(args["holder"] as string);
    else if (name === "NoteRecovered") movedTo.set(args["from"] as string, args["to"] as string);
  }
  return [...amounts].map(([holder, amount]) => {
    let owner = holder;
    for (let next = movedTo.get(owner); next !== undefined; next = movedTo.get(owner)) owner = next;
    return { owner, amount };
  });
}
