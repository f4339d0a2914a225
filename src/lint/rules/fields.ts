import { refusedFields } from "../../terms/termSheet.ts";
import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

/** All that the schema refuses. */
export function fieldRefused(draft: Draft): readonly Fault[] {
  return refusedFields(draft.value).map(({ field, why }) => ({
    code: "field-refused",
    field,
    message: `The ${field === "" ? "term sheet" : `field ${field}`} cannot be taken: ${why}.`,
  }));
}
