import { expect } from "chai";
import { Wallet, ZeroAddress } from "ethers";

import type { HostileSigner } from "../../typechain-types/mocks/HostileSigner.ts";
import type { Signed } from "../helpers/messages.ts";
import { givenNotes } from "../helpers/notes.ts";
import { freshNonce, LATER, NOTHING, sign, stateOf } from "../helpers/signing.ts";
import { endings, UNSPLIT } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

const UNTIL = dayOf("2199-12-31");

/** How the signer can answer, by the ordinals of its enumeration. */
const answers = {
  valid: 0,
  reverts: 1,
  revertsAtLength: 2,
  nothing: 3,
  short: 4,
  one: 5,
  validWithATail: 6,
  validAtLength: 7,
  garbageAtLength: 8,
  burnsGas: 9,
} as const;

const refusals: Record<string, number> = {
  "it reverts": answers.reverts,
  "it reverts with a long reason": answers.revertsAtLength,
  "it answers nothing": answers.nothing,
  "it answers the magic value in fewer bytes than a word": answers.short,
  "it answers true": answers.one,
  "it answers the magic value with something behind it": answers.validWithATail,
  "it answers garbage at length": answers.garbageAtLength,
  "it burns all gas": answers.burnsGas,
};

describe("Signatures: by contracts that mean no good", () => {
  const given = givenNotes();
  let signer: HostileSigner;
  let address: string;
  let terms: Terms;

  beforeEach(async () => {
    signer = await given.connection.ethers.deployContract("HostileSigner");
    address = await signer.getAddress();
    terms = given.terms({ borrower: address, stock: ZeroAddress });
  });

  const anything = (): Signed => ({ nonce: freshNonce(), deadline: LATER, signature: "0x1234" });

  async function make(signed = anything()) {
    return await given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, signed);
  }

  for (const [how, answer] of Object.entries(refusals)) {
    it(`is refused if ${how}`, async () => {
      await signer.willAnswer(answer);
      const signed = anything();
      await given.refused(make(signed), "SignatureInvalid", address, (digest: string) => digest.length === 66);
      expect(await given.notes.noteCount()).to.equal(0n);
      expect(await given.notes.isNonceUsed(address, signed.nonce)).to.equal(false);
    });
  }

  for (const [how, answer] of Object.entries({
    "says so of anything": answers.valid,
    "says so at great length, which nobody reads": answers.validAtLength,
  })) {
    it(`binds itself if it ${how}`, async () => {
      await signer.willAnswer(answer);
      await make();
      expect((await given.record(1n)).obligor).to.equal(address);
    });
  }

  describe("given one that calls anything valid", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make();
    });

    it("can neither consent, transfer, assign nor novate for others", async () => {
      const { stranger, payer } = given;
      const other = anything();
      await given.refused(given.as(payer).consentBySignature(id, stranger, UNTIL, other), "SignatureInvalid");
      await given.refused(given.as(payer).transferBySignature(id, given.sister, 0, NOTHING, other), "SignatureInvalid");
      await given.refused(given.as(payer).assignBySignature(id, stranger, other, NOTHING), "SignatureInvalid");
      const consents = { holder: other, obligor: other, maker: other };
      await given.refused(given.as(payer).novate(id, terms, UNSPLIT, consents), "SignatureInvalid");
    });

    it("accepts to owe for itself alone", async () => {
      await given.byPayer.acceptBySignature(id, address, anything());
      expect(await given.notes.acceptanceOf(id, address)).to.equal(true);
      await given.refused(given.byPayer.acceptBySignature(id, given.parent, anything()), "SignatureInvalid");
    });

    it("spends each nonce but once, and only its own", async () => {
      const signed = anything();
      await make(signed);
      await given.refused(make(signed), "NonceUsed", address, signed.nonce);
      const values = { note: id, to: given.stranger.address, until: UNTIL, state: await stateOf(given, id) };
      const sound = await sign(given, given.borrower, "ConsentToTransfer", values, { nonce: signed.nonce });
      await given.byPayer.consentBySignature(id, given.stranger, UNTIL, sound);
    });

    it("is still bound by the note's rules as its holder", async () => {
      await given.byBorrower.make(given.terms({ stock: ZeroAddress }), address);
      const held = await given.notes.noteCount();
      const act = given.byPayer.transferBySignature(held, given.stranger, UNTIL, NOTHING, anything());
      await given.refused(act, "ConsentRequired");
    });
  });

  describe("given one that tries to act while it is asked", () => {
    const nonce = freshNonce();
    const signed: Signed = { nonce, deadline: LATER, signature: "0x00" };

    const attempts: Record<string, () => string> = {
      "make the same note once more": () =>
        given.notes.interface.encodeFunctionData("makeBySignature", [terms, given.lender.address, UNSPLIT, signed]),
      "cancel what it is signing": () => given.notes.interface.encodeFunctionData("cancelSignature", [nonce]),
      "make another note by call": () =>
        given.notes.interface.encodeFunctionData("make", [terms, given.stranger.address]),
      "consent on a note of its own": () =>
        given.notes.interface.encodeFunctionData("consentToTransfer", [1n, given.stranger.address, UNTIL]),
      "do so by multicall": () =>
        given.notes.interface.encodeFunctionData("multicall", [
          [given.notes.interface.encodeFunctionData("make", [terms, given.stranger.address])],
        ]),
    };

    for (const [what, call] of Object.entries(attempts)) {
      it(`cannot ${what}`, async () => {
        await signer.willAnswer(answers.valid);
        await make();
        await signer.willTry(given.notes, call());
        // it calls the signature valid only if it could not act
        await make(signed);
        expect(await given.notes.noteCount()).to.equal(2n);
        const { consentTo, holder } = await given.record(2n);
        expect([consentTo, holder]).to.deep.equal([ZeroAddress, given.lender.address]);
        expect((await given.record(1n)).consentTo).to.equal(ZeroAddress);
      });
    }

    it("could have done it at any other time", async () => {
      await signer.willAnswer(answers.valid);
      await make();
      await signer.act(given.notes, attempts["consent on a note of its own"]!());
      expect((await given.record(1n)).consentTo).to.equal(given.stranger.address);
    });
  });

  describe("given an account whose key has been given code", () => {
    let account: Wallet;
    let keyTerms: Terms;

    beforeEach(async () => {
      const { ethers } = given.connection;
      const created = Wallet.createRandom();
      account = new Wallet(created.privateKey, ethers.provider);
      await given.deployer.sendTransaction({ to: account.address, value: 10n ** 18n });
      keyTerms = given.terms({ borrower: account.address, stock: ZeroAddress });
    });

    async function delegateTo(code: string) {
      const nonce = await account.getNonce();
      const authorization = await account.authorize({ address: code, nonce: nonce + 1 });
      const fees = { maxFeePerGas: 10n ** 10n, maxPriorityFeePerGas: 1n };
      const to = given.deployer.address;
      await account.sendTransaction({
        type: 4,
        to,
        nonce,
        gasLimit: 200_000n,
        authorizationList: [authorization],
        ...fees,
      });
      const { ethers } = given.connection;
      expect(await ethers.provider.getCode(account.address)).to.equal(`0xef0100${code.slice(2).toLowerCase()}`);
    }

    async function makeWith(signature: string, { nonce, deadline }: Signed) {
      const signed = { nonce, deadline, signature };
      return await given.byPayer.makeBySignature(keyTerms, given.lender, UNSPLIT, signed);
    }

    const values = () => ({ terms: keyTerms, lender: given.lender.address, againstPayment: false, stock: UNSPLIT });

    it("still signs with its key, though its code would refuse", async () => {
      await signer.willAnswer(answers.reverts);
      await delegateTo(address);
      const signed = await sign(given, account, "MakeNote", values());
      await makeWith(signed.signature, signed);
      expect((await given.record(1n)).obligor).to.equal(account.address);
    });

    it("still signs with its key, though its code can answer nothing at all", async () => {
      await delegateTo(await given.notes.getAddress());
      const signed = await sign(given, account, "MakeNote", values());
      await makeWith(signed.signature, signed);
    });

    it("signs by its code too, as that has it", async () => {
      const { ethers } = given.connection;
      const wallet = await ethers.deployContract("SignatureWallet", [given.stranger]);
      await delegateTo(await wallet.getAddress());
      const byStranger = await sign(given, given.stranger, "MakeNote", values());
      await makeWith(byStranger.signature, byStranger);
      const byPayer = await sign(given, given.payer, "MakeNote", values());
      await given.refused(makeWith(byPayer.signature, byPayer), "SignatureInvalid");
    });

    it("spends one nonce, by whichever of the two it signs", async () => {
      const wallet = await given.connection.ethers.deployContract("SignatureWallet", [given.stranger]);
      await delegateTo(await wallet.getAddress());
      const byKey = await sign(given, account, "MakeNote", values());
      const byCode = await sign(given, given.stranger, "MakeNote", values(), { nonce: byKey.nonce });
      await makeWith(byKey.signature, byKey);
      await given.refused(makeWith(byCode.signature, byCode), "NonceUsed", account.address, byKey.nonce);
    });
  });

  it("leaves a note that ended as it was, whatever its holder calls valid", async () => {
    await given.byBorrower.make(given.terms({ stock: ZeroAddress }), address);
    await signer.act(given.notes, given.notes.interface.encodeFunctionData("release", [1n]));
    const act = given.byPayer.transferBySignature(1n, given.sister, 0, NOTHING, anything());
    await given.refused(act, "NoteEnded", 1n, endings.released);
  });
});
