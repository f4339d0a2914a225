import { Temporal } from "temporal-polyfill";

import { dayOf, isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";

/** The civil day of a moment (seconds since 1970-01-01T00:00:00Z) in an IANA time zone. */
export function dateIn(zone: string, timestamp: bigint | number): Day {
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(timestamp) * 1000);
  return dayOf(instant.toZonedDateTimeISO(zone).toPlainDate().toString());
}

/** The first second of a civil day in an IANA time zone. */
export function startIn(zone: string, day: Day): number {
  return Temporal.PlainDate.from(isoOf(day)).toZonedDateTime(zone).epochMilliseconds / 1000;
}

/** The second at which a local clock shows "HH:MM" on a civil day; the first of two where the clock goes back. */
export function timestampIn(zone: string, day: Day, time: string): number {
  return Temporal.PlainDateTime.from(`${isoOf(day)}T${time}`).toZonedDateTime(zone).epochMilliseconds / 1000;
}

/** What a local clock shows at a moment, "HH:MM:SS" (seconds since 1970-01-01T00:00:00Z) in an IANA time zone. */
export function timeIn(zone: string, timestamp: bigint | number): string {
  const instant = Temporal.Instant.fromEpochMilliseconds(Number(timestamp) * 1000);
  return instant.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: "second" });
}
