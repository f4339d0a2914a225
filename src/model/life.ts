import type { Day } from "../math/civilDate.ts";
import { rational } from "../math/rational.ts";
import type { Terms } from "../terms/terms.ts";
import type { Act } from "./acts.ts";
import { accept, assign, withdrawAcceptance } from "./assignment.ts";
import { charge } from "./charges.ts";
import { control, uncontrol } from "./control.ts";
import { convert } from "./conversion.ts";
import { cure, demand, report, waive } from "./default.ts";
import { release } from "./discharge.ts";
import { acknowledge, pay } from "./payment.ts";
import { permitPrepayment, revokePrepayment } from "./prepayment.ts";
import { isRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import { reservationOf } from "./reservation.ts";
import { nothingOverdue, withNote } from "./state.ts";
import type { NoteState, Parties, Party, StockState, World } from "./state.ts";
import { authorize, distribute, foundStock, hasRoom, issue, replaceClaim, split } from "./stock.ts";
import { consent, revokeConsent, transfer } from "./transfer.ts";

/** What is there before the note. */
export interface Surroundings {
  /** Who records control; "registrar" unless said, null for none. */
  readonly registrar?: Party | null;
  /** Stock with a history; unless given, new stock of the borrower with the cap the terms name. */
  readonly stock?: StockState;
}

/** What came of making a note. */
export type Made = { readonly ok: true; readonly world: World } | { readonly ok: false; readonly refusal: Refusal };

/** What came of an act; of a refused one, the world as it was. */
export type Performed =
  | { readonly ok: true; readonly world: World }
  | { readonly ok: false; readonly refusal: Refusal; readonly world: World };

/**
 * Makes a note on a day and reserves the stock it may convert into.
 *
 * @param on Day of making, unless said the day the note is dated.
 * @example make(terms, { borrower: "borrower", lender: "lender", attestor: null })
 */
export function make(
  terms: Terms,
  parties: Parties,
  on: Day = terms.dated,
  { registrar = "registrar", stock: given }: Surroundings = {},
): Made {
  const { borrower, lender, attestor } = parties;
  if (borrower === lender || borrower === attestor || lender === attestor) return refused("PartiesNotDistinct");
  if (terms.dated > on) return refused("DatedInFuture");
  const control = { registrar, controllers: new Map() };
  const note = newNote(terms, parties);
  if (terms.conversion === null) return { ok: true, world: { on, note, stock: null, control } };
  const stock = given ?? foundStock(borrower, terms.conversion.stock.authorized);
  if (stock.issuer !== borrower) return refused("StockNotOfBorrower");
  return reserve({ on, note: { ...note, ...factorsOf(stock) }, stock, control }, stock);
}

/**
 * Performs an act, or refuses it.
 *
 * @throws RangeError if the act lies before the one last performed.
 * @example perform(world, { on: dayOf("2007-01-02"), by: "borrower", do: "pay", amount: "all" })
 */
export function perform(world: World, act: Act): Performed {
  if (act.on < world.on) throw new RangeError(`day ${act.on} lies before day ${world.on}`);
  const after = dispatch(world, act);
  return isRefusal(after) ? { ok: false, refusal: after, world } : { ok: true, world: { ...after, on: act.on } };
}

function dispatch(world: World, act: Act): World | Refusal {
  switch (act.do) {
    case "split":
      return split(world, act);
    case "distribute":
      return distribute(world, act);
    case "issue":
      return issue(world, act);
    case "authorize":
      return authorize(world, act);
    case "control":
      return control(world, act);
    case "uncontrol":
      return uncontrol(world, act);
    case "look":
      return world;
    default:
      return world.note.ended === null ? dispatchToNote(world, act) : "NoteEnded";
  }
}

type ActOnNote = Exclude<
  Act,
  { do: "split" | "distribute" | "issue" | "authorize" | "control" | "uncontrol" | "look" }
>;

function dispatchToNote(world: World, act: ActOnNote): World | Refusal {
  switch (act.do) {
    case "convert":
      return convert(world, act);
    case "pay":
      return pay(world, act);
    case "acknowledge":
      return acknowledge(world, act);
    case "permitPrepayment":
      return permitPrepayment(world, act);
    case "revokePrepayment":
      return revokePrepayment(world, act);
    case "demand":
      return demand(world, act);
    case "consent":
      return consent(world, act);
    case "revokeConsent":
      return revokeConsent(world, act);
    case "transfer":
      return transfer(world, act);
    case "accept":
      return accept(world, act);
    case "withdrawAcceptance":
      return withdrawAcceptance(world, act);
    case "assign":
      return assign(world, act);
    case "report":
      return report(world, act);
    case "cure":
      return cure(world, act);
    case "waive":
      return waive(world, act);
    case "charge":
      return charge(world, act);
    case "release":
      return release(world, act);
  }
}

function newNote(terms: Terms, { borrower, lender, attestor }: Parties): NoteState {
  const one = rational(1n);
  return {
    terms,
    maker: borrower,
    attestor,
    holder: lender,
    obligor: borrower,
    debt: { principal: terms.principal, carried: 0n, overdue: nothingOverdue(terms), charges: 0n },
    chargesAdmitted: 0n,
    chargesByAttestor: 0n,
    prepaymentUntil: null,
    called: null,
    consent: null,
    acceptances: new Map(),
    facts: [],
    splitFactor: one,
    distributionFactor: one,
    claim: 0n,
    received: new Map(),
    ended: null,
  };
}

function factorsOf({ splitFactor, distributionFactor }: StockState) {
  return { splitFactor, distributionFactor };
}

function reserve(world: World, stock: StockState): Made {
  const { claim, fraction } = reservationOf(world.note, stock);
  const reserved = replaceClaim(stock, 0n, claim);
  if (!hasRoom(reserved, fraction)) return refused("NotEnoughAuthorized");
  return { ok: true, world: { ...withNote(world, { claim }), stock: reserved } };
}

function refused(refusal: Refusal) {
  return { ok: false, refusal } as const;
}
