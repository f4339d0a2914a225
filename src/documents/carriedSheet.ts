import { repeatedKey } from "../terms/repeatedKey.ts";
import { checkTermSheet } from "../terms/termSheet.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import { TERM_SHEET_FILE } from "./promissoryNote.ts";

/** The attachment of a Markdown text: the last fenced block, with nothing after it. */
const LAST_FENCED_BLOCK = /\n(`{3,})json\n([^\n]*)\n\1\n*$/;

const PDF_MAGIC = "%PDF-";

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

/** The term sheet at the end of a Markdown text; null if there is none. */
export function sheetInMarkdown(text: string): TermSheet | null {
  const json = LAST_FENCED_BLOCK.exec(text.replaceAll("\r\n", "\n"))?.[2];
  return json === undefined ? null : sheetInJson(json);
}

/** The term sheet attached to a PDF; null if there is none, or the bytes are no PDF that can be read. */
export async function sheetInPdf(bytes: Uint8Array): Promise<TermSheet | null> {
  const start = String.fromCharCode(...bytes.subarray(0, PDF_MAGIC.length));
  if (start !== PDF_MAGIC) return null;
  const content = await attachmentOf(bytes, TERM_SHEET_FILE);
  const text = content === null ? null : textInUtf8(content);
  return text === null ? null : sheetInJson(text);
}

async function attachmentOf(bytes: Uint8Array, name: string): Promise<Uint8Array | null> {
  const { getDocumentProxy } = await import("unpdf");
  try {
    // pdf.js takes the bytes it is given for itself
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    const attachments = await pdf.getAttachments();
    return attachments?.has(name) === true ? await pdf.getAttachmentContent(name) : null;
  } catch {
    return null;
  }
}
