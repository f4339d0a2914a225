import { isoOf } from "../math/civilDate.ts";
import { statementOf } from "../model/interest.ts";
import type { Parts, Statement } from "../model/interest.ts";
import { noDebt, nothingOverdue } from "../model/state.ts";
import type { Debt } from "../model/state.ts";
import type { Terms } from "../terms/terms.ts";
import type { Entry, NoteAccount } from "./noteFacts.ts";

/** Interest of both kinds, in currency units. */
export interface Accrued {
  readonly interest: bigint;
  readonly overdueInterest: bigint;
}

/** An entry as it was posted to the four balances of a note; amounts in currency units. */
export interface Posting {
  readonly entry: Entry;
  /** What accrued since the posting before, or since the note is dated. */
  readonly accrued: Accrued;
  /** What the entry added to what is owed. */
  readonly debits: Parts;
  /** What the entry took off what is owed. */
  readonly credits: Parts;
  /** What is owed after it, that day. */
  readonly balances: Statement;
  /** The debt from then on. */
  readonly debt: Debt;
}

/** What happened to a note does not come to what the chain says is owed. */
export class DoesNotFootError extends Error {
  override readonly name = "DoesNotFootError";
}

const NOTHING: Parts = { principal: 0n, interest: 0n, overdueInterest: 0n, charges: 0n };

/** What a note owes when it is made. */
export function debtAtMaking(terms: Terms): Debt {
  return { principal: terms.principal, carried: 0n, overdue: nothingOverdue(terms), charges: 0n };
}

/**
 * Posts every entry of a note, and checks each: opening balance + accrued + debits − credits = closing balance, to the unit, the closing
 * balance being what the debt on the chain comes to that day.
 *
 * @throws DoesNotFootError if one does not, as when a log is missing.
 */
export function postingsOf({ terms, entries }: NoteAccount): readonly Posting[] {
  const postings: Posting[] = [];
  let debt = debtAtMaking(terms);
  let opening: Statement = { ...NOTHING, total: 0n };
  for (const entry of entries) {
    const before = statementOf(terms, debt, entry.day);
    const accrued = {
      interest: before.interest - opening.interest,
      overdueInterest: before.overdueInterest - opening.overdueInterest,
    };
    const debits = debitsOf(entry, terms);
    const credits = creditsOf(entry, before);
    debt = debtAfter(entry, terms, debt);
    const balances = statementOf(terms, debt, entry.day);
    requireFooting(entry, opening, accrued, debits, credits, balances);
    postings.push({ entry, accrued, debits, credits, balances, debt });
    opening = balances;
  }
  return postings;
}

/** The debt an entry leaves. */
export function debtAfter(entry: Entry, terms: Terms, debt: Debt): Debt {
  switch (entry.kind) {
    case "payment":
    case "acknowledgement":
    case "conversion":
      return entry.debt;
    case "charge":
      return { ...debt, charges: debt.charges + entry.amount };
    case "release":
    case "replacement":
      return noDebt(terms);
    case "made":
    case "transfer":
    case "assignment":
      return debt;
  }
}

/** What an entry adds to what is owed: what a conversion leaves over is owed with the interest again, unless the note ends. */
export function debitsOf(entry: Entry, terms: Terms): Parts {
  if (entry.kind === "made") return { ...NOTHING, principal: terms.principal };
  if (entry.kind === "charge") return { ...NOTHING, charges: entry.amount };
  if (entry.kind === "conversion" && !entry.ends) return { ...NOTHING, interest: entry.leftOver };
  return NOTHING;
}

/** What an entry takes off what is owed before it: all of it, if the debt is released or replaced. */
export function creditsOf(entry: Entry, before: Parts): Parts {
  switch (entry.kind) {
    case "payment":
    case "acknowledgement":
    case "conversion":
      return entry.taken;
    case "release":
    case "replacement":
      return before;
    default:
      return NOTHING;
  }
}

function requireFooting(
  entry: Entry,
  opening: Parts,
  accrued: Accrued,
  debits: Parts,
  credits: Parts,
  closing: Parts,
): void {
  const grown = { ...NOTHING, ...accrued };
  for (const part of ["principal", "interest", "overdueInterest", "charges"] as const) {
    const expected = opening[part] + grown[part] + debits[part] - credits[part];
    if (closing[part] === expected) continue;
    throw new DoesNotFootError(
      `${part} after the ${entry.kind} of ${isoOf(entry.day)} in block ${entry.blockNumber} is ${closing[part]} units ` +
        `by the chain, ${expected} by the entries before it`,
    );
  }
}
