import { readFileSync } from "node:fs";

import { dayOf } from "../../src/math/civilDate.ts";
import { parseDecimal } from "../../src/math/decimal.ts";
import type { Deed } from "../../src/model/acts.ts";
import { make, perform } from "../../src/model/life.ts";
import type { Refusal } from "../../src/model/refusal.ts";
import type { World } from "../../src/model/state.ts";
import { view } from "../../src/model/view.ts";
import type { View } from "../../src/model/view.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import type { Terms } from "../../src/terms/terms.ts";

export const parties = { borrower: "borrower", lender: "lender", attestor: "attestor" };

/** The sample note's terms, but for what is given. */
export function sample(changes: Partial<Terms> = {}): Terms {
  const file = new URL("../../terms/infinite-group-2003.json", import.meta.url);
  return { ...termsOf(parseTermSheet(JSON.parse(readFileSync(file, "utf8")), file.pathname)), ...changes };
}

/** The sample note, made on the day it is dated. */
export function sampleNote(changes: Partial<Terms> = {}): World {
  const made = make(sample(changes), parties);
  if (!made.ok) throw new Error(made.refusal);
  return made.world;
}

/** One act: when, by whom, what. */
export type Step = readonly [on: string, by: string, deed: Deed];

/** The world after acts none of which may be refused. */
export function after(world: World, ...steps: readonly Step[]): World {
  return steps.reduce((before, [on, by, deed]) => {
    const result = perform(before, { ...deed, on: dayOf(on), by });
    if (!result.ok) throw new Error(`${on}: ${deed.do} by ${by} was refused: ${result.refusal}`);
    return result.world;
  }, world);
}

/** Why an act is refused; null if it is not. */
export function refusalOf(world: World, ...[on, by, deed]: Step): Refusal | null {
  const result = perform(world, { ...deed, on: dayOf(on), by });
  return result.ok ? null : result.refusal;
}

/** The note as it shows on a day. */
export function viewOn(world: World, on: string): View {
  return view(world, dayOf(on));
}

/** Money of six decimals. */
export function usd(amount: string): bigint {
  return parseDecimal(amount, 6);
}

/** Shares of eighteen decimals. */
export function tokens(amount: string): bigint {
  return parseDecimal(amount, 18);
}
