import type { Provider, TypedDataDomain, TypedDataField } from "ethers";

import type { CommonStockFactory } from "../../../typechain-types/CommonStockFactory.ts";
import type { NoteLens } from "../../../typechain-types/lens/NoteLens.ts";
import type { PromissoryNotes } from "../../../typechain-types/PromissoryNotes.ts";
import type { DeploymentRecord } from "../parseDeploymentRecord.ts";
import type { ActOptions } from "./actOptions.ts";
import type { ActNote } from "./actNote.ts";

/** What was asked cannot be done. The message is one line, and nothing has been sent. */
export class ActError extends Error {
  override readonly name: string = "ActError";
}

/** A chain, and the contracts that are recorded for it. */
export interface ActChain {
  readonly provider: Provider;
  readonly chainId: bigint;
  readonly record: DeploymentRecord;
  readonly notes: PromissoryNotes;
  readonly lens: NoteLens;
  readonly stocks: CommonStockFactory;
}

/** A call of a contract. */
export interface Call {
  readonly to: string;
  readonly data: string;
}

/** A transaction that comes before the act, and what it does, in words. What it calls is asked for once those before it are mined. */
export interface Preparation {
  readonly says: string;
  readonly call: () => Promise<Call>;
}

/** What is paid for a unit of gas, in wei. */
export interface Fee {
  /** What it costs at present. */
  readonly present: bigint;
  /** The most that is paid for it. */
  readonly most: bigint;
  /** How much of it goes to whoever makes the block, at most; null on a chain without a base fee, where all of it does. */
  readonly priority: bigint | null;
}

/** A call on its way. */
export interface Transaction extends Call {
  readonly gasLimit: bigint;
  readonly nonce: number;
  /** In wei for a unit of gas, as is the next; both left to the account where no fee was shown. */
  readonly maxFeePerGas?: bigint;
  readonly maxPriorityFeePerGas?: bigint;
  /** In their place, on a chain without a base fee. */
  readonly gasPrice?: bigint;
}

/** Whose transaction it is: an account that can sign and send. */
export interface Account {
  readonly address: string;
  /** Sends a transaction, offering for its gas what it says; its hash, without waiting for it to be mined. */
  readonly send: (transaction: Transaction) => Promise<string>;
  readonly signTypedData: (
    domain: TypedDataDomain,
    types: Record<string, TypedDataField[]>,
    message: Record<string, unknown>,
  ) => Promise<string>;
}

/** A figure of the note, written out: as it is, and as it will be. Without a `before`, it is of the act alone. */
export interface Row {
  readonly label: string;
  readonly before?: string;
  readonly after: string;
}

/** An act as it would pass now. */
export interface Plan {
  /** What it does, in one sentence. */
  readonly says: string;
  readonly rows: readonly Row[];
  /** Sent before the act, in order; each must be mined before the next. */
  readonly preparations: readonly Preparation[];
  /** The act itself. May ask the account for a signature. */
  readonly call: (account: Account) => Promise<Call>;
  /** Whether the act passes as things stand, so that its gas can be estimated; not so before a preparation is mined. */
  readonly estimable: boolean;
  /** What its transactions offer for gas, and no more; what the account offers unless given. */
  readonly fee?: Fee;
}

/** Who can do an act. */
export type Role =
  | "anyone"
  | "attestor"
  | "borrower"
  | "borrowerOrAttestor"
  | "holder"
  | "holderOrAttestor"
  | "issuer"
  | "lostHolder"
  | "payer"
  | "self";

/**
 * Works out an act on a note without sending anything.
 *
 * @param from Who would send it.
 * @throws ActError for options that cannot be taken; what the chain throws, if it refuses the act.
 */
export type Prepare = (note: ActNote, from: string, options: ActOptions) => Promise<Plan>;
