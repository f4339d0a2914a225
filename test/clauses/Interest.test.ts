import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { dayCounts, facts, named, overdueBases, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const NOTHING = { principal: 0n, interest: 0n, overdueInterest: 0n, charges: 0n, total: 0n };

describe("Interest", () => {
  const given = givenNotes();

  describe("given a note of a thousand a day", () => {
    // 36.5% of 100,000,000.00 a year: 100,000.00 a day
    const round = { principal: usd("100000000"), rate: 36_500_000n, priceNumerator: usd("5") };
    const aDay = usd("100000");

    const days = [
      ["1970-01-01", 0n],
      ["2003-12-30", 0n],
      ["2003-12-31", 0n],
      ["2004-01-01", aDay],
      ["2004-02-29", 60n * aDay],
      ["2006-12-31", 1096n * aDay],
      ["2007-01-01", 1097n * aDay],
      ["2007-01-02", 1097n * aDay],
      ["2107-01-01", 1097n * aDay],
    ] as const;
    for (const [date, interest] of days) {
      it(`shows ${interest / aDay} days of interest for ${date}`, async () => {
        const id = await given.make({ ...round, overdueRate: 0n });
        expect(await given.owedOn(id, date)).to.deep.equal({
          principal: round.principal,
          interest,
          overdueInterest: 0n,
          charges: 0n,
          total: round.principal + interest,
        });
      });
    }

    it("counts a day from New York's midnight", async () => {
      const id = await given.make(round);
      const midnight = 1125633600;
      await given.at(midnight - 1);
      expect((await given.owed(id)).interest).to.equal(610n * aDay);
      await given.at(midnight);
      expect((await given.owed(id)).interest).to.equal(611n * aDay);
    });

    it("counts a day from Greenwich's midnight if the calendar is UTC", async () => {
      const id = await given.make({ ...round, calendar: await given.utc.getAddress() });
      const midnight = 1125619200;
      await given.at(midnight - 1);
      expect((await given.owed(id)).interest).to.equal(610n * aDay);
      await given.at(midnight);
      expect((await given.owed(id)).interest).to.equal(611n * aDay);
    });

    it("shows today what it has shown for today before", async () => {
      const id = await given.make(round);
      for (const date of ["2004-02-29", "2005-09-02", "2007-01-01", "2007-01-02", "2007-01-03", "2009-07-05"]) {
        const foreseen = await given.owedOn(id, date);
        await given.on(date);
        expect(await given.owed(id)).to.deep.equal(foreseen);
      }
    });
  });

  describe("given fractions of a unit", () => {
    it("floors once: one unit at 7.75% comes to nothing for twelve years and to one in the thirteenth", async () => {
      const id = await given.makePlain({ principal: 1n, maturity: dayOf("2020-01-01") });
      // 365 / 0.0775 = 4709.6… days
      expect((await given.notes.statementOn(id, dayOf("2003-12-31") + 4709)).interest).to.equal(0n);
      expect((await given.notes.statementOn(id, dayOf("2003-12-31") + 4710)).interest).to.equal(1n);
    });

    it("does not add up floors of parts", async () => {
      const id = await given.makePlain();
      let [sum, before] = [0n, 0n];
      for (const date of ["2004-12-31", "2005-12-31", "2006-12-31"]) {
        const { interest } = await given.owedOn(id, date);
        sum += interest - before;
        before = interest;
      }
      expect(sum).to.equal((usd("203323.70") * 775n * 1096n) / (10_000n * 365n));
    });
  });

  describe("given it is past the last day to pay", () => {
    const owed = usd("203323.70") + usd("47359.103191");
    const overdueOn = (base: bigint, days: bigint) => (base * 9n * days) / (100n * 365n);

    it("runs from maturity, and from the day after the last day to pay", async () => {
      const id = await given.make();
      expect((await given.owedOn(id, "2007-01-01")).overdueInterest).to.equal(0n);
      expect((await given.owedOn(id, "2007-01-02")).overdueInterest).to.equal(0n);
      expect((await given.owedOn(id, "2007-01-03")).overdueInterest).to.equal(overdueOn(owed, 2n));
      expect((await given.owedOn(id, "2008-01-01")).overdueInterest).to.equal(overdueOn(owed, 365n));
    });

    it("runs from the day after maturity if deadlines do not move", async () => {
      const id = await given.make({ extendDeadlines: false });
      expect((await given.owedOn(id, "2007-01-01")).overdueInterest).to.equal(0n);
      expect((await given.owedOn(id, "2007-01-02")).overdueInterest).to.equal(overdueOn(owed, 1n));
    });

    it("runs on principal alone if that is the base", async () => {
      const id = await given.make({ overdueBase: overdueBases.principal });
      expect((await given.owedOn(id, "2007-01-11")).overdueInterest).to.equal(overdueOn(usd("203323.70"), 10n));
    });

    it("does not run without an overdue rate", async () => {
      const id = await given.make({ overdueRate: 0n });
      expect((await given.owedOn(id, "2017-01-11")).total).to.equal(owed);
    });

    it("is simple, and charges bear none", async () => {
      const id = await given.make();
      await given.charge(id, usd("1000"));
      expect(await given.owedOn(id, "2017-01-11")).to.include({
        interest: usd("47359.103191"),
        overdueInterest: overdueOn(owed, 3663n),
        charges: usd("1000"),
      });
    });

    it("follows the note's day count", async () => {
      const id = await given.make({ dayCount: dayCounts.THIRTY_E_360, overdueBase: overdueBases.principal });
      expect((await given.owedOn(id, "2007-01-31")).overdueInterest).to.equal(
        (usd("203323.70") * 9n * 29n) / (100n * 360n),
      );
    });

    it("runs from then on, on what a payment left of the base", async () => {
      const id = await given.make();
      await given.on("2007-01-11");
      await given.byPayer.pay(id, overdueOn(owed, 10n) + usd("47359.103191") + usd("103323.70"));
      expect(await given.owed(id)).to.include({ principal: usd("100000"), interest: 0n, overdueInterest: 0n });
      // ten days were 618.121980 and a fraction of 0.47…, which is not lost
      const fraction = (owed * 9n * 10n) % (100n * 365n);
      expect((await given.owedOn(id, "2007-01-21")).overdueInterest).to.equal(
        (usd("100000") * 9n * 10n + fraction) / (100n * 365n),
      );
    });

    it("is not shaved by a payment of one unit a day", async () => {
      const id = await given.make({ overdueBase: overdueBases.principal });
      for (const date of ["2007-01-03", "2007-01-04", "2007-01-05", "2007-01-06"]) {
        await given.on(date);
        await given.byPayer.pay(id, 1n);
      }
      expect((await given.owedOn(id, "2007-01-11")).overdueInterest).to.equal(overdueOn(usd("203323.70"), 10n) - 4n);
    });

    it("counts an act by the last day to pay as done on maturity", async () => {
      const id = await given.make({ overdueBase: overdueBases.principal });
      await given.on("2007-01-02", "23:59");
      await given.byPayer.pay(id, usd("47359.103191") + usd("3323.70"));
      expect((await given.owedOn(id, "2007-01-11")).overdueInterest).to.equal(overdueOn(usd("200000"), 10n));
    });
  });

  describe("given facts of every kind", () => {
    it("changes no figure by report, default, demand, cure or waiver", async () => {
      const [id, quiet] = [await given.make(), await given.make()];
      const expectSame = async () => expect(await given.owed(id)).to.deep.equal(await given.owed(quiet));
      await given.on("2004-06-01");
      for (const [name, kind] of Object.entries(facts).slice(0, 6)) {
        await given.report(id, name, kind, "2004-06-01");
        await expectSame();
      }
      await given.byLender.demand(id, "");
      await given.on("2005-09-02");
      await expectSame();
      await given.byLender.cure(id, named("judgment"), dayOf("2004-06-02"), "");
      await given.byLender.waive(id, named("adjudication"));
      await given.byBorrower.assign(id, given.stranger);
      await given.on("2007-01-11");
      await given.byLender.demand(id, "");
      await given.on("2007-02-01");
      await expectSame();
    });
  });

  describe("given a note that has ended", () => {
    it("shows nothing owed, for any day", async () => {
      const id = await given.make();
      await given.on("2006-01-01");
      await given.byLender.release(id);
      expect(await given.owed(id)).to.deep.equal(NOTHING);
      for (const date of ["1970-01-01", "2006-01-02", "2007-01-11", "2100-01-01"]) {
        expect(await given.owedOn(id, date)).to.deep.equal(NOTHING);
      }
    });

    for (const base of ["principal", "sumDue"] as const) {
      it(`shows nothing owed after an overdue life on the ${base}`, async () => {
        const id = await given.make({ overdueBase: overdueBases[base] });
        await given.on("2007-02-01");
        await given.byPayer.pay(id, usd("100000"));
        await given.on("2007-03-01");
        await given.byPayer.pay(id, usd("1000000"));
        expect(await given.status(id)).to.equal("paid");
        expect(await given.owed(id)).to.deep.equal(NOTHING);
        expect(await given.owedOn(id, "2010-01-01")).to.deep.equal(NOTHING);
        expect((await given.record(id)).overdueCarried).to.equal(0n);
      });
    }
  });

  describe("given a day gone by", () => {
    it("shows no interest where a later payment has taken all", async () => {
      const id = await given.make();
      await given.on("2007-01-01");
      await given.byPayer.pay(id, usd("47359.103191") + usd("100000"));
      expect(await given.owed(id)).to.include({ principal: usd("103323.70"), interest: 0n });
      for (const date of ["1970-01-01", "2003-12-31", "2005-01-01", "2006-12-31"]) {
        expect(await given.owedOn(id, date)).to.include({ principal: usd("103323.70"), interest: 0n });
      }
    });

    it("shows no overdue interest where a later payment has taken all", async () => {
      const id = await given.make();
      await given.on("2007-02-01");
      await given.byPayer.pay(id, usd("200000"));
      for (const date of ["2007-01-01", "2007-01-02", "2007-01-03", "2007-01-31"]) {
        expect(await given.owedOn(id, date)).to.include({ overdueInterest: 0n });
      }
    });
  });
});
