import { isoOf } from "../../math/civilDate.ts";
import { tellFact } from "../tellStatus.ts";
import { moneyOf } from "../../wording/money.ts";
import { ZeroAddress } from "ethers";
import type { Row } from "./act.ts";
import type { Figures } from "../../errors/explain.ts";
import type { NoteState, OpenFact } from "./noteState.ts";

const WRITTEN: readonly (readonly [label: string, write: (state: NoteState, figures: Figures) => string])[] = [
  ["Status", ({ status }) => status],
  ["Holder", ({ holder }) => (holder === ZeroAddress ? "none, the note has ended" : holder)],
  ["Obligor", ({ obligor }) => obligor],
  ["Principal", ({ principal }, figures) => moneyOf(principal, figures)],
  ["Interest", ({ interest }, figures) => moneyOf(interest, figures)],
  ["Overdue interest", ({ overdueInterest }, figures) => moneyOf(overdueInterest, figures)],
  ["Charges", ({ charges }, figures) => moneyOf(charges, figures)],
  ["Owed in all", ({ total }, figures) => moneyOf(total, figures)],
  ["May be paid", ({ payable }) => (payable ? "yes" : "no")],
  ["Prepayment permitted", ({ prepaymentUntil }) => (prepaymentUntil === null ? "no" : through(prepaymentUntil))],
  ["Consent to transfer", ({ consent }) => (consent === null ? "none" : `to ${consent.to}, ${through(consent.until)}`)],
  ["Open facts", ({ openFacts }) => (openFacts.length === 0 ? "none" : openFacts.map(factInWords).join("; "))],
  ["Declared lost", ({ recovery }) => (recovery.declaredOn === 0 ? "no" : `on ${isoOf(recovery.declaredOn)}`)],
  ["Recovery consented", ({ recovery }) => recovery.to ?? "no"],
  ["Replaced by", ({ replacedBy }) => (replacedBy === null ? "none" : `note ${replacedBy}`)],
];

const ALWAYS = "Owed in all";

/**
 * What differs between two states of a note, and in any case what is owed.
 *
 * @example rowsOfChange(note.state, (await openActNote(chain, note.id)).state, note.figures)
 */
export function rowsOfChange(before: NoteState, after: NoteState, figures: Figures): Row[] {
  return WRITTEN.flatMap(([label, write]) => {
    const row = { label, before: write(before, figures), after: write(after, figures) };
    return row.before === row.after && label !== ALWAYS ? [] : [row];
  });
}

function through(day: number): string {
  return `through ${isoOf(day)}`;
}

function factInWords(fact: OpenFact): string {
  return `${tellFact(fact)} (a default from ${isoOf(fact.begins)} unless cured or waived)`;
}
