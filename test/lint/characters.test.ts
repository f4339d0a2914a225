import { expect } from "chai";

import { lint } from "../../src/lint/lint.ts";
import type { Finding } from "../../src/lint/lint.ts";
import { symbolFault } from "../../src/terms/symbol.ts";
import { cleanSheetWith } from "../helpers/drafts.ts";

function foundIn(name: string): Finding[] {
  return lint(cleanSheetWith({ lender: { name } }), { today: null });
}

function codesOf(name: string): string[] {
  return foundIn(name).map(({ code }) => code);
}

describe("the screen of characters", () => {
  describe("given what cannot be seen", () => {
    for (const [title, hidden, point, effect] of [
      ["a space of no width", "\u200b", "U+200B", "cannot be seen"],
      ["a joiner between Latin letters", "\u200d", "U+200D", "cannot be seen"],
      ["a soft hyphen", "\u00ad", "U+00AD", "cannot be seen"],
      ["a variant of a Latin letter", "\ufe0f", "U+FE0F", "cannot be seen"],
      ["a tag", "\u{e0041}", "U+E0041", "cannot be seen"],
      ["a filler that counts as a letter", "\u3164", "U+3164", "cannot be seen"],
      ["a turn from right to left", "\u202e", "U+202E", "changes the direction in which text is shown"],
      ["an isolate", "\u2066", "U+2066", "changes the direction in which text is shown"],
      ["an escape", "\u001b", "U+001B", "moves what is shown after it"],
      ["a line break", "\n", "U+000A", "moves what is shown after it"],
      ["half a character", "\ud800", "U+D800", "is no character"],
    ] as const) {
      it(`finds ${title}, and says where and what it does`, () => {
        const found = foundIn(`Alder Str${hidden}eet Partners`).find(({ code }) => code === "characters-hidden");
        expect(found).to.include({ severity: "error", field: "lender.name" });
        expect(found?.message).to.equal(`The field lender.name has ${point} after "Alder Str", which ${effect}.`);
      });
    }

    it("says it once a field, however many there are, and of every field, known or not", () => {
      const sheet = cleanSheetWith({ title: "\u200ba\u200bb\u202ec", maturity: "2029-03\u200b-15", memo: "\u202e" });
      const found = lint(sheet, { today: null }).filter(({ code }) => code === "characters-hidden");
      expect(found.map(({ field }) => field)).to.have.members(["title", "maturity", "memo"]);
      expect(found.find(({ field }) => field === "title")?.message).to.equal(
        "The field title has U+200B at its beginning, which cannot be seen, and 2 more of the kind.",
      );
    });

    it("still sees that two parties have one name", () => {
      expect(codesOf("Cedar\u200b Instruments, Inc.")).to.have.members(["parties-not-distinct", "characters-hidden"]);
      expect(codesOf("\uff23edar Instruments, Inc.")).to.include("parties-not-distinct");
    });
  });

  describe("given letters of several scripts", () => {
    for (const [name, scripts, odd] of [
      ["Ald\u0435r Street", "Latin and Cyrillic", "U+0435"],
      ["\u0391lder Street", "Greek and Latin", "U+0391"],
      ["Ald\u0435r\u0455", "Latin and Cyrillic", "U+0435 and U+0455"],
      ["Ald\u13ac", "Latin and rare", "U+13AC"],
      ["\u13aa\u13ac", "rare", null],
    ] as const) {
      it(`finds ${scripts} in ${JSON.stringify(name)}`, () => {
        const [finding] = foundIn(name);
        expect(finding).to.include({ code: "word-of-several-scripts", field: "lender.name" });
        expect(finding?.message).to.match(
          new RegExp(`has ${scripts} letters${odd === null ? "" : `: ${odd.replaceAll("+", "\\+")}`}\\.$`),
        );
      });
    }

    it("finds them in any text, a symbol too", () => {
      const sheet = cleanSheetWith({ currency: { symbol: "USD\u0421" }, governingLaw: "N\u0435w York" });
      const found = lint(sheet, { today: null }).filter(({ code }) => code === "word-of-several-scripts");
      expect(found.map(({ field }) => field)).to.have.members(["currency.symbol", "governingLaw"]);
    });

    it("says of a name whose words are each of one script that they are of several", () => {
      const [finding] = foundIn("\u0413\u0430\u0437\u043f\u0440\u043e\u043c (Gazprom) LLC");
      expect(finding?.message).to.include("has words in Cyrillic and in Latin letters");
    });
  });

  it("finds what others are usually written for, and says which", () => {
    for (const [name, reason] of [
      ["\uff21lder", 'has U+FF21, where "A" is usual'],
      ["\u{1d400}lder", 'has U+1D400, where "A" is usual'],
      ["Alder \u{1d7d7}", 'has U+1D7D7, where "9" is usual'],
      ["Alder\u00a0Street", 'has U+00A0, where " " is usual'],
      ["Caf\u0065\u0301", "has a letter and its accent as two characters, where one is usual"],
    ]) {
      const [finding] = foundIn(name ?? "");
      expect(finding).to.include({ code: "characters-not-normal", message: `The field lender.name ${reason}.` });
    }
  });

  it("is silent on names as they are written in many languages", () => {
    for (const name of [
      "Soci\u00e9t\u00e9 G\u00e9n\u00e9rale d\u2019Alder \u2013 \u0141\u00f3d\u017a & Co., 3M\u2122",
      "\u0413\u0430\u0437\u043f\u0440\u043e\u043c",
      "\u0395\u03b8\u03bd\u03b9\u03ba\u03ae \u03a4\u03c1\u03ac\u03c0\u03b5\u03b6\u03b1",
      "\u682a\u5f0f\u4f1a\u793eNTT\u30c7\u30fc\u30bf",
      "\uc0bc\uc131\uc804\uc790 LG",
      "\u845b\u{e0100}\u57ce",
      "\u0634\u0631\u06a9\u062a \u0645\u06cc\u200c\u0634\u0648\u062f",
      "\u0936\u094d\u200d\u0930\u0940",
    ]) {
      expect(codesOf(name), name).to.deep.equal([]);
    }
  });

  it("takes for a symbol what is one", () => {
    for (const symbol of ["USD", "USDC.e", "USD\u20ae0", "$", "1INCH", "BRK.B", "\u5186"]) {
      expect(symbolFault(symbol), symbol).to.equal(null);
    }
    expect(symbolFault("250,000")).to.equal('"250,000" has neither a letter nor a currency sign');
    expect(symbolFault("US dollars")).to.equal('"US dollars" has white space');
    expect(symbolFault("USDORSHARESX")).to.equal('"USDORSHARESX" has 12 characters, more than 11');
  });
});
