import type { Day } from "../../math/civilDate.ts";
import { yearFraction } from "../../math/dayCount.ts";
import { ceil, divide, floor, multiply, rational } from "../../math/rational.ts";
import { quote } from "../../quote/quote.ts";
import type { Quote } from "../../quote/quote.ts";
import type { Terms } from "../../terms/terms.ts";

/** The days between which a note can be converted; `last` is null if it has no end. */
export interface ConversionWindow {
  readonly first: Day;
  readonly last: Day | null;
}

/** When a note can be converted; null if never. */
export function conversionWindow({ conversion, dated }: Terms): ConversionWindow | null {
  if (conversion === null) return null;
  const first = Math.max(conversion.after + 1, dated);
  return conversion.until !== null && conversion.until < first ? null : { first, last: conversion.until };
}

/** Half the principal converted with its interest, on a day before maturity, nothing having been done before. */
export interface HalfConverted {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly amount: bigint;
  readonly shares: bigint;
  /** What the shares cost. */
  readonly cost: bigint;
  /** What is left over of the amount, and stays owed. */
  readonly leftover: bigint;
  /** What is owed afterwards. */
  readonly owed: bigint;
}

/**
 * amount = q + floor(q · rate · fraction), shares = floor(amount / price), cost = ceil(shares · price)
 *
 * Half of 203,323.70 on 2005-09-02 is 101,661.85 with 13,188.884252: 114,850.734252 buys 2,297,014 shares at 0.05 for
 * 114,850.70. The 0.034252 left over stays owed, with the other half.
 *
 * @returns Null without a right of conversion, or if the day is not before maturity.
 */
export function convertHalf(terms: Terms, on: Day): HalfConverted | null {
  const { conversion, rate, dayCount, dated, maturity } = terms;
  const principal = terms.principal / 2n;
  if (conversion === null || on >= maturity || principal === 0n) return null;
  const fraction = yearFraction(dayCount, dated, on, maturity);
  const interest = floor(multiply(rational(principal), multiply(rate, fraction)));
  const amount = principal + interest;
  const shares = floor(divide(rational(amount), conversion.price));
  const cost = ceil(multiply(rational(shares), conversion.price));
  return { principal, interest, amount, shares, cost, leftover: amount - cost, owed: quote(terms, on).total - cost };
}

/** A day that the schedule works out, and why. */
export interface WorkedDay {
  readonly label: string;
  readonly quote: Quote;
}

/** The days that matter for what is owed, in order. */
export function workedDays(terms: Terms): WorkedDay[] {
  const { maturity, overdue } = terms;
  const window = conversionWindow(terms);
  const days = new Map<Day, string>();
  if (window !== null) days.set(window.first, "First day to convert");
  if (window?.last != null) days.set(window.last, "Last day to convert");
  days.set(maturity, "Maturity");
  if (overdue !== null) days.set(maturity + 10, "10 days after maturity");
  return [...days].sort(([a], [b]) => a - b).map(([day, label]) => ({ label, quote: quote(terms, day) }));
}
