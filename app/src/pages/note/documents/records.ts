import type { Day, NoteOnChain, TermSheet } from "allonge";
import { isoOf } from "allonge";
import { toMarkdown, toPdf } from "allonge/documents";
import {
  accrualSchedule,
  ledgerCsv,
  ledgerOf,
  payoffLetter,
  readNoteFacts,
  scheduleCsv,
  yearlyInterest,
  yearlyInterestCsv,
} from "allonge/records";
import type { NoteFacts } from "allonge/records";

import type { OpenChain } from "../../../desk/openChain.ts";
import { documentFonts } from "../../../kit/documentFonts.ts";
import type { MadeFile } from "./file.ts";

/** How the command line writes each of them too, to the byte. */
const RECORDS = {
  ledger: (facts: NoteFacts) => ledgerCsv(ledgerOf(facts), facts),
  schedule: (facts: NoteFacts) => {
    const through = Math.max(facts.terms.maturity, facts.through.day);
    return scheduleCsv(accrualSchedule(facts, { by: "month", through }), facts.terms.decimals);
  },
  interest: (facts: NoteFacts) => yearlyInterestCsv(yearlyInterest(facts, facts.through.day), facts.terms.decimals),
};

/** Name of a record kept of a note. */
export type RecordName = keyof typeof RECORDS;

/**
 * A record of a note, as CSV.
 *
 * @param sheet Its term sheet, for the names in it; null to do without.
 */
export async function recordOf(
  chain: OpenChain,
  note: NoteOnChain,
  name: RecordName,
  sheet: TermSheet | null,
): Promise<MadeFile> {
  const facts = await factsOf(chain, note, sheet);
  return { name: `note-${String(note.id)}-${name}.csv`, type: "text/csv", content: RECORDS[name](facts) };
}

/** A payoff letter as of a day. @throws RangeError if the note has ended, or the day cannot be taken. */
export async function payoffLetterOf(
  chain: OpenChain,
  note: NoteOnChain,
  asOf: Day,
  form: "md" | "pdf",
  sheet: TermSheet | null,
): Promise<MadeFile> {
  const letter = payoffLetter(await factsOf(chain, note, sheet), { asOf });
  const name = `note-${String(note.id)}-payoff-${isoOf(asOf)}.${form}`;
  return form === "md"
    ? { name, type: "text/markdown", content: toMarkdown(letter) }
    : { name, type: "application/pdf", content: await toPdf(letter, await documentFonts()) };
}

function factsOf(chain: OpenChain, { id }: NoteOnChain, sheet: TermSheet | null): Promise<NoteFacts> {
  return readNoteFacts({ ...chain.acts, id }, { sheet });
}
