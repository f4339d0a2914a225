import type { Day } from "../math/civilDate.ts";
import type { ActOf } from "./acts.ts";
import { avertNonPayment } from "./default.ts";
import type { Refusal } from "./refusal.ts";
import { reservationOf } from "./reservation.ts";
import { noDebt, withNote } from "./state.ts";
import type { Debt, Ending, World } from "./state.ts";
import { replaceClaim } from "./stock.ts";

/** The holder releases the debt. */
export function release(world: World, act: ActOf<"release">): World | Refusal {
  if (act.by !== world.note.holder) return "NotHolder";
  return settle(world, act.on, noDebt(world.note.terms), "released");
}

/**
 * What follows from any act that lowers the debt: consent to a transfer ends, the reservation of stock
 * follows the debt, and a note of which nothing is left ends, its facts as they stand. One that goes on without principal has
 * averted non-payment, if in time.
 */
export function settle(world: World, day: Day, debt: Debt, how: Ending | null): World {
  const after = withNote(world, {
    debt: how === null ? debt : noDebt(world.note.terms),
    consent: null,
    facts: debt.principal === 0n && how === null ? avertNonPayment(world.note.facts, day) : world.note.facts,
    ended: how === null ? null : { how, on: day },
  });
  if (after.stock === null) return after;
  const { claim } = reservationOf(after.note, after.stock);
  const stock = replaceClaim(after.stock, world.note.claim, claim);
  return { ...withNote(after, { claim }), stock };
}
