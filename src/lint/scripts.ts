/** Scripts in general modern use (Unicode Standard Annex 31, table 5). */
const SCRIPTS = [
  "Arabic",
  "Armenian",
  "Bengali",
  "Bopomofo",
  "Cyrillic",
  "Devanagari",
  "Ethiopic",
  "Georgian",
  "Greek",
  "Gujarati",
  "Gurmukhi",
  "Han",
  "Hangul",
  "Hebrew",
  "Hiragana",
  "Kannada",
  "Katakana",
  "Khmer",
  "Lao",
  "Latin",
  "Malayalam",
  "Myanmar",
  "Oriya",
  "Sinhala",
  "Tamil",
  "Telugu",
  "Thaana",
  "Thai",
  "Tibetan",
] as const;

/** Scripts that languages are written in together (Unicode Technical Standard 39, section 5.2, highly restrictive). */
const TOGETHER = [
  ["Latin", "Han", "Hiragana", "Katakana"],
  ["Latin", "Han", "Bopomofo"],
  ["Latin", "Han", "Hangul"],
] as const;

const WRITINGS = [...SCRIPTS.map((script) => [script]), ...TOGETHER].map(
  (scripts) =>
    new RegExp(`^[${["Common", "Inherited", ...scripts].map((script) => `\\p{scx=${script}}`).join("")}]*$`, "u"),
);

const SCRIPT = SCRIPTS.map((name) => ({ name, pattern: new RegExp(`\\p{sc=${name}}`, "u") }));

const LETTER = /[\p{L}\p{M}\p{Nl}]/gu;
const OF_EVERY_SCRIPT = /[\p{sc=Common}\p{sc=Inherited}]/u;

/** The letters of a text that are of one script. */
export interface LettersOfScript {
  readonly script: string;
  readonly letters: readonly string[];
}

/** Whether a text is in one script, or in several that one language is written in; whatever its digits and marks. */
export function isOfOneWriting(text: string): boolean {
  return WRITINGS.some((writing) => writing.test(text));
}

/** The letters of a text by their script, in the order in which they first occur. */
export function lettersOf(text: string): LettersOfScript[] {
  const found = new Map<string, string[]>();
  for (const letter of text.match(LETTER) ?? []) {
    if (OF_EVERY_SCRIPT.test(letter)) continue;
    const script = SCRIPT.find(({ pattern }) => pattern.test(letter))?.name ?? "rare";
    found.set(script, [...(found.get(script) ?? []), letter]);
  }
  return [...found].map(([script, letters]) => ({ script, letters }));
}

/** The scripts of a text, by name. @example scriptsOf("Gazprom Газпром") // ["Latin", "Cyrillic"] */
export function scriptsOf(text: string): string[] {
  return lettersOf(text).map(({ script }) => script);
}
