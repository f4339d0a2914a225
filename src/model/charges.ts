import type { ActOf } from "./acts.ts";
import type { Refusal } from "./refusal.ts";
import { withNote } from "./state.ts";
import type { World } from "./state.ts";

/** All charges of a note stay below this many currency units. */
const limit = 1n << 96n;

/** The borrower or the attestor admits a late fee or a collection cost. */
export function charge(world: World, act: ActOf<"charge">): World | Refusal {
  const { note } = world;
  const isAttestor = act.by === note.attestor;
  if (act.by !== note.obligor && !isAttestor) return "NotBorrowerOrAttestor";
  if (act.amount <= 0n) return "ZeroAmount";
  const chargesAdmitted = note.chargesAdmitted + act.amount;
  if (chargesAdmitted >= limit) return "ChargesAboveLimit";
  const chargesByAttestor = note.chargesByAttestor + (isAttestor ? act.amount : 0n);
  if (chargesByAttestor > note.terms.principal) return "AttestorChargesAboveLimit";
  const debt = { ...note.debt, charges: note.debt.charges + act.amount };
  return withNote(world, { debt, chargesAdmitted, chargesByAttestor, consent: null });
}
