import { civil, dayOfCivil, daysInMonth, isLeapYear } from "./civilDate.ts";
import type { Day } from "./civilDate.ts";
import type { Rational } from "./rational.ts";

/** The day-count conventions, in the order the contracts number them. */
export const DAY_COUNT_CONVENTIONS = [
  "ACT_365F",
  "ACT_360",
  "ACT_ACT_ISDA",
  "THIRTY_360_BB",
  "THIRTY_E_360",
  "THIRTY_E_360_ISDA",
  "NL_365",
] as const;

/** A convention of the 2006 ISDA Definitions, section 4.16, or the no-leap convention. */
export type DayCountConvention = (typeof DAY_COUNT_CONVENTIONS)[number];

/**
 * What every year fraction of a convention is counted in, so that fractions of one convention add by their numerators.
 * 133590 is 365 · 366, the least that holds both kinds of year.
 */
export function denominatorOf(convention: DayCountConvention): bigint {
  switch (convention) {
    case "ACT_365F":
    case "NL_365":
      return 365n;
    case "ACT_ACT_ISDA":
      return 133590n;
    case "ACT_360":
    case "THIRTY_360_BB":
    case "THIRTY_E_360":
    case "THIRTY_E_360_ISDA":
      return 360n;
  }
}

/**
 * The year fraction from start (counted) to end (not counted), over {@link denominatorOf}: not in lowest terms. Zero
 * when end is not after start.
 *
 * @param maturity The day the note falls due: only THIRTY_E_360_ISDA looks at it, and only when `end` is that day.
 * @example yearFraction("ACT_365F", dayOf("2003-12-31"), dayOf("2007-01-01"), maturity) // 1097 / 365
 */
export function yearFraction(convention: DayCountConvention, start: Day, end: Day, maturity: Day): Rational {
  return {
    numerator: yearFractionNumerator(convention, start, end, maturity),
    denominator: denominatorOf(convention),
  };
}

/** The numerator of {@link yearFraction}. */
export function yearFractionNumerator(convention: DayCountConvention, start: Day, end: Day, maturity: Day): bigint {
  if (end <= start) return 0n;
  return BigInt(wholeNumerator(convention, start, end, maturity));
}

function wholeNumerator(convention: DayCountConvention, start: Day, end: Day, maturity: Day): number {
  const days = end - start;
  switch (convention) {
    case "ACT_365F":
    case "ACT_360":
      return days;
    case "ACT_ACT_ISDA": {
      const leap = daysInLeapYears(end) - daysInLeapYears(start);
      return 366 * (days - leap) + 365 * leap;
    }
    case "THIRTY_360_BB": {
      const firstDay = Math.min(civil(start).day, 30);
      const lastDay = civil(end).day;
      return thirtyDayMonths(start, end, firstDay, firstDay === 30 ? Math.min(lastDay, 30) : lastDay);
    }
    case "THIRTY_E_360":
      return thirtyDayMonths(start, end, Math.min(civil(start).day, 30), Math.min(civil(end).day, 30));
    case "THIRTY_E_360_ISDA": {
      const maturesInFebruary = end === maturity && civil(end).month === 2;
      const firstDay = isLastOfMonth(start) ? 30 : civil(start).day;
      const lastDay = isLastOfMonth(end) && !maturesInFebruary ? 30 : civil(end).day;
      return thirtyDayMonths(start, end, firstDay, lastDay);
    }
    case "NL_365":
      return days - (leapDaysThrough(end) - leapDaysThrough(start));
  }
}

/** 360ΔY + 30ΔM + ΔD, with the days of the month as the convention reads them. */
function thirtyDayMonths(start: Day, end: Day, firstDay: number, lastDay: number): number {
  const [from, to] = [civil(start), civil(end)];
  return 360 * (to.year - from.year) + 30 * (to.month - from.month) + (lastDay - firstDay);
}

function isLastOfMonth(day: Day): boolean {
  const { year, month, day: dayOfMonth } = civil(day);
  return dayOfMonth === daysInMonth(year, month);
}

/** How many days before `day`, counted from a fixed day long ago, fall in leap years. */
function daysInLeapYears(day: Day): number {
  const { year } = civil(day);
  const ofThisYear = isLeapYear(year) ? day - dayOfCivil(year, 1, 1) : 0;
  return 366 * leapYearsBefore(year) + ofThisYear;
}

/** How many February 29 fall on or before `day`, counted from a fixed day long ago. */
function leapDaysThrough(day: Day): number {
  const { year } = civil(day);
  const ofThisYear = isLeapYear(year) && day >= dayOfCivil(year, 2, 29) ? 1 : 0;
  return leapYearsBefore(year) + ofThisYear;
}

function leapYearsBefore(year: number): number {
  const before = year - 1;
  return Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
}
