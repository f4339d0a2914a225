import { expect } from "chai";
import { TypedDataEncoder } from "ethers";

import { domainOf as domainTold, MESSAGES, signMessage, stateOf as stateTold } from "../../src/chain/signatures.ts";
import type { MessageName } from "../helpers/messages.ts";
import { digestByEthers, digestOf, domainHash, encodeType, sentences, TERMS } from "../helpers/messages.ts";
import { givenNotes } from "../helpers/notes.ts";
import { digestFor, domainOf, factorsOf, LATER, stateOf } from "../helpers/signing.ts";
import { places, signFor, submitterOf } from "./places.ts";

const names = Object.keys(sentences) as MessageName[];

describe("Signatures: the messages", () => {
  const given = givenNotes();

  describe("given the sentences as they are written", () => {
    for (const name of names) {
      it(`${name} is the same sentence in what the client signs`, () => {
        expect(encodeType(MESSAGES[name], name)).to.equal(sentences[name]);
        expect(TypedDataEncoder.from(MESSAGES[name]).encodeType(name)).to.equal(sentences[name]);
      });
    }

    it("are all the client signs, and no more", () => {
      expect(Object.keys(MESSAGES).sort()).to.deep.equal([...names].sort());
    });

    it("name the members of terms in the order in which the contract takes them", () => {
      const make = given.notes.interface.getFunction("make").inputs[0];
      const members = make?.components?.map(({ type, name }) => `${type} ${name}`).join(",");
      expect(`Terms(${members ?? ""})`).to.equal(TERMS);
      expect(make?.components).to.have.length(27);
    });
  });

  describe("given the domain", () => {
    it("is told by ERC-5267, with no salt and no extensions", async () => {
      const told = await given.notes.eip712Domain();
      const { name, version, chainId, verifyingContract } = await domainOf(given);
      expect([told.name, told.version, told.chainId, told.verifyingContract]).to.deep.equal([
        name,
        version,
        chainId,
        verifyingContract,
      ]);
      expect(told.fields).to.equal("0x0f");
      expect(told.salt).to.equal(`0x${"0".repeat(64)}`);
      expect(told.extensions).to.deep.equal([]);
      expect(await given.notes.supportsInterface("0x84b0196e")).to.equal(true);
    });

    it("is read so by the client, and hashed by hand as by ethers", async () => {
      const domain = await domainOf(given);
      expect(await domainTold(given.notes)).to.deep.equal(domain);
      expect(domainHash(domain)).to.equal(TypedDataEncoder.hashDomain(domain));
    });
  });

  describe("given a note", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make();
      await given.charge(id, 7_000_000n);
    });

    for (const [what, place] of Object.entries(places)) {
      const limits = { nonce: 2n ** 255n + 7n, deadline: LATER };

      it(`${what}: by hand, by ethers and by the contract the message is one`, async () => {
        const values = await place.values(given, id);
        const byHand = await digestFor(given, place.message, values, limits);
        expect(digestByEthers(await domainOf(given), place.message, { ...values, ...limits })).to.equal(byHand);
        const signer = await place.signer(given, id);
        const garbage = { ...limits, signature: `0x${"11".repeat(65)}` };
        const act = place.submit(given, submitterOf(given, place), id, garbage);
        await given.refused(act, "SignatureInvalid", signer.address, byHand);
      });

      it(`${what}: is taken, whoever submits it`, async () => {
        const signer = await place.signer(given, id);
        const signed = await signFor(given, place, id, limits);
        expect(await given.notes.isNonceUsed(signer, limits.nonce)).to.equal(false);
        await place.submit(given, submitterOf(given, place), id, signed);
        expect(await given.notes.isNonceUsed(signer, limits.nonce)).to.equal(true);
      });

      it(`${what}: is taken as the client signs it`, async () => {
        const signer = await place.signer(given, id);
        const domain = await domainTold(given.notes);
        const values = await place.values(given, id);
        const signed = await signMessage(signer, domain, place.message, values, limits);
        expect(signed.signature).to.equal((await signFor(given, place, id, limits)).signature);
        await place.submit(given, submitterOf(given, place), id, signed);
      });
    }

    it("has the state that the client reads", async () => {
      expect(await stateTold(given.notes, id)).to.deep.equal(await stateOf(given, id));
    });
  });

  describe("given numbers as large as they may be", () => {
    it("hashes them as ethers does", async () => {
      const domain = await domainOf(given);
      const stock = await factorsOf(given);
      const terms = given.terms({ principal: 2n ** 96n - 1n, rate: 2n ** 32n - 1n, maturity: 2n ** 24n - 1n });
      const values = { terms, lender: given.lender.address, againstPayment: true, stock, nonce: 2n ** 256n - 1n };
      const full = { ...values, deadline: 2n ** 256n - 1n };
      expect(digestOf(domain, "MakeNote", full)).to.equal(digestByEthers(domain, "MakeNote", full));
    });
  });
});
