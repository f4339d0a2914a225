import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { Account } from "../helpers/notes.ts";
import { givenNotes } from "../helpers/notes.ts";
import { NOTHING } from "../helpers/signing.ts";
import { ALL, ASSIGNMENT, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { UNTIL } from "./places.ts";
import { Signing } from "./signing.ts";

describe("Signatures: what a third party can do with them", () => {
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

    it("kept until the assignee is no affiliate any more, it is refused, and no default", async () => {
      const kept = await assignment(given.parent);
      await given.registry.connect(given.registrar).revokeControl(given.borrower, "");
      const act = given.byStranger.assignBySignature(id, given.parent, kept, NOTHING);
      await given.refused(act, "NotAffiliate", given.parent.address, given.borrower.address);
      expect(await given.status(id)).to.equal("outstanding");
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
