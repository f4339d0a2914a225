import type { Day } from "../math/civilDate.ts";

/** Turns seconds into civil days and knows business days. The one place where a second becomes a day. */
export interface Calendar {
  /** IANA name of the time zone. */
  readonly zone: string;
  /** The civil day on which a moment falls. `timestamp` in seconds since 1970-01-01T00:00:00Z. */
  dateOf(timestamp: bigint | number): Day;
  /** The first second of a civil day, since 1970-01-01T00:00:00Z. */
  startOf(day: Day): number;
  /** Whether a day is neither a weekend nor a public holiday. */
  isBusinessDay(day: Day): boolean;
  /** The day itself if it is a business day, else the next that is (General Construction Law section 25). */
  roll(day: Day): Day;
}
