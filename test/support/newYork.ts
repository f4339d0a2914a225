import { dayOf, isoOf, weekdayOf } from "./days.ts";

const NEW_YORK = new Intl.DateTimeFormat("en-CA", {
  timeZone: "America/New_York",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Day number of a moment by the IANA zone America/New_York. */
export function newYorkDayOf(timestamp: number): number {
  return dayOf(NEW_YORK.format(timestamp * 1000));
}

/**
 * The public holidays of a year, as section 24 of the General Construction Law lists them, found by walking its days:
 * ISO dates in order, with both days of one that moves from a Sunday to the Monday.
 */
export function publicHolidaysOf(year: number): string[] {
  const fixed = ["01-01", "02-12", "07-04", "11-11", "12-25"];
  if (year >= 2021) fixed.push("06-19");
  const holidays = fixed.map((date) => dayOf(`${year}-${date}`));
  for (const day of [...holidays]) if (weekdayOf(day) === 0) holidays.push(day + 1);

  const [sunday, monday, thursday] = [0, 1, 4];
  holidays.push(
    weekdaysOf(year, 1, monday)[2]!,
    weekdaysOf(year, 2, monday)[2]!,
    weekdaysOf(year, 5, monday).at(-1)!,
    weekdaysOf(year, 6, sunday)[1]!,
    weekdaysOf(year, 9, monday)[0]!,
    weekdaysOf(year, 10, monday)[1]!,
    weekdaysOf(year, 11, monday)[0]! + 1,
    weekdaysOf(year, 11, thursday)[3]!,
  );
  return [...new Set(holidays)].sort((a, b) => a - b).map(isoOf);
}

function weekdaysOf(year: number, month: number, weekday: number): number[] {
  const prefix = `${year}-${String(month).padStart(2, "0")}`;
  const days: number[] = [];
  for (let day = dayOf(`${prefix}-01`); isoOf(day).startsWith(prefix); day++) {
    if (weekdayOf(day) === weekday) days.push(day);
  }
  return days;
}
