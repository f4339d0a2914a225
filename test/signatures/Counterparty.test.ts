import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { ZeroAddress } from "ethers";

import type { Signed } from "../helpers/messages.ts";
import type { Account } from "../helpers/notes.ts";
import { givenNotes } from "../helpers/notes.ts";
import { freshNonce, NOTHING, sign, stateOf } from "../helpers/signing.ts";
import { ALL, ASSIGNMENT, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const UNTIL = dayOf("2199-12-31");

describe("Signatures: who could gain by submitting them otherwise", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  const consent = async (to: Account) =>
    await sign(given, given.borrower, "ConsentToTransfer", {
      note: id,
      to: to.address,
      until: UNTIL,
      state: await stateOf(given, id),
    });
  const transfer = async (to: Account) =>
    await sign(given, given.lender, "TransferNote", { note: id, to: to.address, state: await stateOf(given, id) });
  const assignment = async (to: Account) =>
    await sign(given, given.borrower, "AssignNote", { note: id, to: to.address, state: await stateOf(given, id) });
  const acceptance = async (by: Account) =>
    await sign(given, by, "AcceptAssignment", { note: id, assignee: by.address, state: await stateOf(given, id) });
  const making = async (againstPayment: boolean, nonce = freshNonce()) => {
    const terms = given.terms({ stock: ZeroAddress });
    const values = { terms, lender: given.lender.address, againstPayment, stock: UNSPLIT };
    return await sign(given, given.borrower, "MakeNote", values, { nonce });
  };

  /** Mines acts sent one after the other in one block, and tells which of them passed. */
  async function inOneBlock(...acts: (() => Promise<ContractTransactionResponse>)[]): Promise<boolean[]> {
    const { provider } = given.connection.ethers;
    await provider.send("evm_setAutomine", [false]);
    const sent: ContractTransactionResponse[] = [];
    for (const act of acts) sent.push(await act());
    await provider.send("evm_mine");
    await provider.send("evm_setAutomine", [true]);
    const receipts = await Promise.all(sent.map(({ hash }) => provider.getTransactionReceipt(hash)));
    expect(new Set(receipts.map((receipt) => receipt?.blockNumber)).size).to.equal(1);
    return receipts.map((receipt) => receipt?.status === 1);
  }

  const gasLimit = 2_000_000n;

  describe("when somebody sees a submission and goes first", () => {
    it("puts the consent on record, which delays the transfer and no more", async () => {
      const [byBorrower, byHolder] = [await consent(given.stranger), await transfer(given.stranger)];
      const passed = await inOneBlock(
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
      const passed = await inOneBlock(
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
      const passed = await inOneBlock(
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
      expect(await inOneBlock(act(given.stranger), act(given.lender), act(given.payer))).to.deep.equal([
        true,
        false,
        false,
      ]);
      expect(await given.notes.noteCount()).to.equal(id + 1n);
    });

    it("as the maker cancels, and then no money moves", async () => {
      const signed = await making(true);
      const terms = given.terms({ stock: ZeroAddress });
      const passed = await inOneBlock(
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
      const passed = await inOneBlock(
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

  describe("when an assignment is submitted by somebody else", () => {
    it("without the assignee's acceptance, it is refused and no default", async () => {
      const act = given.byStranger.assignBySignature(id, given.parent, await assignment(given.parent), NOTHING);
      await given.refused(act, "AssignmentNotAccepted");
      expect(await given.status(id)).to.equal("outstanding");
    });

    it("with too little gas for the register to answer, it is refused, never one to a stranger", async () => {
      const [byBorrower, byAssignee] = [await assignment(given.parent), await acceptance(given.parent)];
      const submit = given.byPayer.getFunction("assignBySignature");
      const enough = await submit.estimateGas(id, given.parent, byBorrower, byAssignee);
      const { networkHelpers } = given.connection;
      let [refused, done] = [0, 0];
      for (let limit = enough / 3n; limit <= enough + 20_000n; limit += enough / 60n) {
        const snapshot = await networkHelpers.takeSnapshot();
        await submit.send(id, given.parent, byBorrower, byAssignee, { gasLimit: limit }).catch(() => undefined);
        const { obligor } = await given.record(id);
        expect((await given.notes.factOf(id, ASSIGNMENT)).ordinal).to.equal(0n);
        if (obligor === given.parent.address) done += 1;
        else refused += 1;
        await snapshot.restore();
      }
      expect(refused).to.be.greaterThan(20);
      expect(done).to.be.greaterThan(0);
    });

    it("with too little gas, a transfer to an affiliate is refused too, and its consent is not half given", async () => {
      const byHolder = await transfer(given.sister);
      const submit = given.byPayer.getFunction("transferBySignature");
      const enough = await submit.estimateGas(id, given.sister, 0, NOTHING, byHolder);
      const { networkHelpers } = given.connection;
      let done = 0;
      for (let limit = enough / 2n; limit <= enough + 20_000n; limit += enough / 40n) {
        const snapshot = await networkHelpers.takeSnapshot();
        await submit.send(id, given.sister, 0, NOTHING, byHolder, { gasLimit: limit }).catch(() => undefined);
        const moved = (await given.record(id)).holder === given.sister.address;
        expect(await given.notes.isNonceUsed(given.lender, byHolder.nonce)).to.equal(moved);
        done += moved ? 1 : 0;
        await snapshot.restore();
      }
      expect(done).to.be.greaterThan(0);
    });

    it("with a register that fails, it is refused", async () => {
      const [byBorrower, byAssignee] = [await assignment(given.parent), await acceptance(given.parent)];
      await given.connection.networkHelpers.setCode(await given.registry.getAddress(), "0x5f5ffd");
      const act = given.byPayer.assignBySignature(id, given.parent, byBorrower, byAssignee);
      await expect(act).to.revert(given.connection.ethers);
      expect((await given.notes.factOf(id, ASSIGNMENT)).ordinal).to.equal(0n);
    });

    // known limit: the register's word is taken on the day of the act, by signature as by call
    it("kept until the assignee is no affiliate any more, it is default (iv), unless cancelled or past its deadline", async () => {
      const [kept, cancelled] = [await assignment(given.parent), await assignment(given.parent)];
      await given.registry.connect(given.registrar).revokeControl(given.borrower, "");
      await given.byBorrower.cancelSignature(cancelled.nonce);
      await given.refused(given.byStranger.assignBySignature(id, given.parent, cancelled, NOTHING), "NonceUsed");
      await given.byStranger.assignBySignature(id, given.parent, kept, NOTHING);
      expect(await given.status(id)).to.equal("default");
    });
  });

  describe("when a currency submits in the middle of a payment", () => {
    it("finds the note already as it will be: what was signed before no longer holds", async () => {
      const { ethers } = given.connection;
      const currency = await ethers.deployContract("HostileCurrency");
      id = await given.makePlain({ currency: await currency.getAddress() });
      await currency.mint(given.payer, usd("1000000"));
      await currency.connect(given.payer).approve(given.notes, ALL);
      await given.on("2007-03-01");
      const signed = await consent(given.stranger);
      const call = given.notes.interface.encodeFunctionData("consentBySignature", [
        id,
        given.stranger.address,
        UNTIL,
        signed,
      ]);
      await currency.whenCalled(given.notes, call);
      await given.byPayer.pay(id, 5n);
      expect([await currency.called(), await currency.succeeded()]).to.deep.equal([true, false]);
      const refusal = given.notes.interface.getError("SignatureInvalid")?.selector;
      expect((await currency.answer()).slice(0, 10)).to.equal(refusal);
      expect((await given.record(id)).consentTo).to.equal(ZeroAddress);
    });

    it("makes no note by signature meanwhile", async () => {
      const { ethers } = given.connection;
      const currency = await ethers.deployContract("HostileCurrency");
      id = await given.makePlain({ currency: await currency.getAddress() });
      await currency.mint(given.payer, usd("1000000"));
      await currency.connect(given.payer).approve(given.notes, ALL);
      await given.on("2007-03-01");
      const terms = given.terms({ stock: ZeroAddress });
      const args = [terms, given.lender.address, UNSPLIT, await making(false)] as const;
      await currency.whenCalled(given.notes, given.notes.interface.encodeFunctionData("makeBySignature", [...args]));
      await given.byPayer.pay(id, 5n);
      expect([await currency.called(), await currency.succeeded()]).to.deep.equal([true, false]);
      expect(await given.notes.noteCount()).to.equal(id);
    });
  });
});
