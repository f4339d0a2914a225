import type { TypedDataDomain } from "ethers";

import type { MessageName, Signed, Values } from "./messages.ts";
import { digestOf, sentences, typesOf } from "./messages.ts";
import type { Account, GivenNotes } from "./notes.ts";
import { UNSPLIT } from "./vocabulary.ts";

/** The last second of the year 2199: none that a test comes to. */
export const LATER = 7_258_118_399n;

/** Where a party is the caller, or nothing is needed of it. */
export const NOTHING: Signed = { nonce: 0n, deadline: 0n, signature: "0x" };

/** Who can sign: an account with its key, or a contract that does as its owners do. */
export interface Signatory {
  readonly address: string;
  signTypedData(domain: TypedDataDomain, types: ReturnType<typeof typesOf>, values: Values): Promise<string>;
}

/** When a signature is good. */
export interface Limits {
  readonly nonce: bigint;
  readonly deadline: bigint;
}

let lastNonce = 0n;

/** A nonce that no test has had. */
export function freshNonce(): bigint {
  return ++lastNonce;
}

/** The domain of the fixture's notes, written out. */
export async function domainOf(given: GivenNotes): Promise<TypedDataDomain> {
  const { chainId } = await given.connection.ethers.provider.getNetwork();
  return {
    name: "Allonge Promissory Notes",
    version: "1",
    chainId,
    verifyingContract: await given.notes.getAddress(),
  };
}

/** What of a note a signature is bound to, as it stands. */
export async function stateOf(given: GivenNotes, id: bigint): Promise<Values> {
  const { holder, obligor, principal, carried, charges, overdueCarried } = await given.record(id);
  return { holder, obligor, principal, carried, charges, overdueCarried };
}

/** The factors of the fixture's stock, or of no stock, as they stand. */
export async function factorsOf(given: GivenNotes, withStock = true): Promise<typeof UNSPLIT> {
  if (!withStock) return UNSPLIT;
  const [splitNumerator, splitDenominator, distributionNumerator, distributionDenominator] =
    await given.stock.factors();
  return { splitNumerator, splitDenominator, distributionNumerator, distributionDenominator };
}

/** Signs a message by the sentence it is written in, with a fresh nonce and far deadline unless given. */
export async function sign(
  given: GivenNotes,
  by: Signatory,
  name: MessageName,
  values: Values,
  limits: Partial<Limits> = {},
): Promise<Signed> {
  const { nonce = freshNonce(), deadline = LATER } = limits;
  const types = typesOf(sentences[name]);
  const signature = await by.signTypedData(await domainOf(given), types, { ...values, nonce, deadline });
  return { nonce, deadline, signature };
}

/** What the contract says is not signed. */
export async function digestFor(given: GivenNotes, name: MessageName, values: Values, { nonce, deadline }: Limits) {
  return digestOf(await domainOf(given), name, { ...values, nonce, deadline });
}

/** The account of the fixture at an address. */
export function accountAt(given: GivenNotes, address: string): Account {
  const { deployer, borrower, lender, attestor, registrar, holdco, sister, parent, subsidiary } = given;
  const people = [deployer, borrower, lender, attestor, registrar, holdco, sister, parent, subsidiary];
  const found = [...people, given.stranger, given.payer].find((account) => account.address === address);
  if (found === undefined) throw new Error(`nobody at ${address}`);
  return found;
}
