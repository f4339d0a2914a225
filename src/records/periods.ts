import { civil, dayOfCivil } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";

/** Calendar periods that records are kept by. */
export const PERIODS = ["month", "quarter", "year"] as const;

/** A calendar period. */
export type Period = (typeof PERIODS)[number];

const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The first day of the period after the one that a day lies in.
 *
 * @example nextPeriod("quarter", dayOf("2003-12-31")) // dayOf("2004-01-01")
 */
export function nextPeriod(period: Period, day: Day): Day {
  const { year, month } = civil(day);
  const length = MONTHS[period];
  const next = month - 1 - ((month - 1) % length) + length;
  return dayOfCivil(year + Math.floor(next / 12), (next % 12) + 1, 1);
}
