import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, facts, MATURITY, named, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Prepayment", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  async function expectPayable(payable: boolean) {
    expect(await given.notes.isPayable(id)).to.equal(payable);
    if (payable) {
      expect(await given.byPayer.pay.staticCall(id, 1n)).to.equal(1n);
    } else {
      const today = await given.notes.dayOf(id);
      await given.refused(given.byPayer.pay(id, 1n), "PrepaymentNotPermitted", today, dayOf(MATURITY));
    }
  }

  describe("given terms that prohibit it", () => {
    it("is refused to everyone through the day before maturity, and taken on maturity", async () => {
      await given.on("2006-12-31", "23:59");
      for (const who of [given.borrower, given.parent, given.attestor, given.stranger]) {
        const pay = given.as(who).pay(id, ALL);
        await given.refused(pay, "PrepaymentNotPermitted", dayOf("2006-12-31"), dayOf(MATURITY));
      }
      await expectPayable(false);
      await given.on(MATURITY, "00:00");
      await expectPayable(true);
    });
  });

  describe("given terms that allow it", () => {
    it("is taken from the first day", async () => {
      id = await given.make({ prepaymentAllowed: true });
      await expectPayable(true);
      await given.byBorrower.pay(id, ALL);
      expect(await given.status(id)).to.equal("paid");
    });
  });

  describe("given the holder's permission", () => {
    it("is told", async () => {
      const permit = given.byLender.permitPrepayment(id, dayOf("2004-06-30"));
      await given.told(permit, "PrepaymentPermitted", id, given.lender.address, dayOf("2004-06-30"));
      expect((await given.record(id)).prepaymentUntil).to.equal(dayOf("2004-06-30"));
    });

    it("is taken from anyone through its last day, refused on the next", async () => {
      await given.byLender.permitPrepayment(id, dayOf("2004-06-30"));
      await expectPayable(true);
      await given.on("2004-06-30", "23:59");
      await expectPayable(true);
      await given.on("2004-07-01", "00:00");
      await expectPayable(false);
    });

    it("may be given for today, not for yesterday", async () => {
      const permit = given.byLender.permitPrepayment(id, dayOf("2003-12-30"));
      await given.refused(permit, "UntilPassed", dayOf("2003-12-30"), dayOf("2003-12-31"));
      await given.byLender.permitPrepayment(id, dayOf("2003-12-31"));
      await expectPayable(true);
    });

    it("is replaced by a later one, be that shorter or longer", async () => {
      await given.byLender.permitPrepayment(id, dayOf("2004-06-30"));
      await given.byLender.permitPrepayment(id, dayOf("2004-01-31"));
      await given.on("2004-02-01");
      await expectPayable(false);
      await given.byLender.permitPrepayment(id, dayOf("2004-02-02"));
      await expectPayable(true);
    });

    it("is not used up by a payment", async () => {
      await given.byLender.permitPrepayment(id, dayOf("2004-06-30"));
      await given.byPayer.pay(id, usd("10"));
      await expectPayable(true);
    });

    it("ends when the holder takes it back", async () => {
      await given.byLender.permitPrepayment(id, dayOf("2004-06-30"));
      const revoke = given.byLender.revokePrepaymentPermission(id);
      await given.told(revoke, "PrepaymentPermissionRevoked", id, given.lender.address);
      await expectPayable(false);
    });

    it("may be taken back where none stands", async () => {
      await given.byLender.revokePrepaymentPermission(id);
      await expectPayable(false);
    });

    it("ends with a transfer, and the new holder may give it again", async () => {
      await given.byLender.permitPrepayment(id, dayOf("2004-06-30"));
      await given.byLender.transferFrom(given.lender, given.sister, id);
      await expectPayable(false);
      expect((await given.record(id)).prepaymentUntil).to.equal(0n);
      await given.as(given.sister).permitPrepayment(id, dayOf("2004-06-30"));
      await expectPayable(true);
    });

    it("is the present holder's alone", async () => {
      for (const who of [given.borrower, given.attestor, given.stranger]) {
        const [acts, holder] = [given.as(who), given.lender.address];
        await given.refused(acts.permitPrepayment(id, dayOf("2004-06-30")), "NotHolder", who.address, holder);
        await given.refused(acts.revokePrepaymentPermission(id), "NotHolder", who.address, holder);
      }
    });
  });

  describe("given a default that stands", () => {
    beforeEach(async () => {
      await given.on("2004-06-01");
      await given.report(id, "petition", facts.voluntaryPetition, "2004-06-01");
    });

    it("is still refused: the borrower's own default opens nothing", async () => {
      expect(await given.status(id)).to.equal("default");
      await expectPayable(false);
    });

    it("is taken once the holder has demanded, the same day and later", async () => {
      await given.byLender.demand(id, "");
      await expectPayable(true);
      await given.on("2006-12-31");
      await expectPayable(true);
    });

    it("survives a transfer of the note", async () => {
      await given.byLender.demand(id, "");
      await given.byLender.transferFrom(given.lender, given.sister, id);
      await expectPayable(true);
    });

    it("is refused again once the default called is waived", async () => {
      await given.byLender.demand(id, "");
      await given.byLender.waive(id, named("petition"));
      await expectPayable(false);
    });

    it("is not opened by a default reported after the demand, whatever day it is said to have occurred", async () => {
      await given.byLender.demand(id, "");
      await given.report(id, "older", facts.adjudication, "2004-01-15");
      await given.byLender.waive(id, named("petition"));
      expect(await given.status(id)).to.equal("default");
      await expectPayable(false);
      await given.byLender.demand(id, "");
      await expectPayable(true);
    });

    it("is not opened by a fact on record that became a default only after the demand", async () => {
      await given.report(id, "judgment", facts.judgment, "2004-06-01");
      await given.byLender.demand(id, "");
      await given.byLender.waive(id, named("petition"));
      await given.on("2004-12-01");
      expect(await given.status(id)).to.equal("default");
      await expectPayable(false);
    });

    it("is refused again once a cure in time of the default called is recorded late", async () => {
      await given.byLender.waive(id, named("petition"));
      await given.report(id, "judgment", facts.judgment, "2004-06-01");
      await given.on("2004-12-01");
      await given.byLender.demand(id, "");
      await expectPayable(true);
      await given.byAttestor.cure(id, named("judgment"), dayOf("2004-06-02"), "");
      await expectPayable(false);
    });
  });

  describe("given no principal is left", () => {
    it("is taken, so that charges can be paid and the note ends", async () => {
      await given.on("2005-09-02");
      await given.charge(id, usd("500"));
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      await expectPayable(true);
      await given.byPayer.pay(id, ALL);
      expect(await given.status(id)).to.equal("paid");
    });
  });

  describe("given the note has ended", () => {
    it("is not payable", async () => {
      await given.byLender.release(id);
      expect(await given.notes.isPayable(id)).to.equal(false);
    });
  });

  describe("given a payment before maturity", () => {
    const half = usd("114850.734252");

    beforeEach(async () => {
      await given.on("2005-09-02");
      await given.byLender.permitPrepayment(id, dayOf("2005-12-31"));
    });

    it("goes to principal and interest pro rata, principal floored", async () => {
      const pay = given.byPayer.pay(id, half);
      const taken = [usd("101661.85"), usd("13188.884252"), 0n, 0n];
      const balances = [usd("101661.85"), 0n, 0n, 0n];
      await given.told(pay, "PaymentMade", id, given.payer.address, given.lender.address, taken, balances);
    });

    it("gives an odd unit to interest, and lowers what is owed by exactly what was paid", async () => {
      const before = await given.owed(id);
      await given.byPayer.pay(id, 7n);
      const after = await given.owed(id);
      // floor(7 · 203,323.70 / 229,701.468504) = 6
      expect(before.principal - after.principal).to.equal(6n);
      expect(before.interest - after.interest).to.equal(1n);
      expect(before.total - after.total).to.equal(7n);
    });

    it("takes charges first", async () => {
      await given.charge(id, usd("1000"));
      await given.byPayer.pay(id, usd("1000") + half);
      expect(await given.owed(id)).to.include({
        charges: 0n,
        principal: usd("101661.85"),
        interest: half - usd("101661.85"),
      });
    });

    it("may be of less than the charges, and touches nothing else", async () => {
      await given.charge(id, usd("1000"));
      const before = await given.owed(id);
      await given.byPayer.pay(id, usd("999.999999"));
      expect(await given.owed(id)).to.deep.equal({ ...before, charges: 1n, total: before.total - usd("999.999999") });
      await given.byPayer.pay(id, 1n);
      expect(await given.owed(id)).to.include({ charges: 0n, interest: before.interest });
    });

    it("lets the rest accrue as if it had always been that small, but for what it carries", async () => {
      await given.byPayer.pay(id, half);
      const { principal, interest } = await given.owedOn(id, MATURITY);
      expect(interest).to.equal((principal * 775n * 1097n) / (10_000n * 365n));
    });

    it("acknowledged, counts the same", async () => {
      const twin = await given.make();
      await given.byLender.permitPrepayment(twin, dayOf("2005-12-31"));
      await given.byPayer.pay(twin, half + 1n);
      await given.byLender.acknowledge(id, half + 1n, "wire");
      expect(await given.owed(id)).to.deep.equal(await given.owed(twin));
      expect((await given.record(id)).carried).to.equal((await given.record(twin)).carried);
    });

    it("may be of all, which ends the note as paid", async () => {
      const { total } = await given.owed(id);
      expect(await given.byPayer.pay.staticCall(id, ALL)).to.equal(total);
      await given.byPayer.pay(id, total);
      expect(await given.status(id)).to.equal("paid");
    });

    it("of one unit less than all leaves one unit owed", async () => {
      const { total } = await given.owed(id);
      await given.byPayer.pay(id, total - 1n);
      expect(await given.owed(id)).to.include({ total: 1n });
      expect(await given.status(id)).to.equal("outstanding");
    });
  });
});
