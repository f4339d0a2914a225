import { expect } from "chai";
import { AbiCoder, ZeroAddress } from "ethers";

import type { HostileReference } from "../../typechain-types/mocks/HostileReference.ts";
import { UNSIGNED } from "../../src/chain/signatures.ts";
import { givenNotes } from "../helpers/notes.ts";
import { consentsTo } from "../helpers/novation.ts";
import { ALL, UNSPLIT } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const LATER = dayOf("2009-12-31");

describe("Adversary: calendars and registers", () => {
  const given = givenNotes();
  let reference: HostileReference;
  let id: bigint;

  beforeEach(async () => {
    reference = await given.connection.ethers.deployContract("HostileReference");
    id = await given.make({ registry: await reference.getAddress() });
    await given.on("2007-03-01");
  });

  describe("given a register", () => {
    const word = (value: bigint) => AbiCoder.defaultAbiCoder().encode(["uint256"], [value]);
    const senseless: Record<string, () => Promise<unknown>> = {
      "that fails": () => reference.refuse(),
      "that answers nothing": () => reference.answerWith("0x"),
      "that answers too little": () => reference.answerWith("0x01"),
      "that answers two": () => reference.answerWith(word(2n)),
      "that answers as much as fits": () => reference.answerWith(word(ALL)),
      "that has no code any more": async () => {
        await given.connection.networkHelpers.setCode(await reference.getAddress(), "0x");
      },
    };

    for (const [what, arrange] of Object.entries({ ...senseless, "that says no": () => Promise.resolve() })) {
      describe(what, () => {
        beforeEach(arrange);

        it("frees no transfer: consent is needed", async () => {
          const args = [given.sister.address, ZeroAddress, 0, dayOf("2007-03-01")];
          const { lender, sister } = given;
          const safe = "safeTransferFrom(address,address,uint256)";
          await given.refused(given.byLender.transferFrom(lender, sister, id), "ConsentRequired", ...args);
          await given.refused(given.byLender[safe](lender, sister, id), "ConsentRequired", ...args);
          const signed = given.byLender.transferBySignature(id, sister, 0, UNSIGNED, UNSIGNED);
          await given.refused(signed, "ConsentRequired", ...args);
          expect(await given.notes.canTransfer(lender, sister, id)).to.equal(false);
          expect(await given.notes.ownerOf(id)).to.equal(lender.address);
        });

        it("hinders no transfer with consent", async () => {
          await given.byBorrower.consentToTransfer(id, given.sister, LATER);
          expect(await given.notes.canTransfer(given.lender, given.sister, id)).to.equal(true);
          await given.byLender.transferFrom(given.lender, given.sister, id);
          expect(await given.notes.ownerOf(id)).to.equal(given.sister.address);
        });
      });
    }

    for (const [what, arrange] of Object.entries(senseless)) {
      it(`${what} stops an assignment, which neither passes nor is a default`, async () => {
        await given.as(given.subsidiary).acceptAssignment(id);
        await arrange();
        const before = await given.record(id);
        for (const to of [given.subsidiary, given.stranger]) {
          await expect(given.byBorrower.assign(id, to, { gasLimit: 5_000_000n })).to.revert(given.connection.ethers);
        }
        expect(await given.record(id)).to.deep.equal(before);
        expect((await given.notes.openFactsOf(id)).names).to.deep.equal([]);
      });
    }

    it("starved of gas makes no default of an assignment to an affiliate", async () => {
      id = await given.make();
      await given.as(given.subsidiary).acceptAssignment(id);
      let done = false;
      for (let gasLimit = 40_000n; !done; gasLimit += 2_000n) {
        done = await given.byBorrower.assign(id, given.subsidiary, { gasLimit }).then(
          () => true,
          () => false,
        );
        expect((await given.notes.openFactsOf(id)).names).to.deep.equal([]);
      }
      expect(await given.notes.obligorOf(id)).to.equal(given.subsidiary.address);
    });

    it("that says yes frees, though it says more besides", async () => {
      await reference.answerWith(word(1n) + word(7n).slice(2));
      await given.byLender.transferFrom(given.lender, given.stranger, id);
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
    });
  });

  describe("given a calendar and register that calls back", () => {
    let calls: Record<string, () => Promise<unknown>>;
    let before: unknown;

    // an act that anybody may do, and that asks for no day itself
    const inner = () => given.notes.interface.encodeFunctionData("cancelSignature", [9n]);

    beforeEach(async () => {
      const address = await reference.getAddress();
      id = await given.make({ calendar: address, registry: address });
      const terms = given.terms();
      const consents = await consentsTo(given, id, terms);
      calls = {
        pay: () => given.byPayer.pay(id, 1n),
        convert: () => given.byLender.convert(id, ALL, 0n, 0n, ""),
        consentToTransfer: () => given.byBorrower.consentToTransfer(id, given.stranger, LATER),
        consentToRecovery: () => given.byBorrower.consentToRecovery(id, given.stranger),
        recover: () => given.byPayer.recover(id),
        novate: () => given.byStranger.novate(id, terms, UNSPLIT, consents),
        assign: () => given.byBorrower.assign(id, given.stranger),
        make: () => given.byBorrower.make({ ...given.terms(), calendar: address }, given.lender),
        offer: () => given.byBorrower.offer({ ...given.terms(), calendar: address }, given.lender, LATER),
      };
      before = await given.record(id);
    });

    it("could do the same when it is not asked", async () => {
      await given.byStranger.cancelSignature(9n);
      expect(await given.notes.isNonceUsed(given.stranger, 9n)).to.equal(true);
    });

    for (const name of [
      "pay",
      "convert",
      "consentToTransfer",
      "consentToRecovery",
      "recover",
      "novate",
      "assign",
      "make",
      "offer",
    ]) {
      it(`changes nothing within ${name}: whoever is asked cannot act`, async () => {
        await reference.whenAsked(given.notes, inner());
        await expect(calls[name]!()).to.be.revertedWithCustomError(reference, "CameBack").withArgs(false, "0x");
        await reference.whenAsked(ZeroAddress, "0x");
        expect(await given.record(id)).to.deep.equal(before);
        expect(await given.notes.isNonceUsed(reference, 9n)).to.equal(false);
      });
    }

    it("changes nothing within a transfer, which is refused", async () => {
      const sound = await given.make({ registry: await reference.getAddress() });
      await reference.whenAsked(given.notes, inner());
      await given.refused(given.byLender.transferFrom(given.lender, given.sister, sound), "ConsentRequired");
      expect(await given.notes.isNonceUsed(reference, 9n)).to.equal(false);
    });
  });
});
