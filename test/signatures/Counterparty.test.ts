import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { Signed } from "../helpers/messages.ts";
import type { Account } from "../helpers/notes.ts";
import { givenNotes } from "../helpers/notes.ts";
import { NOTHING, sign, stateOf } from "../helpers/signing.ts";
import { UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { UNTIL } from "./places.ts";
import { Signing } from "./signing.ts";

describe("Signatures: who could gain by submitting them otherwise", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  const consent = async (to: Account) => await new Signing(given).consent(id, to);
  const transfer = async (to: Account) => await new Signing(given).transfer(id, to);
  const assignment = async (to: Account) => await new Signing(given).assignment(id, to);
  const acceptance = async (by: Account) => await new Signing(given).acceptance(id, by);
  const making = async (againstPayment: boolean, nonce?: bigint) =>
    await new Signing(given).making(given.terms({ stock: ZeroAddress }), againstPayment, nonce);

  const gasLimit = 2_000_000n;

  describe("when somebody sees a submission and goes first", () => {
    it("puts the consent on record, which delays the transfer and no more", async () => {
      const [byBorrower, byHolder] = [await consent(given.stranger), await transfer(given.stranger)];
      const passed = await given.inOneBlock(
        () => given.byPayer.consentBySignature(id, given.stranger, UNTIL, byBorrower, { gasLimit }),
        () => given.byLender.transferBySignature(id, given.stranger, UNTIL, byBorrower, byHolder, { gasLimit }),
      );
      expect(passed).to.deep.equal([true, false]);
      // the consent is there: without it the same transfer passes
      await given.byLender.transferBySignature(id, given.stranger, 0, NOTHING, byHolder);
      expect((await given.record(id)).holder).to.equal(given.stranger.address);
    });

    it("puts the acceptance on record, which delays the assignment and no more", async () => {
      const [byBorrower, byAssignee] = [await assignment(given.parent), await acceptance(given.parent)];
      const passed = await given.inOneBlock(
        () => given.byPayer.acceptBySignature(id, given.parent, byAssignee, { gasLimit }),
        () => given.byBorrower.assignBySignature(id, given.parent, byBorrower, byAssignee, { gasLimit }),
      );
      expect(passed).to.deep.equal([true, false]);
      await given.byBorrower.assignBySignature(id, given.parent, byBorrower, NOTHING);
      expect((await given.record(id)).obligor).to.equal(given.parent.address);
    });

    it("cannot take a subscription, whose lender the signature names", async () => {
      const signed = await making(true);
      const terms = given.terms({ stock: ZeroAddress });
      const passed = await given.inOneBlock(
        () => given.byPayer.subscribeBySignature(terms, UNSPLIT, signed, { gasLimit }),
        () => given.byLender.subscribeBySignature(terms, UNSPLIT, signed, { gasLimit }),
      );
      expect(passed).to.deep.equal([false, true]);
      expect(await given.currency.balanceOf(given.payer)).to.equal(usd("10000000"));
    });

    it("makes the note but once, however many submit it in a block", async () => {
      const signed = await making(false);
      const terms = given.terms({ stock: ZeroAddress });
      const act = (by: Account) => () =>
        given.as(by).makeBySignature(terms, given.lender, UNSPLIT, signed, { gasLimit });
      expect(await given.inOneBlock(act(given.stranger), act(given.lender), act(given.payer))).to.deep.equal([
        true,
        false,
        false,
      ]);
      expect(await given.notes.noteCount()).to.equal(id + 1n);
    });

    it("as the maker cancels, and then no money moves", async () => {
      const signed = await making(true);
      const terms = given.terms({ stock: ZeroAddress });
      const passed = await given.inOneBlock(
        () => given.byBorrower.cancelSignature(signed.nonce, { gasLimit }),
        () => given.byLender.subscribeBySignature(terms, UNSPLIT, signed, { gasLimit }),
      );
      expect(passed).to.deep.equal([true, false]);
      expect(await given.currency.balanceOf(given.lender)).to.equal(usd("10000000"));
    });

    // known limit: from maturity on anyone may pay, and whatever is signed is of a debt as it stands
    it("as a payer of one unit voids what is signed of an overdue note, and it must be signed again", async () => {
      await given.on("2007-03-01");
      const [byBorrower, byHolder] = [await consent(given.stranger), await transfer(given.stranger)];
      const passed = await given.inOneBlock(
        () => given.byPayer.pay(id, 1n, { gasLimit }),
        () => given.byLender.transferBySignature(id, given.stranger, UNTIL, byBorrower, byHolder, { gasLimit }),
      );
      expect(passed).to.deep.equal([true, false]);
      const [again, andAgain] = [await consent(given.stranger), await transfer(given.stranger)];
      await given.byLender.transferBySignature(id, given.stranger, UNTIL, again, andAgain);
    });
  });

  describe("when a maker signs twice with one nonce", () => {
    it("makes one of the two notes: which, is for whoever submits first", async () => {
      const [forValue, againstPayment] = [await making(false, 77n), await making(true, 77n)];
      const terms = given.terms({ stock: ZeroAddress });
      await given.byLender.subscribeBySignature(terms, UNSPLIT, againstPayment);
      await given.refused(
        given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, forValue),
        "NonceUsed",
        given.borrower.address,
        77n,
      );
    });
  });

  describe("when submissions come in another order", () => {
    it("an older consent that was not cancelled replaces a later one; cancelled, it cannot", async () => {
      const [first, second] = [await consent(given.stranger), await consent(given.payer)];
      await given.byPayer.consentBySignature(id, given.payer, UNTIL, second);
      await given.byStranger.consentBySignature(id, given.stranger, UNTIL, first);
      expect((await given.record(id)).consentTo).to.equal(given.stranger.address);

      const third = await consent(given.stranger);
      await given.byBorrower.cancelSignature(third.nonce);
      await given.byBorrower.consentToTransfer(id, given.payer, UNTIL);
      await given.refused(given.byStranger.consentBySignature(id, given.stranger, UNTIL, third), "NonceUsed");
      expect((await given.record(id)).consentTo).to.equal(given.payer.address);
    });

    it("a consent to one is no use to another, on record or at once", async () => {
      await given.byPayer.consentBySignature(id, given.stranger, UNTIL, await consent(given.stranger));
      await given.refused(
        given.byPayer.transferBySignature(id, given.payer, 0, NOTHING, await transfer(given.payer)),
        "ConsentRequired",
      );
    });

    it("revoking what was never submitted revokes nothing: the signature still stands until cancelled", async () => {
      const signed = await consent(given.stranger);
      await given.refused(given.byBorrower.revokeConsent(id), "NoConsent", id);
      await given.byPayer.consentBySignature(id, given.stranger, UNTIL, signed);
      expect((await given.record(id)).consentTo).to.equal(given.stranger.address);
    });
  });

  describe("when many are submitted by multicall", () => {
    const encode = () => given.notes.interface.encodeFunctionData.bind(given.notes.interface);

    it("does what each would do alone, for whoever calls", async () => {
      const [byBorrower, byHolder] = [await consent(given.stranger), await transfer(given.stranger)];
      await given.byPayer.multicall([
        encode()("consentBySignature", [id, given.stranger.address, UNTIL, byBorrower]),
        encode()("transferBySignature", [id, given.stranger.address, 0, NOTHING, byHolder]),
      ]);
      expect((await given.record(id)).holder).to.equal(given.stranger.address);
    });

    it("uses no signature twice, and undoes all if one is refused", async () => {
      const signed = await making(false);
      const terms = given.terms({ stock: ZeroAddress });
      const call = encode()("makeBySignature", [terms, given.lender.address, UNSPLIT, signed]);
      await given.refused(given.byPayer.multicall([call, call]), "NonceUsed", given.borrower.address, signed.nonce);
      expect(await given.notes.noteCount()).to.equal(id);
      await given.byPayer.multicall([call]);
    });

    it("makes nobody else the caller: an empty signature is still only its own", async () => {
      const terms = given.terms({ stock: ZeroAddress });
      const message = { note: id, state: await stateOf(given, id), replacement: terms, stock: UNSPLIT };
      const signer = given.borrower.address;
      const obligor = await sign(given, given.borrower, "NovateNote", { ...message, signer });
      const holder: Signed = { ...NOTHING, deadline: obligor.deadline };
      const call = encode()("novate", [id, terms, UNSPLIT, { holder, obligor, maker: NOTHING }]);
      await given.refused(given.byPayer.multicall([call]), "SignatureInvalid");
      await given.byLender.multicall([call]);
    });
  });

  describe("when an operator of the holder's submits", () => {
    it("can do no more than by a plain transfer", async () => {
      await given.byLender.setApprovalForAll(given.payer, true);
      for (const to of [given.stranger, given.payer]) {
        const act = given.byPayer.transferBySignature(id, to, UNTIL, NOTHING, NOTHING);
        await given.refused(act, "ConsentRequired");
      }
      const act = given.byPayer.transferBySignature(id, given.borrower, UNTIL, NOTHING, NOTHING);
      await given.refused(act, "PartyCannotHold", given.borrower.address);
    });

    it("cannot replace the note in the holder's stead", async () => {
      await given.byLender.setApprovalForAll(given.payer, true);
      const terms = given.terms({ stock: ZeroAddress });
      const message = { note: id, state: await stateOf(given, id), replacement: terms, stock: UNSPLIT };
      const signer = given.borrower.address;
      const obligor = await sign(given, given.borrower, "NovateNote", { ...message, signer });
      const holder: Signed = { ...NOTHING, deadline: obligor.deadline };
      await given.refused(
        given.byPayer.novate(id, terms, UNSPLIT, { holder, obligor, maker: NOTHING }),
        "SignatureInvalid",
      );
    });
  });
});
