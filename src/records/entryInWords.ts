import { isoOf } from "../math/civilDate.ts";
import { formatMoney } from "../math/decimal.ts";
import type { Terms } from "../terms/terms.ts";
import type { Entry } from "./noteFacts.ts";

/** What an entry is, in a phrase such as a book-keeper writes. Amounts and parties stand in their own columns. */
export function entryInWords(entry: Entry, terms: Pick<Terms, "dated" | "decimals" | "currency">): string {
  switch (entry.kind) {
    case "made":
      return [
        `Note made, dated ${isoOf(terms.dated)}`,
        entry.isAgainstPayment ? "against payment of the principal" : "for value received",
        ...(entry.replaces === 0n ? [] : [`in replacement of note ${String(entry.replaces)}`]),
      ].join(", ");
    case "payment":
      return entry.isHeld ? "Payment, kept for the holder" : "Payment";
    case "acknowledgement":
      return "Payment made elsewhere, acknowledged by the holder";
    case "conversion":
      return `Conversion into stock${conversionEnds(entry.ends, entry.leftOver, terms)}`;
    case "charge":
      return `${entry.charge === "lateFee" ? "Late fee" : "Collection cost"} admitted by the ${
        entry.isByAttestor ? "attestor" : "borrower"
      }`;
    case "release":
      return "Debt released by the holder";
    case "replacement":
      return `Cancelled and replaced by note ${String(entry.replacement)}`;
    case "transfer":
      return entry.isRecovery ? "Moved to the holder's new address, the note being lost" : "Transfer to a new holder";
    case "assignment":
      return "Assumed by a new obligor";
  }
}

/** Who stands on the other side of an entry, by address: who paid, converted, charged, took over. */
export function counterpartyOf(entry: Entry): string {
  switch (entry.kind) {
    case "made":
      return entry.lender;
    case "payment":
      return entry.payer;
    case "charge":
      return entry.by;
    case "transfer":
    case "assignment":
      return entry.to;
    default:
      return entry.holder;
  }
}

/** What somebody wrote beside an entry: the reference of a wire, a notice, evidence. */
export function referenceOf(entry: Entry): string {
  switch (entry.kind) {
    case "acknowledgement":
      return entry.reference;
    case "conversion":
      return entry.notice;
    case "charge":
      return entry.evidence;
    default:
      return "";
  }
}

function conversionEnds(
  ends: boolean,
  leftOver: bigint,
  { decimals, currency }: Pick<Terms, "decimals" | "currency">,
): string {
  if (leftOver === 0n) return ends ? " of all that was owed" : "";
  const amount = `${currency} ${formatMoney(leftOver, decimals)}`;
  return ends
    ? ` of all that was owed, ${amount} left over and released`
    : `, ${amount} left over and owed with the interest`;
}
