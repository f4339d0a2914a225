import { expect } from "chai";
import { network } from "hardhat";

import { dayOf, isoOf } from "./support/days.ts";
import { vectors } from "./support/vectors.ts";

interface Golden {
  readonly instants: readonly { readonly date: string; readonly startUTC: number }[];
  readonly timestampToDate: readonly { readonly timestamp: number; readonly dateUTC: string }[];
}

const golden = vectors<Golden>("golden");

async function deployCalendar() {
  const { ethers } = await network.create("past");
  return await ethers.deployContract("UTCCalendar");
}

describe("UTCCalendar", () => {
  let calendar: Awaited<ReturnType<typeof deployCalendar>>;

  before(async () => {
    calendar = await deployCalendar();
  });

  describe("given a moment", () => {
    for (const { timestamp, dateUTC } of golden.timestampToDate) {
      it(`${timestamp} falls on ${dateUTC}`, async () => {
        expect(isoOf(Number(await calendar.dateOf(timestamp)))).to.equal(dateUTC);
      });
    }

    it("has no day beyond 24 bits", async () => {
      const last = 2 ** 24 - 1;
      expect(await calendar.dateOf((last + 1) * 86_400 - 1)).to.equal(last);
      await expect(calendar.dateOf((last + 1) * 86_400))
        .to.be.revertedWithCustomError(calendar, "DayOutOfRange")
        .withArgs(last + 1, last);
    });
  });

  describe("given a day", () => {
    for (const { date, startUTC } of golden.instants) {
      it(`${date} starts at ${startUTC}`, async () => {
        expect(await calendar.startOf(dayOf(date))).to.equal(startUTC);
        expect(await calendar.dateOf(startUTC)).to.equal(dayOf(date));
        expect(await calendar.dateOf(startUTC - 1)).to.equal(dayOf(date) - 1);
      });
    }

    for (const date of ["2007-01-01", "2007-01-13", "2007-01-14", "2007-12-25"]) {
      it(`${date} is a business day and stays`, async () => {
        expect(await calendar.isBusinessDay(dayOf(date))).to.equal(true);
        expect(await calendar.roll(dayOf(date))).to.equal(dayOf(date));
      });
    }
  });
});
