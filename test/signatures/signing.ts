import type { Account, GivenNotes } from "../helpers/notes.ts";
import { freshNonce, sign, stateOf } from "../helpers/signing.ts";
import { UNSPLIT } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { UNTIL } from "./places.ts";

/** What the parties to a note sign of it, as it then stands. */
export class Signing {
  readonly #given: GivenNotes;

  constructor(given: GivenNotes) {
    this.#given = given;
  }

  async consent(id: bigint, to: Account) {
    const values = { ...(await this.#of(id, to)), until: UNTIL };
    return await sign(this.#given, this.#given.borrower, "ConsentToTransfer", values);
  }

  async transfer(id: bigint, to: Account) {
    return await sign(this.#given, this.#given.lender, "TransferNote", await this.#of(id, to));
  }

  async assignment(id: bigint, to: Account) {
    return await sign(this.#given, this.#given.borrower, "AssignNote", await this.#of(id, to));
  }

  async acceptance(id: bigint, by: Account) {
    const values = { note: id, assignee: by.address, state: await stateOf(this.#given, id) };
    return await sign(this.#given, by, "AcceptAssignment", values);
  }

  /** Of a note without a stock, by the borrower to the lender. */
  async making(terms: Terms, againstPayment: boolean, nonce = freshNonce()) {
    const values = { terms, lender: this.#given.lender.address, againstPayment, stock: UNSPLIT };
    return await sign(this.#given, this.#given.borrower, "MakeNote", values, { nonce });
  }

  async #of(id: bigint, to: Account) {
    return { note: id, to: to.address, state: await stateOf(this.#given, id) };
  }
}
