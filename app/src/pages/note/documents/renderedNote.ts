import type { NoteOnChain, TermSheet } from "allonge";
import { promissoryNote, toMarkdown, toPdf } from "allonge/documents";

import type { OpenChain } from "../../../desk/openChain.ts";
import { documentFonts } from "../../../kit/documentFonts.ts";
import { noteDifference } from "../../../../../src/chain/noteDifference.ts";
import { plainTerms } from "../../../../../src/chain/termsDifference.ts";
import { termSheetHash } from "../../../../../src/terms/termSheetHash.ts";
import type { MadeFile } from "./file.ts";

/** The note in plain English, as the command line renders it too. @throws RangeError if the sheet is not the note's. */
export async function renderedNote(
  chain: OpenChain,
  note: NoteOnChain,
  sheet: TermSheet,
  form: "md" | "pdf",
): Promise<MadeFile> {
  const [terms] = await chain.contracts.notes.termsOf(note.id);
  const hash = termSheetHash(sheet);
  if (hash !== terms.termSheet) {
    throw new RangeError(
      `that term sheet is not of this note: the note carries the hash ${terms.termSheet}, not ${hash}`,
    );
  }
  const differs = await noteDifference(chain.acts, note.id, plainTerms(terms), sheet);
  if (differs !== null) throw new RangeError(`this note is on other terms than that sheet: ${differs}`);
  const place = { chainId: BigInt(chain.chainId), contract: chain.record.contracts.PromissoryNotes, id: note.id };
  const document = promissoryNote(sheet, place);
  const name = `note-${String(note.id)}.${form}`;
  return form === "md"
    ? { name, type: "text/markdown", content: toMarkdown(document) }
    : { name, type: "application/pdf", content: await toPdf(document, await documentFonts()) };
}
