import canonicalizeModule from "canonicalize";
import { id } from "ethers";

import type { TermSheet } from "./termSheet.ts";

// its declarations describe an ES module, which it is not
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * The sheet as canonical JSON (RFC 8785): keys in order, no space, one spelling of every text and number.
 *
 * @example canonicalTermSheet(sheet) // '{"borrower":{"kind":"corporation","name":"Infinite Group, Inc."},…}'
 */
export function canonicalTermSheet(sheet: TermSheet): string {
  const canonical = canonicalize(sheet);
  if (canonical === undefined) throw new TypeError("a term sheet is an object");
  return canonical;
}

/**
 * Keccak-256 of the sheet's canonical JSON: the same however the file is laid out and its keys are ordered.
 *
 * @returns 32 bytes, in hexadecimal with 0x.
 * @example termSheetHash(sheet) === note.terms.termSheet // whether the sheet is the note's
 */
export function termSheetHash(sheet: TermSheet): string {
  return id(canonicalTermSheet(sheet));
}
