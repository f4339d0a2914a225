import { explain } from "../../errors/explain.ts";
import type { Figures } from "../../errors/explain.ts";
import { explainFailure } from "../../errors/explainFailure.ts";
import { ActError } from "./act.ts";
import { TransactionError } from "./perform.ts";

/** A refusal by the chain, in one line: the custom error, what it says with its figures, and what can be done. Nothing was sent. */
export class RefusedError extends ActError {
  override readonly name = "RefusedError";
  /** Name of the custom error. */
  readonly custom: string;

  constructor(message: string, custom: string) {
    super(message);
    this.custom = custom;
  }
}

/**
 * What was thrown while an act was worked out or sent, as what the user is to read.
 *
 * @param figures The currency of the note.
 * @example throw refusedWith(error, note.figures);
 * @returns A RefusedError if a contract refused, an ActError if it failed on its way; what is neither, or says itself what to do, as it is.
 */
export function refusedWith(error: unknown, figures?: Figures): unknown {
  if (error instanceof ActError || error instanceof TransactionError) return error;
  const refused = explain(error, figures);
  if (refused !== null) return new RefusedError(`${refused.name}: ${refused.sentence} ${refused.remedy}`, refused.name);
  const failed = explainFailure(error);
  return failed === null ? error : new ActError(`${failed.sentence} ${failed.remedy}`);
}
