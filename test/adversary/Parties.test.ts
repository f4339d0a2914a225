import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, bases, endings, facts, named, statuses, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Adversary: who may hold, owe and speak", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  async function accept(who: typeof given.lender) {
    await given.as(who).acceptAssignment(id);
  }

  async function move(from: typeof given.lender, to: typeof given.lender, by = from) {
    return await given.as(by).transferFrom(from, to, id);
  }

  describe("given a holder that wants to be rid of the note without consent", () => {
    it("refuses an approved stranger, an operator and a safe transfer", async () => {
      await given.byLender.approve(given.stranger, id);
      await given.byLender.setApprovalForAll(given.payer, true);
      await given.refused(move(given.lender, given.stranger, given.stranger), "ConsentRequired");
      await given.refused(move(given.lender, given.stranger, given.payer), "ConsentRequired");
      const safe = given.byLender["safeTransferFrom(address,address,uint256)"];
      await given.refused(safe(given.lender, given.stranger, id), "ConsentRequired");
    });

    it("lets an operator do what the holder could, and no more", async () => {
      await given.byLender.setApprovalForAll(given.payer, true);
      await move(given.lender, given.sister, given.payer);
      await given.refused(given.byPayer.release(id), "NotHolder");
      await given.refused(given.byPayer.convert(id, ALL, 0n, 0n, ""), "NotHolder");
    });

    it("judges affiliates as control stands at the transfer", async () => {
      await given.registry.connect(given.registrar).revokeControl(given.sister, "");
      await given.refused(move(given.lender, given.sister), "ConsentRequired");
      await given.registry.connect(given.registrar).recordControl(given.holdco, given.sister, "");
      await move(given.lender, given.sister);
    });

    it("does not judge a transferee's transferee by the first holder", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2004-02-01"));
      await move(given.lender, given.stranger);
      await given.refused(move(given.stranger, given.sister), "ConsentRequired");
    });

    it("uses a consent once, there and back", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2004-02-01"));
      await move(given.lender, given.stranger);
      await given.refused(move(given.stranger, given.lender), "ConsentRequired");
      await given.byBorrower.consentToTransfer(id, given.lender, dayOf("2004-02-01"));
      await move(given.stranger, given.lender);
      await given.refused(move(given.lender, given.stranger), "ConsentRequired");
    });

    it("ends a consent by any other transfer, to itself too", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2004-02-01"));
      await move(given.lender, given.lender);
      await given.refused(move(given.lender, given.stranger), "ConsentRequired");
    });

    it("ends a consent when the consenting borrower is no longer obligor", async () => {
      await accept(given.subsidiary);
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2004-02-01"));
      await given.byBorrower.assign(id, given.subsidiary);
      await given.refused(move(given.lender, given.stranger), "ConsentRequired");
      await given.refused(
        given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2004-02-01")),
        "NotBorrower",
        given.borrower.address,
        given.subsidiary.address,
      );
    });

    it("makes a holder of nobody who owes or is neutral, on whatever consent", async () => {
      await accept(given.subsidiary);
      await given.byBorrower.consentToTransfer(id, given.subsidiary, dayOf("2004-02-01"));
      await given.byBorrower.assign(id, given.subsidiary);
      for (const who of [given.borrower, given.subsidiary, given.attestor]) {
        await given.refused(move(given.lender, who), "PartyCannotHold", who.address);
      }
    });
  });

  describe("given a borrower that wants to be rid of the debt", () => {
    it("makes an obligor of no holder, though it is an affiliate and has accepted", async () => {
      await given.registry.connect(given.registrar).recordControl(given.parent, given.holdco, "");
      await accept(given.lender);
      await given.refused(given.byBorrower.assign(id, given.lender), "PartyCannotOwe", given.lender.address);
    });

    it("makes an obligor of nobody by an acceptance of another debt", async () => {
      await accept(given.subsidiary);
      await given.charge(id, 1n);
      await given.refused(given.byBorrower.assign(id, given.subsidiary), "AssignmentNotAccepted");
    });

    // known limit: an acceptance names the debt and the obligor, not when they stood so
    it("takes an acceptance again once the debt and the obligor are again what was accepted", async () => {
      await accept(given.subsidiary);
      await given.charge(id, 5n);
      expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(false);
      await given.byLender.acknowledge(id, 5n, "");
      expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(true);
      await given.byBorrower.assign(id, given.subsidiary);
      expect(await given.notes.obligorOf(id)).to.equal(given.subsidiary.address);
    });

    it("when the affiliate was sold before, is in default and still owes", async () => {
      await accept(given.subsidiary);
      await given.registry.connect(given.registrar).revokeControl(given.subsidiary, "");
      await given.byBorrower.assign(id, given.subsidiary);
      expect(await given.notes.obligorOf(id)).to.equal(given.borrower.address);
      expect(await given.status(id)).to.equal("default");
    });

    it("when the new obligor reports, keeps the facts and the limit of the old one", async () => {
      for (let i = 0; i < 16; i += 1) await given.report(id, `old ${String(i)}`, facts.judgment, "2003-12-31");
      await accept(given.subsidiary);
      await given.byBorrower.assign(id, given.subsidiary);
      await given.refused(
        given.report(id, "new", facts.judgment, "2003-12-31", given.subsidiary),
        "TooManyOpenFacts",
        16n,
        16n,
      );
      await given.report(id, "new", facts.judgment, "2003-12-31", given.attestor);
    });
  });

  describe("given a registry that is no contract", () => {
    it("when named in terms, refuses to make the note, which else could record no assignment", async () => {
      await given.refused(
        given.byBorrower.make(given.terms({ registry: given.stranger.address }), given.lender),
        "NotAContract",
        given.stranger.address,
      );
    });

    it("when there is none, has no affiliates and records an assignment", async () => {
      const alone = await given.make({ registry: ZeroAddress });
      expect(await given.notes.transferBasis(alone, given.sister)).to.equal(bases.needsConsent);
      await given.byBorrower.assign(alone, given.subsidiary);
      expect(await given.status(alone)).to.equal("default");
    });
  });

  describe("given a registry that is some other contract", () => {
    // known limit: the borrower's assignment has no way around its word
    it("knows no affiliates of the holder, records no assignment, and leaves every other act", async () => {
      const odd = await given.make({ registry: await given.currency.getAddress() });
      expect(await given.notes.transferBasis(odd, given.sister)).to.equal(bases.needsConsent);
      await expect(given.byBorrower.assign(odd, given.stranger)).to.revert(given.connection.ethers);
      await given.byBorrower.consentToTransfer(odd, given.sister, dayOf("2004-02-01"));
      await given.byLender.transferFrom(given.lender, given.sister, odd);
      await given.on("2007-01-01");
      await given.byPayer.pay(odd, ALL);
      expect(await given.status(odd)).to.equal("paid");
    });
  });

  describe("given dust", () => {
    beforeEach(async () => {
      await given.on("2007-02-01");
    });

    // the price of letting anyone pay: whoever pays a unit changes what is owed, and with it ends a consent
    it("when anyone pays a unit, ends the consent, and it can be given again", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2007-03-01"));
      await given.byPayer.pay(id, 1n);
      await given.refused(move(given.lender, given.stranger), "ConsentRequired");
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2007-03-01"));
      await move(given.lender, given.stranger);
    });

    it("when anyone pays a unit, leaves a conversion of all as it was meant", async () => {
      await given.byPayer.pay(id, 1n);
      await given.byLender.convert(id, ALL, ALL, 0n, "");
      expect((await given.record(id)).ending).to.equal(endings.converted);
    });

    it("when anyone pays a unit, leaves the least shares a holder names room to be met by a unit less", async () => {
      const { shares } = await given.lens.previewConversion(id, ALL, ALL);
      await given.byPayer.pay(id, usd("0.05"));
      await given.refused(
        given.byLender.convert(id, ALL, ALL, shares, ""),
        "FewerSharesThanLeast",
        shares - 1n,
        shares,
      );
      await given.byLender.convert(id, ALL, ALL, shares - 1n, "");
    });

    it("paid a unit at a time, comes to the same as paid at once", async () => {
      const [dusty, whole] = [await given.makePlain(), await given.makePlain()];
      for (let i = 0; i < 25; i += 1) await given.byPayer.pay(dusty, 1n);
      await given.byPayer.pay(whole, 25n);
      expect(await given.owed(dusty)).to.deep.equal(await given.owed(whole));
      expect(await given.owedOn(dusty, "2011-05-05")).to.deep.equal(await given.owedOn(whole, "2011-05-05"));
    });

    it("sent to the contract, pays nothing", async () => {
      const before = await given.owed(id);
      await given.currency.connect(given.payer).transfer(given.notes, usd("1000"));
      await given.currency.connect(given.payer).transfer(given.lender, usd("1000"));
      expect(await given.owed(id)).to.deep.equal(before);
    });
  });

  describe("given everything said that can be said", () => {
    it("moves no figure by facts, cures, waivers, demands, permissions or consents", async () => {
      await given.on("2007-02-01");
      const [today, later] = [await given.owed(id), await given.owedOn(id, "2012-12-31")];
      const judged = named("judged");
      await given.report(id, "bust", facts.voluntaryPetition, "2004-01-01");
      await given.report(id, "judged", facts.judgment, "2004-01-01", given.attestor);
      await given.byLender.demand(id, "");
      await given.byLender.cure(id, judged, dayOf("2005-01-01"), "");
      await given.byAttestor.cure(id, judged, dayOf("2004-01-01"), "");
      await given.byLender.waive(id, named("bust"));
      await given.byLender.waive(id, named("nonPayment"));
      await given.byLender.demand(id, "");
      await given.byBorrower.assign(id, given.stranger);
      await given.byLender.permitPrepayment(id, dayOf("2007-03-01"));
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2007-03-01"));
      expect(await given.owed(id)).to.deep.equal(today);
      expect(await given.owedOn(id, "2012-12-31")).to.deep.equal(later);
      expect(statuses).to.include(await given.status(id));
    });
  });
});
