import { readFileSync } from "node:fs";

import { newYorkCalendar } from "../../src/calendar/newYorkCalendar.ts";
import { newYorkHolidays } from "../../src/calendar/newYorkHolidays.ts";
import { civil, dayOf, isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { DAY_COUNT_CONVENTIONS, denominatorOf, yearFractionNumerator } from "../../src/math/dayCount.ts";
import type { DayCountConvention } from "../../src/math/dayCount.ts";
import { parseExact } from "../../src/math/decimal.ts";
import { compare, multiply, rational } from "../../src/math/rational.ts";
import type { Contracts } from "./contracts.ts";
import { differences } from "./dayCounts.ts";
import type { Counted } from "./dayCounts.ts";
import { explainBusinessDays, explainDayCounts, outlived, tellDay, tellDifference } from "./explanations.ts";
import type { DayApart, Disagreements, Explained } from "./explanations.ts";
import type { BusinessDayFinding, DayCountFinding, Findings } from "./page.ts";
import { CALENDARS, PAIRS } from "./pairs.ts";
import type { Pair } from "./pairs.ts";
import { anyPeriods, edgePeriods, QUANTLIB_FIRST, QUANTLIB_LAST } from "./periods.ts";
import type { Period } from "./periods.ts";
import type { Answers, Questions } from "./quantlib.ts";

/** Notes begin here: the contracts hold no day before it. */
const FIRST = dayOf("1970-01-01");
const PERIODS = 10_000;
const EARLY_PERIODS = 2_000;
/** A seed of its own for each pair. */
const SEEDS_APART = 1_000;

interface Segment {
  readonly from: string;
  readonly to: string;
  readonly convention: DayCountConvention;
  readonly principal: string;
  readonly rate: string;
  readonly interest: { readonly num: string; readonly den: string };
}

interface Actus {
  readonly tests: Readonly<
    Record<string, { readonly terms: { readonly maturityDate?: string }; readonly segments: readonly Segment[] }>
  >;
}

interface ActusPeriod extends Segment {
  readonly period: Period;
}

/** Everything that is to be compared. */
export interface Plan {
  readonly seed: number;
  readonly pairs: readonly (Pair & { readonly periods: readonly Period[] })[];
  /** Accrual periods of ACTUS, by what QuantLib calls their convention. */
  readonly actus: readonly { readonly counter: string; readonly periods: readonly ActusPeriod[] }[];
  readonly actusCases: number;
}

/** Draws what is to be compared. */
export function planFrom(seed: number): Plan {
  const pairs = PAIRS.map((pair, place) => {
    const own = seed + SEEDS_APART * place;
    const periods = [
      ...edgePeriods(),
      ...anyPeriods(own, PERIODS, FIRST),
      ...anyPeriods(own + 1, EARLY_PERIODS, QUANTLIB_FIRST, FIRST - 1),
    ];
    return { ...pair, periods };
  });
  const { tests } = JSON.parse(readFileSync("test/vectors/actus-pam.json", "utf8")) as Actus;
  const segments = Object.values(tests).flatMap(({ terms, segments: all }) =>
    all.map((segment): ActusPeriod => {
      const end = dayOf(segment.to);
      const maturity = terms.maturityDate === undefined ? end : dayOf(terms.maturityDate.slice(0, 10));
      return { ...segment, period: { start: dayOf(segment.from), end, maturity } };
    }),
  );
  const actus = DAY_COUNT_CONVENTIONS.flatMap((convention) => {
    const counter = PAIRS.find((pair) => pair.convention === convention)?.counter;
    const periods = segments.filter((segment) => segment.convention === convention);
    return counter === undefined || periods.length === 0 ? [] : [{ counter, periods }];
  });
  return { seed, pairs, actus, actusCases: Object.keys(tests).length };
}

/** What QuantLib is to be asked for a plan. */
export function questionsOf({ pairs, actus }: Plan): Questions {
  const range = { first: FIRST, last: QUANTLIB_LAST };
  const holidays: Day[] = [];
  for (let year = civil(FIRST).year; year <= civil(QUANTLIB_LAST).year; year += 1)
    holidays.push(...newYorkHolidays(year));
  return {
    dayCounts: [
      ...pairs.map(({ counter, periods }) => ({ counter, periods })),
      ...actus.map(({ counter, periods }) => ({ counter, periods: periods.map(({ period }) => period) })),
    ],
    businessDays: CALENDARS.map((calendar) => ({ calendar, ...range })),
    following: [{ weekend: ["Saturday", "Sunday"], holidays, ...range }],
  };
}

/** What was found, and what of it nothing explains. */
export async function findingsOf(
  plan: Plan,
  known: Disagreements,
  answers: Answers,
  contracts: Contracts,
): Promise<{ readonly findings: Findings; readonly faults: string[] }> {
  const faults: string[] = [];
  const dayCounts: DayCountFinding[] = [];
  for (const [place, pair] of plan.pairs.entries()) {
    dayCounts.push(await findDayCounts(pair, answers.dayCounts[place] ?? [], known, contracts, faults));
  }
  const businessDays = CALENDARS.map((calendar, place) =>
    findBusinessDays(calendar, answers.businessDays[place] ?? [], known, faults),
  );
  const rolled = await findRolls(answers.following[0] ?? [], contracts, faults);
  const actus = await findActus(plan, answers.dayCounts.slice(plan.pairs.length), contracts, faults);

  const metOf = <Why>(all: readonly (readonly [string, Explained<unknown, Why>])[]) =>
    new Map(all.map(([name, { by }]) => [name, new Set(by.keys())]));
  const gone = [
    ...outlived(known.dayCounts, metOf(dayCounts.map(({ counter, explained }) => [counter, explained]))),
    ...outlived(known.businessDays, metOf(businessDays.map(({ calendar, explained }) => [calendar, explained]))),
  ];
  faults.push(...gone.map((each) => `told of as a disagreement, and occurs no longer: ${each}`));
  return { findings: { seed: plan.seed, version: answers.version, dayCounts, businessDays, rolled, actus }, faults };
}

async function findDayCounts(
  { convention, counter, periods }: Plan["pairs"][number],
  theirs: readonly Counted[],
  known: Disagreements,
  contracts: Contracts,
  faults: string[],
): Promise<DayCountFinding> {
  const numerator = ({ start, end, maturity }: Period) => yearFractionNumerator(convention, start, end, maturity);
  const explained = explainDayCounts(
    known.dayCounts,
    counter,
    differences(convention, periods, periods.map(numerator), theirs),
  );
  faults.push(...explained.unexplained.map((each) => `${convention} and ${counter}: ${tellDifference(each)}`));

  const held = periods.filter(({ start, end }) => Math.min(start, end) >= FIRST);
  const onChain = await contracts.numerators(convention, held);
  held.forEach((period, place) => {
    if (onChain[place] === numerator(period)) return;
    const { start, end, maturity } = period;
    const told = `${isoOf(start)} to ${isoOf(end)}, due ${isoOf(maturity)}`;
    faults.push(`${convention}, ${told}: ${numerator(period)} in TypeScript, ${onChain[place]} in Solidity`);
  });
  return { convention, counter, periods: periods.length, periodsOnChain: held.length, explained };
}

function findBusinessDays(
  calendar: (typeof CALENDARS)[number],
  theirs: readonly boolean[],
  known: Disagreements,
  faults: string[],
): BusinessDayFinding {
  const apart = theirs.flatMap((open, place): DayApart[] => {
    const day = FIRST + place;
    if (newYorkCalendar.isBusinessDay(day) === open) return [];
    return [{ day, closed: open ? "ours" : "theirs" }];
  });
  const explained = explainBusinessDays(known.businessDays, calendar, apart);
  faults.push(...explained.unexplained.map((each) => `${calendar}, ${tellDay(each)}`));
  return { calendar, days: theirs.length, explained };
}

async function findRolls(
  theirs: readonly number[],
  contracts: Contracts,
  faults: string[],
): Promise<Findings["rolled"]> {
  const onChain = await contracts.rolls(FIRST, QUANTLIB_LAST);
  const wrong = theirs.flatMap((moved, place) => {
    const day = FIRST + place;
    const ours = newYorkCalendar.roll(day) - day;
    if (ours === moved && onChain[place] === moved) return [];
    return [
      `${isoOf(day)} is moved by ${ours} days in TypeScript, ${onChain[place]} in Solidity, ${moved} by QuantLib`,
    ];
  });
  faults.push(...wrong);
  return { days: theirs.length, differing: wrong.length };
}

async function findActus(
  { actus, actusCases }: Plan,
  theirs: readonly (readonly Counted[])[],
  contracts: Contracts,
  faults: string[],
): Promise<Findings["actus"]> {
  const before = faults.length;
  for (const [place, { counter, periods }] of actus.entries()) {
    const convention = periods[0]?.convention ?? "ACT_365F";
    const all = periods.map(({ period }) => period);
    const ours = all.map(({ start, end, maturity }) => yearFractionNumerator(convention, start, end, maturity));
    const onChain = await contracts.numerators(convention, all);
    const apart = differences(convention, all, ours, theirs[place] ?? []);
    faults.push(...apart.map((each) => `ACTUS, ${convention} and ${counter}: ${tellDifference(each)}`));
    periods.forEach(({ principal, rate, interest, from, to }, index) => {
      const fraction = rational(onChain[index] ?? -1n, denominatorOf(convention));
      const accrued = multiply(multiply(parseExact(principal), parseExact(rate)), fraction);
      const due = rational(BigInt(interest.num), BigInt(interest.den));
      if (onChain[index] === ours[index] && compare(accrued, due) === 0) return;
      faults.push(`ACTUS, ${convention}, ${from} to ${to}: other interest than published`);
    });
  }
  const segments = actus.reduce((sum, { periods }) => sum + periods.length, 0);
  return { segments, cases: actusCases, differing: faults.length - before };
}
