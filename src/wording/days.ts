import { civil, weekday } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** The day of the week of a day. @example weekdayOf(dayOf("2003-12-31")) // "Wednesday" */
export function weekdayOf(day: Day): string {
  return WEEKDAYS[weekday(day)] ?? "";
}

/**
 * A day in words.
 *
 * @example dateOf(dayOf("2003-12-31")) // "December 31, 2003"
 */
export function dateOf(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${MONTHS[month - 1] ?? ""} ${dayOfMonth}, ${year}`;
}

/** The same with its day of the week. */
export function fullDateOf(day: Day): string {
  return `${weekdayOf(day)}, ${dateOf(day)}`;
}

/**
 * A second as written for machines, in UTC.
 *
 * @param timestamp Seconds since 1970-01-01T00:00:00Z.
 * @example momentOf(1125633600) // "2005-09-02T04:00:00Z"
 */
export function momentOf(timestamp: number): string {
  return new Date(timestamp * 1000).toISOString().replace(".000Z", "Z");
}

/** The last second that four digits of a year can write. */
const LAST_SECOND = 253402300799n;

/** A second as written for people, in UTC. @example momentInProse(1125633599n) // "2005-09-02 03:59:59 UTC" */
export function momentInProse(seconds: bigint): string {
  if (seconds > LAST_SECOND) return `second ${seconds}`;
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
