import type { ActOf, Signature } from "./acts.ts";
import { settle } from "./discharge.ts";
import { issueNote } from "./making.ts";
import { withoutRecovery } from "./recovery.ts";
import { isRefusal } from "./refusal.ts";
import type { Refusal } from "./refusal.ts";
import { takeSignature } from "./signature.ts";
import { noDebt } from "./state.ts";
import type { Party, World } from "./state.ts";

/**
 * A new note to the holder cancels and replaces the old one, by consent of holder, obligor and new maker. The old reservation is released
 * before the new one is made.
 */
export function novate(world: World, act: ActOf<"novate">): World | Refusal {
  const { terms, maker, attestor } = act.replacement;
  const agreed = agree(world, act);
  if (isRefusal(agreed)) return agreed;
  const cancelled = settle(agreed, act.on, noDebt(world.note.terms), "replaced");
  const { note: old, ...rest } = cancelled;
  const around = { ...rest, replaced: [...world.replaced, withoutRecovery(old)] };
  const parties = { borrower: maker, lender: world.note.holder, attestor };
  const after = issueNote(around, terms, parties, act.on);
  return !isRefusal(after) && act.isStockStale === true ? "StockFactorsDiffer" : after;
}

/** All three consent: by calling, or by signature; one who is obligor and new maker, once. */
function agree(world: World, act: ActOf<"novate">): World | Refusal {
  const { holder, obligor } = world.note;
  const { maker } = act.replacement;
  const needed: [Party, Signature | undefined][] = [
    [holder, act.holder],
    [obligor, act.obligor],
  ];
  if (maker !== obligor) needed.push([maker, act.maker]);
  let agreed = world;
  for (const [party, signature] of needed) {
    if (signature === undefined && act.by === party) continue;
    if (signature === undefined) return "SignatureInvalid";
    const signed = takeSignature(agreed, party, party, signature);
    if (isRefusal(signed)) return signed;
    agreed = signed;
  }
  return agreed;
}
