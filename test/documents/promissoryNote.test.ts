import { readdirSync } from "node:fs";
import { join } from "node:path";

import { expect } from "chai";

import { toMarkdown } from "../../src/documents/markdown.ts";
import { toPdf } from "../../src/documents/pdf.ts";
import { promissoryNote } from "../../src/documents/promissoryNote.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { ROOT } from "../helpers/commandLine.ts";
import { noteWith, sentencesOf, textOf } from "./reading.ts";

const SHEETS = readdirSync(join(ROOT, "terms")).filter((name) => /^(?!.*\.schema).*\.json$/.test(name));

/** Figures of the sample, as the rulebook's golden table and its terms have them. */
const FIGURES = [
  "USD 203,323.70",
  "USD 211,004.53",
  "7.75%",
  "9% a year",
  "1,097/365",
  "USD 47,359.103191",
  "USD 250,682.803191",
  "USD 618.12198",
  "USD 251,300.925171",
  "USD 229,701.468504",
  "4,594,029 shares",
  "5,013,656 shares",
  "USD 0.018504",
  "USD 0.05",
  "60,000,000",
  "December 31, 2003",
  "October 10, 2002",
  "Friday, September 2, 2005",
  "Monday, January 1, 2007",
  "Tuesday, January 2, 2007",
  "Tuesday, January 16, 2007",
  "January 17, 2007",
  "10th day after the notice",
  "90th day after the filing",
  "90th day after its entry",
  "5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03",
  "0xcedec5d85916789c600f1c7299b3a258a2962a1b8b8bfece9135bb4e36ff4b81",
];

describe("promissoryNote", () => {
  it("states every figure of the sample, in the text and in the PDF of it", async () => {
    const note = noteWith();
    const pdf = await textOf(await toPdf(note, await readFonts()));
    for (const figure of FIGURES) {
      expect(sentencesOf(note), figure).to.include(figure);
      expect(pdf.replaceAll(" ", ""), figure).to.include(figure.replaceAll(" ", ""));
    }
  });

  it("has blanks for chain, contract and number, and names them once there is a note", async () => {
    const contract = "0x3Aa5ebB10DC797CAC828524e59A333d0A371443c";
    const sheet = await readTermSheet(join(ROOT, "terms", "infinite-group-2003.json"));
    const blank = sentencesOf(promissoryNote(sheet));
    expect(blank).to.match(/\nChain: \.{60}\nContract: \.{60}\nNumber of the note: \.{60}\n.*filled in above\.\n/);
    const named = sentencesOf(promissoryNote(sheet, { chainId: 11155111n, contract, id: 7n }));
    expect(named).to.include(`\nChain: 11155111\nContract: ${contract}\nNumber of the note: 7\n`);
    expect(named).not.to.match(/\.{10}|filled in/);
  });

  for (const name of SHEETS) {
    it(`renders terms/${name}`, async () => {
      const note = promissoryNote(await readTermSheet(join(ROOT, "terms", name)));
      const pdf = await textOf(await toPdf(note, await readFonts()));
      expect(pdf).to.include("Governing law").and.to.include("Last day to pay");
      expect(toMarkdown(note)).to.match(/^# Promissory note\n/);
      expect(sentencesOf(note)).not.to.match(/undefined|NaN|\[object|null/);
    });
  }

  const variants: readonly (readonly [given: string, changes: Record<string, unknown>, says: RegExp, not?: RegExp])[] =
    [
      [
        "no right of conversion",
        { conversion: undefined },
        /No conversion\n.*no right to shares/,
        /Price and number of shares|\| Shares/,
      ],
      ["no overdue interest", { "interest.overdue": undefined }, /Overdue interest\nNone runs/, /9% a year/],
      [
        "a window that closes",
        { "conversion.until": "2006-06-30" },
        /after September 1, 2005 until June 30, 2006 inclusive[^]*Maturity, January 1, 2007.*not open/,
      ],
      [
        "a window that closed before",
        { "conversion.after": "2001-01-01", "conversion.until": "2002-01-01" },
        /right is never open/,
      ],
      ["a price that no decimal holds", { "conversion.pricePerShare": "1/30" }, /A share costs USD 1\/30/],
      ["a price above the debt", { "conversion.pricePerShare": "9999999" }, /does not buy one share/],
      ["prepayment", { prepayment: "allowed" }, /may be paid before maturity at any time/, /must also have demanded/],
      ["no free transfer to affiliates", { transfer: undefined }, /that is so for an affiliate too/, /without asking/],
      [
        "an attestor",
        { attestor: { name: "Ann Neutral" } },
        /Ann Neutral is the attestor[^]*30 days[^]*Ann Neutral, attestor/,
        /No attestor/,
      ],
      ["no attestor", {}, /No attestor is named[^]*cannot be moved to another address/],
      ["no predecessor", { replaces: undefined }, /takes the place of no note/, /211,004\.53/],
      [
        "a predecessor's parties",
        { "replaces.maker": "O & W", "replaces.payee": "The Bank", "replaces.assigned": "2003-08-05" },
        /made by O & W, payable to The Bank, assigned to the lender on August 5, 2003/,
      ],
      ["no document", { document: undefined }, /If text and contract differ/, /document of the parties' own|SHA-256/],
      ["no governing law", { governingLaw: undefined }, /name no governing law/],
      [
        "days that are not extended",
        { "calendar.extendDeadlines": false },
        /not moved if it is no business day[^]*leaves until Friday, January 12, 2007/,
        /next one that is/,
      ],
      ["a business day of maturity", { maturity: "2007-01-03" }, /It is a business day/],
      [
        "universal time",
        { "calendar.zone": "UTC" },
        /Every day counts as a business day[^]*Coordinated Universal Time/,
      ],
      ["no days of grace", { "default.graceDays": 0 }, /still owed at the end of the day of the notice/],
      [
        "one day to satisfy a judgment",
        { "default.judgmentDays": 1 },
        /end of the 1st day after its entry[^]*To satisfy a judgment \| 1 day\n/,
      ],
      ["no interest", { "interest.rate": "0%" }, /principal bears no interest/],
      ["accounts", { accounts: { currency: `0x${"ab".repeat(20)}` } }, /Contract of the currency \| 0x(ab){20}/],
      ["accounting figures", { "conversion.stock.parValue": "0.001" }, /Par value \| USD 0\.001 a share/],
      ["the last day there is", { maturity: "9999-12-31" }, /December 31, 9999/],
    ];
  for (const [given, changes, says, not] of variants) {
    it(`given ${given}, says so`, () => {
      const text = sentencesOf(noteWith(changes));
      expect(text).to.match(says);
      if (not !== undefined) expect(text).not.to.match(not);
    });
  }

  it("explains every day count, with the figure of the golden table", () => {
    const figures = {
      ACT_365F: "47,359.103191",
      ACT_360: "48,016.868513",
      ACT_ACT_ISDA: "47,315.93172",
      THIRTY_360_BB: "47,316.531324",
      THIRTY_E_360: "47,316.531324",
    };
    for (const [dayCount, interest] of Object.entries(figures)) {
      expect(sentencesOf(noteWith({ "interest.dayCount": dayCount })), dayCount).to.include(`= USD ${interest}`);
    }
    const explained = [
      "ACT_365F",
      "ACT_360",
      "ACT_ACT_ISDA",
      "THIRTY_360_BB",
      "THIRTY_E_360",
      "THIRTY_E_360_ISDA",
      "NL_365",
    ].map(
      (dayCount) =>
        /Interest bears no interest\. (.*)/.exec(sentencesOf(noteWith({ "interest.dayCount": dayCount })))?.[1],
    );
    expect(new Set(explained).size).to.equal(7);
  });

  it("numbers its clauses throughout, and carries the sheet as canonical JSON", () => {
    const { blocks, attachments } = noteWith();
    const numbers = blocks.flatMap((block) => (block.kind === "clause" ? [block.number] : []));
    expect(numbers).to.deep.equal(numbers.map((_, index) => String(index + 1)));
    expect(attachments.map(({ name, text }) => [name, text.slice(0, 22)])).to.deep.equal([
      ["term-sheet.json", '{"borrower":{"address"'],
    ]);
  });

  it("converts half as the contracts would", () => {
    // half of 203,323.70 with 13,188.884252 of interest buys 2,297,014 shares at 0.05, and 229,701.468504 less 114,850.70 stays owed
    expect(sentencesOf(noteWith()))
      .to.include("USD 114,850.734252 ÷ USD 0.05 comes to 2,297,014 shares, which cost USD 114,850.70")
      .and.to.include("USD 0.034252 left over stays owed, and USD 114,850.768504 is owed afterwards");
  });
});
