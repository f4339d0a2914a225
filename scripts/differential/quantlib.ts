import { spawnSync } from "node:child_process";

import type { Day } from "../../src/math/civilDate.ts";
import type { Counted } from "./dayCounts.ts";
import type { Period } from "./periods.ts";

/** What QuantLib is asked. Days are from the first through the last. */
export interface Questions {
  readonly dayCounts: readonly { readonly counter: string; readonly periods: readonly Period[] }[];
  readonly businessDays: readonly { readonly calendar: string; readonly first: Day; readonly last: Day }[];
  /** By how many days each day is moved by the convention Following over the weekend and the holidays named. */
  readonly following: readonly {
    readonly weekend: readonly string[];
    readonly holidays: readonly Day[];
    readonly first: Day;
    readonly last: Day;
  }[];
}

/** What it answers, in the order of the questions. */
export interface Answers {
  readonly version: string;
  readonly dayCounts: readonly (readonly Counted[])[];
  readonly businessDays: readonly (readonly boolean[])[];
  readonly following: readonly (readonly number[])[];
}

interface Written {
  readonly version: string;
  readonly dayCounts: readonly { readonly days: readonly number[]; readonly fractions: readonly number[] }[];
  readonly businessDays: readonly (readonly number[])[];
  readonly following: readonly (readonly number[])[];
}

/**
 * Asks QuantLib everything at once.
 *
 * @param python A Python that has it.
 * @throws Error with what Python said, if it failed.
 */
export function askQuantLib(python: string, questions: Questions): Answers {
  const input = JSON.stringify({
    ...questions,
    dayCounts: questions.dayCounts.map(({ counter, periods }) => ({
      counter,
      periods: periods.map(({ start, end, maturity }) => [start, end, maturity]),
    })),
  });
  const { status, stdout, stderr, error } = spawnSync(python, ["differential/quantlib.py"], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status !== 0) throw new Error(`differential/quantlib.py failed: ${error?.message ?? stderr}`);
  // Python writes a double with as many digits as tell it from every other, so that it is the same here
  const written = JSON.parse(stdout) as Written;
  return {
    version: written.version,
    dayCounts: written.dayCounts.map(({ days, fractions }) =>
      days.map((count, place) => ({ days: count, fraction: fractions[place] ?? Number.NaN })),
    ),
    businessDays: written.businessDays.map((calendar) => calendar.map((open) => open === 1)),
    following: written.following,
  };
}
