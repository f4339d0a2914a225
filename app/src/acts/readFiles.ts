import { parseTermSheet } from "allonge";
import type { TermSheet } from "allonge";
import { ActError, parseSignedMessage } from "allonge/acts";
import type { SignedFile } from "allonge/acts";

/** A term sheet, and the file it is of. */
export interface SheetFile {
  readonly file: string;
  readonly sheet: TermSheet;
}

/** Far more than any sheet or signed message takes. */
const MOST_BYTES = 1_000_000;

/** Reads a term sheet. @throws Error in one line that names the file and what is wrong. */
export async function readSheet(file: File): Promise<SheetFile> {
  return { file: file.name, sheet: parseTermSheet(await jsonOf(file), file.name) };
}

/** Reads a signed message. @throws ActError in one line that names the file and what is wrong. */
export async function readSignedFile(file: File): Promise<SignedFile> {
  return { file: file.name, signed: parseSignedMessage(await jsonOf(file), file.name) };
}

async function jsonOf(file: File): Promise<unknown> {
  if (file.size > MOST_BYTES) throw new ActError(`${file.name}: is larger than any such file`);
  try {
    return JSON.parse(await file.text()) as unknown;
  } catch {
    throw new ActError(`${file.name}: is no JSON`);
  }
}
