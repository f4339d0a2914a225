import type { Entries, Subject } from "./entry.ts";

const entries = {
  NoSuchDate: {
    sentence: ({ year, month, dayOfMonth }) =>
      `Day ${dayOfMonth} of month ${month} of the year ${year} is no day of the calendar from 1970 on.`,
    remedy: "Check the date: months and days count from one, and years from 1970.",
  },
  DayOutOfRange: {
    sentence: ({ day, last }) => `Day ${day} since 1970-01-01 is after the last day that can be counted, ${last}.`,
    remedy: "Check the day's unit: days since 1970-01-01, not seconds.",
  },
  BeforeFirstDay: {
    sentence: ({ timestamp, first }, say) =>
      `The moment ${say.moment(timestamp)} is before the calendar's first, ${say.moment(first)}.`,
    remedy: "Ask for a later moment; the calendar begins on 1970-01-01.",
  },
} satisfies Entries;

/** Days and dates. */
export const calendar: Subject = {
  title: "Calendars",
  contract: "NewYorkCalendar",
  clause: "NewYorkCalendar",
  entries,
};
