import { domainOf, signMessage, stateOf, UNSIGNED } from "../../src/chain/signatures.ts";
import type { SignatureArgument } from "../../src/chain/signatures.ts";
import type { Account, GivenNotes } from "./notes.ts";
import { UNSPLIT } from "./vocabulary.ts";
import type { Terms } from "./world.ts";

const NO_DEADLINE = 2n ** 64n;

/** Who takes part in a novation, and what they rely on. */
export interface Novation {
  /** Who submits it, and so need not sign. Nobody of the three unless given. */
  readonly by?: Account;
  readonly holder?: Account;
  readonly obligor?: Account;
  readonly maker?: Account;
  /** Factors of the new stock that all have seen. */
  readonly stock?: typeof UNSPLIT;
  /** Number the first of them signs under; the others take the next. */
  readonly nonce?: bigint;
}

/** The signatures that a novation needs, each over the note as it now stands; nobody signs twice. */
export async function consentsTo(given: GivenNotes, id: bigint, replacement: Terms, novation: Novation = {}) {
  const { by = given.stranger, holder = given.lender, obligor = given.borrower, stock = UNSPLIT } = novation;
  const { maker = obligor, nonce = 1_000n * id } = novation;
  const [domain, state] = [await domainOf(given.notes), await stateOf(given.notes, id)];
  const sign = async (party: Account, at: bigint): Promise<SignatureArgument> => {
    if (party.address === by.address) return UNSIGNED;
    const message = { note: id, state, replacement, stock, signer: party.address };
    return await signMessage(party, domain, "NovateNote", message, { nonce: nonce + at, deadline: NO_DEADLINE });
  };
  return {
    holder: await sign(holder, 0n),
    obligor: await sign(obligor, 1n),
    maker: maker.address === obligor.address ? UNSIGNED : await sign(maker, 2n),
  };
}

/**
 * Replaces a note, with every signature that is needed.
 *
 * @example
 * await novate(given, id, given.terms({ rate: 5_000_000n }), { by: given.lender });
 */
export async function novate(given: GivenNotes, id: bigint, replacement: Terms, novation: Novation = {}) {
  const { by = given.stranger, stock = UNSPLIT } = novation;
  const consents = await consentsTo(given, id, replacement, novation);
  return await given.as(by).novate(id, replacement, stock, consents);
}
