import type { Day } from "../math/civilDate.ts";
import type { Rational } from "../math/rational.ts";
import type { Terms } from "../terms/terms.ts";

/** Whoever acts: a plain name, as an address would be. */
export type Party = string;

/** Who is named when a note is made. They differ from one another. */
export interface Parties {
  /** The maker, obligor at first; it issues the stock. */
  readonly borrower: Party;
  /** Holder at first. */
  readonly lender: Party;
  /** Whose word is taken where neither party's would be; null for none. */
  readonly attestor: Party | null;
}

/** Events that are, or may become, an event of default. The last two are recorded by the note itself, never reported. */
export type FactKind =
  | "voluntaryPetition"
  | "consentedPetition"
  | "adjudication"
  | "assignmentForCreditors"
  | "involuntaryPetition"
  | "judgment"
  | "nonPayment"
  | "assignment";

/** Whose word a fact rests on. */
export type Reporter = "borrower" | "attestor" | "note";

/** A dated fact about the maker or the obligor. */
export interface Fact {
  readonly name: string;
  readonly kind: FactKind;
  readonly reporter: Reporter;
  /** Day it happened; of the notice, for non-payment. */
  readonly occurred: Day;
  /** First day of the default it is, or becomes unless cured before. */
  readonly begins: Day;
  /** Earliest day on which a recorded cure occurred. */
  readonly cured: Day | null;
  readonly waived: boolean;
  /** Place in the order of recording, from one. */
  readonly ordinal: number;
}

/** What is owed, as far as acts have moved it. All of it is in the currency's smallest unit. */
export interface Debt {
  readonly principal: bigint;
  /** What interest differs by from the formula on present principal; signed. */
  readonly carried: bigint;
  /** Overdue interest, exact, less what was taken of it, as it stood on the day the present base began. */
  readonly overdue: { readonly accrued: Rational; readonly since: Day };
  readonly charges: bigint;
}

/** A debt of nothing. */
export function noDebt(terms: Terms): Debt {
  return { principal: 0n, carried: 0n, overdue: nothingOverdue(terms), charges: 0n };
}

/** Overdue interest before any has run. */
export function nothingOverdue(terms: Terms): Debt["overdue"] {
  return { accrued: { numerator: 0n, denominator: 1n }, since: terms.maturity };
}

/** How a note ended. */
export type Ending = "paid" | "converted" | "replaced" | "released";

/** How far the recovery of a lost note has come. */
export interface Recovery {
  /** New address of the holder that the borrower has consented to, and the day of that. */
  readonly consent: { readonly to: Party; readonly on: Day } | null;
  /** Day of the declaration that stands. */
  readonly declaredOn: Day | null;
  /** The last declaration, though it stand no more, and who then held. */
  readonly lastDeclared: { readonly on: Day; readonly holder: Party } | null;
}

/** One note. */
export interface NoteState {
  readonly terms: Terms;
  readonly maker: Party;
  readonly attestor: Party | null;
  /** Present holder; the last one, once the note has ended. */
  readonly holder: Party;
  readonly obligor: Party;
  readonly debt: Debt;
  readonly chargesAdmitted: bigint;
  readonly chargesByAttestor: bigint;
  /** Last day on which prepayment is permitted. */
  readonly prepaymentUntil: Day | null;
  /** The last demand that called the debt, and the last fact then on record. */
  readonly called: { readonly on: Day; readonly through: number } | null;
  readonly consent: { readonly to: Party; readonly until: Day } | null;
  /** Who has accepted to become obligor, of which debt, from whom. */
  readonly acceptances: ReadonlyMap<Party, { readonly debt: Debt; readonly obligor: Party }>;
  /** In the order of recording. */
  readonly facts: readonly Fact[];
  /** Factors of the stock when the note was made. */
  readonly splitFactor: Rational;
  readonly distributionFactor: Rational;
  /** Claim on authorized stock, in original units before any distribution. */
  readonly claim: bigint;
  /** Currency units that have come from this note to each party, wires apart. */
  readonly received: ReadonlyMap<Party, bigint>;
  /** Currency units held for each of its holders. */
  readonly held: ReadonlyMap<Party, bigint>;
  /** Whom the holder lets transfer in its place. */
  readonly approved: Party | null;
  readonly recovery: Recovery;
  /** New address of each from whom it was recovered. */
  readonly movedTo: ReadonlyMap<Party, Party>;
  readonly ended: { readonly how: Ending; readonly on: Day } | null;
}

/**
 * The maker's stock. An *original unit* is 1e-27 of a share as shares stood before any split; a *claim* is in original
 * units before any distribution as well.
 */
export interface StockState {
  readonly issuer: Party;
  /** Original units. */
  readonly authorized: bigint;
  /** Original units. */
  readonly issued: bigint;
  /** Sum of all claims. */
  readonly claims: bigint;
  /** In lowest terms, 1 at first. */
  readonly splitFactor: Rational;
  /** In lowest terms, 1 at first. */
  readonly distributionFactor: Rational;
  /** Original units. */
  readonly holdings: ReadonlyMap<Party, bigint>;
}

/** A stock that has been replaced: nothing is done with it any more but to exchange it. */
export interface ReplacedStock {
  /** As it stood when the stock was replaced. */
  readonly splitFactor: Rational;
  /** What has not been exchanged yet, in original units. */
  readonly holdings: ReadonlyMap<Party, bigint>;
}

/** Who controls whom. */
export interface ControlState {
  readonly registrar: Party | null;
  /** Controller of each controlled. */
  readonly controllers: ReadonlyMap<Party, Party>;
}

/** The money notes are paid in. */
export interface CurrencyState {
  /** Who may bar others from it; null for nobody. */
  readonly issuer: Party | null;
  /** Who can neither send nor receive it. */
  readonly blocked: ReadonlySet<Party>;
  /** Currency units each has received under the notes, less those it has paid. */
  readonly balances: ReadonlyMap<Party, bigint>;
}

/** Everything an act can change. Never changed itself: an act gives a new one. */
export interface World {
  /** Day of the last act that was not refused. */
  readonly on: Day;
  readonly note: NoteState;
  /** Notes that were replaced, each by the next, the last of them by `note`. */
  readonly replaced: readonly NoteState[];
  /** The stock in force; null without a right of conversion. */
  readonly stock: StockState | null;
  /** Stocks it has replaced, oldest first. */
  readonly formerStocks: readonly ReplacedStock[];
  readonly control: ControlState;
  readonly currency: CurrencyState;
  /** Nonces each signer has used or cancelled. */
  readonly nonces: ReadonlyMap<Party, ReadonlySet<bigint>>;
}

/** The same world, its note changed in what is given. */
export function withNote(world: World, changes: Partial<NoteState>): World {
  return { ...world, note: { ...world.note, ...changes } };
}
