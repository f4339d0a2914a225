import { formatPrice } from "../../math/decimal.ts";
import type { Rational } from "../../math/rational.ts";
import type { TermSheet } from "../../terms/termSheet.ts";
import { termSheetHash } from "../../terms/termSheetHash.ts";
import { termsOf } from "../../terms/terms.ts";
import type { Terms } from "../../terms/terms.ts";
import { moneyInProse } from "../../wording/money.ts";
import { counted, grouped } from "../../wording/numbers.ts";

/** What clauses are written from. */
export interface NoteText {
  readonly sheet: TermSheet;
  readonly terms: Terms;
  readonly hash: string;
  /** The attestor's name; null if there is none. */
  readonly attestor: string | null;
  /** Money with its currency, "USD 203,323.70". */
  readonly money: (units: bigint) => string;
  /** A price per share with its currency. */
  readonly price: (price: Rational) => string;
}

/** What the clauses of the note a term sheet states are written from. */
export function noteText(sheet: TermSheet): NoteText {
  const terms = termsOf(sheet);
  const { currency, decimals } = terms;
  return {
    sheet,
    terms,
    hash: termSheetHash(sheet),
    attestor: sheet.attestor?.name ?? null,
    money: (units) => moneyInProse(units, { decimals, symbol: currency }),
    price: (price) => `${currency} ${grouped(formatPrice(price, decimals))}`,
  };
}

/** Days counted, "10 days". */
export function daysOf(count: number): string {
  return counted(grouped(String(count)), "day");
}

/** The last of a number of days after a day, "the end of the 10th day after it". */
export function endOfPeriod(count: number, event: string): string {
  return count === 0 ? `the end of the day of ${event}` : `the end of the ${ordinal(count)} day after ${event}`;
}

function ordinal(count: number): string {
  const [tens, ones] = [Math.floor((count % 100) / 10), count % 10];
  const ending = tens === 1 ? "th" : (["th", "st", "nd", "rd"][ones] ?? "th");
  return `${grouped(String(count))}${ending}`;
}
