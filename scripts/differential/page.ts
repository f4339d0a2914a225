import { isoOf } from "../../src/math/civilDate.ts";
import type { BusinessDayDisagreement, DayApart, DayCountDisagreement, Explained } from "./explanations.ts";
import type { Difference } from "./dayCounts.ts";

/** What came of one pair of conventions. */
export interface DayCountFinding {
  readonly convention: string;
  readonly counter: string;
  /** Periods compared with the TypeScript, and those of them that the contracts were asked too. */
  readonly periods: number;
  readonly periodsOnChain: number;
  readonly explained: Explained<Difference, DayCountDisagreement>;
}

/** What came of one calendar. */
export interface BusinessDayFinding {
  readonly calendar: string;
  readonly days: number;
  readonly explained: Explained<DayApart, BusinessDayDisagreement>;
}

/** All there is to tell. */
export interface Findings {
  readonly seed: number;
  readonly version: string;
  readonly dayCounts: readonly DayCountFinding[];
  readonly businessDays: readonly BusinessDayFinding[];
  /** Days moved to a business day by all three alike. */
  readonly rolled: { readonly days: number; readonly differing: number };
  /** Accrual periods of ACTUS, and cases they are of. */
  readonly actus: { readonly segments: number; readonly cases: number; readonly differing: number };
}

/**
 * The page that tells what was compared and what differed.
 *
 * @param text What is told before the figures.
 */
export function pageOf(text: string, findings: Findings): string {
  const { seed, version, dayCounts, businessDays, rolled, actus } = findings;
  return [
    text.trim(),
    "",
    `## Figures`,
    "",
    `QuantLib ${version}, seed ${seed}.`,
    "",
    "| ours | QuantLib's | periods | of them on chain | alike | explained | unexplained |",
    "|---|---|---:|---:|---:|---:|---:|",
    ...dayCounts.map(({ convention, counter, periods, periodsOnChain, explained }) => {
      const apart = countOf(explained);
      const unexplained = explained.unexplained.length;
      const alike = figure(periods - apart - unexplained);
      return `| ${convention} | ${counter} | ${figure(periods)} | ${figure(periodsOnChain)} | ${alike} | ${figure(apart)} | ${unexplained} |`;
    }),
    "",
    "| New York calendar against | days | alike | explained | unexplained |",
    "|---|---:|---:|---:|---:|",
    ...businessDays.map(({ calendar, days, explained }) => {
      const apart = countOf(explained);
      const unexplained = explained.unexplained.length;
      return `| ${calendar} | ${figure(days)} | ${figure(days - apart - unexplained)} | ${figure(apart)} | ${unexplained} |`;
    }),
    "",
    `Moved to a business day: ${figure(rolled.days)} days, ${figure(rolled.differing)} differing. ` +
      `Accrual periods of ACTUS: ${actus.segments} of ${actus.cases} cases, ${actus.differing} differing.`,
    "",
    "## Day counts that differ",
    "",
    ...sections(dayCounts.map(({ counter, explained }) => [counter, explained.by] as const)),
    "## Days that differ",
    "",
    "Each by its date in [days.csv](../differential/days.csv).",
    "",
    ...sections(businessDays.map(({ calendar, explained }) => [calendar, explained.by] as const)),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

/** Every day on which the calendars differ, and why: a row each. */
export function daysOf(businessDays: readonly BusinessDayFinding[]): string {
  const rows = businessDays.flatMap(({ calendar, explained }) =>
    [...explained.by].flatMap(([{ what }, days]) => days.map(({ day, closed }) => ({ calendar, day, closed, what }))),
  );
  const lines = rows
    .toSorted((a, b) => (a.calendar === b.calendar ? a.day - b.day : a.calendar < b.calendar ? -1 : 1))
    .map(({ calendar, day, closed, what }) => `${calendar},${isoOf(day)},${closed},"${what}"`);
  return ["calendar,day,closed by,what", ...lines, ""].join("\n");
}

function sections<Why extends DayCountDisagreement | BusinessDayDisagreement>(
  found: readonly (readonly [string, ReadonlyMap<Why, readonly unknown[]>])[],
): readonly string[] {
  const reasons = new Map<Why, string[]>();
  for (const [name, by] of found) {
    for (const [why, all] of by) reasons.set(why, [...(reasons.get(why) ?? []), `${name} ${figure(all.length)}`]);
  }
  return [...reasons].flatMap(([why, counts]) => {
    const whose = "closed" in why ? `, ${why.closed === "ours" ? "a holiday of ours" : "a holiday of theirs"}` : "";
    return [`**${capital(why.what)}**${whose}: ${counts.join(" · ")}. ${why.why} *${why.source}.*`, ""];
  });
}

function countOf<Found, Why>({ by }: Explained<Found, Why>): number {
  return [...by.values()].reduce((sum, all) => sum + all.length, 0);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function figure(count: number): string {
  return count.toLocaleString("en-US");
}
