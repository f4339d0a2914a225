import { explainFailure } from "allonge";
import { RefusedError, refusedWith, TransactionError, UnfinishedError } from "allonge/acts";
import type { Figures } from "allonge";

import { labelOf } from "./fields.ts";

/** Why an act cannot be done, for the user to read. */
export interface Refusal {
  /** Sentences with figures, and what would help. */
  readonly why: string;
  /** Name of the contract's error; null where no contract refused. */
  readonly custom: string | null;
}

/** What was thrown while an act was worked out or sent, in the words of a page. */
export function refusalOf(error: unknown, figures?: Figures): Refusal {
  if (error instanceof UnfinishedError) {
    const { why, custom } = refusalOf(error.cause, figures);
    return { why: `${error.before.map(({ says }) => `Done already: ${says}. `).join("")}${why}`, custom };
  }
  const read = refusedWith(error, figures);
  const custom = read instanceof RefusedError ? read.custom : null;
  const message = read instanceof Error ? read.message : String(read);
  const said = custom === null ? message : message.slice(custom.length + 2);
  return { why: inPageWords(said), custom };
}

/** Whether the user said no in the wallet, which is no error. */
export function isDeclined(error: unknown): boolean {
  const cause = error instanceof UnfinishedError ? error.cause : error;
  return explainFailure(cause)?.kind === "declined";
}

/** Whether it failed after it was sent, of which the transaction's own notice tells. */
export function isToldByNotice(error: unknown): boolean {
  const cause = error instanceof UnfinishedError ? error.cause : error;
  return cause instanceof TransactionError;
}

/** Options as a form calls them, and no words of a command line. */
function inPageWords(message: string): string {
  return message
    .replace(/--([a-z]+(?:-[a-z]+)*)/g, (_, written: string) => {
      const name = written.replace(/-([a-z])/g, (__, letter: string) => letter.toUpperCase());
      return `“${labelOf(name)}”`;
    })
    .replace(/say (“[^”]+”) if that is meant/, "tick $1 if that is meant")
    .replace(/have it run "note sign novate" and name its file/, "have it sign the same terms, and add its file")
    .replace(/^note (submit|sign novate): /, "");
}
