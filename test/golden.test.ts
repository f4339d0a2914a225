import { expect } from "chai";

import { givenNotes } from "./helpers/notes.ts";
import { ALL, dayCounts, facts, MATURITY, named, overdueBases, tokens, usd } from "./helpers/vocabulary.ts";
import type { GoldenVectors } from "./helpers/vectors.ts";
import { readVectors } from "./helpers/vectors.ts";
import { dayOf } from "./support/days.ts";

const golden = readVectors<GoldenVectors>("golden");
const PRINCIPAL = usd("203323.70");

type DayCount = keyof typeof dayCounts;

function dayCountOf(name: string): bigint {
  if (!(name in dayCounts)) throw new Error(`no such convention: ${name}`);
  return dayCounts[name as DayCount];
}

describe("Figures to reach, from the contracts", () => {
  const given = givenNotes();

  describe("given the sample note", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make();
    });

    it("accrues 26,377.768504 by 2005-09-02 and 47,359.103191 by maturity", async () => {
      expect((await given.owedOn(id, "2005-09-02")).interest).to.equal(usd("26377.768504"));
      expect((await given.owedOn(id, MATURITY)).interest).to.equal(usd("47359.103191"));
    });

    it("is paid on 2007-01-02 with 250,682.803191 and no overdue interest", async () => {
      await given.on("2007-01-02", "23:59");
      const held = await given.currency.balanceOf(given.lender);
      await given.byBorrower.pay(id, ALL);
      expect((await given.currency.balanceOf(given.lender)) - held).to.equal(usd("250682.803191"));
      expect(await given.status(id)).to.equal("paid");
    });

    it("is owed 251,300.925171 on 2007-01-11 on the sum due", async () => {
      await given.on("2007-01-11");
      expect((await given.owed(id)).total).to.equal(usd("251300.925171"));
    });

    it("converts everything into 4,594,029 shares on 2005-09-02", async () => {
      await given.on("2005-09-02");
      await given.byLender.convert(id, ALL, 0n, 4_594_029n, "");
      expect(await given.stock.balanceOf(given.lender)).to.equal(tokens("4594029"));
    });

    it("converts everything into 5,013,656 shares on 2007-01-01", async () => {
      await given.on(MATURITY);
      await given.byLender.convert(id, ALL, 0n, 5_013_656n, "");
      expect(await given.stock.balanceOf(given.lender)).to.equal(tokens("5013656"));
    });

    it("can first be converted in second 1125633600, not in 1125633599", async () => {
      const { time } = given.connection.networkHelpers;
      await time.setNextBlockTimestamp(1125633599);
      const early = given.byLender.convert(id, ALL, 0n, 0n, "");
      await given.refused(early, "ConversionNotOpen", dayOf("2005-09-01"), dayOf("2005-09-01"));
      await time.setNextBlockTimestamp(1125633600);
      await given.byLender.convert(id, ALL, 0n, 0n, "");
    });

    it("demanded on 2007-01-03 and unpaid, is in default from second 1169010000, not in the one before", async () => {
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      await given.at(1169009999);
      expect(await given.notes.dayOf(id)).to.equal(dayOf("2007-01-16"));
      expect(await given.status(id)).to.equal("overdue");
      await given.at(1169010000);
      expect(await given.notes.dayOf(id)).to.equal(dayOf("2007-01-17"));
      expect(await given.status(id)).to.equal("default");
    });

    for (const [dismissed, status] of [
      ["2007-02-28", "overdue"],
      ["2007-03-01", "default"],
    ] as const) {
      it(`with a petition of 2006-11-30 dismissed on ${dismissed}, is ${status}`, async () => {
        await given.on("2006-11-30");
        await given.report(id, "petition", facts.involuntaryPetition, "2006-11-30");
        await given.on("2007-03-01");
        await given.byLender.cure(id, named("petition"), dayOf(dismissed), "");
        expect(await given.status(id)).to.equal(status);
      });
    }

    const splits = [
      [null, "2547807"],
      [[2n, 1n], "5095614"],
      [[3n, 2n], "3821710.5"],
      [[1n, 10n], "254780.7"],
    ] as const;
    for (const [ratio, then] of splits) {
      it(`converts half, then after ${ratio?.join(":") ?? "no split"} the rest into ${then} shares`, async () => {
        await given.on("2005-09-02");
        await given.byLender.convert(id, usd("100000"), 0n, 2_259_465n, "");
        expect(await given.stock.balanceOf(given.lender)).to.equal(tokens("2259465"));
        expect((await given.owed(id)).total).to.equal(usd("116728.218504"));
        if (ratio) await given.stock.split(...ratio);
        await given.on(MATURITY);
        const held = await given.stock.balanceOf(given.lender);
        await given.byLender.convert(id, ALL, 0n, 2_547_807n, "");
        expect((await given.stock.balanceOf(given.lender)) - held).to.equal(tokens(then));
        expect(await given.status(id)).to.equal("converted");
      });
    }
  });

  describe("given overdue interest on the principal", () => {
    it("is owed 251,184.149300 on 2007-01-11", async () => {
      const id = await given.make({ overdueBase: overdueBases.principal });
      await given.on("2007-01-11");
      expect((await given.owed(id)).total).to.equal(usd("251184.149300"));
    });
  });

  describe("given other day counts", () => {
    const byMaturity = [
      ["ACT_360", "48016.868513"],
      ["ACT_ACT_ISDA", "47315.931720"],
      ["THIRTY_360_BB", "47316.531324"],
      ["THIRTY_E_360", "47316.531324"],
    ] as const;
    for (const [dayCount, interest] of byMaturity) {
      it(`accrues ${interest} by maturity under ${dayCount}`, async () => {
        const id = await given.make({ dayCount: dayCounts[dayCount] });
        expect((await given.owedOn(id, MATURITY)).interest).to.equal(usd(interest));
      });
    }
  });

  describe("given the vectors", () => {
    for (const { dcc, from, to, units6 } of golden.accrual) {
      // a maturity long after, so that the period is one of plain accrual, and no end of a February
      it(`accrue ${units6.floor} from ${from} to ${to} under ${dcc}`, async () => {
        const id = await given.makePlain({
          dayCount: dayCountOf(dcc),
          dated: dayOf(from),
          maturity: dayOf("2010-01-04"),
        });
        expect(await given.owedOn(id, to)).to.include({ principal: PRINCIPAL, interest: BigInt(units6.floor) });
      });
    }

    for (const { dcc, date, ...owed } of golden.postMaturity) {
      for (const [base, { owed: exact }] of [
        ["principal", owed.overdue9PercentOnPrincipal],
        ["sumDue", owed.overdue9PercentOnSumDue],
      ] as const) {
        it(`owe on ${date} what ran on the ${base} under ${dcc}`, async () => {
          const id = await given.makePlain({ dayCount: dayCountOf(dcc), overdueBase: overdueBases[base] });
          const { total } = await given.owedOn(id, date);
          const million = 1_000_000n;
          const floor = (BigInt(exact.num) * million) / BigInt(exact.den);
          // interest and overdue interest are floored each, the vector not at all
          expect(floor - total).to.be.within(0n, 1n);
        });
      }
    }

    for (const { from, n, lastDayNY } of golden.periods) {
      it(`end ${n} days from ${from} on ${lastDayNY}`, async () => {
        const id = await given.make({ judgmentDays: n });
        await given.on("2007-02-01");
        await given.report(id, "judgment", facts.judgment, from);
        expect((await given.notes.factOf(id, named("judgment"))).begins).to.equal(dayOf(lastDayNY) + 1);
      });
    }
  });
});
