import type { Calendar } from "../calendar/calendar.ts";
import { calendarFor } from "../calendar/calendars.ts";
import { dayOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import type { DayCountConvention } from "../math/dayCount.ts";
import { parseDecimal } from "../math/decimal.ts";
import type { Rational } from "../math/rational.ts";
import { parsePrice, priceInUnits } from "./price.ts";
import { parseRate, scaleRate } from "./rate.ts";
import type { TermSheet } from "./termSheet.ts";

/** What overdue interest runs on: the principal, or the principal and interest as shown. */
export type OverdueBase = "principal" | "sumDue";

/** A party, by name; what it is and where it is found as far as the term sheet says. */
export interface Party {
  readonly name: string;
  readonly kind?: string | undefined;
  readonly address?: string | undefined;
}

/** The right of conversion. */
export interface ConversionTerms {
  /** Last day on which conversion is not yet open. */
  readonly after: Day;
  /** Last day on which it is; null for no end. */
  readonly until: Day | null;
  /** Currency units per whole share, as shares stood when the note was made. */
  readonly price: Rational;
  readonly stock: {
    readonly name: string;
    readonly symbol: string;
    /** In units of 1e-18 of a share. */
    readonly authorized: bigint;
  };
}

/** The exact terms of a note, money in the currency's smallest unit. */
export interface Terms {
  readonly title: string;
  readonly borrower: Party;
  readonly lender: Party;
  readonly dated: Day;
  readonly maturity: Day;
  /** Maturity, rolled to a business day if deadlines are extended. */
  readonly lastDayToPay: Day;
  readonly principal: bigint;
  /** Symbol of the currency. */
  readonly currency: string;
  /** Decimals of the currency. */
  readonly decimals: number;
  /** A year's interest on one: 31/400 for 7.75%. */
  readonly rate: Rational;
  /** The same as the contracts hold it, scaled by 1e8. */
  readonly rateScaled: bigint;
  readonly dayCount: DayCountConvention;
  /** Null if no interest runs after the last day to pay. */
  readonly overdue: { readonly rate: Rational; readonly rateScaled: bigint; readonly base: OverdueBase } | null;
  readonly prepaymentAllowed: boolean;
  readonly calendar: Calendar;
  readonly extendDeadlines: boolean;
  readonly graceDays: number;
  readonly dismissalDays: number;
  readonly judgmentDays: number;
  /** Null without a right of conversion. */
  readonly conversion: ConversionTerms | null;
  /** Whether the lender may transfer to an affiliate without consent. */
  readonly affiliatesFree: boolean;
  /** A note outside the system that this one cancels and replaces; null for none. */
  readonly predecessor: { readonly dated: Day; readonly principal: bigint } | null;
}

/**
 * The exact terms a term sheet states: money in the currency's smallest unit, days since 1970-01-01, rates and prices as fractions.
 *
 * @param sheet Checked, by `parseTermSheet`.
 * @example termsOf(parseTermSheet(JSON.parse(json), "sheet.json")).principal // 203323700000n
 */
export function termsOf(sheet: TermSheet): Terms {
  const { decimals } = sheet.currency;
  const calendar = calendarFor(sheet.calendar.zone);
  const maturity = dayOf(sheet.maturity);
  const rate = parseRate(sheet.interest.rate);
  return {
    title: sheet.title,
    borrower: sheet.borrower,
    lender: sheet.lender,
    dated: dayOf(sheet.dated),
    maturity,
    lastDayToPay: sheet.calendar.extendDeadlines ? calendar.roll(maturity) : maturity,
    principal: parseDecimal(sheet.principal, decimals),
    currency: sheet.currency.symbol,
    decimals,
    rate,
    rateScaled: scaleRate(rate),
    dayCount: sheet.interest.dayCount,
    overdue: overdueOf(sheet.interest.overdue),
    prepaymentAllowed: sheet.prepayment === "allowed",
    calendar,
    extendDeadlines: sheet.calendar.extendDeadlines,
    graceDays: sheet.default.graceDays,
    dismissalDays: sheet.default.dismissalDays,
    judgmentDays: sheet.default.judgmentDays,
    conversion: conversionOf(sheet.conversion, decimals),
    affiliatesFree: sheet.transfer?.affiliatesFree ?? false,
    predecessor: predecessorOf(sheet.replaces, decimals),
  };
}

function overdueOf(overdue: TermSheet["interest"]["overdue"]): Terms["overdue"] {
  if (overdue === undefined) return null;
  const rate = parseRate(overdue.rate);
  return { rate, rateScaled: scaleRate(rate), base: overdue.base };
}

function conversionOf(conversion: TermSheet["conversion"], decimals: number): ConversionTerms | null {
  if (conversion === undefined) return null;
  const { name, symbol, authorized } = conversion.stock;
  return {
    after: dayOf(conversion.after),
    until: conversion.until == null ? null : dayOf(conversion.until),
    price: priceInUnits(parsePrice(conversion.pricePerShare), decimals),
    stock: { name, symbol, authorized: parseDecimal(authorized, 18) },
  };
}

function predecessorOf(replaces: TermSheet["replaces"], decimals: number): Terms["predecessor"] {
  if (replaces === undefined) return null;
  return { dated: dayOf(replaces.dated), principal: parseDecimal(replaces.principal, decimals) };
}
