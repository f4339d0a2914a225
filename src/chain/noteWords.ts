import { decodeBytes32String } from "ethers";

import type { StandingDefault } from "../model/view.ts";
import type { FactKind } from "../model/state.ts";

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
