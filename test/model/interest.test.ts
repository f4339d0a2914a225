import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { rational } from "../../src/math/rational.ts";
import { after, sampleNote, usd, viewOn } from "./fixture.ts";

const overdue = { rate: rational(9n, 100n), rateScaled: 9_000_000n, base: "sumDue" as const };

describe("model: interest", () => {
  describe("given a note with which nothing was done", () => {
    it("starts at nothing on the day it is dated", () => {
      expect(viewOn(sampleNote(), "2003-12-31").interest).to.equal(0n);
    });

    it("stops at maturity", () => {
      expect(viewOn(sampleNote(), "2019-05-01").interest).to.equal(usd("47359.103191"));
    });

    it("tells of a later day what will be owed", () => {
      const shown = viewOn(sampleNote(), "2004-01-01");
      expect(shown.statementOn(dayOf("2007-01-11"))).to.deep.equal({
        principal: usd("203323.70"),
        interest: usd("47359.103191"),
        overdueInterest: usd("618.121980"),
        charges: 0n,
        total: usd("251300.925171"),
      });
    });
  });

  describe("given a day gone by", () => {
    it("says what had been owed had the present debt stood then, and never less than nothing", () => {
      const paid = after(sampleNote({ overdue }), ["2007-03-01", "borrower", { do: "pay", amount: usd("100000") }]);
      const shown = viewOn(paid, "2007-03-01");
      expect(shown.statementOn(dayOf("2003-12-31"))).to.include({ interest: 0n, overdueInterest: 0n });
      expect(shown.statementOn(dayOf("2007-01-03"))).to.include({ interest: 0n, overdueInterest: 0n });
    });
  });

  describe("given the last day to pay has passed", () => {
    it("runs overdue interest from maturity, not from the last day to pay", () => {
      expect(viewOn(sampleNote(), "2007-01-02").overdueInterest).to.equal(0n);
      // two days of 250,682.803191 at 9%: 123.6243…
      expect(viewOn(sampleNote(), "2007-01-03").overdueInterest).to.equal(usd("123.624396"));
    });

    it("runs none where the terms have none", () => {
      expect(viewOn(sampleNote({ overdue: null }), "2010-01-01").overdueInterest).to.equal(0n);
    });

    it("runs from maturity on what a payment by the last day to pay has left", () => {
      const paid = after(sampleNote(), ["2007-01-02", "borrower", { do: "pay", amount: usd("150682.803191") }]);
      // ten days of 100,000 at 9%
      expect(viewOn(paid, "2007-01-11").overdueInterest).to.equal(usd("246.575342"));
    });

    it("runs on what is left of the base from the day of a payment", () => {
      const paid = after(sampleNote(), ["2007-01-11", "borrower", { do: "pay", amount: usd("151300.925171") }]);
      expect(viewOn(paid, "2007-01-11").overdueInterest).to.equal(0n);
      expect(viewOn(paid, "2007-01-11").total).to.equal(usd("100000"));
      // eleven days of 100,000 are 271.2328767; with the .47 of a unit that no payment took, one unit more
      expect(viewOn(paid, "2007-01-22").overdueInterest).to.equal(usd("271.232877"));
    });

    it("loses nothing to a payment of one unit a day", () => {
      let world = sampleNote();
      for (let day = 3; day <= 31; day++) {
        const on = `2007-01-${String(day).padStart(2, "0")}`;
        world = after(world, [on, "borrower", { do: "pay", amount: 1n }]);
      }
      const untouched = viewOn(sampleNote(), "2007-01-31").total;
      expect(viewOn(world, "2007-01-31").total).to.equal(untouched - 29n);
    });
  });

  describe("given a convention under which days do not add", () => {
    const world = sampleNote({ dayCount: "THIRTY_360_BB", overdue });

    it("is left alone by a charge admitted and paid in the middle", () => {
      const charged = after(
        world,
        ["2007-01-31", "borrower", { do: "charge", kind: "lateFee", amount: usd("10") }],
        ["2007-01-31", "borrower", { do: "pay", amount: usd("10") }],
      );
      for (const day of ["2007-01-31", "2007-02-28", "2007-03-01", "2007-03-31"]) {
        expect(viewOn(charged, day).total).to.equal(viewOn(world, day).total);
      }
    });
  });

  describe("given a note that matures at the end of February under THIRTY_E_360_ISDA", () => {
    it("counts the day after as one day overdue", () => {
      const maturity = dayOf("2007-02-28");
      const world = sampleNote({
        dayCount: "THIRTY_E_360_ISDA",
        maturity,
        lastDayToPay: maturity,
        overdue: { ...overdue, base: "principal" },
      });
      // 203,323.70 · 9% / 360
      expect(viewOn(world, "2007-03-01").overdueInterest).to.equal(usd("50.830925"));
    });
  });

  describe("given charges", () => {
    it("runs no interest on them", () => {
      const charged = after(sampleNote(), [
        "2007-01-11",
        "borrower",
        { do: "charge", kind: "collectionCost", amount: usd("5000") },
      ]);
      expect(viewOn(charged, "2008-01-11").overdueInterest).to.equal(
        viewOn(sampleNote(), "2008-01-11").overdueInterest,
      );
    });
  });
});
