import { sha256 as sha256Of, ZeroHash } from "ethers";

import type { TermSheet } from "../terms/termSheet.ts";
import { termSheetHash } from "../terms/termSheetHash.ts";
import { textInUtf8, sheetInJson, sheetInMarkdown, sheetInPdf } from "./carriedSheet.ts";
import { toMarkdown } from "./markdown.ts";
import { toPdf } from "./pdf.ts";
import type { DocumentFonts } from "./pdf.ts";
import { promissoryNote } from "./promissoryNote.ts";

/** What a note's token carries of its prose: 32 bytes each, in hexadecimal with 0x. */
export interface TokenHashes {
  /** Keccak-256 of the term sheet's canonical JSON. */
  readonly termSheet: string;
  /** SHA-256 of the file of the parties' own document; all zero if they named none. */
  readonly document: string;
  /** What the note's own terms say otherwise than a sheet, in words; null if nothing. Not looked at unless given. */
  readonly difference?: (sheet: TermSheet) => string | null;
}

interface Compared {
  /** Hash of what the file is or carries. */
  readonly found: string;
  /** The hash it was compared with. */
  readonly expected: string;
  /** In a sentence. */
  readonly sentence: string;
}

/**
 * What a file is to a note. Of the note: the document on record, its term sheet, or a text of it as this software writes it. Not of
 * the note: the sheet or text of another, one whose hash the note carries though its terms are others, a text that was altered, or any other file.
 */
export type Verdict = Compared &
  (
    | { readonly outcome: "documentOnRecord" | "termSheet" | "rendering"; readonly matches: true }
    | {
        readonly outcome: "otherTermSheet" | "otherTerms" | "otherRendering" | "alteredRendering" | "unknownFile";
        readonly matches: false;
      }
  );

/**
 * What a term sheet's own note would carry on its token.
 *
 * @example hashesOf(sheet).termSheet === terms.termSheet // whether the sheet is the note's
 */
export function hashesOf(sheet: TermSheet): TokenHashes {
  return {
    termSheet: termSheetHash(sheet),
    document: sheet.document === undefined ? ZeroHash : `0x${sheet.document.sha256}`,
  };
}

/**
 * Says whether a file is of a note: the document on record by its SHA-256; a term sheet by its hash; a text of this software, as
 * Markdown or PDF, by the hash of the sheet it carries and by being written anew, which must give the very same bytes.
 *
 * @param fonts Fonts to write a PDF anew with, asked for only then.
 * @example (await verify(bytes, { termSheet, document }, readFonts)).matches
 */
export async function verify(
  bytes: Uint8Array,
  token: TokenHashes,
  fonts: () => Promise<DocumentFonts>,
): Promise<Verdict> {
  const file = sha256Of(bytes);
  if (isSame(file, token.document)) {
    return {
      outcome: "documentOnRecord",
      matches: true,
      found: file,
      expected: token.document,
      sentence: "This is the document that the note has on record, byte for byte.",
    };
  }

  const text = textInUtf8(bytes);
  const inJson = text === null ? null : sheetInJson(text);
  if (inJson !== null) return sheetVerdict(inJson, token);

  const inMarkdown = text === null ? null : sheetInMarkdown(text);
  if (inMarkdown !== null) {
    return renderingVerdict(bytes, inMarkdown, token, () =>
      Promise.resolve(new TextEncoder().encode(toMarkdown(promissoryNote(inMarkdown)))),
    );
  }

  const inPdf = await sheetInPdf(bytes);
  if (inPdf !== null) {
    return renderingVerdict(bytes, inPdf, token, async () => toPdf(promissoryNote(inPdf), await fonts()));
  }

  const isNamed = !isSame(token.document, ZeroHash);
  return {
    outcome: "unknownFile",
    matches: false,
    found: file,
    expected: token.document,
    sentence:
      "This is neither a term sheet nor a text that carries one, " +
      (isNamed
        ? "nor is it the document that the note has on record."
        : "and the note has no other document on record."),
  };
}

function sheetVerdict(sheet: TermSheet, token: TokenHashes): Verdict {
  const { termSheet } = token;
  const compared = { found: termSheetHash(sheet), expected: termSheet };
  const contradicted = isSame(compared.found, termSheet) ? contradiction(sheet, token) : null;
  if (contradicted !== null) return contradicted;
  return isSame(compared.found, termSheet)
    ? { outcome: "termSheet", matches: true, ...compared, sentence: "This is the note's term sheet." }
    : { outcome: "otherTermSheet", matches: false, ...compared, sentence: "This is a term sheet, but not the note's." };
}

/** The hash is whatever the maker of the note has put there. */
function contradiction(sheet: TermSheet, { termSheet, difference }: TokenHashes): Verdict | null {
  const differs = difference?.(sheet) ?? null;
  if (differs === null) return null;
  return {
    outcome: "otherTerms",
    matches: false,
    found: termSheetHash(sheet),
    expected: termSheet,
    sentence: `The note carries the hash of this term sheet, but is on other terms: ${differs}.`,
  };
}

async function renderingVerdict(
  bytes: Uint8Array,
  sheet: TermSheet,
  token: TokenHashes,
  writeAnew: () => Promise<Uint8Array>,
): Promise<Verdict> {
  const { termSheet } = token;
  const hash = termSheetHash(sheet);
  if (!isSame(hash, termSheet)) {
    return {
      outcome: "otherRendering",
      matches: false,
      found: hash,
      expected: termSheet,
      sentence: "This text carries a term sheet that is not the note's.",
    };
  }
  const contradicted = contradiction(sheet, token);
  if (contradicted !== null) return contradicted;
  const [found, expected] = [sha256Of(bytes), sha256Of(await writeAnew())];
  return found === expected
    ? {
        outcome: "rendering",
        matches: true,
        found,
        expected,
        sentence:
          "This text carries the note's term sheet and is, byte for byte, what that term sheet says in plain English.",
      }
    : {
        outcome: "alteredRendering",
        matches: false,
        found,
        expected,
        sentence:
          "This text carries the note's term sheet, but is not what that sheet says in plain English: it was altered, or written by another version of this software.",
      };
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
