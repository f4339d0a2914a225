import { formatShares } from "../math/decimal.ts";
import { counted, grouped } from "./numbers.ts";

/** Whole shares, for people. @example wholeShares(5_013_656n) // "5,013,656 shares" */
export function wholeShares(shares: bigint): string {
  return counted(grouped(String(shares)), "share");
}

/**
 * Shares in a stock's units, for people: the number alone.
 *
 * @param decimals Of those units; 18 unless given.
 * @example sharesOf(3_821_710_500_000_000_000_000_000n) // "3,821,710.5"
 */
export function sharesOf(amount: bigint, decimals?: number): string {
  return grouped(formatShares(amount, decimals));
}
