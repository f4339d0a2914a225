import type { Signer } from "ethers";

import { domainOf, factorsOf, signMessage, stateOf } from "../../src/chain/signatures.ts";
import type { CommonStock, PromissoryNotes } from "../../typechain-types/index.ts";
import type { Terms } from "../helpers/world.ts";

/** What docs/signatures.md shows of making a note by signature. */
export async function makeBySignature(
  notes: PromissoryNotes,
  stock: CommonStock,
  terms: Terms,
  lender: string,
  borrower: Signer,
  deadline: bigint,
) {
  // the borrower signs
  const message = { terms, lender, againstPayment: false, stock: await factorsOf(stock) };
  const byMaker = await signMessage(borrower, await domainOf(notes), "MakeNote", message, { nonce: 1n, deadline });

  // anyone submits
  await notes.makeBySignature(terms, lender, message.stock, byMaker);
}

/** What docs/signatures.md shows of a sale: the obligor's consent and the holder's transfer, at once. */
export async function transferBySignature(
  notes: PromissoryNotes,
  note: bigint,
  to: string,
  until: number,
  borrower: Signer,
  lender: Signer,
  deadline: bigint,
) {
  const domain = await domainOf(notes);
  const state = await stateOf(notes, note);
  const limits = { nonce: 2n, deadline };
  const byBorrower = await signMessage(borrower, domain, "ConsentToTransfer", { note, to, until, state }, limits);
  const byHolder = await signMessage(lender, domain, "TransferNote", { note, to, state }, limits);
  await notes.transferBySignature(note, to, until, byBorrower, byHolder);
}
