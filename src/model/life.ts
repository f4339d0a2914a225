import type { Day } from "../math/civilDate.ts";
import type { Terms } from "../terms/terms.ts";
import type { Act } from "./acts.ts";
import { accept, assign, withdrawAcceptance } from "./assignment.ts";
import { charge } from "./charges.ts";
import { control, uncontrol } from "./control.ts";
import { convert } from "./conversion.ts";
import { block, newCurrency, unblock } from "./currency.ts";
import { cure, demand, report, waive } from "./default.ts";
import { release } from "./discharge.ts";
import { issueNote } from "./making.ts";
import { novate } from "./novation.ts";
import { acknowledge, pay, withdraw } from "./payment.ts";
import { permitPrepayment, revokePrepayment } from "./prepayment.ts";
import { exchangeStock, recapitalizeStock } from "./recapitalization.ts";
import { consentToRecovery, declareLost, object, recover, revokeRecoveryConsent, withoutRecovery } from "./recovery.ts";
import { isRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import { cancelSignature } from "./signature.ts";
import type { Parties, Party, StockState, World } from "./state.ts";
import { authorize, distribute, issue, split } from "./stock.ts";
import { approve, consent, revokeConsent, transfer } from "./transfer.ts";

/** What is there before the note. */
export interface Surroundings {
  /** Who records control; "registrar" unless said, null for none. */
  readonly registrar?: Party | null;
  /** Stock with a history; unless given, new stock of the borrower with the cap the terms name. */
  readonly stock?: StockState;
  /** Who may bar others from the currency; null unless said, for nobody. */
  readonly currencyIssuer?: Party | null;
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
  { registrar = "registrar", stock, currencyIssuer = null }: Surroundings = {},
): Made {
  const control = { registrar, controllers: new Map() };
  const around = {
    on,
    replaced: [],
    stock: stock ?? null,
    formerStocks: [],
    control,
    currency: newCurrency(currencyIssuer),
    nonces: new Map(),
  };
  const world = issueNote(around, terms, parties, on);
  return isRefusal(world) ? { ok: false, refusal: world } : { ok: true, world };
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
    case "recapitalize":
      return recapitalizeStock(world, act);
    case "exchange":
      return exchangeStock(world, act);
    case "control":
      return control(world, act);
    case "uncontrol":
      return uncontrol(world, act);
    case "block":
      return block(world, act);
    case "unblock":
      return unblock(world, act);
    case "cancelSignature":
      return cancelSignature(world, act);
    case "look":
      return world;
    default:
      return dispatchToHeld(world, act);
  }
}

type ActOnNote = Exclude<
  Act,
  {
    do:
      | "split"
      | "distribute"
      | "issue"
      | "authorize"
      | "recapitalize"
      | "exchange"
      | "control"
      | "uncontrol"
      | "block"
      | "unblock"
      | "cancelSignature"
      | "look";
  }
>;

/** Acts on money held, and on a recovery that goes on for its sake, outlast the note. */
function dispatchToHeld(world: World, act: ActOnNote): World | Refusal {
  switch (act.do) {
    case "withdraw":
      return withdraw(world, act);
    case "consentToRecovery":
      return consentToRecovery(world, act);
    case "revokeRecoveryConsent":
      return revokeRecoveryConsent(world, act);
    case "object":
      return object(world, act);
    case "recover":
      return recover(world, act);
    default: {
      if (world.note.ended !== null) return "NoteEnded";
      const after = dispatchToNote(world, act);
      return isRefusal(after) || !isByHolder(world, act) ? after : { ...after, note: withoutRecovery(after.note) };
    }
  }
}

/** Whether an act shows that the holder has not lost its key: any of its own, and a transfer by whomever it has let. */
function isByHolder({ note }: World, act: Act): boolean {
  switch (act.do) {
    case "transfer":
      return true;
    case "convert":
    case "acknowledge":
    case "permitPrepayment":
    case "revokePrepayment":
    case "demand":
    case "cure":
    case "waive":
    case "release":
    case "approve":
    case "accept":
    case "withdrawAcceptance":
      return act.by === note.holder;
    default:
      return false;
  }
}

type ActOnLiveNote = Exclude<
  ActOnNote,
  { do: "withdraw" | "consentToRecovery" | "revokeRecoveryConsent" | "object" | "recover" }
>;

function dispatchToNote(world: World, act: ActOnLiveNote): World | Refusal {
  switch (act.do) {
    case "novate":
      return novate(world, act);
    case "declareLost":
      return declareLost(world, act);
    case "approve":
      return approve(world, act);
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
