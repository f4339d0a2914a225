import type { Zone } from "../calendar/calendars.ts";
import type { Day } from "../math/civilDate.ts";
import type { Rational } from "../math/rational.ts";
import type { Statement } from "../model/interest.ts";
import type { Ending } from "../model/state.ts";
import type { NoteFact, Standing, StoredNote } from "./noteOnDay.ts";
import type { NoteHistory } from "./noteHistory.ts";
import type { ChainTerms } from "./termsFromChain.ts";

/** A block that views were read at. */
export interface BlockRead {
  readonly number: number;
  readonly hash: string | null;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly timestamp: number;
}

/** Who is who. Null for nobody. */
export interface NoteParties {
  /** Signed the note; stays bound. */
  readonly maker: string;
  /** Owes it at present. */
  readonly obligor: string;
  /** Owns the token; null once the note has ended. */
  readonly holder: string | null;
  readonly attestor: string | null;
}

/** The money of a note. */
export interface NoteCurrency {
  readonly address: string;
  /** As the token says; "units" if it does not say. */
  readonly symbol: string;
  /** As the token says; 0 if it does not say, so that figures are in its smallest unit. */
  readonly decimals: number;
}

/** The stock a note converts into. */
export interface NoteStock {
  /** As the terms name it. */
  readonly address: string;
  /** Where a conversion mints today: the same, or the last of its successors. The rest is of this one. */
  readonly convertsInto: string;
  readonly name: string;
  readonly symbol: string;
  /** Shares of today for one before any split. */
  readonly splitFactor: Rational;
  /** What distributions have multiplied the number of shares by that a unit of currency buys. */
  readonly distributionFactor: Rational;
  /** Split factor over that of the note's making: shares of today for one as shares stood then. */
  readonly splitSinceMaking: Rational;
  /** Distribution factor over that of the note's making. */
  readonly distributionSinceMaking: Rational;
  /** Tokens of today, 1e-18 of a share; null if the stock does not say. */
  readonly authorized: bigint | null;
  readonly reserved: bigint | null;
  readonly issued: bigint | null;
}

/** What a conversion would come to. Money in the currency's smallest unit. */
export interface ConversionPreview {
  /** Whether the window is open and anything is owed. */
  readonly open: boolean;
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  readonly charges: bigint;
  /** All of these. */
  readonly amount: bigint;
  /** Whole shares, as shares stood when the note was made. */
  readonly shares: bigint;
  /** What the holder's balance of the stock rises by at least; 1e-18 of a share of today. */
  readonly tokens: bigint;
  /** What the price of the shares leaves of the amount. */
  readonly leftover: bigint;
  /** Whether it is all that is owed: the leftover is then released, and the note ends. */
  readonly ends: boolean;
}

/** A fact, with what its report and its cure rest on where the log was read. */
export interface EvidencedFact extends NoteFact {
  /** Who put it on record; null where no log was read. */
  readonly by: string | null;
  /** Link or hash given with the report; null where no log was read. */
  readonly evidence: string | null;
  /** The same of each cure put on record. */
  readonly cures: readonly { readonly by: string; readonly occurred: Day; readonly evidence: string }[];
}

/** How far the recovery of a lost note has come. */
export interface NoteRecovery {
  /** The holder whose key was declared lost, and the day; null if no declaration stands. */
  readonly declared: { readonly holder: string; readonly on: Day } | null;
  /** New address the borrower has consented to, and the day; null if none stands. */
  readonly consent: { readonly to: string; readonly on: Day } | null;
  /** Last day on which the holder may object; the note may be moved from the next. Null while a step is missing. */
  readonly objectionThrough: Day | null;
}

/** Money that could not reach a holder, or waits until it is known who holds. */
export interface HeldMoney {
  /** For whom it is kept. */
  readonly holder: string;
  /** Who may send it on. */
  readonly owner: string;
  /** Where it lies. */
  readonly box: string;
  /** Currency units; null if it cannot be read: `unread` says why. */
  readonly amount: bigint | null;
  /** Why the amount cannot be read, in words without a full stop; null if it can. A note's currency may be anybody's contract. */
  readonly unread: string | null;
}

/** Everything a page or a command shows of a note, of one block. Money in the currency's smallest unit, days since 1970-01-01. */
export interface NoteOnChain extends Standing {
  readonly id: bigint;
  readonly block: BlockRead;
  /** The day of that block in the note's calendar, though the note have ended before. */
  readonly today: Day;
  /** Of the note's calendar; null if it is none of those known here. */
  readonly zone: Zone | null;
  readonly parties: NoteParties;
  readonly currency: NoteCurrency;
  /** Null without a right of conversion. */
  readonly stock: NoteStock | null;
  /** Address of the calendar. */
  readonly calendar: string;
  /** Address of the register of affiliates; null for none. */
  readonly registry: string | null;
  readonly terms: ChainTerms;
  readonly statement: Statement;
  /** What one more day adds, in currency units: exactly, and floored. */
  readonly perDiem: { readonly exact: Rational; readonly floored: bigint };
  /** Currency units for one share of today; null without a right of conversion. */
  readonly pricePerShare: Rational | null;
  /** Of converting everything; null without a right of conversion, or once the note has ended. */
  readonly conversion: ConversionPreview | null;
  /** First and last day of the window of conversion, the last null for no end; null without a right of conversion. */
  readonly window: { readonly opensOn: Day; readonly closesOn: Day | null } | null;
  /** The borrower's consent to a transfer that stands. */
  readonly consent: { readonly to: string; readonly until: Day } | null;
  /** Last day of the holder's permission to prepay that stands. */
  readonly prepaymentUntil: Day | null;
  /** Day of the last demand made while a default stood. */
  readonly calledOn: Day | null;
  /** All charges ever admitted; of them those by the attestor. */
  readonly charges: { readonly admitted: bigint; readonly byAttestor: bigint };
  /** In the order of recording; those open alone where no log was read. */
  readonly facts: readonly EvidencedFact[];
  /** Null if neither step has been taken. */
  readonly recovery: NoteRecovery | null;
  /** Of the present holder, and of every former one where the log was read. */
  readonly held: readonly HeldMoney[];
  readonly ending: { readonly how: Ending; readonly on: Day } | null;
  /** Notes it has cancelled and replaced, and by which it has been. */
  readonly replaces: bigint | null;
  readonly replacedBy: bigint | null;
  /** What is stored of the debt, from which every other day's figures follow. */
  readonly stored: StoredNote;
  /** Where `fromBlock` was given. */
  readonly history: NoteHistory | null;
}
