import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, endings, facts, named, NON_PAYMENT, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Adversary: defaults in odd orders", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("given a borrower that would cut off conversion by its own default", () => {
    beforeEach(async () => {
      await given.on("2005-08-01");
    });

    async function expectNotPayable() {
      expect(await given.notes.isPayable(id)).to.equal(false);
      await given.refused(given.byBorrower.pay(id, ALL), "PrepaymentNotPermitted");
    }

    it("when it reports one, cannot pay", async () => {
      await given.report(id, "bust", facts.voluntaryPetition, "2005-08-01");
      await expectNotPayable();
    });

    it("when it reports another, older one after the holder's call was for one since waived, cannot pay", async () => {
      await given.report(id, "first", facts.voluntaryPetition, "2005-08-01");
      await given.byLender.demand(id, "");
      await given.byLender.waive(id, named("first"));
      await given.report(id, "older", facts.adjudication, "2004-01-01");
      await expectNotPayable();
    });

    it("when the attestor reports the cure that undoes the default called, cannot pay", async () => {
      await given.report(id, "judged", facts.judgment, "2005-01-03");
      await given.byLender.demand(id, "");
      expect(await given.notes.isPayable(id)).to.equal(true);
      await given.byAttestor.cure(id, named("judged"), dayOf("2005-02-01"), "");
      await expectNotPayable();
    });

    it("when a petition on record at the call becomes a default after it, cannot pay for that one", async () => {
      await given.report(id, "first", facts.adjudication, "2005-07-31");
      await given.report(id, "petition", facts.involuntaryPetition, "2005-07-31");
      await given.byLender.demand(id, "");
      await given.byLender.waive(id, named("first"));
      await given.on("2006-01-02");
      expect(await given.status(id)).to.equal("default");
      await expectNotPayable();
    });

    it("when it assigns to a stranger and back to itself, cannot pay", async () => {
      await given.byBorrower.assign(id, given.stranger);
      await given.refused(given.byBorrower.assign(id, given.borrower), "SameObligor");
      await expectNotPayable();
    });

    it("when the permission was given to another holder, cannot pay", async () => {
      await given.byLender.permitPrepayment(id, dayOf("2006-01-01"));
      await given.byLender.transferFrom(given.lender, given.sister, id);
      await given.as(given.sister).transferFrom(given.sister, given.lender, id);
      await expectNotPayable();
    });
  });

  describe("given a holder in a hurry", () => {
    it("when it demands before the last day to pay is past, is refused, and nothing ripens", async () => {
      await given.on("2007-01-02", "23:59");
      await given.refused(given.byLender.demand(id, ""), "DemandPremature");
      await given.on("2007-02-01");
      expect(await given.status(id)).to.equal("overdue");
    });

    it("when it demands again within the grace, keeps the first day of grace", async () => {
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      await given.on("2007-01-16");
      await given.byLender.demand(id, "");
      expect((await given.notes.factOf(id, NON_PAYMENT)).begins).to.equal(dayOf("2007-01-17"));
      await given.at(1169009999);
      expect(await given.status(id)).to.equal("overdue");
      await given.at(1169010000);
      expect(await given.status(id)).to.equal("default");
    });

    it("when it waives and demands again the same day, starts the grace again that day", async () => {
      await given.on("2007-01-17");
      await given.byLender.demand(id, "");
      await given.byLender.waive(id, NON_PAYMENT);
      await given.byLender.demand(id, "");
      const [names] = await given.notes.openFactsOf(id);
      expect([...names]).to.deep.equal([NON_PAYMENT]);
      expect(await given.status(id)).to.equal("overdue");
    });

    it("when principal is converted within the grace, is averted, and cannot be demanded again", async () => {
      await given.on("2007-01-03");
      await given.charge(id, usd("10"));
      await given.byLender.demand(id, "");
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      await given.on("2007-02-01");
      expect(await given.status(id)).to.equal("overdue");
      await given.refused(given.byLender.demand(id, ""), "PrincipalNotOwed", id);
      await given.byBorrower.pay(id, ALL);
      expect((await given.record(id)).ending).to.equal(endings.paid);
    });

    it("when the borrower pays all but a unit of principal, defaults all the same", async () => {
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      await given.on("2007-01-16", "23:00");
      const { total } = await given.owed(id);
      await given.byBorrower.pay(id, total - 1n);
      await given.on("2007-01-17");
      expect(await given.status(id)).to.equal("default");
    });
  });

  describe("given cures told out of order", () => {
    it("lets the earliest day count, whoever tells it last, and a later one undo nothing", async () => {
      await given.report(id, "petition", facts.involuntaryPetition, "2003-12-31");
      await given.on("2004-07-01");
      expect(await given.status(id)).to.equal("default");
      await given.byLender.cure(id, named("petition"), dayOf("2004-06-01"), "");
      expect(await given.status(id)).to.equal("default");
      await given.byAttestor.cure(id, named("petition"), dayOf("2004-01-02"), "");
      expect(await given.status(id)).to.equal("outstanding");
      await given.byLender.cure(id, named("petition"), dayOf("2004-07-01"), "");
      expect(await given.status(id)).to.equal("outstanding");
    });

    it("never gives back a name, closed or waived", async () => {
      await given.report(id, "petition", facts.involuntaryPetition, "2003-12-31");
      await given.byLender.cure(id, named("petition"), dayOf("2003-12-31"), "");
      await given.refused(given.report(id, "petition", facts.judgment, "2003-12-31"), "FactNameTaken");
      await given.refused(given.byLender.waive(id, named("petition")), "FactNotOpen");
    });

    it("frees a place for each fact closed or waived, once", async () => {
      for (let i = 0; i < 16; i += 1) await given.report(id, `fact ${String(i)}`, facts.judgment, "2003-12-31");
      await given.byLender.waive(id, named("fact 3"));
      await given.byLender.cure(id, named("fact 3"), dayOf("2003-12-31"), "");
      await given.byLender.cure(id, named("fact 15"), dayOf("2003-12-31"), "");
      await given.byLender.cure(id, named("fact 15"), dayOf("2003-12-31"), "");
      await given.report(id, "seventeenth", facts.judgment, "2003-12-31");
      await given.report(id, "eighteenth", facts.judgment, "2003-12-31");
      await given.refused(given.report(id, "nineteenth", facts.judgment, "2003-12-31"), "TooManyOpenFacts", 16n, 16n);
    });
  });

  describe("given as many open facts as there can be", () => {
    it("leaves every act within reach", async () => {
      for (let i = 0; i < 16; i += 1) {
        await given.report(id, `by borrower ${String(i)}`, facts.voluntaryPetition, "2003-12-31");
        await given.report(id, `by attestor ${String(i)}`, facts.voluntaryPetition, "2003-12-31", given.attestor);
      }
      await given.byBorrower.assign(id, given.stranger);
      await given.on("2006-06-01");
      const dearest = 700_000n;
      for (const act of [
        await given.byLender.demand(id, ""),
        await given.byBorrower.pay(id, 1n),
        await given.byLender.convert(id, usd("1000"), 0n, 0n, ""),
        await given.byLender.waive(id, named("by attestor 15")),
      ]) {
        expect((await act.wait())?.gasUsed).to.be.lessThan(dearest);
      }
    });
  });
});
