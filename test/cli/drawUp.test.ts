import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";

import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { askAt } from "../../tasks/sheet/ask.ts";
import type { Ask } from "../../tasks/sheet/ask.ts";
import { drawUp } from "../../tasks/sheet/drawUp.ts";
import { SECTIONS } from "../../tasks/sheet/questions.ts";
import { writeSheet } from "../../tasks/sheet/writeSheet.ts";

const TODAY = dayOf("2026-03-02");
const DOWN = "\u001b[B";

type Script = readonly (readonly [question: RegExp, ...answers: string[]])[];

/** Answers by script, the default where the script is silent; what is refused is kept with the reason. */
function scripted(script: Script): { ask: Ask; asked: string[]; refused: string[] } {
  const [asked, refused]: [string[], string[]] = [[], []];
  const answersTo = (message: string): string[] => {
    asked.push(message);
    return (script.find(([question]) => question.test(message))?.slice(1) as string[] | undefined) ?? [];
  };
  const ask: Ask = {
    text: ({ message, default: preset, refuse }) => {
      for (const answer of [...answersTo(message), preset]) {
        const why = refuse(answer);
        if (why === null) return Promise.resolve(answer);
        refused.push(why);
      }
      return Promise.reject(new Error(`no answer to "${message}" is taken: ${refused.join("; ")}`));
    },
    choose: ({ message, choices }) => Promise.resolve(answersTo(message)[0] ?? choices[0]!.value),
    confirm: ({ message, default: preset }) => {
      const [answer] = answersTo(message);
      return Promise.resolve(answer === undefined ? preset : answer === "yes");
    },
  };
  return { ask, asked, refused };
}

const LEAST: Script = [
  [/^Borrower, by/, "Cedar Instruments, Inc."],
  [/^Lender, by/, "Alder Street Partners, LLC"],
  [/^Principal/, "400000.00"],
  [/falls due/, "2029-03-15"],
  [/^Interest a year/, "8%"],
  [/Is a neutral person/, "no"],
];

describe("drawing up a term sheet", () => {
  it("asks only for what there is, and takes what is proposed", async () => {
    const { ask, asked, refused } = scripted(LEAST);
    expect(await drawUp(ask, TODAY)).to.deep.equal({
      title: "Cedar Instruments, Inc. to Alder Street Partners, LLC, 2026-03-02",
      borrower: { name: "Cedar Instruments, Inc." },
      lender: { name: "Alder Street Partners, LLC" },
      dated: "2026-03-02",
      principal: "400000.00",
      currency: { symbol: "USDC", decimals: 6 },
      interest: { rate: "8%", dayCount: "ACT_365F", overdue: { rate: "8%", base: "principal" } },
      maturity: "2029-03-15",
      prepayment: "prohibited",
      calendar: { zone: "America/New_York", extendDeadlines: true },
      default: { graceDays: 10, dismissalDays: 90, judgmentDays: 90 },
      transfer: { affiliatesFree: false },
      governingLaw: "New York",
    });
    expect(refused).to.deep.equal([]);
    expect(
      asked.some((message) => /Price of a share|earlier note is called|Name of that person/.test(message)),
    ).to.equal(false);
  });

  it("asks for everything there can be", async () => {
    const { ask } = scripted([
      ...LEAST.slice(0, -1),
      [/^What the borrower is/, "corporation"],
      [/^Address of the lender/, "12 Alder Street"],
      [/may the lender convert/i, "yes"],
      [/^Day after which/, "2027-06-30"],
      [/^Price of a share/, "8/3"],
      [/^Name of the stock/, "Cedar Common"],
      [/^Symbol of the stock/, "CDR"],
      [/^Shares authorized/, "1000000"],
      [/^Par value/, "0.01"],
      [/^What a share is worth/, "2.40"],
      [/replace an earlier one/, "yes"],
      [/^What the earlier note/, "bridge note"],
      [/^Its date/, "1969-01-02"],
      [/^Its principal/, "10"],
      [/^Who made it/, "Cedar"],
      [/^To whom/, "Elm"],
      [/^Day it was assigned/, "2025-01-02"],
      [/^Name of that person/, "Quill Escrow Services"],
      [/^SHA-256/, "3f".repeat(32)],
      [/^Governing law/, "-"],
    ]);
    const sheet = await drawUp(ask, TODAY);
    expect(sheet).to.deep.include({
      borrower: { name: "Cedar Instruments, Inc.", kind: "corporation" },
      lender: { name: "Alder Street Partners, LLC", address: "12 Alder Street" },
      conversion: {
        after: "2027-06-30",
        until: "2029-03-15",
        pricePerShare: "8/3",
        stock: {
          name: "Cedar Common",
          symbol: "CDR",
          authorized: "1000000",
          parValue: "0.01",
          fairValueAtIssue: "2.40",
        },
      },
      replaces: {
        description: "bridge note",
        dated: "1969-01-02",
        principal: "10",
        maker: "Cedar",
        payee: "Elm",
        assigned: "2025-01-02",
      },
      attestor: { name: "Quill Escrow Services" },
      document: { sha256: "3f".repeat(32) },
    });
    expect(sheet).to.not.have.property("governingLaw");
  });

  it("judges each answer as the schema does, in its words, and asks again", async () => {
    const { ask, refused } = scripted([
      [/^Decimals/, "six", "19", "2"],
      [/^Principal/, "400,000", "400000.001", "400000.00"],
      [/falls due/, "2029-02-29", "2026-03-02", "2029-03-15"],
      [/^Interest a year/, "8", "100%", "8%"],
      ...LEAST,
    ]);
    expect(await drawUp(ask, TODAY)).to.have.property("principal", "400000.00");
    expect(refused).to.deep.equal([
      `"six" is not a number`,
      "19 is above 18",
      `"400,000" is not a plain decimal such as "203323.70"`,
      `"400000.001" has 3 decimals; at most 2 can be held`,
      `"2029-02-29" is not a day of the calendar`,
      `"2026-03-02" is not after dated, "2026-03-02"`,
      `"8" is not a percentage such as "7.75%"`,
      `"100%" is not below 100%`,
    ]);
  });

  it("takes no figure for a name or a symbol, and nobody for two persons", async () => {
    const { ask, refused } = scripted([
      [/^Borrower, by/, "250,000", "Cedar Instruments, Inc."],
      [/^What the borrower is/, "8%", "corporation"],
      [/^Lender, by/, "2029-03-15", "cedar instruments inc", "Alder\u200b LLC", "Alder Street Partners, LLC"],
      [/^Currency/, "250,000", "US dollars", "USDC"],
      [/^Decimals/, "250,000", "6"],
      [/^Days of grace/, "ten", "10"],
      [/^Name of that person/, "Alder Street Partners LLC", "Quill Escrow Services"],
      [/^Governing law/, "5", "New York"],
      ...LEAST.slice(0, -1),
    ]);
    expect(await drawUp(ask, TODAY)).to.deep.include({
      borrower: { name: "Cedar Instruments, Inc.", kind: "corporation" },
      lender: { name: "Alder Street Partners, LLC" },
      currency: { symbol: "USDC", decimals: 6 },
      attestor: { name: "Quill Escrow Services" },
    });
    expect(refused).to.deep.equal([
      `"250,000" has no letter; it is to be said in words`,
      `"8%" has no letter; it is to be said in words`,
      `"2029-03-15" has no letter; it is to be said in words`,
      "Borrower and lender are both named cedar instruments inc.",
      `The field lender.name has U+200B after "Alder", which cannot be seen.`,
      `"250,000" has neither a letter nor a currency sign`,
      `"US dollars" has white space`,
      `"250,000" is not a number`,
      `"ten" is not a number`,
      "The attestor, Alder Street Partners LLC, has the name of the lender.",
      `"5" has no letter; it is to be said in words`,
    ]);
  });

  it("leaves out what is answered with none", async () => {
    const { ask } = scripted([...LEAST, [/^What the borrower is/, "none"], [/^Governing law/, "None"]]);
    const sheet = await drawUp(ask, TODAY);
    expect(sheet.borrower).to.deep.equal({ name: "Cedar Instruments, Inc." });
    expect(sheet).to.not.have.property("governingLaw");
  });

  describe("given a terminal", () => {
    let folder: string;

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), "note-init-"));
    });

    after(async () => {
      await rm(folder, { recursive: true });
    });

    /** Types an answer when its question first shows; Enter alone where the script is silent. */
    function typist(script: Script): { ask: Ask; shown: () => string } {
      const input = new PassThrough();
      const open = new Set(SECTIONS.flatMap(({ gate, questions }) => [...(gate ? [gate] : []), ...questions]));
      let shown = "";
      const show = (chunk: Buffer): void => {
        shown += chunk.toString();
        const plain = stripVTControlCharacters(shown).replace(/\s+/g, " ");
        const question = [...open].find(({ message }) => plain.includes(`? ${message}`));
        if (question === undefined) return;
        open.delete(question);
        const typed = script.find(([pattern]) => pattern.test(question.message))?.[1] ?? "";
        // not before the prompt has begun to listen
        setImmediate(() => input.write(`${typed}\r`));
      };
      // each prompt ends the stream it was shown on, unless that is a terminal's
      const terminal = {
        input,
        get output() {
          return new PassThrough().on("data", show);
        },
      };
      return { ask: askAt(terminal), shown: () => shown };
    }

    it("asks at it, writes the sheet, and says what is found in it", async () => {
      const path = join(folder, "new.json");
      const { ask, shown } = typist([...LEAST.slice(0, -1), [/^Is a neutral person/, "n"], [/^On what overdue/, DOWN]]);
      const told: string[] = [];
      const tell = (line: string) => void told.push(line);
      const { file, errors, findings } = await writeSheet(ask, { file: path, force: false, today: TODAY, tell });
      expect([file, errors]).to.deep.equal([path, 0]);
      expect(told).to.deep.equal([`written ${path}`]);
      expect(findings.map(({ code }) => code)).to.deep.equal([
        "attestor-missing",
        "currency-freezable",
        "document-missing",
      ]);
      const sheet = parseTermSheet(JSON.parse(await readFile(path, "utf8")), path);
      expect(sheet).to.deep.include({ principal: "400000.00", dated: "2026-03-02" });
      expect(sheet.interest.overdue?.base).to.equal("sumDue");
      expect(shown()).to.include("Currency, by its symbol");
    });

    const untold = () => undefined;

    it("leaves a file that is there, unless it is told otherwise or forced", async () => {
      const path = join(folder, "there.json");
      await writeFile(path, "kept");
      const stays = await writeSheet(scripted([]).ask, { file: path, force: false, today: TODAY, tell: untold }).catch(
        String,
      );
      expect(stays).to.equal(`UsageError: ${path}: is there already, and stays as it is`);
      expect(await readFile(path, "utf8")).to.equal("kept");

      await writeSheet(scripted([[/Overwrite it/, "yes"], ...LEAST]).ask, {
        file: path,
        force: false,
        today: TODAY,
        tell: untold,
      });
      expect(JSON.parse(await readFile(path, "utf8"))).to.have.property("principal", "400000.00");

      await writeFile(path, "kept");
      const { ask, asked } = scripted(LEAST);
      await writeSheet(ask, { file: path, force: true, today: TODAY, tell: untold });
      expect(JSON.parse(await readFile(path, "utf8"))).to.have.property("principal", "400000.00");
      expect(asked.some((message) => message.includes("Overwrite"))).to.equal(false);
    });

    it("asks nothing for a file that could not be written", async () => {
      const { ask, asked } = scripted(LEAST);
      const path = join(folder, "nowhere", "new.json");
      const refused = await writeSheet(ask, { file: path, force: false, today: TODAY, tell: untold }).catch(String);
      expect([refused, asked]).to.deep.equal([`UsageError: ${path}: no such folder`, []]);
    });
  });
});
