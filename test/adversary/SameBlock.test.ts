import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, endings, facts, named } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const gasLimit = 2_000_000n;
const LATER = dayOf("2007-06-01");

type Act = () => Promise<ContractTransactionResponse>;

describe("Adversary: two acts in one block, in either order", () => {
  const given = givenNotes();
  let id: bigint;
  let total: bigint;

  beforeEach(async () => {
    id = await given.make();
    await given.on("2007-02-01");
    ({ total } = await given.owed(id));
  });

  const pay: Act = () => given.byPayer.pay(id, ALL, { gasLimit });
  const payAlso: Act = () => given.byBorrower.pay(id, ALL, { gasLimit });
  const convert: Act = () => given.byLender.convert(id, ALL, ALL, 0n, "", { gasLimit });
  const release: Act = () => given.byLender.release(id, { gasLimit });
  const acknowledge: Act = () => given.byLender.acknowledge(id, total, "wire of today", { gasLimit });
  const toAffiliate: Act = () => given.byLender.transferFrom(given.lender, given.sister, id, { gasLimit });
  const toStranger: Act = () => given.byLender.transferFrom(given.lender, given.stranger, id, { gasLimit });
  const consent: Act = () => given.byBorrower.consentToTransfer(id, given.stranger, LATER, { gasLimit });
  const revoke: Act = () => given.byBorrower.revokeConsent(id, { gasLimit });
  const accept: Act = () => given.as(given.subsidiary).acceptAssignment(id, { gasLimit });
  const withdraw: Act = () => given.as(given.subsidiary).withdrawAcceptance(id, { gasLimit });
  const assign: Act = () => given.byBorrower.assign(id, given.subsidiary, { gasLimit });

  /** What everybody has of what can move: money of those who pay and are paid, and shares of the holder. */
  async function holdings() {
    const { borrower, currency, lender, payer, stock } = given;
    const [borrowers, lenders, payers] = await Promise.all([
      currency.balanceOf(borrower),
      currency.balanceOf(lender),
      currency.balanceOf(payer),
    ]);
    return { borrowers, lenders, payers, shares: await stock.balanceOf(lender) };
  }

  describe("given two acts that each settle the whole debt", () => {
    const settling: Record<string, Act> = {
      "a payment by a stranger": pay,
      "a payment by the borrower": payAlso,
      "a conversion": convert,
      "a release": release,
      "an acknowledgement": acknowledge,
    };
    for (const [first, act] of Object.entries(settling)) {
      for (const [second, other] of Object.entries(settling)) {
        it(`${first}, then ${second}: settles it once, and the second moves nothing`, async () => {
          const before = await holdings();
          expect(await given.inOneBlock(act, other)).to.deep.equal([true, false]);
          const after = await holdings();
          const { ending } = await given.record(id);
          const paid = act === pay || act === payAlso ? total : 0n;
          expect(after.lenders - before.lenders).to.equal(paid);
          expect(before.payers - after.payers).to.equal(act === pay ? total : 0n);
          expect(before.borrowers - after.borrowers).to.equal(act === payAlso ? total : 0n);
          expect(after.shares > before.shares).to.equal(act === convert);
          expect(ending).to.equal(
            act === convert ? endings.converted : act === release ? endings.released : endings.paid,
          );
        });
      }
    }
  });

  describe("given a holder that sells and acts", () => {
    for (const [name, act] of Object.entries({ convert, release, acknowledge })) {
      it(`transfer, then ${name}: it is no longer its to do`, async () => {
        expect(await given.inOneBlock(toAffiliate, act)).to.deep.equal([true, false]);
        expect((await given.record(id)).holder).to.equal(given.sister.address);
        expect((await given.owed(id)).total).to.be.greaterThan(0n);
      });

      it(`${name}, then transfer: a note that has ended is not passed on`, async () => {
        expect(await given.inOneBlock(act, toAffiliate)).to.deep.equal([true, false]);
      });
    }

    it("payment, then transfer: the money is the holder's of that moment", async () => {
      const before = await given.currency.balanceOf(given.lender);
      const half = () => given.byPayer.pay(id, 100_000_000_000n, { gasLimit });
      expect(await given.inOneBlock(half, toAffiliate)).to.deep.equal([true, true]);
      expect(await given.currency.balanceOf(given.lender)).to.equal(before + 100_000_000_000n);
    });

    it("transfer, then payment: the money is the new holder's", async () => {
      const before = await given.currency.balanceOf(given.sister);
      const half = () => given.byPayer.pay(id, 100_000_000_000n, { gasLimit });
      expect(await given.inOneBlock(toAffiliate, half)).to.deep.equal([true, true]);
      expect(await given.currency.balanceOf(given.sister)).to.equal(before + 100_000_000_000n);
    });
  });

  describe("given a borrower that changes its mind about a transfer", () => {
    it("consent, revocation, transfer: the note stays", async () => {
      expect(await given.inOneBlock(consent, revoke, toStranger)).to.deep.equal([true, true, false]);
      expect((await given.record(id)).holder).to.equal(given.lender.address);
    });

    it("consent, transfer, revocation: it has passed, and there is nothing to revoke", async () => {
      expect(await given.inOneBlock(consent, toStranger, revoke)).to.deep.equal([true, true, false]);
      expect((await given.record(id)).holder).to.equal(given.stranger.address);
    });

    it("transfer, consent: the transfer is refused, though the consent is in its block", async () => {
      expect(await given.inOneBlock(toStranger, consent)).to.deep.equal([false, true]);
      expect((await given.record(id)).holder).to.equal(given.lender.address);
    });
  });

  describe("given an affiliate that changes its mind about the debt", () => {
    it("acceptance, withdrawal, assignment: the borrower still owes", async () => {
      expect(await given.inOneBlock(accept, withdraw, assign)).to.deep.equal([true, true, false]);
      expect((await given.record(id)).obligor).to.equal(given.borrower.address);
    });

    it("acceptance, a payment by anyone, assignment: what was accepted is no longer what is owed", async () => {
      const unit = () => given.byPayer.pay(id, 1n, { gasLimit });
      expect(await given.inOneBlock(accept, unit, assign)).to.deep.equal([true, true, false]);
      expect((await given.record(id)).obligor).to.equal(given.borrower.address);
    });
  });

  describe("given a registrar in the same block", () => {
    const drop: Act = () => given.registry.connect(given.registrar).revokeControl(given.sister, "", { gasLimit });

    it("control revoked, then transfer: needs consent", async () => {
      expect(await given.inOneBlock(drop, toAffiliate)).to.deep.equal([true, false]);
    });

    it("transfer, then control revoked: has passed, and stays so", async () => {
      expect(await given.inOneBlock(toAffiliate, drop)).to.deep.equal([true, true]);
      expect((await given.record(id)).holder).to.equal(given.sister.address);
    });
  });

  describe("given a default and what undoes it", () => {
    const report: Act = () =>
      given.byBorrower.report(id, named("bust"), facts.voluntaryPetition, dayOf("2007-01-15"), "", { gasLimit });
    const waive: Act = () => given.byLender.waive(id, named("bust"), { gasLimit });

    it("report, waiver: stands no more, and is not there again", async () => {
      expect(await given.inOneBlock(report, waive, report)).to.deep.equal([true, true, false]);
    });

    it("waiver, report: nothing was there to waive, so that the default stands", async () => {
      expect(await given.inOneBlock(waive, report)).to.deep.equal([false, true]);
      expect(await given.status(id)).to.equal("default");
    });
  });
});
