import { ZeroAddress } from "ethers";
import type { ContractTransactionResponse } from "ethers";

import type { MessageName, Signed, Values } from "../helpers/messages.ts";
import type { Account, GivenNotes } from "../helpers/notes.ts";
import { accountAt, factorsOf, NOTHING, sign, stateOf } from "../helpers/signing.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

/** Last day of every consent. */
export const UNTIL = dayOf("2199-12-31");

/** One place where the contract takes a signature. Whatever else the act needs is sound, and signed as the note then stands. */
export interface Place {
  readonly message: MessageName;
  /** Whether it is about a note that exists. */
  readonly ofNote: boolean;
  /** Whose signature it takes, as the note now stands. */
  readonly signer: (given: GivenNotes, id: bigint) => Promise<Account>;
  /** What is signed, as the note now stands. */
  readonly values: (given: GivenNotes, id: bigint) => Promise<Values>;
  readonly submit: (given: GivenNotes, by: Account, id: bigint, signed: Signed) => Promise<ContractTransactionResponse>;
  /** Why it is refused with an empty signature. */
  readonly whenEmpty: string;
  /** Whether only the lender can submit it. */
  readonly byLender?: boolean;
}

/** Terms without a stock, made by the borrower's parent. */
export function replacementOf(given: GivenNotes): Terms {
  return given.terms({ borrower: given.parent.address, stock: ZeroAddress });
}

const holderOf = async (given: GivenNotes, id: bigint) => accountAt(given, (await given.record(id)).holder);
const obligorOf = async (given: GivenNotes, id: bigint) => accountAt(given, (await given.record(id)).obligor);
const borrower = (given: GivenNotes) => Promise.resolve(given.borrower);

async function making(given: GivenNotes, againstPayment: boolean): Promise<Values> {
  return {
    terms: given.terms(),
    lender: given.lender.address,
    againstPayment,
    stock: await factorsOf(given),
  };
}

async function transfer(given: GivenNotes, id: bigint): Promise<Values> {
  return { note: id, to: given.stranger.address, state: await stateOf(given, id) };
}

async function consent(given: GivenNotes, id: bigint): Promise<Values> {
  return { ...(await transfer(given, id)), until: UNTIL };
}

async function assignment(given: GivenNotes, id: bigint): Promise<Values> {
  return { note: id, to: given.subsidiary.address, state: await stateOf(given, id) };
}

async function acceptance(given: GivenNotes, id: bigint): Promise<Values> {
  return { note: id, assignee: given.subsidiary.address, state: await stateOf(given, id) };
}

async function novation(given: GivenNotes, id: bigint, signer: Account): Promise<Values> {
  const replacement = replacementOf(given);
  const stock = await factorsOf(given, false);
  return { note: id, state: await stateOf(given, id), replacement, stock, signer: signer.address };
}

type Role = "holder" | "obligor" | "maker";

const roles: Record<Role, (given: GivenNotes, id: bigint) => Promise<Account>> = {
  holder: holderOf,
  obligor: obligorOf,
  maker: (given) => Promise.resolve(given.parent),
};

async function novate(given: GivenNotes, by: Account, id: bigint, role: Role, signed: Signed) {
  const consents: Record<Role, Signed> = { holder: NOTHING, obligor: NOTHING, maker: NOTHING };
  for (const other of Object.keys(roles) as Role[]) {
    const party = await roles[other](given, id);
    const own = other === role;
    consents[other] = own ? signed : await sign(given, party, "NovateNote", await novation(given, id, party));
  }
  return await given.as(by).novate(id, replacementOf(given), await factorsOf(given, false), consents);
}

const novating = (role: Role): Place => ({
  message: "NovateNote",
  ofNote: true,
  signer: roles[role],
  values: async (given, id) => await novation(given, id, await roles[role](given, id)),
  submit: (given, by, id, signed) => novate(given, by, id, role, signed),
  whenEmpty: "SignatureInvalid",
});

/** Every place where the contract takes a signature, by name. */
export const places: Readonly<Record<string, Place>> = {
  "makeBySignature, by the maker": {
    message: "MakeNote",
    ofNote: false,
    signer: borrower,
    values: (given) => making(given, false),
    submit: async (given, by, _, signed) =>
      await given.as(by).makeBySignature(given.terms(), given.lender, await factorsOf(given), signed),
    whenEmpty: "SignatureInvalid",
  },
  "subscribeBySignature, by the maker": {
    message: "MakeNote",
    ofNote: false,
    signer: borrower,
    values: (given) => making(given, true),
    submit: async (given, by, _, signed) =>
      await given.as(by).subscribeBySignature(given.terms(), await factorsOf(given), signed),
    whenEmpty: "SignatureInvalid",
    byLender: true,
  },
  "consentBySignature, by the obligor": {
    message: "ConsentToTransfer",
    ofNote: true,
    signer: obligorOf,
    values: consent,
    submit: (given, by, id, signed) => given.as(by).consentBySignature(id, given.stranger, UNTIL, signed),
    whenEmpty: "SignatureInvalid",
  },
  "transferBySignature, consent by the obligor": {
    message: "ConsentToTransfer",
    ofNote: true,
    signer: obligorOf,
    values: consent,
    submit: async (given, by, id, signed) => {
      const byHolder = await sign(given, await holderOf(given, id), "TransferNote", await transfer(given, id));
      return await given.as(by).transferBySignature(id, given.stranger, UNTIL, signed, byHolder);
    },
    whenEmpty: "ConsentRequired",
  },
  "transferBySignature, transfer by the holder": {
    message: "TransferNote",
    ofNote: true,
    signer: holderOf,
    values: transfer,
    submit: async (given, by, id, signed) => {
      const byObligor = await sign(given, await obligorOf(given, id), "ConsentToTransfer", await consent(given, id));
      return await given.as(by).transferBySignature(id, given.stranger, UNTIL, byObligor, signed);
    },
    whenEmpty: "SignatureInvalid",
  },
  "acceptBySignature, by the assignee": {
    message: "AcceptAssignment",
    ofNote: true,
    signer: (given) => Promise.resolve(given.subsidiary),
    values: acceptance,
    submit: (given, by, id, signed) => given.as(by).acceptBySignature(id, given.subsidiary, signed),
    whenEmpty: "SignatureInvalid",
  },
  "assignBySignature, assignment by the obligor": {
    message: "AssignNote",
    ofNote: true,
    signer: obligorOf,
    values: assignment,
    submit: async (given, by, id, signed) => {
      const byAssignee = await sign(given, given.subsidiary, "AcceptAssignment", await acceptance(given, id));
      return await given.as(by).assignBySignature(id, given.subsidiary, signed, byAssignee);
    },
    whenEmpty: "SignatureInvalid",
  },
  "assignBySignature, acceptance by the assignee": {
    message: "AcceptAssignment",
    ofNote: true,
    signer: (given) => Promise.resolve(given.subsidiary),
    values: acceptance,
    submit: async (given, by, id, signed) => {
      const byObligor = await sign(given, await obligorOf(given, id), "AssignNote", await assignment(given, id));
      return await given.as(by).assignBySignature(id, given.subsidiary, byObligor, signed);
    },
    whenEmpty: "AssignmentNotAccepted",
  },
  "novate, by the holder": novating("holder"),
  "novate, by the obligor": novating("obligor"),
  "novate, by the new maker": novating("maker"),
};

/** Who submits: nobody concerned, wherever that is allowed. */
export function submitterOf(given: GivenNotes, place: Place): Account {
  return place.byLender === true ? given.lender : given.payer;
}

/** Signs what a place takes, as the note now stands. */
export async function signFor(given: GivenNotes, place: Place, id: bigint, limits: Partial<Signed> = {}) {
  return await sign(given, await place.signer(given, id), place.message, await place.values(given, id), limits);
}
