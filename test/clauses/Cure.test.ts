import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ASSIGNMENT, facts, NON_PAYMENT, named } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Default: cure, waiver, open facts", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("given an involuntary petition of 2006-11-30", () => {
    const petition = named("petition");

    beforeEach(async () => {
      await given.on("2006-11-30");
      await given.report(id, "petition", facts.involuntaryPetition, "2006-11-30");
    });

    const cure = (occurred: string, by = given.lender) => given.as(by).cure(id, petition, dayOf(occurred), "order");

    it("dismissed on 2007-02-28, is no default", async () => {
      await given.on("2007-02-28");
      const act = cure("2007-02-28");
      const rest = [given.lender.address, dayOf("2007-02-28"), true, "order"];
      await given.told(act, "CureReported", id, petition, ...rest);
      await given.on("2007-03-01");
      expect(await given.status(id)).to.equal("overdue");
    });

    it("dismissed on 2007-03-01, is a default, and the dismissal is on record", async () => {
      await given.on("2007-03-01");
      const rest = [given.lender.address, dayOf("2007-03-01"), false, "order"];
      await given.told(cure("2007-03-01"), "CureReported", id, petition, ...rest);
      expect(await given.status(id)).to.equal("default");
      expect((await given.notes.factOf(id, petition)).cured).to.equal(dayOf("2007-03-01"));
    });

    it("dismissed in time, counts though it is recorded late: the default is as if it had never been", async () => {
      await given.on("2007-06-01");
      expect(await given.status(id)).to.equal("default");
      await cure("2007-02-28");
      expect(await given.status(id)).to.equal("overdue");
      expect(await given.lens.dueOn(id)).to.equal(dayOf("2007-01-01"));
    });

    it("has the earliest cure count, in whatever order they are recorded", async () => {
      await given.on("2007-06-01");
      await cure("2007-05-01");
      await cure("2007-05-15", given.attestor);
      expect((await given.notes.factOf(id, petition)).cured).to.equal(dayOf("2007-05-01"));
      expect(await given.status(id)).to.equal("default");
      await given.told(
        cure("2007-02-01", given.attestor),
        "CureReported",
        id,
        petition,
        given.attestor.address,
        dayOf("2007-02-01"),
        true,
        "order",
      );
      expect(await given.status(id)).to.equal("overdue");
    });

    it("once closed, stays closed, and a further cure closes nothing", async () => {
      await given.on("2007-01-15");
      await cure("2007-01-10");
      await given.told(
        cure("2007-01-05"),
        "CureReported",
        id,
        petition,
        given.lender.address,
        dayOf("2007-01-05"),
        false,
        "order",
      );
      expect((await given.notes.factOf(id, petition)).cured).to.equal(dayOf("2007-01-05"));
      expect((await given.notes.openFactsOf(id)).names).to.deep.equal([]);
    });

    it("waived, is closed by no later cure, which is on record", async () => {
      await given.byLender.waive(id, petition);
      await given.told(
        cure("2006-11-30"),
        "CureReported",
        id,
        petition,
        given.lender.address,
        dayOf("2006-11-30"),
        false,
        "order",
      );
    });

    it("takes a cure from the fact's day to today", async () => {
      await given.on("2007-01-15");
      const [filed, today] = [dayOf("2006-11-30"), dayOf("2007-01-15")];
      await given.refused(cure("2006-11-29"), "OccurredOutOfRange", filed - 1, filed, today);
      await given.refused(cure("2007-01-16"), "OccurredOutOfRange", today + 1, filed, today);
      await cure("2007-01-15");
      await cure("2006-11-30");
    });

    it("takes the holder's and the attestor's word of a cure, nobody else's", async () => {
      const { lender, attestor } = given;
      for (const who of [given.borrower, given.parent, given.sister, given.stranger]) {
        const act = cure("2006-11-30", who);
        await given.refused(act, "NotHolderOrAttestor", who.address, lender.address, attestor.address);
      }
    });

    it("takes nobody's as attestor if none is named", async () => {
      const nobody = "0x0000000000000000000000000000000000000000";
      id = await given.make({ attestor: nobody });
      await given.report(id, "petition", facts.involuntaryPetition, "2006-11-30");
      const { attestor, lender } = given;
      await given.refused(
        cure("2006-11-30", attestor),
        "NotHolderOrAttestor",
        attestor.address,
        lender.address,
        nobody,
      );
    });

    it("knows no cure of a fact that is unknown", async () => {
      const act = given.byLender.cure(id, named("other"), dayOf("2006-11-30"), "");
      await given.refused(act, "FactUnknown", named("other"));
    });
  });

  describe("given a petition that is default at once", () => {
    it("has a cure recorded, even of the same day, which changes nothing", async () => {
      await given.report(id, "petition", facts.voluntaryPetition, "2003-12-31");
      const act = given.byLender.cure(id, named("petition"), dayOf("2003-12-31"), "");
      const rest = [given.lender.address, dayOf("2003-12-31"), false, ""];
      await given.told(act, "CureReported", id, named("petition"), ...rest);
      expect(await given.status(id)).to.equal("default");
    });
  });

  describe("given defaults (i) and (iv)", () => {
    it("take no cure by report", async () => {
      await given.byBorrower.assign(id, given.stranger);
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      const cure = (name: string) => given.byLender.cure(id, name, dayOf("2007-01-03"), "");
      await given.refused(cure(NON_PAYMENT), "FactNotCurable", NON_PAYMENT, facts.nonPayment);
      await given.refused(cure(ASSIGNMENT), "FactNotCurable", ASSIGNMENT, facts.assignment);
    });
  });

  describe("given the holder waives", () => {
    const judgment = named("judgment");

    beforeEach(async () => {
      await given.report(id, "judgment", facts.judgment, "2003-12-31");
      await given.report(id, "petition", facts.voluntaryPetition, "2003-12-31");
    });

    it("a fact that may become a default: it never does", async () => {
      await given.told(given.byLender.waive(id, judgment), "FactWaived", id, judgment, given.lender.address);
      await given.byLender.waive(id, named("petition"));
      await given.on("2004-12-31");
      expect(await given.status(id)).to.equal("outstanding");
      expect((await given.notes.factOf(id, judgment)).waived).to.equal(true);
    });

    it("a default that stands: it stands no more, and the others do", async () => {
      await given.on("2004-12-31");
      await given.byLender.waive(id, named("petition"));
      expect(await given.status(id)).to.equal("default");
      expect(await given.lens.dueOn(id)).to.equal(dayOf("2004-03-31"));
      await given.byLender.waive(id, judgment);
      expect(await given.status(id)).to.equal("outstanding");
    });

    it("twice, or what is unknown, closed or not open: refused", async () => {
      await given.byLender.waive(id, judgment);
      await given.refused(given.byLender.waive(id, judgment), "FactNotOpen", judgment);
      await given.refused(given.byLender.waive(id, named("other")), "FactNotOpen", named("other"));
      await given.refused(given.byLender.waive(id, NON_PAYMENT), "FactNotOpen", NON_PAYMENT);
      await given.report(id, "second", facts.judgment, "2003-12-31");
      await given.byAttestor.cure(id, named("second"), dayOf("2003-12-31"), "");
      await given.refused(given.byLender.waive(id, named("second")), "FactNotOpen", named("second"));
    });

    it("and nobody else can", async () => {
      for (const who of [given.borrower, given.attestor, given.sister, given.stranger]) {
        await given.refused(given.as(who).waive(id, judgment), "NotHolder", who.address, given.lender.address);
      }
    });

    it("and delay waives nothing", async () => {
      await given.on("2034-12-31");
      expect(await given.status(id)).to.equal("default");
    });
  });

  describe("given a demand before maturity", () => {
    const demand = () => given.byLender.demand(id, "call");

    beforeEach(async () => {
      await given.on("2004-06-01");
    });

    it("is premature with no default, also while a fact may become one", async () => {
      const premature = [dayOf("2004-06-01"), dayOf("2007-01-02")];
      await given.refused(demand(), "DemandPremature", ...premature);
      await given.report(id, "judgment", facts.judgment, "2004-06-01");
      await given.refused(demand(), "DemandPremature", ...premature);
    });

    it("calls the debt while a default stands, from its first day", async () => {
      // ninety days end on Memorial Day, the 31st of May, and so on the 1st of June
      await given.report(id, "judgment", facts.judgment, "2004-03-02");
      await given.refused(demand(), "DemandPremature", dayOf("2004-06-01"), dayOf("2007-01-02"));
      await given.on("2004-06-02");
      const act = demand();
      await given.told(act, "Demanded", id, given.lender.address, dayOf("2004-06-02"), "call");
      await expect(act).not.to.emit(given.notes, "FactReported");
      expect(await given.record(id)).to.include({ calledOn: BigInt(dayOf("2004-06-02")), calledThrough: 1n });
    });

    it("is the holder's alone", async () => {
      for (const who of [given.borrower, given.attestor, given.stranger]) {
        await given.refused(given.as(who).demand(id, ""), "NotHolder", who.address, given.lender.address);
      }
    });
  });

  describe("given sixteen open facts of one side", () => {
    beforeEach(async () => {
      for (let n = 1; n <= 16; n++) await given.report(id, `fact ${n}`, facts.judgment, "2003-12-31");
    });

    const seventeenth = (by = given.borrower) => given.report(id, "one more", facts.judgment, "2003-12-31", by);

    it("refuses a seventeenth from that side", async () => {
      await given.refused(seventeenth(), "TooManyOpenFacts", 16n, 16n);
    });

    it("takes sixteen of the other side", async () => {
      for (let n = 17; n <= 32; n++) {
        await given.report(id, `fact ${n}`, facts.judgment, "2003-12-31", given.attestor);
      }
      await given.refused(seventeenth(given.attestor), "TooManyOpenFacts", 16n, 16n);
      expect((await given.notes.openFactsOf(id)).names).to.have.lengthOf(32);
      expect(await given.status(id)).to.equal("outstanding");
    });

    it("takes one more once one was waived, or cured in time, and the right one leaves the list", async () => {
      await given.byLender.waive(id, named("fact 3"));
      await seventeenth();
      await given.byLender.cure(id, named("fact 16"), dayOf("2003-12-31"), "");
      await given.report(id, "and another", facts.judgment, "2003-12-31");
      await given.refused(given.report(id, "x", facts.judgment, "2003-12-31"), "TooManyOpenFacts", 16n, 16n);
      const { names } = await given.notes.openFactsOf(id);
      const numbers = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
      const expected = [...numbers.map((n) => named(`fact ${n}`)), named("one more"), named("and another")];
      expect([...names].sort()).to.deep.equal(expected.sort());
    });

    it("takes one more of the attestor once one of the attestor's was waived, and one alone", async () => {
      for (let n = 17; n <= 32; n++) {
        await given.report(id, `fact ${n}`, facts.judgment, "2003-12-31", given.attestor);
      }
      await given.byLender.waive(id, named("fact 20"));
      await seventeenth(given.attestor);
      const another = given.report(id, "x", facts.judgment, "2003-12-31", given.attestor);
      await given.refused(another, "TooManyOpenFacts", 16n, 16n);
    });

    it("counts neither default (i) nor (iv), recorded or waived", async () => {
      await given.byBorrower.assign(id, given.stranger);
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      expect((await given.notes.openFactsOf(id)).names).to.have.lengthOf(18);
      await given.byLender.waive(id, NON_PAYMENT);
      await given.refused(seventeenth(), "TooManyOpenFacts", 16n, 16n);
    });
  });
});
