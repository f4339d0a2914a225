import type { CatalogueEntry } from "../finding.ts";

/** Findings on parties, the attestor, the law, the prose, and on fields as such. */
export const PERSONS = {
  "parties-not-distinct": {
    severity: "error",
    about: "borrower and lender with one name or one account",
    why: "Nobody owes itself: the contract refuses a note to its own maker.",
    remedy: "Name two persons, with an account each.",
    source: "docs/clauses.md, making",
    legal: false,
  },
  "attestor-missing": {
    severity: "warning",
    about: "no attestor",
    why: "Then only the borrower's word makes its default, only the lender's its cure, and a note whose key is lost cannot be recovered.",
    remedy: "Name a neutral third person in attestor.name.",
    source: "docs/clauses.md; decisions 52 to 57",
    legal: false,
  },
  "attestor-is-party": {
    severity: "error",
    about: "an attestor that is a party",
    why: "Its word would count for itself: it must be neutral, and the contract refuses it.",
    remedy: "Name somebody who is neither borrower nor lender.",
    source: "docs/clauses.md, making",
    legal: false,
  },
  "governing-law-missing": {
    severity: "notice",
    about: "no governing law",
    why: "A court would have to find out by itself, and the screens for usury guess by the calendar.",
    remedy: "State governingLaw.",
    source: "docs/term-sheet.md",
    legal: false,
  },
  "choice-of-law-below-threshold": {
    severity: "warning",
    about: "New York law chosen for less than $250,000",
    why: "The statute that lets parties without any tie to New York choose its law covers 250,000 dollars or more.",
    remedy:
      "See that the parties or the loan have a reasonable relation to New York, or choose another law, and ask counsel",
    source: "New York General Obligations Law 5-1401",
    legal: true,
  },
  "document-missing": {
    severity: "notice",
    about: "no prose on record",
    why: "Nothing then ties the note on chain to the paper that was signed.",
    remedy: "State document.sha256, the SHA-256 of the signed file.",
    source: "docs/term-sheet.md",
    legal: false,
  },
  "document-of-nothing": {
    severity: "warning",
    about: "the hash of no document",
    why: "Zero stands for no document on record, and the hash of an empty file is that of no words: the sheet seems to be tied to a prose, and is not.",
    remedy: "State the SHA-256 of the signed file, or take document away.",
    source: "FIPS 180-4",
    legal: false,
  },
  "field-refused": {
    severity: "error",
    about: "a field that the schema does not take",
    why: "Unknown, missing or unreadable: no note can be made of it.",
    remedy: "Correct what is refused as docs/term-sheet.md describes it.",
    source: "terms/term-sheet.schema.json",
    legal: false,
  },
} as const satisfies Record<string, CatalogueEntry>;
