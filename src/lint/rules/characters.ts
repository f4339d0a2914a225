import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";
import { isOfOneWriting, lettersOf, scriptsOf } from "../scripts.ts";
import { symbolFault } from "../../terms/symbol.ts";
import { listed } from "../../wording/lists.ts";

/** A sheet is no deeper; what is, the schema refuses. */
const MOST_LEVELS = 3;

/** What cannot be seen, or is no character; joiners and variants only where they have nothing to join or vary. */
const HIDDEN = new RegExp(
  [
    String.raw`(?![\p{Join_Control}\p{Variation_Selector}])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]`,
    String.raw`(?<=^|[\p{sc=Common}\p{sc=Inherited}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}])\p{Join_Control}`,
    String.raw`(?<!\p{sc=Han})\p{Variation_Selector}`,
  ].join("|"),
  "gu",
);

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const LETTER_DIGIT_OR_SPACE = /[\p{L}\p{Nd}\p{Zs}]/gu;

/** In small letters, since names and months have capitals. */
const OBLIGATION = /\b(shall|must|may|waives?|waived|notwithstanding|provided|unless)\b/;

const NAMES = [
  "borrower.name",
  "lender.name",
  "attestor.name",
  "conversion.stock.name",
  "replaces.maker",
  "replaces.payee",
] as const;

const SYMBOLS = ["currency.symbol", "conversion.stock.symbol"] as const;

/** Text that is not what is seen. */
export function charactersHidden(draft: Draft): readonly Fault[] {
  return textsIn(draft.value).flatMap(([field, text]) => {
    const hidden = [...text.matchAll(HIDDEN)];
    const [first] = hidden;
    if (first === undefined) return [];
    const before = text.slice(0, first.index).split(" ").slice(-2).join(" ");
    const where = first.index === 0 ? "at its beginning" : `after "${before}"`;
    const more = hidden.length === 1 ? "" : `, and ${hidden.length - 1} more of the kind`;
    return [
      {
        code: "characters-hidden",
        field,
        message: `The field ${field} has ${codePoint(first[0])} ${where}, which ${effectOf(first[0])}${more}.`,
      },
    ];
  });
}

/** Letters that pass for others within a word. */
export function wordOfSeveralScripts(draft: Draft): readonly Fault[] {
  return textsIn(draft.value).flatMap(([field, text]) =>
    mixedWords(text).map((word) => {
      const [{ letters } = { letters: [] }, ...others] = lettersOf(word).sort(
        (a, b) => a.letters.length - b.letters.length,
      );
      const odd = letters.map(codePoint);
      const reason = others.length === 0 ? "" : `: ${listed(odd, "and")}`;
      return {
        code: "word-of-several-scripts" as const,
        field,
        message: `In the field ${field}, the word "${word}" has ${listed(scriptsOf(word), "and")} letters${reason}.`,
      };
    }),
  );
}

/** Words that pass for others within a name. */
export function nameOfSeveralScripts(draft: Draft): readonly Fault[] {
  return NAMES.flatMap((field) => {
    const name = draft.text(field);
    if (name === null || isOfOneWriting(name) || mixedWords(name).length > 0) return [];
    return [
      {
        code: "name-of-several-scripts",
        field,
        message: `The name "${name}" has words in ${listed(scriptsOf(name), "and in")} letters.`,
      },
    ];
  });
}

/** Characters with a usual form that they are not in. */
export function charactersNotNormal(draft: Draft): readonly Fault[] {
  return textsIn(draft.value).flatMap(([field, text]) => {
    const unusual = text.match(LETTER_DIGIT_OR_SPACE)?.find((character) => character !== character.normalize("NFKC"));
    if (unusual === undefined && text === text.normalize("NFC")) return [];
    const reason =
      unusual === undefined
        ? "has a letter and its accent as two characters, where one is usual"
        : `has ${codePoint(unusual)}, where "${unusual.normalize("NFKC")}" is usual`;
    return [{ code: "characters-not-normal", field, message: `The field ${field} ${reason}.` }];
  });
}

/** Terms in the place of names. */
export function textSaysTerms(draft: Draft): readonly Fault[] {
  return textsIn(draft.value).flatMap(([field, text]) => {
    const word = OBLIGATION.exec(text)?.[0];
    if (word === undefined) return [];
    return [
      {
        code: "text-says-terms",
        field,
        message: `The field ${field} has the word "${word}", as a term would; the contract does nothing of what is said there.`,
      },
    ];
  });
}

/** Terms in the place of a symbol. */
export function symbolUnusual(draft: Draft): readonly Fault[] {
  return SYMBOLS.flatMap((field) => {
    const symbol = draft.text(field);
    const why = symbol === null ? null : symbolFault(symbol);
    return why === null ? [] : [{ code: "symbol-unusual" as const, field, message: `The symbol ${why}.` }];
  });
}

function mixedWords(text: string): readonly string[] {
  return (text.match(WORD) ?? []).filter((word) => !isOfOneWriting(word));
}

/** Every text, by dotted path. */
function textsIn(value: unknown, path: readonly string[] = []): (readonly [field: string, text: string])[] {
  if (typeof value === "string") return [[path.join("."), value]];
  if (typeof value !== "object" || value === null || path.length >= MOST_LEVELS) return [];
  return Object.entries(value).flatMap(([key, member]) => textsIn(member, [...path, key]));
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function effectOf(character: string): string {
  if (/\p{Bidi_Control}/u.test(character)) return "changes the direction in which text is shown";
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(character)) return "moves what is shown after it";
  return /\p{Cs}|\p{Co}|\p{Noncharacter_Code_Point}/u.test(character) ? "is no character" : "cannot be seen";
}
