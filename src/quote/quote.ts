import { isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { yearFraction } from "../math/dayCount.ts";
import { ceil, divide, floor, multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { Terms } from "../terms/terms.ts";

/** Where a note with which nothing was done stands on a day. */
export type QuoteStatus = "outstanding" | "due" | "overdue";

/** What is owed on a day, and what may be done about it. Money in the currency's smallest unit. */
export interface Quote {
  readonly on: Day;
  readonly status: QuoteStatus;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  readonly charges: bigint;
  readonly total: bigint;
  readonly dueOn: Day;
  readonly payableThrough: Day;
  readonly payable: boolean;
  readonly convertible: boolean;
  /** Of converting everything; null without a right of conversion. */
  readonly conversion: ConversionQuote | null;
}

/** What all that is owed would buy. */
export interface ConversionQuote {
  /** Currency units per whole share. */
  readonly price: Rational;
  /** Whole shares. */
  readonly shares: bigint;
  /** What would be left over, in currency units. */
  readonly residue: bigint;
}

/**
 * What a note as made comes to on a day, if nothing has been done with it.
 *
 * @param on Civil day of the note's calendar, from `dated` on.
 * @throws RangeError if the day is before the note is dated.
 * @example quote(terms, dayOf("2005-09-02")).interest // 26_377_768_504n for the sample
 */
export function quote(terms: Terms, on: Day): Quote {
  if (on < terms.dated) throw new RangeError(`${isoOf(on)} is before the note is dated, ${isoOf(terms.dated)}`);

  const { principal } = terms;
  const interest = interestOn(terms, on);
  const overdueInterest = overdueInterestOn(terms, on, interest);
  const total = principal + interest + overdueInterest;
  return {
    on,
    status: statusOn(terms, on),
    principal,
    interest,
    overdueInterest,
    charges: 0n,
    total,
    dueOn: terms.maturity,
    payableThrough: terms.lastDayToPay,
    payable: terms.prepaymentAllowed || on >= terms.maturity,
    convertible: isConvertible(terms, on),
    conversion: conversionOf(terms, total),
  };
}

function statusOn({ maturity, lastDayToPay }: Terms, on: Day): QuoteStatus {
  if (on < maturity) return "outstanding";
  return on <= lastDayToPay ? "due" : "overdue";
}

/**
 * floor(principal · rate · f(dated, min(on, maturity)))
 *
 * 203,323.70 at 7.75% from 2003-12-31 to 2005-09-02 is 611 days of 365: 203323.70 · 31/400 · 611/365 = 26377.7685047…,
 * and 26377.768504 at six decimals.
 */
function interestOn({ principal, rate, dayCount, dated, maturity }: Terms, on: Day): bigint {
  const fraction = yearFraction(dayCount, dated, Math.min(on, maturity), maturity);
  return floor(multiply(rational(principal), multiply(rate, fraction)));
}

/**
 * floor(base · overdue rate · f(maturity, on)) once the last day to pay is past, else zero.
 *
 * 250,682.803191 at 9% from 2007-01-01 to 2007-01-11 is ten days of 365: 618.121980.
 */
function overdueInterestOn(terms: Terms, on: Day, interest: bigint): bigint {
  const { principal, overdue, dayCount, maturity, lastDayToPay } = terms;
  if (overdue === null || on <= lastDayToPay) return 0n;
  const base = overdue.base === "principal" ? principal : principal + interest;
  return floor(multiply(rational(base), multiply(overdue.rate, yearFraction(dayCount, maturity, on, maturity))));
}

function isConvertible({ conversion }: Terms, on: Day): boolean {
  if (conversion === null) return false;
  return on > conversion.after && (conversion.until === null || on <= conversion.until);
}

/**
 * shares = floor(total / price), residue = floor(total − shares · price)
 *
 * 229,701.468504 at 0.05 a share buys 4,594,029 shares for 229,701.45 and leaves 0.018504.
 */
function conversionOf({ conversion }: Terms, total: bigint): ConversionQuote | null {
  if (conversion === null) return null;
  const { price } = conversion;
  const shares = floor(divide(rational(total), price));
  return { price, shares, residue: total - ceil(multiply(rational(shares), price)) };
}
