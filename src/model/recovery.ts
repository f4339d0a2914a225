import type { Day } from "../math/civilDate.ts";
import type { ActOf } from "./acts.ts";
import type { Refusal } from "./refusal.ts";
import { withNote } from "./state.ts";
import type { NoteState, Party, Recovery, World } from "./state.ts";
import { isParty } from "./transfer.ts";

const daysToObject = 30;
const daysBetweenDeclarations = 365;

/** Whether the holder's key is declared lost: what is paid is then held. */
export function isLost({ recovery }: NoteState): boolean {
  return recovery.declaredOn !== null;
}

/** Whose money held for a holder is: its own, or that of the address the note was recovered to from it. */
export function ownerOfHeld(note: NoteState, holder: Party): Party {
  const next = note.movedTo.get(holder);
  return next === undefined ? holder : ownerOfHeld(note, next);
}

/** The note after an objection: both steps undone, the last declaration remembered. */
export function withoutRecovery(note: NoteState): NoteState {
  return { ...note, recovery: { ...note.recovery, consent: null, declaredOn: null } };
}

/** The attestor declares that the holder has lost its key. */
export function declareLost(world: World, act: ActOf<"declareLost">): World | Refusal {
  const { attestor, holder, recovery } = world.note;
  if (act.by !== attestor) return "NotAttestor";
  const last = recovery.lastDeclared;
  if (last !== null && act.on <= last.on + daysBetweenDeclarations) return "DeclaredWithinYear";
  return withRecovery(world, { declaredOn: act.on, lastDeclared: { on: act.on, holder } });
}

/** The borrower consents to a new address; another replaces it and starts the days anew. */
export function consentToRecovery(world: World, act: ActOf<"consentToRecovery">): World | Refusal {
  const { note } = world;
  if (isOver(note)) return "NoteEnded";
  if (act.by !== note.obligor) return "NotBorrower";
  if (act.to === note.recovery.consent?.to) return "RecoveryAlreadyConsented";
  if (act.to === note.holder || isParty(note, act.to)) return "PartyCannotHold";
  return withRecovery(world, { consent: { to: act.to, on: act.on } });
}

/** The borrower takes that consent back. */
export function revokeRecoveryConsent(world: World, act: ActOf<"revokeRecoveryConsent">): World | Refusal {
  const { note } = world;
  if (isOver(note)) return "NoteEnded";
  if (act.by !== note.obligor) return "NotBorrower";
  return note.recovery.consent === null ? "RecoveryNotConsented" : withRecovery(world, { consent: null });
}

/** The holder, or who was when the debt was paid meanwhile, objects. */
export function object(world: World, act: ActOf<"object">): World | Refusal {
  const { note } = world;
  const isUnderWay = isLost(note) || note.recovery.consent !== null;
  if (!isUnderWay || isOver(note)) return "NoRecovery";
  if (act.by !== note.holder) return "NotHolder";
  return { ...world, note: withoutRecovery(note) };
}

/** Anyone moves the note, if it still is one, and the money held for its holder, once the days to object are over. */
export function recover(world: World, act: ActOf<"recover">): World | Refusal {
  const { note } = world;
  const { declaredOn, consent } = note.recovery;
  if (isOver(note)) return "NoteEnded";
  if (declaredOn === null) return "NotDeclaredLost";
  if (consent === null) return "RecoveryNotConsented";
  if (act.on <= lastDayToObject(declaredOn, consent.on)) return "RecoveryPremature";
  if (isParty(note, consent.to)) return "PartyCannotHold";
  const movedTo = new Map(note.movedTo).set(note.holder, consent.to);
  const recovered = { ...withoutRecovery(note), movedTo };
  if (note.ended !== null) return { ...world, note: recovered };
  return {
    ...world,
    note: { ...recovered, holder: consent.to, approved: null, consent: null, prepaymentUntil: null },
  };
}

/** Last day on which the holder may object: 30 days after the later of the two steps. */
export function lastDayToObject(declaredOn: Day, consentedOn: Day): Day {
  return Math.max(declaredOn, consentedOn) + daysToObject;
}

/** A note that has ended is still recovered, for the money held, if it was declared lost before. */
function isOver(note: NoteState): boolean {
  return note.ended !== null && !isLost(note);
}

function withRecovery(world: World, changes: Partial<Recovery>): World {
  return withNote(world, { recovery: { ...world.note.recovery, ...changes } });
}
