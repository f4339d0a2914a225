import { repeatedKey } from "../terms/repeatedKey.ts";
import { checkTermSheet } from "../terms/termSheet.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import { NOTE_PLACE_FILE, notePlaceIn } from "./notePlace.ts";
import type { NotePlace } from "./notePlace.ts";
import { TERM_SHEET_FILE } from "./promissoryNote.ts";

/** The attachment of a Markdown text: the last fenced block, with nothing after it. */
const LAST_FENCED_BLOCK = /\n(`{3,})json\n([^\n]*)\n\1\n*$/;

/** Where the place of the note stands in a Markdown text: in a fenced block just before the part of the term sheet. */
const BLOCK_BEFORE_THE_SHEET = /\n```json\n([^\n]*)\n```\n\n## term-sheet\.json\n/;

const PDF_MAGIC = "%PDF-";

/** What a text is written from, as it carries it. */
export interface Carried {
  readonly sheet: TermSheet;
  /** Where its note is kept; null if it does not say. */
  readonly place: NotePlace | null;
}

/** Bytes as text; null if they are not UTF-8. */
export function textInUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The term sheet that a text of JSON is; null if it is none. */
export function sheetInJson(text: string): TermSheet | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (repeatedKey(text) !== undefined) return null;
  return checkTermSheet(value).sheet ?? null;
}

/** What a Markdown text carries; null if there is no term sheet at its end. */
export function carriedInMarkdown(markdown: string): Carried | null {
  const text = markdown.replaceAll("\r\n", "\n");
  const json = LAST_FENCED_BLOCK.exec(text)?.[2];
  const sheet = json === undefined ? null : sheetInJson(json);
  if (sheet === null) return null;
  const place = BLOCK_BEFORE_THE_SHEET.exec(text)?.[1];
  return { sheet, place: place === undefined ? null : notePlaceIn(place) };
}

/** What a PDF carries; null if no term sheet is attached, or the bytes are no PDF that can be read. */
export async function carriedInPdf(bytes: Uint8Array): Promise<Carried | null> {
  const start = String.fromCharCode(...bytes.subarray(0, PDF_MAGIC.length));
  if (start !== PDF_MAGIC) return null;
  const [json, place] = await attachmentsOf(bytes, [TERM_SHEET_FILE, NOTE_PLACE_FILE]);
  const sheet = json == null ? null : sheetInJson(json);
  return sheet === null ? null : { sheet, place: place == null ? null : notePlaceIn(place) };
}

async function attachmentsOf(bytes: Uint8Array, names: readonly string[]): Promise<(string | null)[]> {
  const { getDocumentProxy } = await import("unpdf");
  try {
    // pdf.js takes the bytes it is given for itself
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const attachments = await pdf.getAttachments();
    const found: (string | null)[] = [];
    for (const name of names) {
      const content = attachments?.has(name) === true ? await pdf.getAttachmentContent(name) : null;
      found.push(content === null ? null : textInUtf8(content));
    }
    return found;
  } catch {
    return [];
  }
}
