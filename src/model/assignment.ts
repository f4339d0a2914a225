import { compare } from "../math/rational.ts";
import type { ActOf } from "./acts.ts";
import { areAffiliates } from "./control.ts";
import { recordAssignment } from "./default.ts";
import { isRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import { takeSignature } from "./signature.ts";
import { withNote } from "./state.ts";
import type { Debt, NoteState, Party, World } from "./state.ts";

/** Anyone accepts to become obligor of the debt as it stands, from the present obligor. */
export function accept(world: World, act: ActOf<"accept">): World | Refusal {
  const signed = act.signed === undefined ? world : takeSignature(world, act.by, act.by, act.signed);
  return isRefusal(signed) ? signed : accepted(signed, act.by);
}

function accepted(world: World, party: Party): World {
  const { acceptances, debt, obligor } = world.note;
  return withNote(world, { acceptances: new Map(acceptances).set(party, { debt, obligor }) });
}

/** It takes its acceptance back. */
export function withdrawAcceptance(world: World, act: ActOf<"withdrawAcceptance">): World | Refusal {
  if (!world.note.acceptances.has(act.by)) return "NoAcceptance";
  return withNote(world, { acceptances: without(world.note, act.by) });
}

/** The borrower assigns the debt: to an affiliate of the maker that has accepted it passes, to a stranger it is default, but for a signed one. */
export function assign(before: World, act: ActOf<"assign">): World | Refusal {
  const world = willing(before, act);
  if (isRefusal(world)) return world;
  const { note, control } = world;
  const affiliated = areAffiliates(control, note.maker, act.to);
  if (act.signed !== undefined && !affiliated) return "NotAffiliate";
  if (act.to === note.obligor) return "SameObligor";
  if (!affiliated) return recordAssignment(world, act.on);
  if (act.to === note.holder || act.to === note.attestor) return "PartyCannotOwe";
  if (!hasAccepted(note, act.to)) return "AssignmentNotAccepted";
  return withNote(world, {
    obligor: act.to,
    consent: null,
    acceptances: without(note, act.to),
    // who consented to a recovery no longer speaks for the note
    recovery: { ...note.recovery, consent: null },
  });
}

function willing(world: World, act: ActOf<"assign">): World | Refusal {
  const { obligor } = world.note;
  if (act.signed === undefined) return act.by === obligor ? world : "NotBorrower";
  const signed = takeSignature(world, obligor, act.by, act.signed);
  if (isRefusal(signed) || act.acceptance === undefined) return signed;
  const alsoSigned = takeSignature(signed, act.to, act.to, act.acceptance);
  return isRefusal(alsoSigned) ? alsoSigned : accepted(alsoSigned, act.to);
}

/** Whether a party has accepted the debt as it stands, from the present obligor. */
export function hasAccepted(note: NoteState, party: Party): boolean {
  const acceptance = note.acceptances.get(party);
  return acceptance !== undefined && acceptance.obligor === note.obligor && isSameDebt(acceptance.debt, note.debt);
}

/** Whether nothing but time lies between two states of a debt. */
function isSameDebt(a: Debt, b: Debt): boolean {
  return (
    a.principal === b.principal &&
    a.carried === b.carried &&
    a.charges === b.charges &&
    a.overdue.since === b.overdue.since &&
    compare(a.overdue.accrued, b.overdue.accrued) === 0
  );
}

function without(note: NoteState, party: Party): NoteState["acceptances"] {
  const left = new Map(note.acceptances);
  left.delete(party);
  return left;
}
