import { civil, dayOfCivil, daysInMonth, isoOf, weekday } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";

const [SUNDAY, MONDAY, FRIDAY, SATURDAY] = [0, 1, 5, 6];

/** A date of every year: on itself, on the Monday after it if it is a Sunday, or on the Friday before it if it is a Saturday. */
export interface FixedDate {
  readonly date: string;
  readonly on: readonly ("itself" | "mondayAfter" | "fridayBefore")[];
}

/** The nth such weekday of a month, 0 for Sunday; counted from the end if n is negative; and so many days later. */
export interface NthWeekday {
  readonly month: number;
  readonly weekday: number;
  readonly nth: number;
  readonly later?: number;
}

/** Good Friday. */
export interface GoodFriday {
  readonly feast: "goodFriday";
}

/** Days named one by one. */
export interface NamedDays {
  readonly days: readonly string[];
}

/** The days on which a holiday is kept, in some years or in all. */
export type HolidayRule = (FixedDate | NthWeekday | GoodFriday | NamedDays) & {
  /** First and last year. */
  readonly years?: readonly [number, number];
};

/**
 * Whether a day is one of a rule's.
 *
 * @example keeps({ date: "02-12", on: ["itself", "mondayAfter"] }, dayOf("2006-02-13")) // true
 */
export function keeps(rule: HolidayRule, day: Day): boolean {
  const { year, month } = civil(day);
  const [firstYear, lastYear] = rule.years ?? [1, 9999];
  if (year < firstYear || year > lastYear) return false;
  if ("days" in rule) return rule.days.includes(isoOf(day));
  if ("feast" in rule) return day === easterSunday(year) - 2;
  if ("date" in rule) return isObserved(rule, day);
  return month === rule.month && day === nthWeekday(rule, year);
}

function isObserved({ date, on }: FixedDate, day: Day): boolean {
  const dayOfWeek = weekday(day);
  if (on.includes("itself") && isDate(date, day)) return true;
  if (on.includes("mondayAfter") && dayOfWeek === MONDAY && isDate(date, day - 1)) return weekday(day - 1) === SUNDAY;
  return on.includes("fridayBefore") && dayOfWeek === FRIDAY && isDate(date, day + 1) && weekday(day + 1) === SATURDAY;
}

function isDate(date: string, day: Day): boolean {
  return isoOf(day).slice(5) === date;
}

function nthWeekday({ month, weekday: which, nth, later = 0 }: NthWeekday, year: number): Day {
  const first = dayOfCivil(year, month, 1);
  const last = dayOfCivil(year, month, daysInMonth(year, month));
  const day =
    nth > 0
      ? first + ((which - weekday(first) + 7) % 7) + 7 * (nth - 1)
      : last - ((weekday(last) - which + 7) % 7) + 7 * (nth + 1);
  return day + later;
}

/** The Sunday after the first ecclesiastical full moon of spring, by the Gregorian reckoning. */
function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const solar = century - Math.floor(century / 4);
  const lunar = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + solar - lunar + 15) % 30;
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11));
  const fullMoon = dayOfCivil(year, 3, 21) + moon;
  return fullMoon + 7 - weekday(fullMoon);
}
