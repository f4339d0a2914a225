import { expect } from "chai";

import type { Signed } from "../helpers/messages.ts";
import type { Account } from "../helpers/notes.ts";
import { givenNotes } from "../helpers/notes.ts";
import { freshNonce, sign, stateOf } from "../helpers/signing.ts";
import type { Place } from "./places.ts";
import { places, signFor, submitterOf, UNTIL } from "./places.ts";

describe("Signatures: once, and in time", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  async function submit(place: Place, signed: Signed) {
    return await place.submit(given, submitterOf(given, place), id, signed);
  }

  async function latest(): Promise<bigint> {
    return BigInt(await given.connection.networkHelpers.time.latest());
  }

  for (const [what, place] of Object.entries(places)) {
    describe(what, () => {
      let signer: Account;

      beforeEach(async () => {
        signer = await place.signer(given, id);
      });

      it("is refused when its nonce has been used by another message", async () => {
        const nonce = freshNonce();
        const other = await sign(
          given,
          signer,
          "AcceptAssignment",
          { note: id, assignee: signer.address, state: await stateOf(given, id) },
          { nonce },
        );
        const signed = await signFor(given, place, id, { nonce });
        await given.byPayer.acceptBySignature(id, signer, other);
        await given.refused(submit(place, signed), "NonceUsed", signer.address, nonce);
      });

      it("is refused when its signer has cancelled it, and nobody else can", async () => {
        const signed = await signFor(given, place, id);
        await given.byStranger.cancelSignature(signed.nonce);
        const snapshot = await given.connection.networkHelpers.takeSnapshot();
        await submit(place, signed);
        await snapshot.restore();
        await given.told(
          given.as(signer).cancelSignature(signed.nonce),
          "SignatureCancelled",
          signer.address,
          signed.nonce,
        );
        await given.refused(submit(place, signed), "NonceUsed", signer.address, signed.nonce);
      });

      it("is taken in the last second of its deadline", async () => {
        const deadline = (await latest()) + 1000n;
        const signed = await signFor(given, place, id, { deadline });
        const { time } = given.connection.networkHelpers;
        await time.setNextBlockTimestamp(deadline);
        await submit(place, signed);
        expect(await latest()).to.equal(deadline);
      });

      it("is refused a second later", async () => {
        const deadline = (await latest()) + 1000n;
        const signed = await signFor(given, place, id, { deadline });
        await given.connection.networkHelpers.time.increaseTo(deadline);
        await given.connection.networkHelpers.time.setNextBlockTimestamp(deadline + 1n);
        await given.refused(submit(place, signed), "SignatureExpired", deadline, deadline + 1n);
      });
    });
  }

  describe("given an act that leaves the note as its signer saw it", () => {
    const repeatable = ["consentBySignature, by the obligor", "acceptBySignature, by the assignee"];

    for (const what of [...repeatable, "makeBySignature, by the maker", "subscribeBySignature, by the maker"]) {
      it(`${what}: is refused a second time`, async () => {
        const place = places[what]!;
        const signer = await place.signer(given, id);
        const signed = await signFor(given, place, id);
        await submit(place, signed);
        await given.refused(submit(place, signed), "NonceUsed", signer.address, signed.nonce);
      });
    }

    it("an assignment to a stranger is refused each time, and does not use its number up", async () => {
      const values = { note: id, to: given.stranger.address, state: await stateOf(given, id) };
      const signed = await sign(given, given.borrower, "AssignNote", values);
      const none: Signed = { nonce: 0n, deadline: 0n, signature: "0x" };
      const act = () => given.byPayer.assignBySignature(id, given.stranger, signed, none);
      await given.refused(act(), "NotAffiliate", given.stranger.address, given.borrower.address);
      await given.refused(act(), "NotAffiliate", given.stranger.address, given.borrower.address);
      expect(await given.notes.isNonceUsed(given.borrower, signed.nonce)).to.equal(false);
    });
  });

  describe("given many signatures of one signer", () => {
    async function consentTo(to: Account, nonce: bigint): Promise<Signed> {
      const values = { note: id, to: to.address, until: UNTIL, state: await stateOf(given, id) };
      return await sign(given, given.borrower, "ConsentToTransfer", values, { nonce });
    }

    it("takes them in any order, with any numbers, and keeps them apart by signer", async () => {
      const nonces = [2n ** 256n - 1n, 0n, 256n, 255n, 1n, 257n, 2n ** 128n];
      for (const nonce of nonces) {
        const signed = await consentTo(given.stranger, nonce);
        await given.byPayer.consentBySignature(id, given.stranger, UNTIL, signed);
        expect(await given.notes.isNonceUsed(given.borrower, nonce)).to.equal(true);
        expect(await given.notes.isNonceUsed(given.lender, nonce)).to.equal(false);
      }
      for (const nonce of [2n, 254n, 258n, 2n ** 256n - 2n]) {
        expect(await given.notes.isNonceUsed(given.borrower, nonce)).to.equal(false);
      }
    });

    it("takes two in one block, each by whoever has it", async () => {
      const [first, second] = [await consentTo(given.stranger, 1n), await consentTo(given.payer, 2n)];
      const { ethers } = given.connection;
      await ethers.provider.send("evm_setAutomine", [false]);
      const sent = [
        await given.byStranger.consentBySignature(id, given.stranger, UNTIL, first),
        await given.byPayer.consentBySignature(id, given.payer, UNTIL, second),
      ];
      await ethers.provider.send("evm_mine");
      await ethers.provider.send("evm_setAutomine", [true]);
      const blocks = await Promise.all(sent.map(async (act) => (await act.wait())?.blockNumber));
      expect(blocks[0]).to.equal(blocks[1]);
      expect(await given.notes.isNonceUsed(given.borrower, 1n)).to.equal(true);
      expect(await given.notes.isNonceUsed(given.borrower, 2n)).to.equal(true);
    });

    it("takes but one of two with one nonce, whichever comes first", async () => {
      const [toOne, toOther] = [await consentTo(given.stranger, 7n), await consentTo(given.payer, 7n)];
      await given.byPayer.consentBySignature(id, given.payer, UNTIL, toOther);
      await given.refused(
        given.byStranger.consentBySignature(id, given.stranger, UNTIL, toOne),
        "NonceUsed",
        given.borrower.address,
        7n,
      );
      expect((await given.record(id)).consentTo).to.equal(given.payer.address);
    });
  });

  describe("when a signature is cancelled", () => {
    it("is refused a second time, and after it was used", async () => {
      await given.byBorrower.cancelSignature(5n);
      await given.refused(given.byBorrower.cancelSignature(5n), "NonceUsed", given.borrower.address, 5n);
      const place = places["consentBySignature, by the obligor"]!;
      await submit(place, await signFor(given, place, id, { nonce: 6n }));
      await given.refused(given.byBorrower.cancelSignature(6n), "NonceUsed", given.borrower.address, 6n);
    });

    it("takes nothing from others, nor from the signer's other signatures", async () => {
      await given.byBorrower.cancelSignature(5n);
      await given.byLender.cancelSignature(5n);
      const place = places["consentBySignature, by the obligor"]!;
      await submit(place, await signFor(given, place, id, { nonce: 4n }));
    });
  });
});
