import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, dayCounts, facts, fieldsOf, named, overdueBases, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const UINT96_MAX = 2n ** 96n - 1n;
const UINT24_MAX = 2 ** 24 - 1;
const ALMOST_ALL = 99_999_999n;

describe("Adversary: the largest and the smallest", () => {
  const given = givenNotes();

  describe("given the largest principal, rates and term", () => {
    for (const [name, dayCount, denominator] of [
      ["ACT_360", dayCounts.ACT_360, 360n],
      ["ACT_365F", dayCounts.ACT_365F, 365n],
    ] as const) {
      it(`tells what is owed on the last day there is, ${name}`, async () => {
        const id = await given.makePlain({
          calendar: await given.utc.getAddress(),
          principal: UINT96_MAX,
          rate: ALMOST_ALL,
          overdueRate: ALMOST_ALL,
          dayCount,
          dated: 0,
          maturity: UINT24_MAX,
          convertibleAfter: 0,
        });
        const owed = fieldsOf(await given.notes.statementOn(id, UINT24_MAX));
        expect(owed["interest"]).to.equal(
          (UINT96_MAX * ALMOST_ALL * BigInt(UINT24_MAX)) / (100_000_000n * denominator),
        );
        expect(await given.status(id)).to.equal("outstanding");
      });
    }

    it("runs overdue interest for as long", async () => {
      const terms = {
        principal: UINT96_MAX,
        rate: ALMOST_ALL,
        overdueRate: ALMOST_ALL,
        overdueBase: overdueBases.sumDue,
      };
      const id = await given.makePlain({ ...terms, dated: 0, maturity: 1 });
      const owed = fieldsOf(await given.notes.statementOn(id, UINT24_MAX));
      const base = UINT96_MAX + (UINT96_MAX * ALMOST_ALL) / (100_000_000n * 365n);
      expect(owed["overdueInterest"]).to.equal((base * ALMOST_ALL * BigInt(UINT24_MAX - 1)) / (100_000_000n * 365n));
    });

    it("is paid in part and in full, with charges to the limit", async () => {
      const id = await given.makePlain({ principal: UINT96_MAX, rate: ALMOST_ALL, overdueRate: ALMOST_ALL, dated: 0 });
      await given.charge(id, UINT96_MAX);
      await given.on("2030-01-01");
      const { total } = await given.owed(id);
      await given.currency.mint(given.payer, total);
      await given.byPayer.pay(id, total - 1n);
      expect((await given.owed(id)).total).to.equal(1n);
      await given.byPayer.pay(id, ALL);
      expect(await given.status(id)).to.equal("paid");
    });

    it("refuses to be made where its shares do not fit, and fits where they do", async () => {
      const vast = { principal: UINT96_MAX, rate: ALMOST_ALL, dated: 0 };
      const cheap = given.make({ ...vast, priceNumerator: 1n, priceDenominator: 2n ** 32n - 1n });
      await expect(cheap).to.be.revertedWithCustomError(given.stock, "SafeCastOverflowedUintDowncast");
      const id = await given.make({ ...vast, priceNumerator: UINT96_MAX, priceDenominator: 1n });
      await given.on("2007-01-01");
      await given.byLender.convert(id, ALL, 0n, 1n, "");
      expect(await given.status(id)).to.equal("converted");
    });

    it("allows the longest days of grace", async () => {
      const id = await given.make({ graceDays: 65_535, dismissalDays: 65_535, judgmentDays: 65_535 });
      await given.report(id, "petition", facts.involuntaryPetition, "2003-12-31");
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      expect((await given.notes.factOf(id, named("nonPayment"))).begins).to.be.greaterThan(dayOf("2186-06-01"));
    });
  });

  describe("given one unit of principal", () => {
    it("is converted by nobody and paid by anyone", async () => {
      const id = await given.make({ principal: 1n });
      await given.on("2007-01-01");
      await given.refused(given.byLender.convert(id, ALL, 0n, 0n, ""), "NoWholeShare", 1n, usd("0.05"));
      await given.byPayer.pay(id, 1n);
      expect(await given.status(id)).to.equal("paid");
    });

    it("is not shaved by prepaying a unit at a time", async () => {
      const id = await given.makePlain({ principal: 5n, rate: 50_000_000n, prepaymentAllowed: true });
      await given.on("2006-12-31");
      const { total } = await given.owed(id);
      for (let left = total; left > 0n; left -= 1n) {
        expect((await given.owed(id)).total).to.equal(left);
        await given.byPayer.pay(id, 1n);
      }
      expect(await given.status(id)).to.equal("paid");
    });
  });

  describe("given a price of almost everything owed", () => {
    it("when a part leaves almost a share's price, keeps it owed, and sums to the unit", async () => {
      const id = await given.make({ priceNumerator: usd("100000"), overdueRate: 0n });
      await given.on("2005-09-02");
      const before = (await given.owed(id)).total;
      await given.byLender.convert(id, usd("160000"), 0n, 1n, "");
      expect((await given.owed(id)).total).to.equal(before - usd("100000"));
      expect((await given.owed(id)).principal).to.equal(usd("43323.70"));
      await given.byLender.convert(id, ALL, 0n, 1n, "");
      expect(await given.status(id)).to.equal("converted");
    });
  });

  describe("given factors of the stock at both ends of 64 bits", () => {
    const [large, small] = [2n ** 64n - 59n, 2n ** 64n - 83n];

    beforeEach(async () => {
      await given.stock.split(large, small);
    });

    for (const [now, ratio] of [
      ["up", [2n, 1n]],
      ["down", [small, large]],
      ["away", [1n, 1n]],
    ] as const) {
      it(`quotes and converts all, ${now}`, async () => {
        const id = await given.make();
        if (now === "down") await given.stock.split(...ratio);
        await given.on("2005-09-02");
        const preview = await given.lens.previewConversion(id, ALL, ALL);
        await given.lens.pricePerShare(id);
        await given.byLender.convert(id, ALL, ALL, preview.shares, "");
        expect(await given.stock.balanceOf(given.lender)).to.equal(preview.tokens);
      });
    }

    // known limit of a view: a price, two splits and a distribution of no common factor at the ends of their bits
    it("shows no price that does not fit 256 bits, and converts all the same", async () => {
      const id = await given.make({ priceNumerator: UINT96_MAX, principal: UINT96_MAX });
      await given.stock.split(small, large);
      await given.stock.split(1n, 2n ** 64n - 95n);
      await given.stock.recordDistribution(2n ** 64n - 179n, 2n ** 64n - 189n, "");
      await expect(given.lens.pricePerShare(id)).to.revert(given.connection.ethers);
      await given.on("2005-09-02");
      await given.byLender.convert(id, ALL, ALL, 1n, "");
      expect(await given.status(id)).to.equal("converted");
    });
  });

  describe("given a note dated on the first day there is", () => {
    // known limit: day 0 stands for none, so a cure of that very day is recorded as none
    it("when a petition of that day is dismissed that day, must be told of the day after", async () => {
      const id = await given.make({ calendar: await given.utc.getAddress(), dated: 0 });
      await given.report(id, "petition", facts.involuntaryPetition, "1970-01-01");
      await given.byLender.cure(id, named("petition"), 0, "");
      expect(await given.status(id)).to.equal("default");
      await given.byLender.cure(id, named("petition"), 1, "");
      expect(await given.status(id)).to.equal("outstanding");
    });
  });
});
