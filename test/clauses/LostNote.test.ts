import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import { newYorkTime } from "../helpers/time.ts";
import { dayOf } from "../support/days.ts";

const LATER = dayOf("2009-12-31");
const GAS = { gasLimit: 5_000_000n };

describe("LostNote", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  const declare = async () => await given.byAttestor.declareLost(id, "https://example.com/police-report");
  const consent = async (to = given.stranger) => await given.byBorrower.consentToRecovery(id, to);
  const recover = async () => await given.byPayer.recover(id);

  /** Declared and consented to on one day of 2007, after maturity. */
  async function underWay() {
    await given.on("2007-03-01");
    await declare();
    await consent();
  }

  async function recovered() {
    await underWay();
    await given.on("2007-04-01");
    await recover();
  }

  /** Expects an act to be refused in the last second before a midnight, and taken in the first after it. */
  async function opensAtMidnight(date: string, act: () => Promise<unknown>, error: string, ...args: number[]) {
    const midnight = newYorkTime(date, "00:00");
    const { time } = given.connection.networkHelpers;
    await time.setNextBlockTimestamp(midnight - 1);
    await given.refused(act(), error, ...args);
    await time.setNextBlockTimestamp(midnight);
    await act();
  }

  describe("given a declaration", () => {
    beforeEach(async () => {
      await given.on("2004-03-01");
    });

    it("is told, and put on record", async () => {
      const day = dayOf("2004-03-01");
      const { lender, attestor } = given;
      const evidence = "https://example.com/police-report";
      await given.told(declare(), "NoteDeclaredLost", id, lender.address, attestor.address, day, evidence);
      const recovery = await given.notes.recoveryOf(id);
      const { to, consentedOn, declaredOn, lastDeclaredOn, holder } = recovery;
      const found = [to, consentedOn, declaredOn, lastDeclaredOn, holder];
      expect(found).to.deep.equal([ZeroAddress, 0n, BigInt(day), BigInt(day), lender.address]);
    });

    it("changes no figure and no right of the holder's by itself", async () => {
      const before = await given.record(id);
      const { total } = await given.owed(id);
      await declare();
      expect(await given.record(id)).to.deep.equal(before);
      expect((await given.owed(id)).total).to.equal(total);
      await given.on("2010-01-01");
      expect(await given.notes.ownerOf(id)).to.equal(given.lender.address);
      await given.refused(recover(), "RecoveryNotConsented", id);
    });

    it("is refused of a note without attestor, by whomever", async () => {
      const other = await given.make({ attestor: ZeroAddress });
      for (const who of [given.attestor, given.borrower, given.lender, given.stranger]) {
        await given.refused(given.as(who).declareLost(other, ""), "NotAttestor", who.address, ZeroAddress);
      }
    });

    for (const ended of ["objected to", "still standing"]) {
      it(`${ended}, bars a second through the 365th day after it`, async () => {
        await declare();
        if (ended === "objected to") await given.byLender.object(id);
        const [first, last] = [dayOf("2004-03-01"), dayOf("2005-03-01")];
        expect(last - first).to.equal(365);
        await given.refused(declare(), "DeclaredWithinYear", first, first);
        const again = () => given.byAttestor.declareLost(id, "", GAS);
        await opensAtMidnight("2005-03-02", again, "DeclaredWithinYear", last, first);
        expect((await given.notes.recoveryOf(id)).declaredOn).to.equal(BigInt(last + 1));
      });
    }

    it("bars a second though the note has passed to another meanwhile", async () => {
      await declare();
      await given.byLender.transferFrom(given.lender, given.sister, id);
      const day = dayOf("2004-03-01");
      await given.refused(declare(), "DeclaredWithinYear", day, day);
    });
  });

  describe("given 30 days", () => {
    it("run from the declaration, if consent came first", async () => {
      await given.on("2004-01-10");
      await consent();
      await given.on("2004-03-20", "23:59");
      await declare();
      // through April 19, over a change of clocks on April 4
      const [today, through] = [dayOf("2004-04-19"), dayOf("2004-04-19")];
      expect(through - dayOf("2004-03-20")).to.equal(30);
      await opensAtMidnight("2004-04-20", () => given.byPayer.recover(id, GAS), "RecoveryPremature", today, through);
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
    });

    it("run from the consent, if the declaration came first", async () => {
      await given.on("2004-01-10");
      await declare();
      await given.on("2004-10-15", "00:00");
      await consent();
      const through = dayOf("2004-11-14");
      await opensAtMidnight("2004-11-15", () => given.byPayer.recover(id, GAS), "RecoveryPremature", through, through);
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
    });

    it("run anew from another address, and from the same once revoked", async () => {
      await underWay();
      await given.on("2007-03-20");
      await consent(given.holdco);
      await given.on("2007-04-05");
      await given.refused(recover(), "RecoveryPremature", dayOf("2007-04-05"), dayOf("2007-04-19"));
      await given.byBorrower.revokeRecoveryConsent(id);
      await consent(given.holdco);
      await given.on("2007-04-21");
      await given.refused(recover(), "RecoveryPremature", dayOf("2007-04-21"), dayOf("2007-05-05"));
      await given.on("2007-05-06");
      await recover();
      expect(await given.notes.ownerOf(id)).to.equal(given.holdco.address);
    });

    it("are not begun anew by the same address again, which is refused", async () => {
      await underWay();
      await given.on("2007-03-20");
      await given.refused(consent(), "RecoveryAlreadyConsented", given.stranger.address);
      await given.on("2007-04-01");
      await recover();
    });

    it("are days of the note's calendar", async () => {
      id = await given.make({ calendar: await given.utc.getAddress() });
      await given.on("2007-03-01", "20:00");
      await declare();
      await consent();
      // already March 2 in Greenwich
      await given.on("2007-04-01", "19:59");
      await given.refused(recover(), "RecoveryPremature", dayOf("2007-04-01"), dayOf("2007-04-01"));
      await given.on("2007-04-01", "20:00");
      await recover();
    });
  });

  describe("given consent", () => {
    beforeEach(async () => {
      await given.on("2007-03-01");
    });

    it("is told, and put on record", async () => {
      const day = dayOf("2007-03-01");
      await given.told(consent(), "RecoveryConsented", id, given.borrower.address, given.stranger.address, day);
      const { to, consentedOn } = await given.notes.recoveryOf(id);
      expect([to, consentedOn]).to.deep.equal([given.stranger.address, BigInt(day)]);
    });

    it("is refused to the holder itself, to a party and to nobody", async () => {
      await given.as(given.subsidiary).acceptAssignment(id);
      await given.byBorrower.assign(id, given.subsidiary);
      for (const declared of [false, true]) {
        if (declared) await declare();
        for (const to of [given.lender, given.borrower, given.subsidiary, given.attestor]) {
          const act = given.as(given.subsidiary).consentToRecovery(id, to);
          await given.refused(act, "PartyCannotHold", to.address);
        }
        // no consent is on record, so nobody is the address consented to already
        const nobody = given.as(given.subsidiary).consentToRecovery(id, ZeroAddress);
        await given.refused(nobody, "RecoveryAlreadyConsented", ZeroAddress);
      }
    });

    it("revoked, is gone", async () => {
      await declare();
      await consent();
      const act = given.byBorrower.revokeRecoveryConsent(id);
      await given.told(act, "RecoveryConsentRevoked", id, given.borrower.address, given.stranger.address);
      await given.on("2008-01-01");
      await given.refused(recover(), "RecoveryNotConsented", id);
      await given.refused(given.byBorrower.revokeRecoveryConsent(id), "RecoveryNotConsented", id);
    });

    it("ends with the borrower as obligor; the declaration stands, and the new obligor may consent", async () => {
      await underWay();
      await given.as(given.subsidiary).acceptAssignment(id);
      const act = given.byBorrower.assign(id, given.subsidiary);
      await given.told(act, "RecoveryConsentRevoked", id, given.borrower.address, given.stranger.address);
      await given.on("2007-05-01");
      await given.refused(recover(), "RecoveryNotConsented", id);
      await given.refused(consent(), "NotBorrower", given.borrower.address, given.subsidiary.address);
      await given.as(given.subsidiary).consentToRecovery(id, given.holdco);
      await given.on("2007-06-01");
      await recover();
      expect(await given.notes.ownerOf(id)).to.equal(given.holdco.address);
    });

    it("is not ended by an assignment to a stranger, which changes no obligor", async () => {
      await underWay();
      await given.byBorrower.assign(id, given.payer);
      await given.on("2007-04-01");
      await recover();
    });

    it("without a declaration moves nothing, however long", async () => {
      await consent();
      await given.on("2010-01-01");
      await given.refused(recover(), "NotDeclaredLost", id);
    });
  });

  describe("given a recovery", () => {
    it("moves the note, told as such and by ERC-721", async () => {
      await underWay();
      await given.on("2007-04-01");
      const act = recover();
      await given.told(act, "NoteRecovered", id, given.lender.address, given.stranger.address);
      await given.told(act, "Transfer", given.lender.address, given.stranger.address, id);
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
      await given.byStranger.acknowledge(id, 1n, "");
    });

    it("changes no figure", async () => {
      await underWay();
      await given.on("2007-04-01");
      const before = { ...(await given.record(id)), holder: given.stranger.address };
      await recover();
      expect(await given.record(id)).to.deep.equal(before);
    });

    it("ends what the old holder had allowed", async () => {
      await given.byLender.approve(given.holdco, id);
      await given.byLender.setApprovalForAll(given.sister, true);
      await given.byLender.permitPrepayment(id, LATER);
      await given.on("2004-03-01");
      await declare();
      await consent();
      await given.byBorrower.consentToTransfer(id, given.payer, LATER);
      await given.on("2004-04-01");
      await recover();
      expect(await given.record(id)).to.include({ consentUntil: 0n, prepaymentUntil: 0n });
      for (const who of [given.lender, given.holdco, given.sister]) {
        const move = given.as(who).transferFrom(given.stranger, given.payer, id);
        await given.refused(move, "ERC721InsufficientApproval", who.address, id);
      }
    });

    it("is not done twice", async () => {
      await recovered();
      await given.refused(recover(), "NotDeclaredLost", id);
    });

    it("lets the old address never hold this note again, but any other", async () => {
      await recovered();
      const { lender, stranger } = given;
      const again = given.byBorrower.consentToTransfer(id, lender, LATER);
      await given.refused(again, "PartyCannotHold", lender.address);
      await given.refused(given.byStranger.transferFrom(stranger, lender, id), "PartyCannotHold", lender.address);
      await given.refused(given.byBorrower.consentToRecovery(id, lender), "PartyCannotHold", lender.address);
      expect(await given.notes.canTransfer(stranger, lender, id)).to.equal(false);
      const other = await given.make();
      expect(await given.notes.ownerOf(other)).to.equal(lender.address);
    });

    it("may be followed by another, a year later, to an address that never held the note", async () => {
      await recovered();
      await given.on("2008-03-03");
      await declare();
      await given.refused(consent(given.lender), "PartyCannotHold", given.lender.address);
      await consent(given.holdco);
      await given.on("2008-04-03");
      await recover();
      expect(await given.notes.ownerOf(id)).to.equal(given.holdco.address);
      for (const former of [given.lender, given.stranger]) {
        expect((await given.notes.heldFor(id, former)).owner).to.equal(given.holdco.address);
        await given.refused(given.byBorrower.consentToTransfer(id, former, LATER), "PartyCannotHold", former.address);
      }
    });
  });
});
