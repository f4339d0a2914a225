import type { Signer, TypedDataDomain, TypedDataField } from "ethers";

import type { PromissoryNotes } from "../../typechain-types/PromissoryNotes.ts";

const TERMS: TypedDataField[] = [
  { name: "borrower", type: "address" },
  { name: "attestor", type: "address" },
  { name: "currency", type: "address" },
  { name: "calendar", type: "address" },
  { name: "registry", type: "address" },
  { name: "stock", type: "address" },
  { name: "principal", type: "uint96" },
  { name: "rate", type: "uint32" },
  { name: "overdueRate", type: "uint32" },
  { name: "overdueBase", type: "uint8" },
  { name: "dayCount", type: "uint8" },
  { name: "prepaymentAllowed", type: "bool" },
  { name: "extendDeadlines", type: "bool" },
  { name: "affiliatesFree", type: "bool" },
  { name: "dated", type: "uint24" },
  { name: "maturity", type: "uint24" },
  { name: "graceDays", type: "uint16" },
  { name: "dismissalDays", type: "uint16" },
  { name: "judgmentDays", type: "uint16" },
  { name: "convertibleAfter", type: "uint24" },
  { name: "convertibleUntil", type: "uint24" },
  { name: "priceNumerator", type: "uint96" },
  { name: "priceDenominator", type: "uint32" },
  { name: "document", type: "bytes32" },
  { name: "termSheet", type: "bytes32" },
  { name: "predecessorDated", type: "uint24" },
  { name: "predecessorPrincipal", type: "uint96" },
];

const FACTORS: TypedDataField[] = [
  { name: "splitNumerator", type: "uint64" },
  { name: "splitDenominator", type: "uint64" },
  { name: "distributionNumerator", type: "uint64" },
  { name: "distributionDenominator", type: "uint64" },
];

const STATE: TypedDataField[] = [
  { name: "holder", type: "address" },
  { name: "obligor", type: "address" },
  { name: "principal", type: "uint256" },
  { name: "carried", type: "int256" },
  { name: "charges", type: "uint256" },
  { name: "overdueCarried", type: "int256" },
];

const LAST: TypedDataField[] = [
  { name: "nonce", type: "uint256" },
  { name: "deadline", type: "uint256" },
];

const NOTE = { name: "note", type: "uint256" };
const TO = { name: "to", type: "address" };
const NOTE_STATE = { name: "state", type: "NoteState" };
const STOCK = { name: "stock", type: "Factors" };

/** The messages parties sign, as EIP-712 types, each with those it is made of. */
export const MESSAGES = {
  MakeNote: {
    MakeNote: [
      { name: "terms", type: "Terms" },
      { name: "lender", type: "address" },
      { name: "againstPayment", type: "bool" },
      STOCK,
      ...LAST,
    ],
    Factors: FACTORS,
    Terms: TERMS,
  },
  ConsentToTransfer: {
    ConsentToTransfer: [NOTE, TO, { name: "until", type: "uint24" }, NOTE_STATE, ...LAST],
    NoteState: STATE,
  },
  TransferNote: { TransferNote: [NOTE, TO, NOTE_STATE, ...LAST], NoteState: STATE },
  AcceptAssignment: {
    AcceptAssignment: [NOTE, { name: "assignee", type: "address" }, NOTE_STATE, ...LAST],
    NoteState: STATE,
  },
  AssignNote: { AssignNote: [NOTE, TO, NOTE_STATE, ...LAST], NoteState: STATE },
  NovateNote: {
    NovateNote: [
      NOTE,
      NOTE_STATE,
      { name: "replacement", type: "Terms" },
      STOCK,
      { name: "signer", type: "address" },
      ...LAST,
    ],
    Factors: FACTORS,
    NoteState: STATE,
    Terms: TERMS,
  },
} as const satisfies Record<string, Record<string, TypedDataField[]>>;

/** Name of a message. */
export type MessageName = keyof typeof MESSAGES;

/** A signature as the contract takes it. */
export interface SignatureArgument {
  /** Any number the signer has not used. */
  readonly nonce: bigint;
  /** Last second in which it may be submitted. */
  readonly deadline: bigint;
  /** Hexadecimal; `0x` where the party is the caller. */
  readonly signature: string;
}

/** Stands where a party is the caller and need not sign. */
export const UNSIGNED: SignatureArgument = { nonce: 0n, deadline: 0n, signature: "0x" };

/** Factors of a stock that was never split and distributed nothing; of terms without a stock. */
export const UNSPLIT = {
  splitNumerator: 1n,
  splitDenominator: 1n,
  distributionNumerator: 1n,
  distributionDenominator: 1n,
} as const;

/** What of a note a signature is bound to. */
export interface NoteState {
  readonly holder: string;
  readonly obligor: string;
  readonly principal: bigint;
  readonly carried: bigint;
  readonly charges: bigint;
  readonly overdueCarried: bigint;
}

/**
 * The EIP-712 domain of a deployed contract, as it tells by ERC-5267.
 *
 * @param notes Connected to a provider.
 * @example const domain = await domainOf(notes); // { name: "Allonge Promissory Notes", version: "1", chainId, verifyingContract }
 */
export async function domainOf(notes: PromissoryNotes): Promise<TypedDataDomain> {
  const { name, version, chainId, verifyingContract } = await notes.eip712Domain();
  return { name, version, chainId, verifyingContract };
}

/**
 * The present state of a note, as its parties sign it: money in the currency's smallest unit.
 *
 * @param notes Connected to a provider.
 * @throws The contract's `NoteUnknown` if no note has that number.
 * @example const state = await stateOf(notes, 1n);
 */
export async function stateOf(notes: PromissoryNotes, id: bigint): Promise<NoteState> {
  const { holder, obligor, principal, carried, charges, overdueCarried } = await notes.recordOf(id);
  return { holder, obligor, principal, carried, charges, overdueCarried };
}

/**
 * Factors of a stock as they stand, as a maker signs them.
 *
 * @param stock Connected to a provider.
 * @example const stock = await factorsOf(connectStock(address, provider));
 */
export async function factorsOf(stock: { factors: () => Promise<readonly [bigint, bigint, bigint, bigint]> }) {
  const [splitNumerator, splitDenominator, distributionNumerator, distributionDenominator] = await stock.factors();
  return { splitNumerator, splitDenominator, distributionNumerator, distributionDenominator };
}

/**
 * Signs a message for a contract of notes.
 *
 * @param signer Whose key signs; a contract signs by its own means, over the same message.
 * @param name Which message.
 * @param message Its members but for nonce and deadline, nested as the types are.
 * @param until Nonce and deadline; the deadline in seconds.
 * @example
 * const signature = await signMessage(borrower, await domainOf(notes), "ConsentToTransfer",
 *   { note: 1n, to: buyer, until: dayOf("2004-06-30"), state: await stateOf(notes, 1n) }, { nonce: 1n, deadline });
 * await notes.consentBySignature(1n, buyer, dayOf("2004-06-30"), signature);
 */
export async function signMessage(
  signer: Signer,
  domain: TypedDataDomain,
  name: MessageName,
  message: Readonly<Record<string, unknown>>,
  { nonce, deadline }: { readonly nonce: bigint; readonly deadline: bigint },
): Promise<SignatureArgument> {
  const types: Record<string, TypedDataField[]> = MESSAGES[name];
  const signature = await signer.signTypedData(domain, types, { ...message, nonce, deadline });
  return { nonce, deadline, signature };
}
