const MILLISECONDS_PER_DAY = 86_400_000;

/** Day number of an ISO date, by JavaScript's own calendar. */
export function dayOf(iso: string): number {
  const day = Date.parse(`${iso}T00:00:00Z`) / MILLISECONDS_PER_DAY;
  if (!Number.isInteger(day)) throw new Error(`no such date: ${iso}`);
  return day;
}

/** Year, month (1 to 12) and day of the month of a day number, by JavaScript's own calendar. */
export function civilOf(day: number): [year: number, month: number, dayOfMonth: number] {
  const date = new Date(day * MILLISECONDS_PER_DAY);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** ISO date of a day number up to the year 9999. */
export function isoOf(day: number): string {
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

/** Weekday of a day number, 0 for Sunday to 6 for Saturday, by JavaScript's own calendar. */
export function weekdayOf(day: number): number {
  return new Date(day * MILLISECONDS_PER_DAY).getUTCDay();
}
