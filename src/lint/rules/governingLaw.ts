import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";
import { choosesNewYork, isBelowDollars } from "../newYork.ts";

const CHOICE_OF_LAW = 250_000n;

/** Some law governs, said or not. */
export function governingLawMissing(draft: Draft): readonly Fault[] {
  if (draft.has("governingLaw")) return [];
  return [{ code: "governing-law-missing", field: "governingLaw", message: "No governing law is stated." }];
}

/** A choice that the statute does not protect. */
export function choiceOfLawBelowThreshold(draft: Draft): readonly Fault[] {
  if (!choosesNewYork(draft) || isBelowDollars(draft, CHOICE_OF_LAW) !== true) return [];
  return [
    {
      code: "choice-of-law-below-threshold",
      field: "governingLaw",
      message: `New York law is chosen for ${draft.text("principal") ?? ""} dollars, and the statute that makes such a choice good by itself begins at 250000.`,
    },
  ];
}
