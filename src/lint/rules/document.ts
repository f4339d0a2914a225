import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

const ZERO = "0".repeat(64);

/** SHA-256 of a file without a byte. */
const OF_EMPTY_FILE = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

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

/** A hash that ties the note to nothing. */
export function documentOfNothing(draft: Draft): readonly Fault[] {
  const hash = draft.text("document.sha256");
  if (hash !== ZERO && hash !== OF_EMPTY_FILE) return [];
  return [
    {
      code: "document-of-nothing",
      field: "document.sha256",
      message: `${hash} is ${hash === ZERO ? "zero, which stands for no document" : "the SHA-256 of an empty file"}.`,
    },
  ];
}
