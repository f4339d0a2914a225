import { sha256 as sha256Of, ZeroHash } from "ethers";

import type { TermSheet } from "../terms/termSheet.ts";
import { termSheetHash } from "../terms/termSheetHash.ts";
import { carriedInMarkdown, carriedInPdf, sheetInJson, textInUtf8 } from "./carried.ts";
import type { Carried } from "./carried.ts";
import { toMarkdown } from "./markdown.ts";
import { isSamePlace, placeInWords } from "./notePlace.ts";
import type { NotePlace } from "./notePlace.ts";
import { toPdf } from "./pdf.ts";
import type { DocumentFonts } from "./pdf.ts";
import { promissoryNote } from "./promissoryNote.ts";

/** What a note's token carries of its prose: 32 bytes each, in hexadecimal with 0x. */
export interface TokenHashes {
  /** Keccak-256 of the term sheet's canonical JSON. */
  readonly termSheet: string;
  /** SHA-256 of the file of the parties' own document; all zero if they named none. */
  readonly document: string;
  /** Where the note is kept, to compare with the place that a text names. Not looked at unless given. */
  readonly place?: NotePlace;
  /** What the note's own terms say otherwise than a sheet, in words; null if nothing. Not looked at unless given. */
  readonly difference?: (sheet: TermSheet) => string | null | Promise<string | null>;
  /** What is to be minded though nothing differs, in words; null if nothing. Not looked at unless given. */
  readonly remark?: (sheet: TermSheet) => string | null | Promise<string | null>;
}

interface Compared {
  /** Hash of what the file is or carries; in `otherNote` the place it names, in words. */
  readonly found: string;
  /** What it was compared with. */
  readonly expected: string;
  /** In a sentence. */
  readonly sentence: string;
}

/**
 * What a file is to a note. Of the note: the document on record, its term sheet, or a text of it as this software writes it. Not of
 * the note: the sheet or text of another, one whose hash the note carries though its terms are others, a text of the same terms that names
 * another note as its own, a text that was altered, or any other file.
 */
export type Verdict = Compared &
  (
    | { readonly outcome: "documentOnRecord" | "termSheet" | "rendering"; readonly matches: true }
    | {
        readonly outcome:
          "otherTermSheet" | "otherTerms" | "otherRendering" | "otherNote" | "alteredRendering" | "unknownFile";
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
 * Markdown or PDF, by the hash of the sheet it carries and by being written anew, which must give the very same bytes, and by the note it names,
 * if it names one.
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
  if (inJson !== null) return await sheetVerdict(inJson, token);

  const inMarkdown = text === null ? null : carriedInMarkdown(text);
  if (inMarkdown !== null) {
    return renderingVerdict(bytes, inMarkdown, token, () =>
      Promise.resolve(new TextEncoder().encode(toMarkdown(promissoryNote(inMarkdown.sheet, inMarkdown.place)))),
    );
  }

  const inPdf = await carriedInPdf(bytes);
  if (inPdf !== null) {
    return renderingVerdict(bytes, inPdf, token, async () =>
      toPdf(promissoryNote(inPdf.sheet, inPdf.place), await fonts()),
    );
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

async function sheetVerdict(sheet: TermSheet, token: TokenHashes): Promise<Verdict> {
  const compared = { found: termSheetHash(sheet), expected: token.termSheet };
  if (!isSame(compared.found, compared.expected)) {
    return {
      outcome: "otherTermSheet",
      matches: false,
      ...compared,
      sentence: "This is a term sheet, but not the note's.",
    };
  }
  return (
    (await contradiction(sheet, token)) ?? {
      outcome: "termSheet",
      matches: true,
      ...compared,
      sentence: `This is the note's term sheet.${await remarked(sheet, token)}`,
    }
  );
}

/** The hash is whatever the maker of the note has put there. */
async function contradiction(sheet: TermSheet, { termSheet, difference }: TokenHashes): Promise<Verdict | null> {
  const differs = (await difference?.(sheet)) ?? null;
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
  { sheet, place }: Carried,
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
  const contradicted = await contradiction(sheet, token);
  if (contradicted !== null) return contradicted;
  const [found, expected] = [sha256Of(bytes), sha256Of(await writeAnew())];
  if (found !== expected) {
    return {
      outcome: "alteredRendering",
      matches: false,
      found,
      expected,
      sentence:
        "This text carries the note's term sheet, but is not what that sheet says in plain English: it was altered, or written by another version of this software.",
    };
  }
  if (place !== null && token.place !== undefined && !isSamePlace(place, token.place)) {
    return {
      outcome: "otherNote",
      matches: false,
      found: placeInWords(place),
      expected: placeInWords(token.place),
      sentence: "This text carries the note's term sheet, but names another note as the one it is of.",
    };
  }
  const sentence = `${SAME_BYTES}${named(place, token)}${await remarked(sheet, token)}`;
  return { outcome: "rendering", matches: true, found, expected, sentence };
}

async function remarked(sheet: TermSheet, { remark }: TokenHashes): Promise<string> {
  const remarks = (await remark?.(sheet)) ?? null;
  return remarks === null ? "" : ` Mind: ${remarks}.`;
}

const SAME_BYTES =
  "This text carries the note's term sheet and is, byte for byte, what that term sheet says in plain English.";

function named(place: NotePlace | null, token: TokenHashes): string {
  if (place === null) return "";
  return token.place === undefined
    ? ` It names ${placeInWords(place)}, which was not looked at.`
    : ` It names this note: ${placeInWords(place)}.`;
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
