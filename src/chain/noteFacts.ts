import { ZeroAddress, ZeroHash } from "ethers";

import { calendarFor } from "../calendar/calendars.ts";
import { DAY_COUNT_CONVENTIONS } from "../math/dayCount.ts";
import { rational } from "../math/rational.ts";
import type { Debt, Ending } from "../model/state.ts";
import type { Entry, NoteFacts, StockFacts } from "../records/noteFacts.ts";
import { debtAfter, debtAtMaking } from "../records/postings.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import type { Terms } from "../terms/terms.ts";
import type { FoldedNote } from "./foldEvents.ts";
import { entriesOf, factsOf } from "./noteEntries.ts";
import type { NoteEvent, NoteHistory } from "./noteHistory.ts";
import { termSheetHash } from "../terms/termSheetHash.ts";

const ENDINGS: readonly (Ending | null)[] = [null, "paid", "converted", "replaced", "released"];

/** Scale of the rates on chain. */
const UNIT_RATE = 10n ** 8n;

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
    termSheetHash: orNull(kept, ZeroHash),
    documentHash: orNull(note.terms.document, ZeroHash),
    maker: note.terms.borrower,
    attestor: orNull(note.terms.attestor, ZeroAddress),
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
  { terms: kept, making }: FoldedNote,
  lender: string,
  id: bigint,
  { zone, currency, stock, sheet }: Surroundings,
): Terms {
  const day = (days: bigint): number => Number(days);
  const convention = DAY_COUNT_CONVENTIONS[Number(kept.dayCount)];
  if (convention === undefined) throw new RangeError(`${kept.dayCount} is the number of no day-count convention`);
  return {
    title: sheet?.title ?? `Note ${id}`,
    borrower: sheet?.borrower ?? { name: kept.borrower },
    lender: sheet?.lender ?? { name: lender },
    dated: day(kept.dated),
    maturity: day(kept.maturity),
    lastDayToPay: day(making.lastDayToPay),
    principal: kept.principal,
    currency: currency.symbol,
    decimals: currency.decimals,
    rate: rational(kept.rate, UNIT_RATE),
    rateScaled: kept.rate,
    dayCount: convention,
    overdue:
      kept.overdueRate === 0n
        ? null
        : {
            rate: rational(kept.overdueRate, UNIT_RATE),
            rateScaled: kept.overdueRate,
            base: kept.overdueBase === 1n ? "sumDue" : "principal",
          },
    prepaymentAllowed: kept.prepaymentAllowed,
    calendar: calendarFor(zone),
    extendDeadlines: kept.extendDeadlines,
    graceDays: day(kept.graceDays),
    dismissalDays: day(kept.dismissalDays),
    judgmentDays: day(kept.judgmentDays),
    conversion:
      stock === null
        ? null
        : {
            after: day(kept.convertibleAfter),
            until: kept.convertibleUntil === 0n ? null : day(kept.convertibleUntil),
            price: rational(kept.priceNumerator, kept.priceDenominator),
            stock: { name: stock.name, symbol: stock.symbol, authorized: stock.authorized },
          },
    affiliatesFree: kept.affiliatesFree,
    predecessor:
      kept.predecessorDated === 0n ? null : { dated: day(kept.predecessorDated), principal: kept.predecessorPrincipal },
  };
}

function standingOf({ events, note }: NoteHistory, terms: Terms, entries: readonly Entry[]): NoteFacts["standing"] {
  const { record } = note;
  const how = ENDINGS[Number(record.ending)] ?? null;
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
    prepaymentUntil: record.prepaymentUntil === 0n ? null : Number(record.prepaymentUntil),
    called: record.calledOn === 0n ? null : { on: Number(record.calledOn), through: Number(record.calledThrough) },
    consent: record.consentUntil === 0n ? null : { to: record.consentTo, until: Number(record.consentUntil) },
    facts: factsOf(events),
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

function orNull(value: string, none: string): string | null {
  return value === none ? null : value;
}
