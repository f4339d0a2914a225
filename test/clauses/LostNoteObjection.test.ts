import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { domainOf, signMessage, stateOf, UNSIGNED } from "../../src/chain/signatures.ts";
import { boxOf } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import { consentsTo } from "../helpers/novation.ts";
import { ALL, chargeKinds, facts, named, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const LATER = dayOf("2009-12-31");

describe("LostNote, objected to", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  const declare = async () => await given.byAttestor.declareLost(id, "");
  const consent = async () => await given.byBorrower.consentToRecovery(id, given.stranger);
  const recover = async () => await given.byPayer.recover(id);

  describe("given an act that is not the holder's", () => {
    it("stays declared when the attestor reports a cure, and when another withdraws its acceptance", async () => {
      await given.as(given.sister).acceptAssignment(id);
      await given.on("2006-06-02");
      await given.report(id, "petition", facts.involuntaryPetition, "2006-06-01");
      await declare();
      const { declaredOn } = await given.notes.recoveryOf(id);
      await given.byAttestor.cure(id, named("petition"), dayOf("2006-06-02"), "");
      await given.as(given.sister).withdrawAcceptance(id);
      expect((await given.notes.recoveryOf(id)).declaredOn)
        .to.equal(declaredOn)
        .and.not.to.equal(0n);
    });
  });

  describe("given a note that was consented to, never declared lost, and paid off", () => {
    it("has no recovery to object to", async () => {
      await consent();
      await given.on("2007-01-02");
      await given.byPayer.pay(id, ALL);
      await given.refused(given.byLender.object(id), "NoRecovery", id);
    });
  });

  describe("given any act of the holder", () => {
    const sign = async () =>
      await signMessage(
        given.lender,
        await domainOf(given.notes),
        "TransferNote",
        { note: id, to: given.sister.address, state: await stateOf(given.notes, id) },
        { nonce: 1n, deadline: 2n ** 64n },
      );

    const acts: Record<string, () => Promise<unknown>> = {
      object: () => given.byLender.object(id),
      permitPrepayment: () => given.byLender.permitPrepayment(id, LATER),
      revokePrepaymentPermission: () => given.byLender.revokePrepaymentPermission(id),
      acknowledge: () => given.byLender.acknowledge(id, 1n, ""),
      release: () => given.byLender.release(id),
      demand: () => given.byLender.demand(id, ""),
      cure: () => given.byLender.cure(id, named("petition"), dayOf("2006-06-01"), ""),
      waive: () => given.byLender.waive(id, named("petition")),
      "convert a part": () => given.byLender.convert(id, usd("1000"), 0n, 0n, ""),
      "convert all": () => given.byLender.convert(id, ALL, 0n, 0n, ""),
      approve: () => given.byLender.approve(given.stranger, id),
      withdraw: () => given.byLender.withdraw(id, given.lender, given.lender),
      acceptAssignment: () => given.byLender.acceptAssignment(id),
      withdrawAcceptance: () => given.byLender.withdrawAcceptance(id),
      transferFrom: () => given.byLender.transferFrom(given.lender, given.sister, id),
      safeTransferFrom: () =>
        given.byLender["safeTransferFrom(address,address,uint256)"](given.lender, given.sister, id),
      "transferFrom, to itself": () => given.byLender.transferFrom(given.lender, given.lender, id),
      "transferFrom, by an operator of its": () => given.as(given.holdco).transferFrom(given.lender, given.sister, id),
      "transferBySignature, by its signature": async () =>
        given.byPayer.transferBySignature(id, given.sister, 0, UNSIGNED, await sign()),
      "novate, by its signature": async () => {
        const by = given.borrower;
        return given.as(by).novate(id, given.terms(), UNSPLIT, await consentsTo(given, id, given.terms(), { by }));
      },
    };

    beforeEach(async () => {
      await given.byLender.acceptAssignment(id);
      await given.byLender.setApprovalForAll(given.holdco, true);
      await given.on("2007-03-01");
      await given.report(id, "petition", facts.judgment, "2006-06-01");
      await given.currency.mint(await boxOf(given, id), 1n);
    });

    for (const [name, act] of Object.entries(acts)) {
      for (const step of ["declaration", "consent", "both"]) {
        it(`by ${name}, undoes ${step === "both" ? step : `the ${step}`}`, async () => {
          if (step !== "consent") await declare();
          if (step !== "declaration") await consent();
          await given.told(act(), "RecoveryObjected", id, given.lender.address);
          const { to, consentedOn, declaredOn } = await given.notes.recoveryOf(id);
          expect([to, consentedOn, declaredOn]).to.deep.equal([ZeroAddress, 0n, 0n]);
          await given.on("2007-05-01");
          await expect(recover()).to.revert(given.connection.ethers);
        });
      }
    }

    const others: Record<string, () => Promise<unknown>> = {
      "a payment": () => given.byPayer.pay(id, usd("5")),
      "a charge": () => given.byBorrower.admitCharge(id, chargeKinds.lateFee, 1n, ""),
      "a fact": () => given.report(id, "another", facts.judgment, "2006-06-01"),
      "a consent to transfer": () => given.byBorrower.consentToTransfer(id, given.stranger, LATER),
      "the acceptance of another": () => given.as(given.subsidiary).acceptAssignment(id),
      "an approval by an operator": () => given.as(given.holdco).approve(given.stranger, id),
      "the holder's setting of an operator, which is no act on the note": () =>
        given.byLender.setApprovalForAll(given.payer, true),
      "the holder's act on another note": async () => given.byLender.release(await given.make()),
    };
    for (const [name, act] of Object.entries(others)) {
      it(`but not by ${name}`, async () => {
        await declare();
        await consent();
        await expect(act()).not.to.emit(given.notes, "RecoveryObjected");
        await given.on("2007-04-01");
        await recover();
        expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
      });
    }

    it("objected to by nobody else, and not without a recovery", async () => {
      await given.refused(given.byLender.object(id), "NoRecovery", id);
      await declare();
      for (const who of [given.borrower, given.attestor, given.sister, given.stranger]) {
        await given.refused(given.as(who).object(id), "NotHolder", who.address, given.lender.address);
      }
      await given.byLender.object(id);
      await given.refused(given.byLender.object(id), "NoRecovery", id);
    });
  });
});
