import type { Calendar } from "../calendar/calendar.ts";
import { calendarFor, ZONES } from "../calendar/calendars.ts";
import { weekday } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { DAY_COUNT_CONVENTIONS, yearFraction } from "../math/dayCount.ts";
import type { DayCountConvention } from "../math/dayCount.ts";
import { ceil, floor, multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { Draft } from "./draft.ts";

const MOST_DECIMALS = 18;

/** The days that payment and default turn on. */
export interface Deadlines {
  readonly calendar: Calendar;
  readonly extended: boolean;
  readonly maturity: Day;
  /** Maturity, rolled to a business day if deadlines are extended. */
  readonly lastDayToPay: Day;
}

/** The deadlines of a draft; null as long as calendar or maturity cannot be read. */
export function deadlinesOf(draft: Draft): Deadlines | null {
  const maturity = draft.day("maturity");
  const zone = ZONES.find((known) => known === draft.at("calendar.zone"));
  const extended = draft.at("calendar.extendDeadlines");
  if (maturity === null || zone === undefined || typeof extended !== "boolean") return null;
  const calendar = calendarFor(zone);
  return { calendar, extended, maturity, lastDayToPay: extended ? calendar.roll(maturity) : maturity };
}

/** The convention a draft states; null if it states none exactly. */
export function conventionOf(draft: Draft): DayCountConvention | null {
  return DAY_COUNT_CONVENTIONS.find((known) => known === draft.at("interest.dayCount")) ?? null;
}

/** Decimals of the currency; null if they cannot be read. */
export function decimalsOf(draft: Draft): number | null {
  const decimals = draft.count("currency.decimals");
  return decimals === null || decimals > MOST_DECIMALS ? null : decimals;
}

/** The principal in the currency's smallest unit; null if it cannot be read or is no whole number of units. */
export function principalOf(draft: Draft): bigint | null {
  const [principal, decimals] = [draft.money("principal"), decimalsOf(draft)];
  if (principal === null || decimals === null) return null;
  const units = multiply(principal, rational(10n ** BigInt(decimals)));
  return units.denominator === 1n ? units.numerator : null;
}

/** A year's interest on one from dated to maturity by a convention, exact; null if rate or days cannot be read. */
export function interestOnOne(draft: Draft, convention: DayCountConvention): Rational | null {
  const [rate, dated, maturity] = [draft.rate("interest.rate"), draft.day("dated"), draft.day("maturity")];
  if (rate === null || dated === null || maturity === null || maturity <= dated) return null;
  return multiply(rate, yearFraction(convention, dated, maturity, maturity));
}

/**
 * Interest at maturity, in the currency's smallest unit: floor(principal · rate · f(dated, maturity)).
 *
 * 203,323.70 at 7.75% for 1,097 days of 365 is 47,359.103191.
 */
export function interestAtMaturity(draft: Draft, convention: DayCountConvention): bigint | null {
  const [principal, onOne] = [principalOf(draft), interestOnOne(draft, convention)];
  return principal === null || onOne === null ? null : floor(multiply(rational(principal), onOne));
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: Day): boolean {
  return weekday(day) === 0 || weekday(day) === 6;
}

/** A rate as a percentage of two decimals, rounded up: one over a limit is never shown as the limit. "61.85%". */
export function percentUp(rate: Rational): string {
  const hundredths = ceil(multiply(rate, rational(10_000n)));
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}%`;
}
