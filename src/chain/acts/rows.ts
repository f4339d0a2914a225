import { isoOf } from "../../math/civilDate.ts";
import { formatMoney } from "../../math/decimal.ts";
import { ZeroAddress } from "ethers";
import type { Row } from "./act.ts";
import type { Figures } from "../../errors/explain.ts";
import type { NoteState, OpenFact } from "./noteState.ts";

/** Money with the symbol of its currency: "203323.70 USD". */
export function money(units: bigint, { decimals, symbol }: Figures): string {
  return `${formatMoney(units, decimals)} ${symbol}`;
}

const WRITTEN: readonly (readonly [label: string, write: (state: NoteState, figures: Figures) => string])[] = [
  ["Status", ({ status }) => status],
  ["Holder", ({ holder }) => (holder === ZeroAddress ? "none, the note has ended" : holder)],
  ["Obligor", ({ obligor }) => obligor],
  ["Principal", ({ principal }, figures) => money(principal, figures)],
  ["Interest", ({ interest }, figures) => money(interest, figures)],
  ["Overdue interest", ({ overdueInterest }, figures) => money(overdueInterest, figures)],
  ["Charges", ({ charges }, figures) => money(charges, figures)],
  ["Owed in all", ({ total }, figures) => money(total, figures)],
  ["May be paid", ({ payable }) => (payable ? "yes" : "no")],
  ["Prepayment permitted", ({ prepaymentUntil }) => (prepaymentUntil === null ? "no" : through(prepaymentUntil))],
  ["Consent to transfer", ({ consent }) => (consent === null ? "none" : `to ${consent.to}, ${through(consent.until)}`)],
  ["Open facts", ({ openFacts }) => (openFacts.length === 0 ? "none" : openFacts.map(factInWords).join("; "))],
  ["Declared lost", ({ recovery }) => (recovery.declaredOn === 0 ? "no" : `on ${isoOf(recovery.declaredOn)}`)],
  ["Recovery consented", ({ recovery }) => recovery.to ?? "no"],
  ["Replaced by", ({ replacedBy }) => (replacedBy === null ? "none" : `note ${replacedBy}`)],
];

const ALWAYS = "Owed in all";

/** What differs between two states of a note, and in any case what is owed. */
export function rowsOfChange(before: NoteState, after: NoteState, figures: Figures): Row[] {
  return WRITTEN.flatMap(([label, write]) => {
    const row = { label, before: write(before, figures), after: write(after, figures) };
    return row.before === row.after && label !== ALWAYS ? [] : [row];
  });
}

function through(day: number): string {
  return `through ${isoOf(day)}`;
}

function factInWords({ name, kind, occurred, begins }: OpenFact): string {
  return `${name} (${kind} of ${isoOf(occurred)}, a default from ${isoOf(begins)} unless cured or waived)`;
}
