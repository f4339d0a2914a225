import { expect } from "chai";

import { heldOf } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import { ALL, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("LostNote, paid meanwhile", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  const declare = async () => await given.byAttestor.declareLost(id, "");
  const consent = async () => await given.byBorrower.consentToRecovery(id, given.stranger);
  const recover = async () => await given.byPayer.recover(id);

  describe("given payments meanwhile", () => {
    beforeEach(async () => {
      await given.on("2007-03-01");
      await declare();
    });

    it("are held though the holder could be reached, the debt falling", async () => {
      const { total } = await given.owed(id);
      const had = await given.currency.balanceOf(given.lender);
      const act = given.byPayer.pay(id, usd("5"));
      await given.told(act, "PaymentHeld", id, given.lender.address, usd("5"));
      expect((await given.owed(id)).total).to.equal(total - usd("5"));
      expect(await heldOf(given, id)).to.equal(usd("5"));
      expect(await given.currency.balanceOf(given.lender)).to.equal(had);
    });

    it("are the old holder's, by an objection", async () => {
      await given.byPayer.pay(id, usd("5"));
      await consent();
      const withdraw = given.byLender.withdraw(id, given.lender, given.payer);
      await given.told(withdraw, "RecoveryObjected", id, given.lender.address);
      await given.told(withdraw, "HeldPaymentWithdrawn", id, given.lender.address, given.payer.address, usd("5"));
      await expect(given.byPayer.pay(id, usd("5"))).not.to.emit(given.notes, "PaymentHeld");
    });

    it("are the new address's, by recovery, which is paid straight from then on", async () => {
      await given.byPayer.pay(id, usd("5"));
      await consent();
      await given.on("2007-04-01");
      const { stranger, lender } = given;
      const early = given.byStranger.withdraw(id, lender, stranger);
      await given.refused(early, "NotEntitled", stranger.address, lender.address);
      await recover();
      expect((await given.notes.heldFor(id, lender)).owner).to.equal(stranger.address);
      const late = given.byLender.withdraw(id, lender, lender);
      await given.refused(late, "NotEntitled", lender.address, stranger.address);
      await given.byStranger.withdraw(id, lender, given.holdco);
      const had = await given.currency.balanceOf(stranger);
      await given.byPayer.pay(id, usd("7"));
      expect((await given.currency.balanceOf(stranger)) - had).to.equal(usd("7"));
    });

    it("that pay the note off leave the recovery to go on for the money alone", async () => {
      await given.byPayer.pay(id, ALL);
      expect(await given.status(id)).to.equal("paid");
      await consent();
      await given.on("2007-03-31");
      await given.refused(recover(), "RecoveryPremature", dayOf("2007-03-31"), dayOf("2007-03-31"));
      await given.on("2007-04-01");
      const act = recover();
      await given.told(act, "NoteRecovered", id, given.lender.address, given.stranger.address);
      await expect(act).not.to.emit(given.notes, "Transfer");
      await given.refused(given.notes.ownerOf(id), "ERC721NonexistentToken", id);
      expect(await given.status(id)).to.equal("paid");
      const kept = await heldOf(given, id);
      expect(await given.byStranger.withdraw.staticCall(id, given.lender, given.stranger)).to.equal(kept);
      await given.refused(given.byLender.withdraw(id, given.lender, given.lender), "NotEntitled");
    });

    for (const way of ["object", "withdraw"] as const) {
      it(`that pay the note off leave the old holder to ${way}`, async () => {
        await consent();
        await given.byPayer.pay(id, ALL);
        const { lender } = given;
        const act = way === "object" ? given.byLender.object(id) : given.byLender.withdraw(id, lender, lender);
        await given.told(act, "RecoveryObjected", id, lender.address);
        await given.on("2007-04-01");
        await expect(recover()).to.revert(given.connection.ethers);
        expect((await given.notes.heldFor(id, lender)).owner).to.equal(lender.address);
        await given.refused(given.byBorrower.consentToRecovery(id, given.stranger), "NoteEnded", id, 1n);
      });
    }

    it("that pay the note off cannot be had by attestor, borrower or stranger", async () => {
      await given.byPayer.pay(id, ALL);
      await consent();
      for (const who of [given.attestor, given.borrower, given.stranger, given.payer]) {
        const act = given.as(who).withdraw(id, given.lender, who);
        await given.refused(act, "NotEntitled", who.address, given.lender.address);
        await given.refused(given.as(who).object(id), "NotHolder", who.address, given.lender.address);
      }
      await given.refused(given.byAttestor.declareLost(id, ""), "NoteEnded", id, 1n);
    });

    it("of an earlier holder stay that holder's", async () => {
      await given.byPayer.pay(id, usd("5"));
      await given.byLender.transferFrom(given.lender, given.sister, id);
      await given.on("2008-03-03");
      await declare();
      await consent();
      const act = given.byLender.withdraw(id, given.lender, given.lender);
      await expect(act).not.to.emit(given.notes, "RecoveryObjected");
      await given.on("2008-04-03");
      await recover();
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
      expect((await given.notes.heldFor(id, given.lender)).owner).to.equal(given.lender.address);
    });
  });
});
