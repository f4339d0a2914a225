import type { Day } from "../math/civilDate.ts";
import type { Calendar } from "./calendar.ts";
import { newYorkCalendar } from "./newYorkCalendar.ts";
import { utcCalendar } from "./utcCalendar.ts";
import { timestampIn } from "./zone.ts";

/** The time zones a note may choose. */
export const ZONES = ["America/New_York", "UTC"] as const;

/** A time zone a note may choose, by its IANA name. */
export type Zone = (typeof ZONES)[number];

const CALENDARS: Readonly<Record<Zone, Calendar>> = { "America/New_York": newYorkCalendar, UTC: utcCalendar };

/**
 * The calendar of a time zone.
 *
 * @param zone IANA name.
 * @example isoOf(calendarFor("America/New_York").dateOf(1125633600)) // "2005-09-02"
 * @throws RangeError if no calendar is kept for it.
 */
export function calendarFor(zone: string): Calendar {
  const known = ZONES.find((candidate) => candidate === zone);
  if (known === undefined) throw new RangeError(`no calendar for "${zone}"; use one of ${ZONES.join(", ")}`);
  return CALENDARS[known];
}

/**
 * The second at which the calendar's clock shows a time on a day; where the clock goes back, the first of the two.
 *
 * @param time "HH:MM", from 00:00 to 23:59.
 * @returns Seconds since 1970-01-01T00:00:00Z.
 * @example localTimestamp(newYorkCalendar, dayOf("2005-09-02"), "00:00") // 1125633600
 * @throws RangeError if the time is not HH:MM.
 */
export function localTimestamp(calendar: Calendar, day: Day, time: string): number {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new RangeError(`"${time}" is not a time of day (HH:MM)`);
  return timestampIn(calendar.zone, day, time);
}
