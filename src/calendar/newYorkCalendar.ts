import { civil, weekday } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import type { Calendar } from "./calendar.ts";
import { newYorkHolidays } from "./newYorkHolidays.ts";
import { dateIn, startIn } from "./zone.ts";

const ZONE = "America/New_York";
const SUNDAY = 0;
const SATURDAY = 6;

function isBusinessDay(day: Day): boolean {
  const dayOfWeek = weekday(day);
  return dayOfWeek !== SATURDAY && dayOfWeek !== SUNDAY && !newYorkHolidays(civil(day).year).has(day);
}

/** New York time, with the weekends and the public holidays of General Construction Law section 24 out. */
export const newYorkCalendar: Calendar = {
  zone: ZONE,
  dateOf: (timestamp) => dateIn(ZONE, timestamp),
  startOf: (day) => startIn(ZONE, day),
  isBusinessDay,
  roll: (day) => {
    let businessDay = day;
    while (!isBusinessDay(businessDay)) businessDay += 1;
    return businessDay;
  },
};
