import { dayOf } from "../support/days.ts";
import { newYorkDayOf } from "../support/newYork.ts";

const HOUR = 3600;

/**
 * The second at which a clock in New York shows a date and an hour, by the IANA zone.
 *
 * @example newYorkTime("2005-09-02", "00:00") // 1125633600
 */
export function newYorkTime(date: string, clock = "12:00"): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const intoDay = hours * HOUR + minutes * 60;
  const midnight = dayOf(date) * 24 * HOUR;
  // daylight time is four hours behind Greenwich, standard time five
  for (const behind of [4, 5]) {
    const found = midnight + intoDay + behind * HOUR;
    if (clockAt(found) === clock && newYorkDayOf(found) === dayOf(date)) return found;
  }
  throw new Error(`no clock in New York shows ${clock} on ${date}`);
}

function clockAt(timestamp: number): string {
  const shown = new Intl.DateTimeFormat("en-GB", { timeZone: "America/New_York", hour: "2-digit", minute: "2-digit" });
  return shown.format(timestamp * 1000);
}
