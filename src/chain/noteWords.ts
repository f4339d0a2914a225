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

/** Marks that stand on, under or through the character before them: no language puts more on one. */
const HEAPED = /(\p{M}{4})\p{M}+/gu;

/** Longer than anything that is meant to be read in one go. */
const MOST_OF_TEXT = 4000;
/** Of the longest symbols of currencies and stocks that are in use, the double. */
const MOST_OF_SYMBOL = 24;
const MOST_OF_NAME = 100;

/**
 * Text of strangers as it may be shown on a terminal or a page: what cannot be seen, or would move what can, is marked, and what is longer than is
 * sane ends in an ellipsis.
 *
 * @example plainText("USD\u202E") // "USD\uFFFD"
 */
export function plainText(text: string): string {
  return plainWithin(text, MOST_OF_TEXT);
}

/** What a currency or a stock calls itself, which may be anything, as it stands beside a figure. */
export function plainSymbol(symbol: string): string {
  return plainWithin(symbol, MOST_OF_SYMBOL);
}

/** The name of a currency or a stock, which may be anything. */
export function plainName(name: string): string {
  return plainWithin(name, MOST_OF_NAME);
}

function plainWithin(text: string, most: number): string {
  // a character has at most two units: what lies beyond is cut before it is looked at
  const characters = Array.from(text.slice(0, 2 * most + 2));
  const kept = characters.length > most ? `${characters.slice(0, most).join("")}…` : text;
  return kept.replace(UNPRINTABLE, "\uFFFD").replace(HEAPED, "$1\uFFFD");
}
