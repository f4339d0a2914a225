import { civil, weekday } from "../../math/civilDate.ts";
import type { Day } from "../../math/civilDate.ts";
import { formatMoney, formatPrice, formatShares } from "../../math/decimal.ts";
import type { Rational } from "../../math/rational.ts";
import type { TermSheet } from "../../terms/termSheet.ts";
import { termSheetHash } from "../../terms/termSheetHash.ts";
import { termsOf } from "../../terms/terms.ts";
import type { Terms } from "../../terms/terms.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

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
    money: (units) => `${currency} ${grouped(formatMoney(units, decimals))}`,
    price: (price) => `${currency} ${grouped(formatPrice(price, decimals))}`,
  };
}

/**
 * A decimal with commas between thousands; a fraction as it is.
 *
 * @example grouped("203323.70") // "203,323.70"
 */
export function grouped(decimal: string): string {
  if (decimal.includes("/")) return decimal;
  const [whole = "", fraction] = decimal.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

/** Whole shares with commas between thousands. */
export function wholeShares(shares: bigint): string {
  return `${grouped(String(shares))} ${shares === 1n ? "share" : "shares"}`;
}

/** Shares in units of 1e-18 of one, with commas between thousands. */
export function sharesOf(amount: bigint): string {
  return grouped(formatShares(amount));
}

/**
 * A day in words.
 *
 * @example dateOf(dayOf("2003-12-31")) // "December 31, 2003"
 */
export function dateOf(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${MONTHS[month - 1] ?? ""} ${dayOfMonth}, ${year}`;
}

/** The same with its day of the week. */
export function fullDateOf(day: Day): string {
  return `${WEEKDAYS[weekday(day)] ?? ""}, ${dateOf(day)}`;
}

/** Days counted, "10 days". */
export function daysOf(count: number): string {
  return `${grouped(String(count))} ${count === 1 ? "day" : "days"}`;
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
