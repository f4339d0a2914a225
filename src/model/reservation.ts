import { ceil, divide, floor, multiply, rational } from "../math/rational.ts";
import { interestOf } from "./interest.ts";
import type { NoteState, StockState } from "./state.ts";

/** Original units in a whole share as shares stood before any split. */
const unitsPerShare = 10n ** 27n;

/** A note's claim on authorized stock, and the part of it beyond whole shares, which can never be converted. */
export interface Reservation {
  readonly claim: bigint;
  readonly fraction: bigint;
}

/**
 * Stock for the conversion of principal and interest at maturity.
 *
 *     claim    = ceil(amount / price · 1e27 / (split factor · distribution factor when made))
 *     whole    = floor(floor(amount / price · distribution factor since) · 1e27 / (split factor when made · distribution factor))
 *     fraction = claim − whole
 *
 * @example 250,682.803191 at .05: claim 5,013,656.06382 shares, whole 5,013,656, fraction .06382
 */
export function reservationOf(note: NoteState, stock: StockState): Reservation {
  const { terms, debt } = note;
  if (terms.conversion === null) return { claim: 0n, fraction: 0n };
  const amount = debt.principal + interestOf(terms, debt, terms.maturity);
  const atPrice = divide(rational(amount), terms.conversion.price);
  const unitsThen = divide(rational(unitsPerShare), note.splitFactor);
  const claim = ceil(divide(multiply(atPrice, unitsThen), note.distributionFactor));
  const shares = floor(multiply(atPrice, distributedSince(note, stock)));
  const whole = floor(divide(multiply(rational(shares), unitsThen), stock.distributionFactor));
  return { claim, fraction: claim - whole };
}

/** Original units of whole shares as shares stood when the note was made, rounded up so that none is short. */
export function unitsOfShares(note: NoteState, shares: bigint): bigint {
  return ceil(divide(rational(shares * unitsPerShare), note.splitFactor));
}

/** By what distributions have multiplied what a unit of currency buys since the note was made. */
export function distributedSince(note: NoteState, stock: StockState) {
  return divide(stock.distributionFactor, note.distributionFactor);
}
