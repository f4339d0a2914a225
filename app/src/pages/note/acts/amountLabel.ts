import { parseDecimal } from "allonge";
import type { NoteOnChain } from "allonge";

import { groupedMoney } from "../../../kit/Money.tsx";
import { ungrouped } from "../../../acts/ActForm.tsx";

/**
 * An act with its sum, as a button is labelled.
 *
 * @param all What is said for "all".
 * @example amountLabel("Pay", "100000", note, "all") // "Pay 100,000.00 USD"
 */
export function amountLabel(
  verb: string,
  written: string | boolean | undefined,
  { currency: { decimals, symbol } }: Pick<NoteOnChain, "currency">,
  all: string,
): string {
  if (written === "all") return `${verb} ${all}`;
  const units = unitsOf(written, decimals);
  return units === null ? verb : `${verb} ${groupedMoney(units, decimals)} ${symbol}`;
}

/** What is written, in the currency's smallest unit; null for what is no sum. */
export function unitsOf(written: string | boolean | undefined, decimals: number): bigint | null {
  if (typeof written !== "string" || written === "") return null;
  try {
    return parseDecimal(ungrouped(written.trim()), decimals);
  } catch {
    return null;
  }
}
