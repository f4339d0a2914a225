import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { civilOf, dayOf, weekdayOf } from "../support/days.ts";

const LAST_DAY = 2 ** 24 - 1;

async function deployHarness() {
  const { ethers } = await network.create("past");
  return await ethers.deployContract("CivilDateHarness");
}

describe("CivilDate", () => {
  let harness: Awaited<ReturnType<typeof deployHarness>>;

  before(async () => {
    harness = await deployHarness();
  });

  describe("given a day", () => {
    it("names the date JavaScript names, for every day of 1970 to 2105", async () => {
      const end = dayOf("2106-01-01");
      for (let first = 0; first < end; first += 10_000) {
        const count = Math.min(10_000, end - first);
        const dates = await harness.datesFrom(first, count);
        const expected = Array.from({ length: count }, (_, i) => {
          const [year, month, dayOfMonth] = civilOf(first + i);
          return year * 10_000 + month * 100 + dayOfMonth;
        });
        expect(dates).to.equal(packed(expected));
      }
    });

    it("names the date, year, weekday and end of month JavaScript does, for any day of 24 bits", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: LAST_DAY - 31 }), async (day) => {
          const [year, month, dayOfMonth] = civilOf(day);
          expect(await harness.dateOf(day)).to.deep.equal([BigInt(year), BigInt(month), BigInt(dayOfMonth)]);
          expect(await harness.dayOf(year, month, dayOfMonth)).to.equal(day);
          expect(await harness.yearOf(day)).to.deep.equal([
            BigInt(year),
            BigInt(day - Date.UTC(year, 0, 1) / 86_400_000),
          ]);
          expect(await harness.weekdayOf(day)).to.equal(weekdayOf(day));
          expect(await harness.endOfMonth(day)).to.equal(Date.UTC(year, month, 0) / 86_400_000);
          expect(await harness.daysSinceMarch(day)).to.equal(
            day - Date.UTC(month < 3 ? year - 1 : year, 2, 1) / 86_400_000,
          );
        }),
        { numRuns: 60 },
      );
    });

    it("knows the first day and the last", async () => {
      expect(await harness.dateOf(0)).to.deep.equal([1970n, 1n, 1n]);
      const [year, month, dayOfMonth] = civilOf(LAST_DAY);
      expect(await harness.dateOf(LAST_DAY)).to.deep.equal([BigInt(year), BigInt(month), BigInt(dayOfMonth)]);
      expect(await harness.dayOf(year, month, dayOfMonth)).to.equal(LAST_DAY);
    });
  });

  describe("given a date", () => {
    for (const iso of ["1972-02-29", "2000-02-29", "2000-03-01", "2100-02-28", "2100-03-01", "2400-02-29"]) {
      it(`finds the day of ${iso}`, async () => {
        const [year, month, dayOfMonth] = civilOf(dayOf(iso));
        expect(await harness.dayOf(year, month, dayOfMonth)).to.equal(dayOf(iso));
      });
    }

    for (const [year, month, dayOfMonth] of [
      [2003, 2, 29],
      [2100, 2, 29],
      [2004, 4, 31],
      [2004, 0, 1],
      [2004, 13, 1],
      [2004, 1, 0],
      [1969, 12, 31],
    ] as const) {
      it(`refuses ${year}-${month}-${dayOfMonth}`, async () => {
        await expect(harness.dayOf(year, month, dayOfMonth))
          .to.be.revertedWithCustomError(harness, "NoSuchDate")
          .withArgs(year, month, dayOfMonth);
      });
    }

    it("refuses a date beyond 24 bits", async () => {
      const [year, month, dayOfMonth] = civilOf(LAST_DAY + 1);
      await expect(harness.dayOf(year, month, dayOfMonth))
        .to.be.revertedWithCustomError(harness, "DayOutOfRange")
        .withArgs(LAST_DAY + 1, LAST_DAY);
    });
  });

  describe("given a year", () => {
    for (const [year, leap] of [
      [1970, false],
      [1972, true],
      [2000, true],
      [2003, false],
      [2004, true],
      [2100, false],
      [2400, true],
    ] as const) {
      it(`${year} is ${leap ? "a" : "no"} leap year`, async () => {
        expect(await harness.isLeapYear(year)).to.equal(leap);
      });
    }
  });

  describe("given a period", () => {
    it("counts its leap days and its days of leap years as a walk over its days does", async () => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 0, max: 120_000 }), fc.nat({ max: 3000 }), async (start, length) => {
          let leapDays = 0n;
          let leapYearDays = 0n;
          for (let day = start; day < start + length; day++) {
            if (isLeap(civilOf(day)[0])) leapYearDays++;
            if (civilOf(day + 1)[1] === 2 && civilOf(day + 1)[2] === 29) leapDays++;
          }
          const end = start + length;
          expect((await harness.leapDaysThrough(end)) - (await harness.leapDaysThrough(start))).to.equal(leapDays);
          expect((await harness.leapYearDaysBefore(end)) - (await harness.leapYearDaysBefore(start))).to.equal(
            leapYearDays,
          );
        }),
        { numRuns: 40 },
      );
    });
  });
});

/** Numbers as the harness packs them, four bytes each. */
function packed(numbers: readonly number[]): string {
  const bytes = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, i) => bytes.writeUInt32BE(number, 4 * i));
  return `0x${bytes.toString("hex")}`;
}

function isLeap(year: number): boolean {
  return new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
}
