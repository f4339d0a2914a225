import { calendarFor } from "../../../src/calendar/calendars.ts";
import type { Zone } from "../../../src/calendar/calendars.ts";
import { timeIn } from "../../../src/calendar/zone.ts";
import { fullDateOf } from "../../../src/wording/days.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const PLACES: Readonly<Record<Zone, string>> = { "America/New_York": "in New York", UTC: "UTC" };

/** Where the clocks of a zone hang, as a sentence ends. @example placeOf("America/New_York") // "in New York" */
export function placeOf(zone: Zone): string {
  return PLACES[zone];
}

/**
 * A moment in a note's own time.
 *
 * @param timestamp Seconds since 1970-01-01T00:00:00Z.
 * @param zone Null for a calendar that is not known here: then it is told in UTC.
 * @example momentIn(1125633600, "America/New_York") // "Friday, September 2, 2005, 12:00 a.m. in New York"
 */
export function momentIn(timestamp: number, zone: Zone | null): string {
  const known = zone ?? "UTC";
  const [hours = "0", minutes = "00"] = timeIn(known, timestamp).split(":");
  const hour = Number(hours);
  const clock = `${String(hour % 12 === 0 ? 12 : hour % 12)}:${minutes} ${hour < 12 ? "a.m." : "p.m."}`;
  return `${fullDateOf(calendarFor(known).dateOf(timestamp))}, ${clock} ${placeOf(known)}`;
}

/**
 * How long it is until something, as coarse as it can be without misleading.
 *
 * @param seconds Until then; nothing if it is past.
 * @example countdown(3 * 86400 + 5) // "in 3 days"
 * @example countdown(3661) // "in 1 h 01 min 01 s"
 */
export function countdown(seconds: number): string {
  if (seconds <= 0) return "now";
  if (seconds >= 2 * DAY) return `in ${Math.floor(seconds / DAY).toLocaleString("en-US")} days`;
  const two = (part: number) => String(part).padStart(2, "0");
  const [hours, minutes, rest] = [Math.floor(seconds / HOUR), Math.floor((seconds % HOUR) / MINUTE), seconds % MINUTE];
  if (hours > 0) return `in ${String(hours)} h ${two(minutes)} min ${two(rest)} s`;
  return minutes > 0 ? `in ${String(minutes)} min ${two(rest)} s` : `in ${String(rest)} s`;
}
