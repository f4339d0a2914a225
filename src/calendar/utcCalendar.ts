import type { Calendar } from "./calendar.ts";

const SECONDS_PER_DAY = 86_400;

/** Universal time; every day is a business day. */
export const utcCalendar: Calendar = {
  zone: "UTC",
  dateOf: (timestamp) => Math.floor(Number(timestamp) / SECONDS_PER_DAY),
  startOf: (day) => day * SECONDS_PER_DAY,
  isBusinessDay: () => true,
  roll: (day) => day,
};
