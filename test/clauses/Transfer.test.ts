import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import type { Account } from "../helpers/notes.ts";
import { bases, facts, named, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const UNTIL = "2004-03-31";

describe("Transfer", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  async function consent(to: Account = given.stranger, until = UNTIL) {
    return await given.byBorrower.consentToTransfer(id, to, dayOf(until));
  }

  async function transfer(to: Account = given.stranger, from: Account = given.lender) {
    return await given.as(from).transferFrom(from, to, id);
  }

  async function expectNeedsConsent(to: Account = given.stranger, consentTo = ZeroAddress, until = 0) {
    expect(await given.notes.transferBasis(id, to)).to.equal(bases.needsConsent);
    const today = await given.notes.dayOf(id);
    const act = given.byLender.transferFrom(given.lender, to, id);
    await given.refused(act, "ConsentRequired", to.address, consentTo, until, today);
  }

  describe("given an affiliate of the holder", () => {
    for (const to of ["sister", "holdco"] as const) {
      it(`passes freely to the ${to}`, async () => {
        expect(await given.notes.transferBasis(id, given[to])).to.equal(bases.affiliate);
        await given.told(transfer(given[to]), "Transfer", given.lender.address, given[to].address, id);
        expect(await given.notes.ownerOf(id)).to.equal(given[to].address);
      });
    }

    it("passes to the holder itself", async () => {
      expect(await given.notes.transferBasis(id, given.lender)).to.equal(bases.affiliate);
      await transfer(given.lender);
    });

    it("needs consent once control is revoked", async () => {
      await given.registry.connect(given.registrar).revokeControl(given.sister, "");
      await expectNeedsConsent(given.sister);
    });

    it("needs consent if the terms do not free affiliates, the holder included", async () => {
      id = await given.make({ affiliatesFree: false });
      await expectNeedsConsent(given.sister);
      await expectNeedsConsent(given.lender);
    });

    it("needs consent if the terms name no register, but for the holder itself", async () => {
      id = await given.make({ registry: ZeroAddress });
      await expectNeedsConsent(given.sister);
      expect(await given.notes.transferBasis(id, given.lender)).to.equal(bases.affiliate);
      await transfer(given.lender);
    });

    it("counts from the present holder, not from the first", async () => {
      await consent();
      await transfer();
      const today = dayOf("2003-12-31");
      const act = given.byStranger.transferFrom(given.stranger, given.sister, id);
      await given.refused(act, "ConsentRequired", given.sister.address, ZeroAddress, 0, today);
    });
  });

  describe("given anyone else", () => {
    it("needs consent", async () => {
      await expectNeedsConsent();
    });

    it("needs it for each note", async () => {
      await consent();
      id = await given.make();
      await expectNeedsConsent();
    });
  });

  describe("given the borrower's consent", () => {
    it("is told and on record", async () => {
      const act = given.byBorrower.consentToTransfer(id, given.stranger, dayOf(UNTIL));
      await given.told(act, "ConsentGiven", id, given.borrower.address, given.stranger.address, dayOf(UNTIL));
      const stands = { consentTo: given.stranger.address, consentUntil: BigInt(dayOf(UNTIL)) };
      expect(await given.record(id)).to.include(stands);
      expect(await given.notes.transferBasis(id, given.stranger)).to.equal(bases.consent);
    });

    it("passes through its last day, not on the next", async () => {
      await consent();
      await given.on("2004-04-01", "00:00");
      await expectNeedsConsent(given.stranger, given.stranger.address, dayOf(UNTIL));
    });

    it("passes in the last minute", async () => {
      await consent();
      await given.on(UNTIL, "23:59");
      await transfer();
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
    });

    it("may be for today, not for a day gone by", async () => {
      const act = given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2003-12-30"));
      await given.refused(act, "UntilPassed", dayOf("2003-12-30"), dayOf("2003-12-31"));
      await consent(given.stranger, "2003-12-31");
      await transfer();
    });

    it("is for its transferee alone", async () => {
      await consent();
      await expectNeedsConsent(given.payer, given.stranger.address, dayOf(UNTIL));
    });

    it("is replaced by a later one", async () => {
      await consent();
      await consent(given.payer, "2004-02-01");
      await expectNeedsConsent(given.stranger, given.payer.address, dayOf("2004-02-01"));
      await transfer(given.payer);
    });

    it("is used up by one transfer", async () => {
      await consent();
      await transfer();
      expect((await given.record(id)).consentUntil).to.equal(0n);
      await given.byStranger.approve(given.lender, id);
      const back = given.byStranger.transferFrom(given.stranger, given.lender, id);
      const args = [given.lender.address, ZeroAddress, 0, dayOf("2003-12-31")];
      await given.refused(back, "ConsentRequired", ...args);
    });

    it("is given by nobody but the borrower", async () => {
      for (const who of [given.lender, given.attestor, given.parent, given.stranger]) {
        const acts = given.as(who);
        const args = [who.address, given.borrower.address];
        await given.refused(acts.consentToTransfer(id, given.stranger, dayOf(UNTIL)), "NotBorrower", ...args);
        await given.refused(acts.revokeConsent(id), "NotBorrower", ...args);
      }
    });

    it("is revocable, and told", async () => {
      await consent();
      const act = given.byBorrower.revokeConsent(id);
      await given.told(act, "ConsentRevoked", id, given.borrower.address, given.stranger.address);
      await expectNeedsConsent();
      await given.refused(given.byBorrower.revokeConsent(id), "NoConsent", id);
    });

    it("can be revoked on its last day, and no more on the next: none stands then", async () => {
      await consent();
      await given.on(UNTIL, "23:59");
      await given.byBorrower.revokeConsent.staticCall(id);
      await given.on("2004-04-01", "00:00");
      await given.refused(given.byBorrower.revokeConsent(id), "NoConsent", id);
    });

    it("is not there to revoke if none was given", async () => {
      await given.refused(given.byBorrower.revokeConsent(id), "NoConsent", id);
    });
  });

  describe("given a consent, and then", () => {
    const ending: Record<string, () => Promise<unknown>> = {
      "a payment": async () => {
        await given.byLender.permitPrepayment(id, dayOf("2005-12-31"));
        await given.byPayer.pay(id, 1n);
      },
      "an acknowledgement": async () => await given.byLender.acknowledge(id, 1n, ""),
      "a conversion": async () => await given.byLender.convert(id, usd("1000"), 0n, 0n, ""),
      "a charge": async () => await given.charge(id, 1n),
      "a transfer to an affiliate": async () => {
        await transfer(given.sister);
        await transfer(given.lender, given.sister);
      },
      "a transfer to the holder itself": async () => await transfer(given.lender),
      "a change of obligor": async () => {
        await given.as(given.subsidiary).acceptAssignment(id);
        await given.byBorrower.assign(id, given.subsidiary);
      },
    };
    for (const [act, perform] of Object.entries(ending)) {
      it(`${act}: it has ended`, async () => {
        await given.on("2005-09-02");
        await consent(given.stranger, "2005-12-31");
        await perform();
        await expectNeedsConsent();
      });
    }

    const keeping: Record<string, () => Promise<unknown>> = {
      "a permission to prepay, and its revocation": async () => {
        await given.byLender.permitPrepayment(id, dayOf("2005-12-31"));
        await given.byLender.revokePrepaymentPermission(id);
      },
      "a report, a cure, a demand, a waiver": async () => {
        await given.report(id, "petition", facts.voluntaryPetition, "2005-09-02");
        await given.byLender.demand(id, "");
        await given.byLender.cure(id, named("petition"), dayOf("2005-09-02"), "");
        await given.byLender.waive(id, named("petition"));
      },
      "an assignment to a stranger": async () => await given.byBorrower.assign(id, given.payer),
      "an acceptance, and its withdrawal": async () => {
        await given.as(given.subsidiary).acceptAssignment(id);
        await given.as(given.subsidiary).withdrawAcceptance(id);
      },
      "an approval": async () => await given.byLender.approve(given.payer, id),
    };
    for (const [act, perform] of Object.entries(keeping)) {
      it(`${act}: it stands`, async () => {
        await given.on("2005-09-02");
        await consent(given.stranger, "2005-12-31");
        await perform();
        await transfer();
        expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
      });
    }
  });

  describe("given a party to the note", () => {
    for (const party of ["borrower", "attestor"] as const) {
      it(`the ${party} cannot hold it, consent or not`, async () => {
        expect(await given.notes.transferBasis(id, given[party])).to.equal(bases.partyCannotHold);
        const to = given[party].address;
        await given.refused(given.byBorrower.consentToTransfer(id, to, dayOf(UNTIL)), "PartyCannotHold", to);
        await given.refused(transfer(given[party]), "PartyCannotHold", to);
      });
    }

    it("nor can the obligor, nor the maker after an assignment; nor nobody", async () => {
      await given.as(given.subsidiary).acceptAssignment(id);
      await given.byBorrower.assign(id, given.subsidiary);
      for (const to of [given.borrower.address, given.subsidiary.address, ZeroAddress]) {
        expect(await given.notes.transferBasis(id, to)).to.equal(bases.partyCannotHold);
        const act = given.as(given.subsidiary).consentToTransfer(id, to, dayOf(UNTIL));
        await given.refused(act, "PartyCannotHold", to);
      }
      await given.refused(transfer(given.subsidiary), "PartyCannotHold", given.subsidiary.address);
      await given.refused(transfer(given.borrower), "PartyCannotHold", given.borrower.address);
      const nowhere = given.byLender.transferFrom(given.lender, ZeroAddress, id);
      await given.refused(nowhere, "ERC721InvalidReceiver", ZeroAddress);
    });

    it("a former obligor other than the maker may hold it again, with consent", async () => {
      const { subsidiary, borrower } = given;
      await given.as(subsidiary).acceptAssignment(id);
      await given.byBorrower.assign(id, subsidiary);
      await given.byBorrower.acceptAssignment(id);
      await given.as(subsidiary).assign(id, borrower);
      await consent(subsidiary);
      await transfer(subsidiary);
      expect(await given.notes.ownerOf(id)).to.equal(subsidiary.address);
    });

    it("consent is the present obligor's, no longer the maker's", async () => {
      await given.as(given.subsidiary).acceptAssignment(id);
      await given.byBorrower.assign(id, given.subsidiary);
      const args = [given.borrower.address, given.subsidiary.address];
      await given.refused(given.byBorrower.consentToTransfer(id, given.stranger, dayOf(UNTIL)), "NotBorrower", ...args);
      await given.as(given.subsidiary).consentToTransfer(id, given.stranger, dayOf(UNTIL));
      await transfer();
    });
  });
});
