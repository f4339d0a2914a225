import fc from "fast-check";

import { dayOf, dayOfCivil, daysInMonth } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";

/** A period, and the day the note falls due. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
  readonly maturity: Day;
}

/** The first and last day of QuantLib. */
export const QUANTLIB_FIRST = dayOf("1901-01-01");
export const QUANTLIB_LAST = dayOf("2199-12-31");

/** The last on which a period may begin or end: Actual/Actual looks ahead to the next first of January. */
const LAST = dayOf("2198-12-31");

/** Ends and beginnings of months, of years and of centuries, with and without a leap day. */
const EDGES: readonly Day[] = [
  "1970-01-01",
  "1972-02-29",
  "1999-12-31",
  "2000-02-29",
  "2003-12-31",
  "2004-01-01",
  "2004-01-30",
  "2004-01-31",
  "2004-02-27",
  "2004-02-28",
  "2004-02-29",
  "2004-03-01",
  "2005-02-28",
  "2005-03-31",
  "2006-04-30",
  "2006-05-31",
  "2006-12-31",
  "2007-01-01",
  "2007-02-28",
  "2008-02-28",
  "2008-02-29",
  "2096-02-29",
  "2100-02-28",
  "2100-03-01",
  "2198-12-31",
].map(dayOf);

/** Every period between two edges, due at its end and the day after: those of one day and those that end before they begin, too. */
export function edgePeriods(): readonly Period[] {
  return EDGES.flatMap((start) => EDGES.flatMap((end) => [end, end + 1].map((maturity) => ({ start, end, maturity }))));
}

/**
 * Periods drawn at random, none of which ends before it begins.
 *
 * @param first The first day on which one may begin.
 * @param lastStart The last, if it is not the last of all.
 * @example anyPeriods(1, 10_000, dayOf("1970-01-01"))
 */
export function anyPeriods(seed: number, count: number, first: Day, lastStart: Day = LAST): readonly Period[] {
  const endOfMonth = (from: Day, to: Day) =>
    fc
      .tuple(
        fc.integer({ min: yearOf(from), max: yearOf(to) }),
        fc.constantFrom(1, 2, 2, 2, 3, 4, 12),
        fc.nat({ max: 2 }),
      )
      .map(([year, month, before]) => dayOfCivil(year, month, daysInMonth(year, month) - before))
      .filter((day) => day >= from && day <= to);
  const anyDay = (from: Day, to: Day) =>
    to - from > 800
      ? fc.oneof(fc.integer({ min: from, max: to }), endOfMonth(from, to))
      : fc.integer({ min: from, max: to });
  const length = fc.oneof(fc.nat({ max: 40 }), fc.nat({ max: 1_500 }), fc.nat({ max: 11_000 }));
  const anyEnd = (start: Day) =>
    fc.oneof(
      length.map((days) => Math.min(start + days, LAST)),
      anyDay(start, LAST),
    );

  const anyPeriod = anyDay(first, lastStart).chain((start) =>
    anyEnd(start).chain((end) =>
      fc.oneof(fc.constant(end), fc.constant(end), anyDay(start, LAST)).map((maturity) => ({ start, end, maturity })),
    ),
  );
  return fc.sample(anyPeriod, { seed, numRuns: count });
}

function yearOf(day: Day): number {
  return new Date(day * 86_400_000).getUTCFullYear();
}
