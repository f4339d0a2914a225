import { expect } from "chai";

import { givenNotes } from "./helpers/notes.ts";
import { novate } from "./helpers/novation.ts";
import { ALL, ASSIGNMENT, facts, fieldsOf, MATURITY, named, NON_PAYMENT, tokens, usd } from "./helpers/vocabulary.ts";
import { dayOf } from "./support/days.ts";

describe("NoteLens", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("replacementsOf", () => {
    it("is the note alone, if it neither replaced another nor was replaced", async () => {
      await given.make();
      expect(await given.lens.replacementsOf(id)).to.deep.equal([id]);
    });

    it("is the whole chain, whichever of it is asked for, and no other note", async () => {
      await novate(given, id, given.terms({ rate: 5_000_000n }));
      const other = await given.make();
      await novate(given, id + 1n, given.terms({ rate: 6_000_000n }));
      for (const each of [id, id + 1n, id + 3n]) {
        expect(await given.lens.replacementsOf(each)).to.deep.equal([id, id + 1n, id + 3n]);
      }
      expect(await given.lens.replacementsOf(other)).to.deep.equal([other]);
    });
  });

  describe("dueOn and payableThrough", () => {
    it("are maturity, and the last day to pay", async () => {
      expect(await given.lens.dueOn(id)).to.equal(dayOf(MATURITY));
      expect(await given.lens.payableThrough(id)).to.equal(dayOf("2007-01-02"));
    });

    it("dueOn is the first day of the earliest default that stands, if that is earlier", async () => {
      await given.on("2006-06-01");
      await given.report(id, "later", facts.adjudication, "2006-03-01");
      expect(await given.lens.dueOn(id)).to.equal(dayOf("2006-03-01"));
      await given.report(id, "earlier", facts.adjudication, "2005-03-01");
      await given.report(id, "between", facts.adjudication, "2005-09-01");
      expect(await given.lens.dueOn(id)).to.equal(dayOf("2005-03-01"));
      await given.byLender.waive(id, named("earlier"));
      expect(await given.lens.dueOn(id)).to.equal(dayOf("2005-09-01"));
    });

    it("dueOn does not count a default that is yet to begin", async () => {
      await given.report(id, "judgment", facts.judgment, "2003-12-31");
      await given.on("2004-03-30", "23:59");
      expect(await given.lens.dueOn(id)).to.equal(dayOf(MATURITY));
      await given.on("2004-03-31", "00:00");
      expect(await given.lens.dueOn(id)).to.equal(dayOf("2004-03-31"));
    });

    it("dueOn stays maturity for a default after it", async () => {
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      await given.on("2007-02-01");
      expect(await given.lens.dueOn(id)).to.equal(dayOf(MATURITY));
    });
  });

  describe("standingDefaults", () => {
    it("are none at first", async () => {
      expect(await given.lens.standingDefaults(id)).to.deep.equal([]);
    });

    it("are those that stand, with their reasons", async () => {
      await given.report(id, "judgment", facts.judgment, "2003-12-31");
      await given.byBorrower.assign(id, given.stranger);
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      const shown = async () => (await given.lens.standingDefaults(id)).map(fieldsOf);
      const judgment = {
        name: named("judgment"),
        kind: facts.judgment,
        occurred: BigInt(dayOf("2003-12-31")),
        begins: BigInt(dayOf("2004-03-31")),
      };
      const assignment = {
        name: ASSIGNMENT,
        kind: facts.assignment,
        occurred: BigInt(dayOf("2003-12-31")),
        begins: BigInt(dayOf("2003-12-31")),
      };
      expect(await shown()).to.deep.equal([judgment, assignment]);
      await given.on("2007-01-17");
      const nonPayment = {
        name: NON_PAYMENT,
        kind: facts.nonPayment,
        occurred: BigInt(dayOf("2007-01-03")),
        begins: BigInt(dayOf("2007-01-17")),
      };
      expect(await shown()).to.deep.equal([judgment, assignment, nonPayment]);
      await given.byLender.waive(id, ASSIGNMENT);
      expect(await shown()).to.deep.equal([judgment, nonPayment]);
    });
  });

  describe("isConvertible", () => {
    it("follows the window, to the second", async () => {
      await given.at(1125633599);
      expect(await given.lens.isConvertible(id)).to.equal(false);
      await given.at(1125633600);
      expect(await given.lens.isConvertible(id)).to.equal(true);
    });

    it("ends with the window", async () => {
      id = await given.make({ convertibleUntil: dayOf("2006-06-30") });
      await given.on("2006-06-30", "23:59");
      expect(await given.lens.isConvertible(id)).to.equal(true);
      await given.on("2006-07-01", "00:00");
      expect(await given.lens.isConvertible(id)).to.equal(false);
    });

    it("is not without a stock", async () => {
      id = await given.makePlain();
      await given.on("2005-09-02");
      expect(await given.lens.isConvertible(id)).to.equal(false);
    });
  });

  describe("pricePerShare", () => {
    const price = async () => [...(await given.lens.pricePerShare(id))];

    it("is in lowest terms", async () => {
      expect(await price()).to.deep.equal([50_000n, 1n]);
      id = await given.make({ priceNumerator: 1_000_000n, priceDenominator: 30 });
      expect(await price()).to.deep.equal([100_000n, 3n]);
    });

    it("is of a share of today", async () => {
      await given.stock.split(3, 2);
      expect(await price()).to.deep.equal([100_000n, 3n]);
      await given.stock.split(1, 10);
      expect(await price()).to.deep.equal([1_000_000n, 3n]);
      await given.stock.recordDistribution(5, 4, "spin-off");
      expect(await price()).to.deep.equal([800_000n, 3n]);
    });

    it("counts from when the note was made", async () => {
      await given.stock.split(3, 2);
      await given.stock.recordDistribution(5, 4, "spin-off");
      id = await given.make();
      expect(await price()).to.deep.equal([50_000n, 1n]);
      await given.stock.split(2, 1);
      await given.stock.recordDistribution(2, 1, "another");
      expect(await price()).to.deep.equal([12_500n, 1n]);
    });

    it("is zero over one without a stock", async () => {
      id = await given.makePlain();
      expect(await price()).to.deep.equal([0n, 1n]);
    });
  });

  describe("previewConversion", () => {
    it("is empty without a stock", async () => {
      id = await given.makePlain();
      const preview = await given.lens.previewConversion(id, ALL, ALL);
      expect([...preview]).to.deep.equal([false, 0n, 0n, 0n, 0n, 0n, 0n, 0n, 0n, false]);
    });

    it("shows the sample's figures for 2005-09-02", async () => {
      await given.on("2005-09-02");
      expect(fieldsOf(await given.lens.previewConversion(id, usd("100000"), 0n))).to.deep.equal({
        open: true,
        principal: usd("100000"),
        interest: usd("12973.287671"),
        overdueInterest: 0n,
        charges: 0n,
        amount: usd("112973.287671"),
        shares: 2_259_465n,
        tokens: tokens("2259465"),
        leftover: usd("0.037671"),
        ends: false,
      });
    });

    it("shows what it would come to while the window is not open", async () => {
      const preview = await given.lens.previewConversion(id, ALL, 0n);
      expect([preview.open, preview.shares, preview.ends]).to.deep.equal([false, 4_066_474n, true]);
    });

    it("reads more than is owed as all, and nothing as nothing", async () => {
      await given.charge(id, usd("500"));
      const [all, beyond] = await Promise.all([
        given.lens.previewConversion(id, ALL, ALL),
        given.lens.previewConversion(id, usd("203323.70") + 1n, usd("500") + 1n),
      ]);
      expect(all).to.deep.equal(beyond);
      expect(all.ends).to.equal(true);
      const nothing = await given.lens.previewConversion(id, 0n, 0n);
      expect([nothing.amount, nothing.shares, nothing.ends]).to.deep.equal([0n, 0n, false]);
    });

    const conversions = [
      { on: "2005-09-02", principal: usd("100000"), charges: 0n },
      { on: "2005-09-02", principal: ALL, charges: 0n },
      { on: "2006-12-31", principal: usd("12345.678901"), charges: usd("3.21") },
      { on: "2007-01-01", principal: usd("77777.777777"), charges: ALL },
      { on: "2007-01-02", principal: ALL, charges: ALL },
      { on: "2007-01-11", principal: usd("100000"), charges: 1n },
      { on: "2009-05-05", principal: ALL, charges: 0n },
      { on: "2009-05-05", principal: ALL, charges: ALL },
    ] as const;
    for (const factors of ["as shares stood", "after splits and distributions"]) {
      for (const { on, principal, charges } of conversions) {
        const named = principal === ALL ? "all" : principal;
        it(`equals what a conversion of ${named} and ${charges} then does on ${on}, ${factors}`, async () => {
          await given.charge(id, usd("500"));
          await given.on("2005-09-02");
          await given.byLender.convert(id, usd("20000.000001"), 0n, 0n, "");
          await given.on(on);
          if (on === "2009-05-05") await given.byPayer.pay(id, usd("60000"));
          if (factors !== "as shares stood") {
            await given.stock.split(3, 7);
            await given.stock.recordDistribution(11, 10, "dividend");
          }
          const preview = await given.lens.previewConversion(id, principal, charges);
          const [before, held] = [await given.owed(id), await given.stock.balanceOf(given.lender)];
          await given.byLender.convert(id, principal, charges, preview.shares, "");
          const told = (await given.notes.queryFilter(given.notes.filters.Converted(id))).at(-1)?.args;
          const taken = [preview.principal, preview.interest, preview.overdueInterest, preview.charges];
          expect(told?.taken).to.deep.equal(taken);
          expect(told?.shares).to.equal(preview.shares);
          expect(told?.leftover).to.equal(preview.leftover);
          const rise = (await given.stock.balanceOf(given.lender)) - held;
          expect(rise - preview.tokens).to.be.within(0n, 1n);
          expect(await given.status(id)).to.equal(preview.ends ? "converted" : await given.status(id));
          const fell = before.total - (await given.owed(id)).total;
          expect(fell).to.equal(preview.ends ? before.total : preview.amount - preview.leftover);
        });
      }
    }
  });
});
