import { expect } from "chai";
import { encodeBytes32String, toUtf8Bytes, zeroPadBytes, ZeroHash } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, facts, fieldsOf, NON_PAYMENT, named, reporters, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const LAST_DAY_TO_PAY = "2007-01-02";

describe("Default", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("(i) non-payment", () => {
    async function demand() {
      return await given.byLender.demand(id, "letter");
    }

    it("takes a demand as premature through the last day to pay, and as notice from the next day", async () => {
      for (const date of ["2006-12-31", "2007-01-01", LAST_DAY_TO_PAY]) {
        await given.on(date, "23:59");
        await given.refused(demand(), "DemandPremature", dayOf(date), dayOf(LAST_DAY_TO_PAY));
      }
      await given.on("2007-01-03", "00:00");
      await demand();
      expect(await given.status(id)).to.equal("overdue");
    });

    it("never ripens from a demand that was premature", async () => {
      await given.on("2006-12-31");
      await expect(demand()).to.be.revertedWithCustomError(given.notes, "DemandPremature");
      await given.on("2009-01-01");
      expect(await given.status(id)).to.equal("overdue");
    });

    it("tells the demand and the notice, with the day default begins unless paid", async () => {
      await given.on("2007-01-03");
      const act = demand();
      const [today, begins] = [dayOf("2007-01-03"), dayOf("2007-01-17")];
      await given.told(act, "Demanded", id, given.lender.address, today, "letter");
      const { nonPayment } = facts;
      const by = given.lender.address;
      const rest = [reporters.contract, by, today, begins, 1n, "letter"];
      await given.told(act, "FactReported", id, NON_PAYMENT, nonPayment, ...rest);
      expect(fieldsOf(await given.notes.factOf(id, NON_PAYMENT))).to.deep.equal({
        kind: nonPayment,
        reporter: reporters.contract,
        occurred: BigInt(today),
        begins: BigInt(begins),
        cured: 0n,
        waived: false,
        ordinal: 1n,
      });
    });

    it("begins the day after the last day of grace, to the second", async () => {
      await given.on("2007-01-03");
      await demand();
      await given.at(1169009999);
      expect(await given.status(id)).to.equal("overdue");
      await given.at(1169010000);
      expect(await given.status(id)).to.equal("default");
    });

    const periods = [
      ["2007-01-03", true, 10, "2007-01-17"],
      ["2007-01-05", true, 10, "2007-01-17"],
      ["2007-01-03", false, 10, "2007-01-14"],
      ["2007-01-03", true, 0, "2007-01-04"],
      ["2007-01-03", true, 65_535, "2186-06-09"],
    ] as const;
    for (const [notice, extendDeadlines, graceDays, begins] of periods) {
      const rolled = extendDeadlines ? "" : ", deadlines not extended";
      it(`begins on ${begins} after notice on ${notice} and ${graceDays} days${rolled}`, async () => {
        id = await given.make({ extendDeadlines, graceDays });
        await given.on(notice);
        await demand();
        expect((await given.notes.factOf(id, NON_PAYMENT)).begins).to.equal(dayOf(begins));
      });
    }

    it("keeps the day of the first notice, the second being only told", async () => {
      await given.on("2007-01-03");
      await demand();
      await given.on("2007-01-10");
      const again = given.byLender.demand(id, "second letter");
      await given.told(again, "Demanded", id, given.lender.address, dayOf("2007-01-10"), "second letter");
      await expect(again).not.to.emit(given.notes, "FactReported");
      expect((await given.notes.factOf(id, NON_PAYMENT)).begins).to.equal(dayOf("2007-01-17"));
    });

    describe("when the borrower pays all principal within the days of grace", () => {
      beforeEach(async () => {
        await given.on("2007-01-03");
        await demand();
      });

      it("is averted on the last day, though charges admitted later stand", async () => {
        await given.on("2007-01-16", "23:59");
        const { total } = await given.owed(id);
        await given.charge(id, usd("5"));
        await given.byPayer.pay(id, total + usd("4"));
        expect(await given.owed(id)).to.include({ principal: usd("1") });
        await given.byPayer.pay(id, usd("1"));
        expect(await given.status(id)).to.equal("paid");
      });

      it("is averted while charges are still owed, which a conversion leaves", async () => {
        await given.charge(id, usd("5"));
        await given.on("2007-01-16", "23:59");
        await given.byLender.convert(id, ALL, 0n, 0n, "");
        expect(await given.owed(id)).to.include({ principal: 0n, charges: usd("5") });
        await given.on("2007-06-01");
        expect(await given.status(id)).to.equal("overdue");
        expect((await given.notes.factOf(id, NON_PAYMENT)).cured).to.equal(dayOf("2007-01-16"));
        expect((await given.notes.openFactsOf(id)).names).to.deep.equal([]);
      });

      it("told, names the day and that it closes the fact", async () => {
        await given.charge(id, usd("5"));
        const act = given.byLender.convert(id, ALL, 0n, 0n, "");
        const [by, today] = [given.lender.address, dayOf("2007-01-03")];
        await given.told(act, "CureReported", id, NON_PAYMENT, by, today, true, "");
      });

      it("is not averted a day later", async () => {
        await given.charge(id, usd("5"));
        await given.on("2007-01-17", "00:00");
        await given.byLender.convert(id, ALL, 0n, 0n, "");
        expect(await given.status(id)).to.equal("default");
        expect((await given.notes.factOf(id, NON_PAYMENT)).cured).to.equal(0n);
      });

      it("is not averted by all but a unit", async () => {
        await given.byPayer.pay(id, (await given.owed(id)).total - 1n);
        await given.on("2007-01-17");
        expect(await given.status(id)).to.equal("default");
      });

      it("with no principal left, takes no further demand, and waits for nothing", async () => {
        await given.charge(id, usd("5"));
        await given.byLender.convert(id, ALL, 0n, 0n, "");
        await given.refused(demand(), "PrincipalNotOwed", id);
      });
    });

    it("waived, may be demanded again, as a new fact with new days of grace", async () => {
      await given.on("2007-01-03");
      await demand();
      await given.on("2007-01-20");
      expect(await given.status(id)).to.equal("default");
      await given.byLender.waive(id, NON_PAYMENT);
      expect(await given.status(id)).to.equal("overdue");
      await demand();
      expect(await given.status(id)).to.equal("overdue");
      const fact = await given.notes.factOf(id, NON_PAYMENT);
      expect([fact.begins, fact.ordinal, fact.waived]).to.deep.equal([BigInt(dayOf("2007-01-31")), 2n, false]);
      await given.on("2007-01-31");
      expect(await given.status(id)).to.equal("default");
    });

    it("while it stands, a demand calls the debt and gives no new notice", async () => {
      await given.on("2007-01-03");
      await demand();
      await given.on("2007-01-17");
      await expect(demand()).not.to.emit(given.notes, "FactReported");
      expect(await given.record(id)).to.include({ calledOn: BigInt(dayOf("2007-01-17")), calledThrough: 1n });
    });
  });

  describe("(ii), (iii) facts reported", () => {
    beforeEach(async () => {
      await given.on("2006-11-30");
    });

    const begins = [
      ["voluntaryPetition", "2006-11-30"],
      ["consentedPetition", "2006-11-30"],
      ["adjudication", "2006-11-30"],
      ["assignmentForCreditors", "2006-11-30"],
      ["involuntaryPetition", "2007-03-01"],
      ["judgment", "2007-03-01"],
    ] as const;
    for (const [kind, first] of begins) {
      it(`${kind}: default from ${first}`, async () => {
        const act = given.byBorrower.report(id, named("fact"), facts[kind], dayOf("2006-11-30"), "ipfs://filing");
        const [by, occurred] = [given.borrower.address, dayOf("2006-11-30")];
        const rest = [reporters.borrower, by, occurred, dayOf(first), 1n, "ipfs://filing"];
        await given.told(act, "FactReported", id, named("fact"), facts[kind], ...rest);
        if (first !== "2006-11-30") {
          await given.on("2007-02-28", "23:59");
          expect(await given.status(id)).not.to.equal("default");
          await given.on(first, "00:00");
        }
        expect(await given.status(id)).to.equal("default");
      });
    }

    it("rolls the last day of 90 days to a business day, if deadlines extend", async () => {
      // 2006-10-02 and 90 days is Sunday, the last of the year
      await given.report(id, "petition", facts.involuntaryPetition, "2006-10-02");
      expect((await given.notes.factOf(id, named("petition"))).begins).to.equal(dayOf("2007-01-03"));
      const other = await given.make({ extendDeadlines: false });
      await given.report(other, "petition", facts.involuntaryPetition, "2006-10-02");
      expect((await given.notes.factOf(other, named("petition"))).begins).to.equal(dayOf("2007-01-01"));
    });

    it("counts dismissal and judgment days each by its own term", async () => {
      id = await given.make({ dismissalDays: 30, judgmentDays: 60, extendDeadlines: false });
      await given.report(id, "petition", facts.involuntaryPetition, "2006-11-01");
      await given.report(id, "judgment", facts.judgment, "2006-11-01");
      expect((await given.notes.factOf(id, named("petition"))).begins).to.equal(dayOf("2006-12-02"));
      expect((await given.notes.factOf(id, named("judgment"))).begins).to.equal(dayOf("2007-01-01"));
    });

    it("takes the attestor's word, and keeps whose it is", async () => {
      await given.report(id, "fact", facts.judgment, "2006-11-30", given.attestor);
      expect((await given.notes.factOf(id, named("fact"))).reporter).to.equal(reporters.attestor);
    });

    it("takes nobody else's", async () => {
      const { borrower, attestor, lender, parent, stranger } = given;
      for (const who of [lender, parent, stranger]) {
        const act = given.report(id, "fact", facts.judgment, "2006-11-30", who);
        await given.refused(act, "NotBorrowerOrAttestor", who.address, borrower.address, attestor.address);
      }
    });

    it("takes nobody's as attestor if none is named", async () => {
      id = await given.make({ attestor: "0x0000000000000000000000000000000000000000" });
      const act = given.report(id, "fact", facts.judgment, "2006-11-30", given.attestor);
      const nobody = "0x0000000000000000000000000000000000000000";
      await given.refused(act, "NotBorrowerOrAttestor", given.attestor.address, given.borrower.address, nobody);
    });

    it("takes a day from the date of the note to today", async () => {
      const [dated, today] = [dayOf("2003-12-31"), dayOf("2006-11-30")];
      const before = given.report(id, "fact", facts.judgment, "2003-12-30");
      await given.refused(before, "OccurredOutOfRange", dated - 1, dated, today);
      const after = given.report(id, "fact", facts.judgment, "2006-12-01");
      await given.refused(after, "OccurredOutOfRange", today + 1, dated, today);
      await given.report(id, "first", facts.judgment, "2003-12-31");
      await given.report(id, "last", facts.judgment, "2006-11-30");
    });

    it("default by a fact that occurred in the past begins in the past", async () => {
      await given.report(id, "petition", facts.voluntaryPetition, "2006-01-15");
      expect(await given.lens.dueOn(id)).to.equal(dayOf("2006-01-15"));
    });

    for (const kind of ["nonPayment", "assignment"] as const) {
      it(`refuses ${kind} as a kind and as a name: the note records it itself`, async () => {
        const reserved = facts[kind];
        await given.refused(given.report(id, "fact", reserved, "2006-11-30"), "FactKindReserved", reserved);
        await given.refused(given.report(id, kind, facts.judgment, "2006-11-30"), "FactNameReserved", named(kind));
      });
    }

    it("takes a name of one to 31 bytes", async () => {
      const report = (name: string) => given.byBorrower.report(id, name, facts.judgment, dayOf("2006-11-30"), "");
      await given.refused(report(ZeroHash), "FactNameInvalid", ZeroHash);
      const long = `0x${"61".repeat(32)}`;
      await given.refused(report(long), "FactNameInvalid", long);
      await report(encodeBytes32String("a"));
      await report(zeroPadBytes(toUtf8Bytes("a".repeat(31)), 32));
    });

    it("takes a name once, though the fact was waived or closed", async () => {
      await given.report(id, "fact", facts.judgment, "2006-11-30");
      const again = () => given.report(id, "fact", facts.adjudication, "2006-11-30", given.attestor);
      await given.refused(again(), "FactNameTaken", named("fact"));
      await given.byLender.waive(id, named("fact"));
      await given.refused(again(), "FactNameTaken", named("fact"));
    });

    it("keeps names of one note from those of another", async () => {
      const other = await given.make();
      await given.report(id, "fact", facts.adjudication, "2006-11-30");
      await given.report(other, "fact", facts.judgment, "2006-11-30");
      expect(await given.status(id)).to.equal("default");
      expect(await given.status(other)).to.equal("outstanding");
    });

    it("reads an unknown fact as none", async () => {
      expect((await given.notes.factOf(id, named("nothing"))).ordinal).to.equal(0n);
    });
  });
});
