import type { Day } from "../math/civilDate.ts";
import type { ActOf } from "./acts.ts";
import { standingDefaults } from "./default.ts";
import type { Parts, Statement } from "./interest.ts";
import type { Refusal } from "./refusal.ts";
import { withNote } from "./state.ts";
import type { NoteState, World } from "./state.ts";

/** The holder permits prepayment until a day, inclusive; a later permission replaces an earlier. */
export function permitPrepayment(world: World, act: ActOf<"permitPrepayment">): World | Refusal {
  if (act.by !== world.note.holder) return "NotHolder";
  if (act.until < act.on) return "UntilPassed";
  return withNote(world, { prepaymentUntil: act.until });
}

/** The holder takes the permission back, whether or not one stands. */
export function revokePrepayment(world: World, act: ActOf<"revokePrepayment">): World | Refusal {
  if (act.by !== world.note.holder) return "NotHolder";
  return withNote(world, { prepaymentUntil: null });
}

/** What says whether a note can be paid before maturity. */
export type PrepaymentState = Pick<NoteState, "terms" | "debt" | "prepaymentUntil" | "called" | "facts">;

/** Whether the debt can be paid on a day: from maturity on always, before it only where something opens it. */
export function isPayable(note: PrepaymentState, day: Day): boolean {
  if (day >= note.terms.maturity || note.terms.prepaymentAllowed || note.debt.principal === 0n) return true;
  return (note.prepaymentUntil !== null && day <= note.prepaymentUntil) || isCalled(note, day);
}

/** Whether a default stands for which the holder has called the debt since it was on record and had begun. */
export function isCalled(note: Pick<NoteState, "called" | "facts">, day: Day): boolean {
  const { called } = note;
  if (called === null) return false;
  return standingDefaults(note, day).some((fact) => fact.begins <= called.on && fact.ordinal <= called.through);
}

/**
 * How an amount paid before maturity falls on the debt: charges, then principal and interest pro rata.
 *
 *     principal = floor(rest · P / (P + I)), interest = rest − principal
 *
 * @example 1,000 on P = 203,323.70 and I = 26,377.768504: principal 885.164998, interest 114.835002
 */
export function appliedBeforeMaturity(owed: Statement, amount: bigint): Parts {
  const charges = amount < owed.charges ? amount : owed.charges;
  const rest = amount - charges;
  const principal = rest === 0n ? 0n : (rest * owed.principal) / (owed.principal + owed.interest);
  return { charges, overdueInterest: 0n, interest: rest - principal, principal };
}
