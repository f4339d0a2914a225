import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { facts, fieldsOf, named, NON_PAYMENT, reporters, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Records", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("given time alone passes", () => {
    const statuses = [
      ["2003-12-31", "00:00", "outstanding"],
      ["2006-12-31", "23:59", "outstanding"],
      ["2007-01-01", "00:00", "due"],
      ["2007-01-02", "23:59", "due"],
      ["2007-01-03", "00:00", "overdue"],
      ["2034-06-01", "12:00", "overdue"],
    ] as const;

    it("derives where the note stands", async () => {
      for (const [date, clock, status] of statuses.slice(1)) {
        await given.on(date, clock);
        expect(await given.status(id)).to.equal(status);
        expect(await given.notes.dayOf(id)).to.equal(dayOf(date));
      }
    });

    it("has no day due past maturity where deadlines do not move", async () => {
      id = await given.make({ extendDeadlines: false });
      await given.on("2007-01-01", "23:59");
      expect(await given.status(id)).to.equal("due");
      await given.on("2007-01-02", "00:00");
      expect(await given.status(id)).to.equal("overdue");
    });

    it("changes nothing of the record", async () => {
      const before = await given.record(id);
      await given.on("2034-06-01");
      expect(await given.record(id)).to.deep.equal(before);
    });
  });

  describe("given a calendar of Greenwich", () => {
    it("turns the day there, and every day is a business day", async () => {
      id = await given.make({ calendar: await given.utc.getAddress() });
      const [, making] = await given.notes.termsOf(id);
      expect(making.lastDayToPay).to.equal(dayOf("2007-01-01"));
      await given.at(1167696000 - 1);
      expect(await given.status(id)).to.equal("due");
      await given.at(1167696000);
      expect(await given.status(id)).to.equal("overdue");
    });
  });

  describe("given views at any time", () => {
    const moments = [
      ["2003-12-31", "12:00"],
      ["2006-12-31", "23:59"],
      ["2007-01-01", "00:00"],
      ["2007-01-02", "12:00"],
      ["2007-01-03", "00:00"],
      ["2037-12-31", "23:59"],
    ] as const;

    it("never revert for a live note", async () => {
      await given.report(id, "petition", facts.involuntaryPetition, "2003-12-31");
      const plain = await given.makePlain();
      for (const [date, clock] of moments.slice(1)) {
        await given.on(date, clock);
        for (const note of [id, plain]) {
          await given.notes.termsOf(note);
          await given.notes.recordOf(note);
          await given.notes.dayOf(note);
          await given.notes.statusOf(note);
          await given.notes.statementOf(note);
          await given.notes.obligorOf(note);
          await given.notes.isPayable(note);
          await given.notes.transferBasis(note, given.sister);
          await given.notes.acceptanceOf(note, given.sister);
          await given.notes.factOf(note, named("petition"));
          await given.notes.openFactsOf(note);
          await given.lens.dueOn(note);
          await given.lens.payableThrough(note);
          await given.lens.standingDefaults(note);
          await given.lens.isConvertible(note);
          await given.lens.pricePerShare(note);
          await given.lens.previewConversion(note, 2n ** 256n - 1n, 2n ** 256n - 1n);
        }
      }
    });

    it("state what is owed on any day a day number can hold", async () => {
      for (const day of [0, 1, dayOf("2003-12-30"), dayOf("2007-01-01"), 2 ** 24 - 1]) {
        const { principal, interest, overdueInterest, charges, total } = await given.notes.statementOn(id, day);
        expect(principal + interest + overdueInterest + charges).to.equal(total);
        expect(principal).to.equal(usd("203323.70"));
      }
    });
  });

  describe("given facts", () => {
    it("lists the open ones with all that is recorded of them", async () => {
      await given.report(id, "judgment", facts.judgment, "2003-12-31", given.attestor);
      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      const { names, facts: open } = await given.notes.openFactsOf(id);
      expect([...names]).to.deep.equal([named("judgment"), NON_PAYMENT]);
      expect(open.map(fieldsOf)).to.deep.equal([
        {
          kind: facts.judgment,
          reporter: reporters.attestor,
          occurred: BigInt(dayOf("2003-12-31")),
          begins: BigInt(dayOf("2004-03-31")),
          cured: 0n,
          waived: false,
          ordinal: 1n,
        },
        {
          kind: facts.nonPayment,
          reporter: reporters.contract,
          occurred: BigInt(dayOf("2007-01-03")),
          begins: BigInt(dayOf("2007-01-17")),
          cured: 0n,
          waived: false,
          ordinal: 2n,
        },
      ]);
    });
  });

  describe("given the token", () => {
    it("names itself, and speaks ERC-721 and ERC-165", async () => {
      expect(await given.notes.name()).to.equal("Allonge Promissory Notes");
      expect(await given.notes.symbol()).to.equal("NOTE");
      expect(await given.notes.supportsInterface("0x80ac58cd")).to.equal(true);
      expect(await given.notes.supportsInterface("0x01ffc9a7")).to.equal(true);
      expect(await given.notes.supportsInterface("0xffffffff")).to.equal(false);
      expect(await given.notes.balanceOf(given.lender)).to.equal(1n);
    });
  });
});
