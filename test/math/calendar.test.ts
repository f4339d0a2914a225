import { expect } from "chai";
import fc from "fast-check";

import { calendarFor, localTimestamp } from "../../src/calendar/calendars.ts";
import { newYorkCalendar } from "../../src/calendar/newYorkCalendar.ts";
import { newYorkHolidays } from "../../src/calendar/newYorkHolidays.ts";
import { utcCalendar } from "../../src/calendar/utcCalendar.ts";
import { dayOf, isoOf } from "../../src/math/civilDate.ts";
import { readVectors } from "../helpers/vectors.ts";
import type { GoldenVectors } from "../helpers/vectors.ts";

const golden = readVectors<GoldenVectors>("golden");

describe("calendar", () => {
  describe("of New York", () => {
    for (const [year, expected] of Object.entries(golden.holidays.NY_GCL24)) {
      it(`keeps the public holidays of ${year}`, () => {
        expect([...newYorkHolidays(Number(year))].sort((a, b) => a - b).map(isoOf)).to.deep.equal(expected);
      });
    }

    it("keeps Juneteenth from 2021", () => {
      expect(newYorkCalendar.isBusinessDay(dayOf("2020-06-19"))).to.equal(true);
      expect(newYorkCalendar.isBusinessDay(dayOf("2023-06-19"))).to.equal(false);
      expect(newYorkCalendar.isBusinessDay(dayOf("2022-06-20")), "the 19th was a Sunday").to.equal(false);
    });

    it("does not move a holiday that falls on a Saturday", () => {
      expect(newYorkCalendar.isBusinessDay(dayOf("2010-12-24"))).to.equal(true);
      expect(newYorkCalendar.isBusinessDay(dayOf("2010-12-27"))).to.equal(true);
    });

    for (const { date, NY_GCL24 } of golden.businessDayRoll) {
      it(`rolls ${date} to ${NY_GCL24}`, () => {
        expect(isoOf(newYorkCalendar.roll(dayOf(date)))).to.equal(NY_GCL24);
      });
    }

    for (const { from, n, lastDayNY } of golden.periods) {
      it(`gives ${n} days from ${from} through ${lastDayNY}`, () => {
        expect(isoOf(newYorkCalendar.roll(dayOf(from) + n))).to.equal(lastDayNY);
      });
    }

    for (const { date, startNewYork, endNewYork } of golden.instants) {
      it(`starts ${date} at ${startNewYork} and ends it at ${endNewYork}`, () => {
        expect(newYorkCalendar.startOf(dayOf(date))).to.equal(startNewYork);
        expect(newYorkCalendar.startOf(dayOf(date) + 1)).to.equal(endNewYork);
        expect(isoOf(newYorkCalendar.dateOf(BigInt(endNewYork) - 1n))).to.equal(date);
      });
    }

    for (const { timestamp, dateNewYork, dateUTC } of golden.timestampToDate) {
      it(`reads ${timestamp} as ${dateNewYork}, and universal time as ${dateUTC}`, () => {
        expect(isoOf(newYorkCalendar.dateOf(timestamp))).to.equal(dateNewYork);
        expect(isoOf(utcCalendar.dateOf(timestamp))).to.equal(dateUTC);
      });
    }

    it("opens the sample's conversion at 1125633600 and its default at 1169010000", () => {
      expect(newYorkCalendar.startOf(dayOf("2005-09-02"))).to.equal(1125633600);
      expect(newYorkCalendar.startOf(dayOf("2007-01-17"))).to.equal(1169010000);
    });

    it("starts the days on which the clock changes at midnight", () => {
      expect(newYorkCalendar.startOf(dayOf("2007-03-12")) - newYorkCalendar.startOf(dayOf("2007-03-11"))).to.equal(
        82_800,
      );
      expect(newYorkCalendar.startOf(dayOf("2006-10-30")) - newYorkCalendar.startOf(dayOf("2006-10-29"))).to.equal(
        90_000,
      );
    });
  });

  it("in universal time has nothing but business days", () => {
    for (const { date, startUTC } of golden.instants) expect(utcCalendar.startOf(dayOf(date))).to.equal(startUTC);
    expect(utcCalendar.isBusinessDay(dayOf("2007-01-01"))).to.equal(true);
    expect(isoOf(utcCalendar.roll(dayOf("2006-12-31")))).to.equal("2006-12-31");
    expect(utcCalendar.dateOf(-1n)).to.equal(-1);
  });

  it("is found by its zone", () => {
    expect(calendarFor("America/New_York")).to.equal(newYorkCalendar);
    expect(calendarFor("UTC")).to.equal(utcCalendar);
    expect(() => calendarFor("Europe/Paris")).to.throw(RangeError, "Europe/Paris");
  });

  it("tells the second of a local hour", () => {
    expect(localTimestamp(newYorkCalendar, dayOf("2005-09-02"), "00:00")).to.equal(1125633600);
    expect(localTimestamp(newYorkCalendar, dayOf("2005-09-02"), "12:00")).to.equal(1125633600 + 12 * 3600);
    expect(localTimestamp(newYorkCalendar, dayOf("2006-10-29"), "01:30"), "the first of two").to.equal(1162099800);
    expect(localTimestamp(utcCalendar, dayOf("1970-01-02"), "00:01")).to.equal(86_460);
    for (const time of ["24:00", "9:00", "09:60", "noon", ""]) {
      expect(() => localTimestamp(utcCalendar, 0, time), time).to.throw(RangeError, `"${time}"`);
    }
  });

  it("reads any second of a day as that day", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(newYorkCalendar, utcCalendar),
        fc.integer({ min: 0, max: dayOf("2037-12-31") }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (calendar, day, part) => {
          const [start, end] = [calendar.startOf(day), calendar.startOf(day + 1)];
          expect(calendar.dateOf(start + Math.floor(part * (end - start)))).to.equal(day);
          expect(calendar.dateOf(end - 1)).to.equal(day);
        },
      ),
    );
  });
});
