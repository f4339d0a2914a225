/** What prints as nothing, or turns text around: no reader could see that it is there. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/gu;

/**
 * Text on one line as a reader sees it: each run of white space is a space, and a character that cannot be seen, such as one
 * that reverses the direction of writing, is named.
 *
 * @example plainText("a\nb\u202E") // "a b[U+202E]"
 */
export function plainText(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .trim()
    .replace(UNSEEN, (character) => `[${codePointOf(character)}]`);
}

/**
 * How a character is named in writing.
 *
 * @example codePointOf("山") // "U+5C71"
 */
export function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
