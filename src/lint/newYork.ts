import { compare, rational } from "../math/rational.ts";
import type { Draft } from "./draft.ts";

const NEW_YORK = /\bnew[\s-]*york\b|\bN\.? ?Y\.?(?![a-z])/i;
const DOLLAR = /^(u\.?s\.? ?)?\$$|usd|^dai$|dollar/i;
const INDIVIDUAL =
  /\b(individuals?|natural persons?|human( being)?s?|m[ae]n|wom[ae]n|consumers?|sole proprietor(s|ship)?)\b/i;

/** Whether New York law is chosen in so many words. */
export function choosesNewYork(draft: Draft): boolean {
  return NEW_YORK.test(draft.text("governingLaw") ?? "");
}

/** Whether New York's law of usury is to be looked at: its law is chosen, or none is and the calendar is New York's. */
export function isUnderNewYorkLaw(draft: Draft): boolean {
  if (draft.has("governingLaw")) return choosesNewYork(draft);
  return draft.at("calendar.zone") === "America/New_York";
}

/** Whether principal is below an amount of dollars; null if it is not in dollars or cannot be read. */
export function isBelowDollars(draft: Draft, dollars: bigint): boolean | null {
  const principal = draft.money("principal");
  if (principal === null || !DOLLAR.test(draft.text("currency.symbol") ?? "")) return null;
  return compare(principal, rational(dollars)) < 0;
}

/** Whether the borrower is said to be an individual. */
export function isIndividual(draft: Draft): boolean {
  return INDIVIDUAL.test(draft.text("borrower.kind") ?? "");
}
