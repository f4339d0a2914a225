import { isoOf } from "../../math/civilDate.ts";
import { formatMoney } from "../../math/decimal.ts";
import { entryInWords, referenceOf } from "../entryInWords.ts";
import type { Entry, NoteFacts, Occasion } from "../noteFacts.ts";
import type { Posting } from "../postings.ts";

const PARTS = [
  ["principal", "principal"],
  ["interest", "interest"],
  ["overdueInterest", "overdue interest"],
  ["charges", "charges"],
] as const;

/** Where on the chain something is told. */
export function placeOf({ blockNumber, transactionHash }: Occasion): string {
  return `Block ${blockNumber}, transaction ${transactionHash}`;
}

/** What an entry was, and what was written beside it. */
export function toldOf({ terms }: NoteFacts, entry: Entry): string[] {
  const reference = referenceOf(entry);
  return [placeOf(entry), entryInWords(entry, terms), ...(reference === "" ? [] : [`Reference: ${reference}`])];
}

/** What of the debt an entry took, part by part. */
export function takenInWords(facts: NoteFacts, { credits, debits }: Posting): string {
  const taken = PARTS.filter(([part]) => credits[part] > 0n)
    .map(([part, name]) => `${name} ${exactIn(facts, credits[part])}`)
    .join(", ");
  const back =
    debits.interest === 0n ? "" : `; left over and owed with the interest ${exactIn(facts, debits.interest)}`;
  return `Of what was owed: ${taken}${back}.`;
}

/** What is owed beside the principal; empty for nothing. */
export function besidePrincipal(facts: NoteFacts, { entry, balances }: Posting): string[] {
  const owed = PARTS.slice(1)
    .filter(([part]) => balances[part] > 0n)
    .map(([part, name]) => `${name} ${exactIn(facts, balances[part])}`);
  return owed.length === 0 ? [] : [`Owed beside the principal on ${isoOf(entry.day)}: ${owed.join(", ")}.`];
}

/** An exact amount of the note's currency. */
export function exactIn({ terms }: NoteFacts, units: bigint): string {
  return `${terms.currency} ${formatMoney(units, terms.decimals)}`;
}
