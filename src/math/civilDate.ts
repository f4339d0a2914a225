/** A civil day: whole days since 1970-01-01, negative before it. */
export type Day = number;

/** A day of the Gregorian calendar; `month` and `day` count from one. */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The last year that four digits can write. */
const LAST_YEAR = 9999;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const;

/** Days from 0001-01-01 to 1970-01-01. */
const DAYS_BEFORE_1970 = 719162;

/**
 * The day an ISO 8601 date names, for years 0001 to 9999.
 *
 * @example dayOf("2003-12-31") // 12417
 * @throws RangeError if the text is not YYYY-MM-DD or there is no such day, as 2005-02-30.
 */
export function dayOf(iso: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) throw new RangeError(`"${iso}" is not a date (YYYY-MM-DD)`);
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) {
    throw new RangeError(`"${iso}" is not a day of the calendar`);
  }
  return dayOfCivil(year, month, day);
}

/**
 * The ISO 8601 date of a day.
 *
 * @example isoOf(12417) // "2003-12-31"
 * @throws RangeError outside years 0001 to 9999.
 */
export function isoOf(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  if (year < 1 || year > LAST_YEAR) throw new RangeError(`day ${day} is outside years 0001 to ${LAST_YEAR}`);
  return [String(year).padStart(4, "0"), String(month).padStart(2, "0"), String(dayOfMonth).padStart(2, "0")].join("-");
}

/**
 * The year, month and day of the month of a day.
 *
 * @example civil(0) // { year: 1970, month: 1, day: 1 }
 * @throws RangeError if the day is not a whole number.
 */
export function civil(day: Day): CivilDate {
  if (!Number.isSafeInteger(day)) throw new RangeError(`${day} is not a whole number of days`);
  // the mean Gregorian year puts the estimate at most one year off
  let year = Math.floor((day + DAYS_BEFORE_1970) / 365.2425) + 1;
  if (day < dayOfCivil(year, 1, 1)) year -= 1;
  else if (day >= dayOfCivil(year + 1, 1, 1)) year += 1;

  let month = 12;
  while (day < dayOfCivil(year, month, 1)) month -= 1;
  return { year, month, day: day - dayOfCivil(year, month, 1) + 1 };
}

/** The day of a year, month (from one) and day of the month, which are taken as possible. */
export function dayOfCivil(year: number, month: number, day: number): Day {
  const before = year - 1;
  const leapDaysBefore = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDayThisYear = month > 2 && isLeapYear(year) ? 1 : 0;
  const daysBeforeMonth = DAYS_BEFORE_MONTH[month - 1];
  if (daysBeforeMonth === undefined) throw new RangeError(`${month} is not a month`);
  return 365 * before + leapDaysBefore + daysBeforeMonth + leapDayThisYear + (day - 1) - DAYS_BEFORE_1970;
}

/** The day of the week, 0 for Sunday to 6 for Saturday. */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday
  return (((day + 4) % 7) + 7) % 7;
}

/** Whether the year has a February 29. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** How many days a month (from one) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
