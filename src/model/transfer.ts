import type { Day } from "../math/civilDate.ts";
import type { ActOf } from "./acts.ts";
import { areAffiliates } from "./control.ts";
import { isRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import { takeSignature } from "./signature.ts";
import { withNote } from "./state.ts";
import type { NoteState, Party, World } from "./state.ts";

/** Why a transfer would pass, or not. */
export type TransferBasis = "needsConsent" | "consent" | "affiliate" | "partyCannotHold" | "noteEnded";

/** The borrower consents to one transfer to one transferee until a day, inclusive. */
export function consent(world: World, act: ActOf<"consent">): World | Refusal {
  const { obligor } = world.note;
  if (act.signed === undefined && act.by !== obligor) return "NotBorrower";
  const signed = act.signed === undefined ? world : takeSignature(world, obligor, act.by, act.signed);
  return isRefusal(signed) ? signed : consented(signed, act.on, act.to, act.until);
}

function consented(world: World, on: Day, to: Party, until: Day): World | Refusal {
  if (until < on) return "UntilPassed";
  if (isParty(world.note, to)) return "PartyCannotHold";
  return withNote(world, { consent: { to, until } });
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

/** Whether a party owes the note, is neutral, or was once recovered from, and so can never hold it. */
export function isParty({ maker, obligor, attestor, movedTo }: NoteState, party: Party): boolean {
  return party === maker || party === obligor || party === attestor || movedTo.has(party);
}

/** The holder lets another transfer in its place, bound by the same rules. */
export function approve(world: World, act: ActOf<"approve">): World | Refusal {
  return act.by === world.note.holder ? withNote(world, { approved: act.to }) : "NotHolder";
}

/** The holder, or whom it has approved, transfers the note; by signature, only the holder. The consent it needs may come with it. */
export function transfer(world: World, act: ActOf<"transfer">): World | Refusal {
  const signed = entitled(world, act);
  if (isRefusal(signed)) return signed;
  const ready = act.consent === undefined ? signed : withConsent(signed, act, act.consent);
  if (isRefusal(ready)) return ready;
  const basis = transferBasis(ready, act.to, act.on);
  if (basis === "partyCannotHold") return "PartyCannotHold";
  if (basis === "needsConsent") return "ConsentRequired";
  return withNote(ready, { holder: act.to, approved: null, consent: null, prepaymentUntil: null });
}

function entitled(world: World, act: ActOf<"transfer">): World | Refusal {
  const { holder, approved } = world.note;
  if (act.signed !== undefined) return takeSignature(world, holder, act.by, act.signed);
  if (act.by === holder || act.by === approved) return world;
  return act.consent === undefined ? "NotHolder" : "SignatureInvalid";
}

function withConsent(
  world: World,
  act: ActOf<"transfer">,
  signature: NonNullable<ActOf<"transfer">["consent"]>,
): World | Refusal {
  const { obligor } = world.note;
  const signed = takeSignature(world, obligor, obligor, signature);
  return isRefusal(signed) ? signed : consented(signed, act.on, act.to, signature.until);
}
