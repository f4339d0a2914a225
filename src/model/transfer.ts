import type { Day } from "../math/civilDate.ts";
import type { ActOf } from "./acts.ts";
import { areAffiliates } from "./control.ts";
import type { Refusal } from "./refusal.ts";
import { withNote } from "./state.ts";
import type { NoteState, Party, World } from "./state.ts";

/** Why a transfer would pass, or not. */
export type TransferBasis = "needsConsent" | "consent" | "affiliate" | "partyCannotHold" | "noteEnded";

/** The borrower consents to one transfer to one transferee until a day, inclusive. */
export function consent(world: World, act: ActOf<"consent">): World | Refusal {
  if (act.by !== world.note.obligor) return "NotBorrower";
  if (act.until < act.on) return "UntilPassed";
  if (isParty(world.note, act.to)) return "PartyCannotHold";
  return withNote(world, { consent: { to: act.to, until: act.until } });
}

/** The borrower takes its consent back. */
export function revokeConsent(world: World, act: ActOf<"revokeConsent">): World | Refusal {
  if (act.by !== world.note.obligor) return "NotBorrower";
  if (world.note.consent === null || world.note.consent.until < act.on) return "NoConsent";
  return withNote(world, { consent: null });
}

/** On what ground the note could pass to a party on a day. */
export function transferBasis(world: World, to: Party, day: Day): TransferBasis {
  const { note, control } = world;
  if (note.ended !== null) return "noteEnded";
  if (isParty(note, to)) return "partyCannotHold";
  if (note.consent?.to === to && day <= note.consent.until) return "consent";
  return note.terms.affiliatesFree && areAffiliates(control, note.holder, to) ? "affiliate" : "needsConsent";
}

/** Whether a party owes the note or is neutral, and so can never hold it. */
function isParty({ maker, obligor, attestor }: NoteState, party: Party): boolean {
  return party === maker || party === obligor || party === attestor;
}

/** The holder transfers the note. */
export function transfer(world: World, act: ActOf<"transfer">): World | Refusal {
  if (act.by !== world.note.holder) return "NotHolder";
  const basis = transferBasis(world, act.to, act.on);
  if (basis === "partyCannotHold") return "PartyCannotHold";
  if (basis === "needsConsent") return "ConsentRequired";
  return withNote(world, { holder: act.to, consent: null, prepaymentUntil: null });
}
