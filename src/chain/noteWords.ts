import { decodeBytes32String } from "ethers";

import type { StandingDefault } from "../model/view.ts";
import type { Status } from "../model/view.ts";
import type { Ending, FactKind, Reporter } from "../model/state.ts";

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

/** Facts, in the order the contracts number them. */
export const FACT_KINDS: readonly FactKind[] = [
  "voluntaryPetition",
  "consentedPetition",
  "adjudication",
  "assignmentForCreditors",
  "involuntaryPetition",
  "judgment",
  "nonPayment",
  "assignment",
];

const REPORTERS: readonly Reporter[] = ["borrower", "attestor", "note"];

const ENDINGS: readonly (Ending | null)[] = [null, "paid", "converted", "replaced", "released"];

const CHARGE_KINDS = ["lateFee", "collectionCost"] as const;

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

const SAID: Readonly<Record<FactKind, string>> = {
  voluntaryPetition: "voluntary petition",
  consentedPetition: "consented petition",
  adjudication: "adjudication",
  assignmentForCreditors: "assignment for the benefit of creditors",
  involuntaryPetition: "involuntary petition",
  judgment: "judgment",
  nonPayment: "non-payment after notice and demand",
  assignment: "assignment by the borrower without consent",
};

/** What a kind of fact is called in a sentence. @example saidOf("nonPayment") // "non-payment after notice and demand" */
export function saidOf(kind: StandingDefault["kind"]): string {
  return SAID[kind];
}

/** The name of a fact, which the contracts keep in 32 bytes; in hexadecimal if these are no text. */
export function factName(name: string): string {
  try {
    return plainText(decodeBytes32String(name));
  } catch {
    return name;
  }
}

// control characters, and those that turn the direction of what follows or hide it
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** Text of strangers as it may be shown on a terminal or a page: what cannot be seen, or would move what can, is marked. */
export function plainText(text: string): string {
  return text.replace(UNPRINTABLE, "\uFFFD");
}
