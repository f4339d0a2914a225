import { expect } from "chai";
import { AbiCoder, ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";

/** Each part and the acts that are passed on to it. */
const PARTS = {
  Making: "INoteMaking",
  Novation: "INoteNovation",
  Payment: "INotePayment",
  SignedActs: "INoteSignatures",
  LostNote: "INoteRecovery",
} as const;

describe("A part of the notes, called by itself", () => {
  const given = givenNotes();

  for (const [part, acts] of Object.entries(PARTS)) {
    it(`refuses every act: ${part}`, async () => {
      const { ethers } = given.connection;
      const args = part === "Payment" ? [ZeroAddress] : [];
      const alone = await ethers.deployContract(part, args);
      const { interface: book } = await ethers.getContractAt(acts, alone);
      const changing = book.fragments.filter((act) => "stateMutability" in act && act.stateMutability === "nonpayable");
      expect(changing.length).to.be.above(0);
      for (const act of changing) {
        const nothing = AbiCoder.defaultAbiCoder().getDefaultValue(act.inputs);
        const data = book.encodeFunctionData(act.format(), nothing);
        await expect(given.borrower.sendTransaction({ to: alone, data }), act.format())
          .to.be.revertedWithCustomError(alone, "OnlyPassedOn")
          .withArgs(alone);
      }
    });
  }
});
