import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

/** Nothing ties the note to the paper. */
export function documentMissing(draft: Draft): readonly Fault[] {
  if (draft.has("document")) return [];
  return [
    {
      code: "document-missing",
      field: "document",
      message: "No document is stated, so the note on chain points at no prose that was signed.",
    },
  ];
}
