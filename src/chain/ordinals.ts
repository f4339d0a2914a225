import type { Ending, FactKind, Reporter } from "../model/state.ts";
import type { Status } from "../model/view.ts";

/** Where a note stands, in the order the contracts number it. */
export const STATUSES: readonly Status[] = [
  "outstanding",
  "due",
  "overdue",
  "default",
  "paid",
  "converted",
  "replaced",
  "released",
];

/** Facts that can be reported, in the order the contracts number them. */
export const REPORTED_FACTS = [
  "voluntaryPetition",
  "consentedPetition",
  "adjudication",
  "assignmentForCreditors",
  "involuntaryPetition",
  "judgment",
] as const satisfies readonly FactKind[];

/** All facts, in the order the contracts number them: those that the note records itself come last. */
export const FACT_KINDS: readonly FactKind[] = [...REPORTED_FACTS, "nonPayment", "assignment"];

/** Kinds of charges, in the order the contracts number them. */
export const CHARGE_KINDS = ["lateFee", "collectionCost"] as const;

const REPORTERS: readonly Reporter[] = ["borrower", "attestor", "note"];

const ENDINGS: readonly (Ending | null)[] = [null, "paid", "converted", "replaced", "released"];

/** A late fee or a cost of collection. */
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** The word for an ordinal of a list; a RangeError if it has none. */
function wordOf<Word>(words: readonly Word[], ordinal: bigint): Word {
  const word = words[Number(ordinal)];
  if (word === undefined) throw new RangeError(`${ordinal} is beyond what is known`);
  return word;
}

/** The status that the contracts number so. @example statusWord(3n) // "default" */
export function statusWord(ordinal: bigint): Status {
  return wordOf(STATUSES, ordinal);
}

/** The kind of fact that the contracts number so. @example factKind(6n) // "nonPayment" */
export function factKind(ordinal: bigint): FactKind {
  return wordOf(FACT_KINDS, ordinal);
}

/** The reporter that the contracts number so; "note" is the contract itself. */
export function reporterWord(ordinal: bigint): Reporter {
  return wordOf(REPORTERS, ordinal);
}

/** The ending that the contracts number so; null for none. */
export function endingWord(ordinal: bigint): Ending | null {
  return wordOf(ENDINGS, ordinal);
}

/** The kind of charge that the contracts number so. */
export function chargeKind(ordinal: bigint): ChargeKind {
  return wordOf(CHARGE_KINDS, ordinal);
}
