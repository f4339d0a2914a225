import type { CatalogueEntry } from "../finding.ts";

/** Findings on the characters that a text is written in. */
export const CHARACTERS = {
  "characters-hidden": {
    severity: "error",
    about: "characters that cannot be seen, or that turn what can",
    why: "What is hashed and signed is then not what is read: a party may say that it agreed to something else, or to nothing.",
    remedy: "Type the text anew, in one line, instead of copying it.",
    source: "Unicode Standard Annexes 9 (Bidi_Control) and 44 (Default_Ignorable_Code_Point)",
    legal: false,
  },
  "word-of-several-scripts": {
    severity: "warning",
    about: "a word in letters of scripts that are not written together",
    why: "Letters of one script pass for those of another: the name is read as one person's and is another's, and no search finds it.",
    remedy: "Type the word anew, in the letters of one script.",
    source: "Unicode Technical Standard 39, section 5.2 (highly restrictive)",
    legal: false,
  },
  "name-of-several-scripts": {
    severity: "notice",
    about: "a name with words of several scripts",
    why: "It may be a name in two languages, or a word whose letters only look like those of the others.",
    remedy: "Compare the name with the one that is registered, and type it anew if it was copied.",
    source: "Unicode Technical Standard 39, section 5.2 (highly restrictive)",
    legal: false,
  },
  "characters-not-normal": {
    severity: "warning",
    about: "characters that others are usually written for",
    why: "The text looks like another and is not the same: it has another hash, and no search or comparison finds it.",
    remedy: "Type the text anew with the usual letters, digits and spaces.",
    source: "Unicode Standard Annex 15 (normalization forms)",
    legal: false,
  },
  "text-says-terms": {
    severity: "warning",
    about: "a name, title or law that says who shall do what",
    why: "The words are hashed and signed with the sheet, and printed in the note, and the contract does nothing of what they say: the parties are left with two agreements.",
    remedy: "Say it in the fields of the sheet, or in the prose that document.sha256 is of, and take it away here.",
    source: "docs/term-sheet.md",
    legal: false,
  },
  "symbol-unusual": {
    severity: "warning",
    about: "a symbol that is none",
    why: "The symbol stands behind every amount: words or figures in it can be read as terms or as another amount.",
    remedy: "State the symbol alone, such as USDC or $.",
    source: "ERC-20, symbol",
    legal: false,
  },
} as const satisfies Record<string, CatalogueEntry>;
