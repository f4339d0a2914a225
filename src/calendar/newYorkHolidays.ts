import { dayOfCivil, daysInMonth, weekday } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";

const SUNDAY = 0;
const MONDAY = 1;
const TUESDAY = 2;
const THURSDAY = 4;

const JUNETEENTH_SINCE = 2021;

const ofYear = new Map<number, ReadonlySet<Day>>();

/**
 * The public holidays of a year by General Construction Law section 24, those on a weekend included. One of a fixed date
 * that falls on a Sunday is kept on the Monday too.
 *
 * @example newYorkHolidays(2006).has(dayOf("2006-01-02")) // true: New Year's Day was a Sunday
 */
export function newYorkHolidays(year: number): ReadonlySet<Day> {
  let holidays = ofYear.get(year);
  if (holidays === undefined) {
    holidays = new Set([...fixedHolidays(year), ...floatingHolidays(year)]);
    ofYear.set(year, holidays);
  }
  return holidays;
}

function fixedHolidays(year: number): Day[] {
  const dates = [
    dayOfCivil(year, 1, 1), // New Year
    dayOfCivil(year, 2, 12), // Lincoln
    dayOfCivil(year, 7, 4), // Independence
    dayOfCivil(year, 11, 11), // Veterans
    dayOfCivil(year, 12, 25), // Christmas
  ];
  if (year >= JUNETEENTH_SINCE) dates.push(dayOfCivil(year, 6, 19));
  return dates.flatMap((day) => (weekday(day) === SUNDAY ? [day, day + 1] : [day]));
}

function floatingHolidays(year: number): Day[] {
  return [
    nth(3, MONDAY, year, 1), // Martin Luther King
    nth(3, MONDAY, year, 2), // Washington
    last(MONDAY, year, 5), // Memorial
    nth(2, SUNDAY, year, 6), // Flag
    nth(1, MONDAY, year, 9), // Labor
    nth(2, MONDAY, year, 10), // Columbus
    nth(1, MONDAY, year, 11) + (TUESDAY - MONDAY), // Election
    nth(4, THURSDAY, year, 11), // Thanksgiving
  ];
}

function nth(n: number, dayOfWeek: number, year: number, month: number): Day {
  const first = dayOfCivil(year, month, 1);
  return first + ((dayOfWeek - weekday(first) + 7) % 7) + 7 * (n - 1);
}

function last(dayOfWeek: number, year: number, month: number): Day {
  const end = dayOfCivil(year, month, daysInMonth(year, month));
  return end - ((weekday(end) - dayOfWeek + 7) % 7);
}
