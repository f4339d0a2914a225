import { civil, daysInMonth, isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import type { Difference } from "./dayCounts.ts";
import { keeps } from "./holidayRules.ts";
import type { HolidayRule } from "./holidayRules.ts";
import type { CalendarName } from "./pairs.ts";

interface Reason {
  readonly why: string;
  readonly source: string;
}

/** Why two ways to count days differ, and where: every condition named must hold. */
export interface DayCountDisagreement extends Reason {
  readonly what: string;
  /** Counters of QuantLib's. */
  readonly counters: readonly string[];
  readonly where: {
    readonly start?: "lastOfFebruary";
    readonly end?: "start" | "beforeStart" | "afterStart";
  };
  /** What we count, where that is always the same. */
  readonly ours?: string;
  /** By how many days theirs may be more than ours. */
  readonly theirsLessOurs?: readonly number[];
}

/** Why a day is a business day by one calendar and none by the other. */
export interface BusinessDayDisagreement extends Reason {
  readonly what: string;
  readonly calendars: readonly CalendarName[];
  /** Whose holiday it is. */
  readonly closed: "ours" | "theirs";
  readonly on: HolidayRule;
}

/** Every disagreement that is known, as `differential/disagreements.json` tells it. */
export interface Disagreements {
  readonly dayCounts: readonly DayCountDisagreement[];
  readonly businessDays: readonly BusinessDayDisagreement[];
}

/** A day that is a business day by one calendar alone. */
export interface DayApart {
  readonly day: Day;
  readonly closed: "ours" | "theirs";
}

/** What was found, sorted by why it is so. */
export interface Explained<Found, Why> {
  readonly by: ReadonlyMap<Why, readonly Found[]>;
  readonly unexplained: readonly Found[];
}

/** Sorts differences between a counter of QuantLib's and ours by what explains them; the first that does is taken. */
export function explainDayCounts(
  known: readonly DayCountDisagreement[],
  counter: string,
  found: readonly Difference[],
): Explained<Difference, DayCountDisagreement> {
  const candidates = known.filter(({ counters }) => counters.includes(counter));
  return sort(candidates, found, explainsDifference);
}

/** Sorts days on which a calendar of QuantLib's differs from ours by what explains them. */
export function explainBusinessDays(
  known: readonly BusinessDayDisagreement[],
  calendar: CalendarName,
  found: readonly DayApart[],
): Explained<DayApart, BusinessDayDisagreement> {
  const candidates = known.filter(({ calendars }) => calendars.includes(calendar));
  return sort(candidates, found, ({ closed, on }, apart) => apart.closed === closed && keeps(on, apart.day));
}

/**
 * What is told of as a disagreement and was met nowhere.
 *
 * @param met For each counter or calendar, what explained anything there.
 * @example outlived([{ what: "a holiday", calendars: ["UnitedStates.NYSE"], … }], new Map()) // ["UnitedStates.NYSE: a holiday"]
 */
export function outlived<Why extends DayCountDisagreement | BusinessDayDisagreement>(
  known: readonly Why[],
  met: ReadonlyMap<string, ReadonlySet<Why>>,
): readonly string[] {
  return known.flatMap((why) =>
    ("counters" in why ? why.counters : why.calendars)
      .filter((name) => met.get(name)?.has(why) !== true)
      .map((name) => `${name}: ${why.what}`),
  );
}

function explainsDifference({ where, ours, theirsLessOurs }: DayCountDisagreement, found: Difference): boolean {
  const { start, end } = found.period;
  if (where.start === "lastOfFebruary" && !isLastOfFebruary(start)) return false;
  if (where.end !== undefined && where.end !== (end < start ? "beforeStart" : end === start ? "start" : "afterStart")) {
    return false;
  }
  if (found.theirs === null) return false;
  if (ours !== undefined && found.ours !== BigInt(ours)) return false;
  return theirsLessOurs === undefined || theirsLessOurs.includes(Number(found.theirs - found.ours));
}

function isLastOfFebruary(day: Day): boolean {
  const { year, month, day: dayOfMonth } = civil(day);
  return month === 2 && dayOfMonth === daysInMonth(year, month);
}

function sort<Found, Why>(
  candidates: readonly Why[],
  found: readonly Found[],
  explains: (why: Why, found: Found) => boolean,
): Explained<Found, Why> {
  const by = new Map<Why, Found[]>();
  const unexplained: Found[] = [];
  for (const each of found) {
    const why = candidates.find((candidate) => explains(candidate, each));
    if (why === undefined) unexplained.push(each);
    else by.set(why, [...(by.get(why) ?? []), each]);
  }
  return { by, unexplained };
}

/** A difference in words. */
export function tellDifference({ period: { start, end, maturity }, ours, theirs }: Difference): string {
  const other = theirs === null ? "days and fraction that do not go together" : String(theirs);
  return `${isoOf(start)} to ${isoOf(end)}, due ${isoOf(maturity)}: ${ours} by us, ${other} by QuantLib`;
}

/** A day on which the calendars differ in words. */
export function tellDay({ day, closed }: DayApart): string {
  return `${isoOf(day)}: ${closed === "ours" ? "no business day by us, one by QuantLib" : "a business day by us, none by QuantLib"}`;
}
