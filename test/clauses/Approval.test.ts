import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, bases } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const UNTIL = "2004-03-31";

describe("Transfer: approvals and receivers", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("given approvals of ERC-721", () => {
    it("let an approved account or an operator move it where the holder could, and nowhere else", async () => {
      await given.byLender.approve(given.payer, id);
      const today = dayOf("2003-12-31");
      const act = () => given.byPayer.transferFrom(given.lender, given.payer, id);
      await given.refused(act(), "ConsentRequired", given.payer.address, ZeroAddress, 0, today);
      await given.byLender.setApprovalForAll(given.payer, true);
      await given.refused(act(), "ConsentRequired", given.payer.address, ZeroAddress, 0, today);
      await given.byPayer.transferFrom(given.lender, given.sister, id);
      expect(await given.notes.ownerOf(id)).to.equal(given.sister.address);
      const again = given.byPayer.transferFrom(given.sister, given.holdco, id);
      await given.refused(again, "ERC721InsufficientApproval", given.payer.address, id);
    });

    it("are still asked for where the borrower consents", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf(UNTIL));
      const act = given.byStranger.transferFrom(given.lender, given.stranger, id);
      await given.refused(act, "ERC721InsufficientApproval", given.stranger.address, id);
      const byBorrower = given.byBorrower.transferFrom(given.lender, given.stranger, id);
      await given.refused(byBorrower, "ERC721InsufficientApproval", given.borrower.address, id);
    });

    it("give an operator none of the holder's other acts", async () => {
      await given.byLender.setApprovalForAll(given.payer, true);
      await given.refused(given.byPayer.release(id), "NotHolder", given.payer.address, given.lender.address);
      await given.on("2005-09-02");
      const convert = given.byPayer.convert(id, ALL, 0n, 0n, "");
      await given.refused(convert, "NotHolder", given.payer.address, given.lender.address);
    });
  });

  describe("given safeTransferFrom to a contract", () => {
    const safely = "safeTransferFrom(address,address,uint256)";

    it("passes to one that receives, with consent", async () => {
      const receiver = await given.connection.ethers.deployContract("NoteReceiver");
      await given.byBorrower.consentToTransfer(id, receiver, dayOf(UNTIL));
      await given.byLender[safely](given.lender, receiver, id);
      expect(await given.notes.ownerOf(id)).to.equal(await receiver.getAddress());
    });

    it("is refused to one that does not, and the consent stands", async () => {
      await given.byBorrower.consentToTransfer(id, given.currency, dayOf(UNTIL));
      const act = given.byLender[safely](given.lender, given.currency, id);
      await given.refused(act, "ERC721InvalidReceiver", await given.currency.getAddress());
      expect((await given.record(id)).consentUntil).to.equal(dayOf(UNTIL));
    });

    it("leaves the receiver no use of the consent it came by, in the moment it receives", async () => {
      const receiver = await given.connection.ethers.deployContract("NoteReceiver");
      const address = await receiver.getAddress();
      await given.byBorrower.consentToTransfer(id, receiver, dayOf(UNTIL));
      const onward = given.notes.interface.encodeFunctionData("transferFrom", [address, given.stranger.address, id]);
      await receiver.whenCalled(given.notes, onward);
      await given.byLender[safely](given.lender, receiver, id);
      expect([await receiver.called(), await receiver.succeeded()]).to.deep.equal([true, false]);
      const reason = given.notes.interface.parseError(await receiver.answer());
      expect(reason?.name).to.equal("ConsentRequired");
      expect(await given.notes.ownerOf(id)).to.equal(address);
    });

    it("lets the receiver act as holder in the moment it receives", async () => {
      const receiver = await given.connection.ethers.deployContract("NoteReceiver");
      await given.byBorrower.consentToTransfer(id, receiver, dayOf(UNTIL));
      await receiver.whenCalled(given.notes, given.notes.interface.encodeFunctionData("release", [id]));
      await given.byLender[safely](given.lender, receiver, id);
      expect(await given.status(id)).to.equal("released");
    });
  });

  describe("given a token that was never minted, or burned", () => {
    it("is refused as ERC-721 says", async () => {
      await given.refused(given.byLender.transferFrom(given.lender, given.sister, 9n), "ERC721NonexistentToken", 9n);
      await given.byLender.release(id);
      await given.refused(given.byLender.transferFrom(given.lender, given.sister, id), "ERC721NonexistentToken", id);
      expect(await given.notes.transferBasis(id, given.sister)).to.equal(bases.noteEnded);
    });
  });
});
