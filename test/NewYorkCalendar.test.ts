import { expect } from "chai";
import { network } from "hardhat";

import { dayOf, isoOf, weekdayOf } from "./support/days.ts";
import { newYorkDayOf, publicHolidaysOf } from "./support/newYork.ts";
import { vectors } from "./support/vectors.ts";

const FIRST_YEAR = 1990;
const LAST_YEAR = 2037;
const FIRST_DAY = dayOf(`${FIRST_YEAR}-01-01`);
const END_DAY = dayOf(`${LAST_YEAR + 1}-01-01`);
const LAST_DAY_OF_ALL = 2 ** 24 - 1;

interface Golden {
  readonly holidays: { readonly NY_GCL24: Readonly<Record<string, readonly string[]>> };
  readonly businessDayRoll: readonly { readonly date: string; readonly NY_GCL24: string; readonly weekday: string }[];
  readonly periods: readonly {
    readonly what: string;
    readonly from: string;
    readonly n: number;
    readonly lastDayUnrolled: string;
    readonly lastDayNY: string;
    readonly firstDefaultDayNY: string;
  }[];
  readonly instants: readonly {
    readonly name: string;
    readonly date: string;
    readonly startNewYork: number;
    readonly endNewYork: number;
  }[];
  readonly timestampToDate: readonly { readonly timestamp: number; readonly dateNewYork: string }[];
}

const golden = vectors<Golden>("golden");

async function deployCalendar() {
  const { ethers } = await network.create("past");
  const calendar = await ethers.deployContract("NewYorkCalendar");
  const harness = await ethers.deployContract("CalendarHarness");
  return { calendar, harness };
}

describe("NewYorkCalendar", () => {
  let calendar: Awaited<ReturnType<typeof deployCalendar>>["calendar"];
  let harness: Awaited<ReturnType<typeof deployCalendar>>["harness"];

  before(async () => {
    ({ calendar, harness } = await deployCalendar());
  });

  describe("given a moment", () => {
    for (const { timestamp, dateNewYork } of golden.timestampToDate) {
      it(`${timestamp} falls on ${dateNewYork}`, async () => {
        expect(isoOf(Number(await calendar.dateOf(timestamp)))).to.equal(dateNewYork);
      });
    }

    it(`agrees with the IANA zone at every hour of ${FIRST_YEAR} to ${LAST_YEAR}`, async function () {
      const HOURS = 5000;
      const end = END_DAY * 24 + 12;
      for (let first = FIRST_DAY * 24 - 12; first < end; first += HOURS) {
        const count = Math.min(HOURS, end - first);
        const base = Math.floor(first / 24) - 1;
        const expected = Buffer.alloc(count);
        for (let i = 0; i < count; i++) expected[i] = newYorkDayOf((first + i) * 3600) - base;
        expect(await harness.datesOfHours(first * 3600, count, base)).to.equal(`0x${expected.toString("hex")}`);
      }
    });

    it("has no day before the first of 1970 began", async () => {
      const start = Number(await calendar.startOf(0));
      expect(await calendar.dateOf(start)).to.equal(0);
      await expect(calendar.dateOf(start - 1))
        .to.be.revertedWithCustomError(calendar, "BeforeFirstDay")
        .withArgs(start - 1, start);
      await expect(calendar.dateOf(0)).to.be.revertedWithCustomError(calendar, "BeforeFirstDay").withArgs(0, start);
    });

    it("has no day beyond 24 bits", async () => {
      const end = (await calendar.startOf(LAST_DAY_OF_ALL)) + 86_400n;
      expect(await calendar.dateOf(end - 1n)).to.equal(LAST_DAY_OF_ALL);
      await expect(calendar.dateOf(end))
        .to.be.revertedWithCustomError(calendar, "DayOutOfRange")
        .withArgs(LAST_DAY_OF_ALL + 1, LAST_DAY_OF_ALL);
      await expect(calendar.dateOf(2n ** 256n - 1n)).to.be.revertedWithCustomError(calendar, "DayOutOfRange");
    });
  });

  describe("given a day", () => {
    for (const { name, date, startNewYork, endNewYork } of golden.instants) {
      it(`${date} (${name}) starts at ${startNewYork} and ends at ${endNewYork}`, async () => {
        expect(await calendar.startOf(dayOf(date))).to.equal(startNewYork);
        expect(await calendar.startOf(dayOf(date) + 1)).to.equal(endNewYork);
      });
    }

    it(`starts where the IANA zone says, every day of ${FIRST_YEAR} to ${LAST_YEAR}, and holds both its edges`, async function () {
      const DAYS = 2000;
      for (let first = FIRST_DAY; first < END_DAY; first += DAYS) {
        const count = Math.min(DAYS, END_DAY - first);
        const expected = Buffer.alloc(count);
        for (let i = 0; i < count; i++) {
          expected[i] = newYorkDayOf((first + i) * 86_400 + 4 * 3600) === first + i ? 4 : 5;
        }
        expect(await harness.startsOfDays(first, count)).to.equal(`0x${expected.toString("hex")}`);
      }
    });

    it("before 1987, keeps the first regime", async () => {
      // The last Saturday of April 1986 was still standard time by the law of that year, daylight time by this rule.
      expect(await calendar.startOf(dayOf("1986-04-26"))).to.equal(dayOf("1986-04-26") * 86_400 + 4 * 3600);
    });
  });

  describe("given the public holidays", () => {
    for (const [year, holidays] of Object.entries(golden.holidays.NY_GCL24)) {
      it(`has those of ${year} and no other`, async () => {
        const found: string[] = [];
        for (let day = dayOf(`${year}-01-01`); day < dayOf(`${Number(year) + 1}-01-01`); day++) {
          const isHoliday = await calendar.isPublicHoliday(day);
          if (isHoliday) found.push(isoOf(day));
          expect(await calendar.isBusinessDay(day)).to.equal(
            !isHoliday && weekdayOf(day) !== 0 && weekdayOf(day) !== 6,
          );
        }
        expect(found).to.deep.equal(holidays);
      });
    }

    it("has no Juneteenth before 2021", async () => {
      expect(await calendar.isPublicHoliday(dayOf("2020-06-19"))).to.equal(false);
      expect(await calendar.isPublicHoliday(dayOf("2021-06-19"))).to.equal(true);
    });

    it(`has those of the statute, and rolls over them, every day of ${FIRST_YEAR} to ${LAST_YEAR}`, async function () {
      const holidays = new Set<number>();
      for (let year = FIRST_YEAR; year <= LAST_YEAR + 1; year++)
        publicHolidaysOf(year).forEach((iso) => holidays.add(dayOf(iso)));
      const isOpen = (day: number) => weekdayOf(day) !== 0 && weekdayOf(day) !== 6 && !holidays.has(day);
      const DAYS = 2000;
      for (let first = FIRST_DAY; first < END_DAY; first += DAYS) {
        const count = Math.min(DAYS, END_DAY - first);
        const expected = Buffer.alloc(count);
        for (let i = 0; i < count; i++) {
          let rolled = first + i;
          while (!isOpen(rolled)) rolled++;
          expected[i] = rolled - (first + i) + (holidays.has(first + i) ? 128 : 0);
        }
        const found = await harness.rollsOfDays(calendar, first, count);
        expect(found).to.equal(`0x${expected.toString("hex")}`);
      }
    });
  });

  describe("given a day to roll", () => {
    for (const { date, NY_GCL24, weekday } of golden.businessDayRoll) {
      it(`${weekday} ${date} rolls to ${NY_GCL24}`, async () => {
        expect(isoOf(Number(await calendar.roll(dayOf(date))))).to.equal(NY_GCL24);
      });
    }

    for (const { what, from, n, lastDayUnrolled, lastDayNY, firstDefaultDayNY } of golden.periods) {
      it(`${what} from ${from}: ${n} days end on ${lastDayNY}`, async () => {
        const unrolled = dayOf(from) + n;
        expect(isoOf(unrolled)).to.equal(lastDayUnrolled);
        const last = Number(await calendar.roll(unrolled));
        expect(isoOf(last)).to.equal(lastDayNY);
        expect(isoOf(last + 1)).to.equal(firstDefaultDayNY);
      });
    }
  });

  describe("given a budget", () => {
    it("tells the date for less than 3,000 gas at every hour of a day", async () => {
      for (let hour = 0; hour < 24; hour++) {
        expect(await harness.gasOfDateOf(calendar, 1_125_619_200 + hour * 3600)).to.be.lessThan(3000n);
      }
    });
  });
});
