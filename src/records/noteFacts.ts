import type { Day } from "../math/civilDate.ts";
import type { Rational } from "../math/rational.ts";
import type { Parts } from "../model/interest.ts";
import type { Debt, Ending, Fact } from "../model/state.ts";
import type { Terms } from "../terms/terms.ts";

/** Where something stands on the chain, and the civil day it happened, in the note's zone. */
export interface Occasion {
  readonly day: Day;
  /** Seconds since 1970-01-01T00:00:00Z, of the block. */
  readonly timestamp: number;
  readonly blockNumber: number;
  readonly transactionHash: string;
  /** Its place among the logs of its block. */
  readonly index: number;
}

/** The note was made; `replaces` is the note of the same contract that it cancelled, zero for none. */
export interface MadeEntry extends Occasion {
  readonly kind: "made";
  readonly borrower: string;
  readonly lender: string;
  /** Whether the lender paid the principal in the same transaction. */
  readonly isAgainstPayment: boolean;
  readonly replaces: bigint;
}

/** Money was paid through the contract. */
export interface PaymentEntry extends Occasion {
  readonly kind: "payment";
  readonly payer: string;
  readonly holder: string;
  readonly taken: Parts;
  readonly debt: Debt;
  /** Whether the money is kept for the holder, having not reached it. */
  readonly isHeld: boolean;
}

/** The holder acknowledged a payment made elsewhere. */
export interface AcknowledgementEntry extends Occasion {
  readonly kind: "acknowledgement";
  readonly holder: string;
  readonly taken: Parts;
  readonly debt: Debt;
  /** What identifies the payment, as the holder wrote it. */
  readonly reference: string;
}

/** Debt was converted into stock. */
export interface ConversionEntry extends Occasion {
  readonly kind: "conversion";
  readonly holder: string;
  readonly taken: Parts;
  readonly debt: Debt;
  /** Whole shares, as shares stood when the note was made. */
  readonly shares: bigint;
  /** What the shares did not take, in currency units: owed with the interest, or released if `ends`. */
  readonly leftOver: bigint;
  readonly notice: string;
  /** Whether nothing is owed any more. */
  readonly ends: boolean;
}

/** A late fee or a collection cost was admitted. */
export interface ChargeEntry extends Occasion {
  readonly kind: "charge";
  readonly charge: "lateFee" | "collectionCost";
  /** Currency units. */
  readonly amount: bigint;
  readonly by: string;
  readonly isByAttestor: boolean;
  readonly evidence: string;
}

/** The holder released the debt. */
export interface ReleaseEntry extends Occasion {
  readonly kind: "release";
  readonly holder: string;
}

/** Another note cancelled and replaced this one. */
export interface ReplacementEntry extends Occasion {
  readonly kind: "replacement";
  readonly holder: string;
  readonly replacement: bigint;
}

/** The note has another holder. */
export interface TransferEntry extends Occasion {
  readonly kind: "transfer";
  readonly from: string;
  readonly to: string;
  /** Whether it moved to the same holder's new address, the key of the old one being lost. */
  readonly isRecovery: boolean;
}

/** An affiliate of the maker has become obligor. */
export interface AssignmentEntry extends Occasion {
  readonly kind: "assignment";
  readonly from: string;
  readonly to: string;
}

/** What changed what is owed, or who owes or holds it. */
export type Entry =
  | MadeEntry
  | PaymentEntry
  | AcknowledgementEntry
  | ConversionEntry
  | ChargeEntry
  | ReleaseEntry
  | ReplacementEntry
  | TransferEntry
  | AssignmentEntry;

/** The terms of a note and what happened to it, in the order of the chain; the first entry is the making. */
export interface NoteAccount {
  readonly terms: Terms;
  readonly entries: readonly Entry[];
}

/** Where the note stands after the last entry. */
export interface Standing {
  readonly debt: Debt;
  /** The last holder, once the note has ended. */
  readonly holder: string;
  readonly obligor: string;
  readonly ended: { readonly how: Ending; readonly on: Day } | null;
  /** Last day on which prepayment is permitted. */
  readonly prepaymentUntil: Day | null;
  /** The last demand that called the debt, and the ordinal of the last fact then on record. */
  readonly called: { readonly on: Day; readonly through: number } | null;
  readonly consent: { readonly to: string; readonly until: Day } | null;
  /** In the order of recording. */
  readonly facts: readonly Fact[];
  /** Whether a declaration stands that the holder's key is lost: payments are then kept for it. */
  readonly isDeclaredLost: boolean;
  /** Money kept for holders it did not reach, in currency units. */
  readonly held: readonly { readonly owner: string; readonly amount: bigint }[];
}

interface ShareEvent extends Occasion {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** New shares for so many old. */
export interface SplitEvent extends ShareEvent {
  readonly kind: "split";
}

/** Value of a share before a distribution to the shareholders, to its value after. */
export interface DistributionEvent extends ShareEvent {
  readonly kind: "distribution";
  readonly description: string;
}

/** New shares, of another stock, for so many old. */
export interface RecapitalizationEvent extends ShareEvent {
  readonly kind: "recapitalization";
  readonly successor: ShareClass;
}

/** What changed the shares a note converts into, in the order of the chain. */
export type StockEvent = SplitEvent | DistributionEvent | RecapitalizationEvent;

/** One class of shares on the chain. */
export interface ShareClass {
  readonly address: string;
  readonly name: string;
  readonly symbol: string;
  /** Units of 1e-18 of a share, when it was made. */
  readonly authorized: bigint;
}

/** The stock a note converts into. */
export interface StockFacts extends ShareClass {
  /** Cumulative factors when the note was made. */
  readonly splitAtMaking: Rational;
  readonly distributionAtMaking: Rational;
  /** Since the note was made. */
  readonly events: readonly StockEvent[];
}

/** Everything the records of a note are drawn from. Addresses are as the chain writes them, checksummed. */
export interface NoteFacts extends NoteAccount {
  readonly chainId: bigint;
  readonly contract: string;
  readonly id: bigint;
  /** The last block read, and the civil day on which it falls. */
  readonly through: { readonly blockNumber: number; readonly timestamp: number; readonly day: Day };
  /** Keccak-256 of the canonical term sheet; null if the note keeps none. */
  readonly termSheetHash: string | null;
  /** SHA-256 of the prose instrument; null if the note keeps none. */
  readonly documentHash: string | null;
  readonly maker: string;
  readonly attestor: string | null;
  readonly currencyAddress: string;
  /** Names by address, in lower case. */
  readonly names: ReadonlyMap<string, string>;
  readonly standing: Standing;
  /** Null without a right of conversion. */
  readonly stock: StockFacts | null;
}

/** The name of whoever has an address, or the address. */
export function nameOf({ names }: Pick<NoteFacts, "names">, address: string): string {
  return names.get(address.toLowerCase()) ?? address;
}

/**
 * The account of a note as made, on the day it is dated, with which nothing was done.
 *
 * @example accrualSchedule(accountAsMade(termsOf(sheet)))
 */
export function accountAsMade(terms: Terms): NoteAccount {
  const made: MadeEntry = {
    kind: "made",
    day: terms.dated,
    timestamp: terms.calendar.startOf(terms.dated),
    blockNumber: 0,
    transactionHash: "",
    index: 0,
    borrower: terms.borrower.name,
    lender: terms.lender.name,
    isAgainstPayment: false,
    replaces: 0n,
  };
  return { terms, entries: [made] };
}
