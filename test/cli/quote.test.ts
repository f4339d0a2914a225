import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { hardhat } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";
import { sheetWith } from "../helpers/termSheets.ts";

const SAMPLE = "terms/infinite-group-2003.json";

function noteQuote(...args: string[]): Promise<Outcome> {
  return hardhat("note", "quote", ...args);
}

describe("note quote", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-quote-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function file(name: string, content: string | Record<string, unknown>): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  }

  it("writes nothing but JSON, an entry for each file and day", async () => {
    const plain = await file("no-conversion.json", sheetWith({ conversion: undefined }));
    const { code, stdout, stderr } = await noteQuote(SAMPLE, plain, "--on", "2005-09-02,2007-01-11", "--json");
    expect([code, stderr]).to.deep.equal([0, ""]);

    const entries = JSON.parse(stdout) as Record<string, unknown>[];
    expect(entries.map((entry) => [entry["file"], entry["on"]])).to.deep.equal([
      [SAMPLE, "2005-09-02"],
      [SAMPLE, "2007-01-11"],
      [plain, "2005-09-02"],
      [plain, "2007-01-11"],
    ]);
    expect(entries[0]).to.deep.equal({
      file: SAMPLE,
      on: "2005-09-02",
      status: "outstanding",
      principal: "203323.70",
      interest: "26377.768504",
      overdueInterest: "0",
      charges: "0",
      total: "229701.468504",
      dueOn: "2007-01-01",
      payableThrough: "2007-01-02",
      payable: false,
      convertible: true,
      pricePerShare: "0.05",
      shares: "4594029",
      residue: "0.018504",
    });
    expect(entries[1]).to.include({ status: "overdue", overdueInterest: "618.12198", total: "251300.925171" });
    expect(entries[2]).to.include({ convertible: false, pricePerShare: null, shares: null, residue: null });
  });

  it("writes a table without --json, and no color where there is no terminal", async () => {
    const { code, stdout, stderr } = await noteQuote(SAMPLE, "--on", "2007-01-02");
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout)
      .to.match(/Total +│ +250,682\.803191/)
      .and.to.match(/Payable through +│ +2007-01-02/);
    expect(stdout).to.not.include("\u001b");
  });

  it("refuses bad input in one line that names the file and the field, and prints nothing else", async () => {
    const on = ["--on", "2005-09-02", "--json"];
    const missing = join(folder, "missing.json");
    const bad = async (name: string, changes: Record<string, unknown>): Promise<string> =>
      file(name, sheetWith(changes));
    const cases: readonly (readonly [path: string, complaint: string, args?: string[]])[] = [
      [missing, "no such file"],
      [await file("twice.json", '{ "principal": "1", "principal": "2" }'), "principal: said twice"],
      [await file("broken.json", '{\n  "title": \n'), "not JSON: "],
      [await bad("unknown.json", { "interest.compounding": "yearly" }), "interest.compounding: unknown key"],
      [
        await bad("label.json", { "interest.dayCount": "Act/365" }),
        `interest.dayCount: "Act/365" is ambiguous; use one of ACT_365F, `,
      ],
      [await bad("number.json", { principal: 203323.7 }), "principal: 203323.7 is a JSON number"],
      [await bad("date.json", { dated: "2005-02-30" }), `dated: "2005-02-30" is not a day`],
      [await bad("order.json", { maturity: "2003-01-01" }), `maturity: "2003-01-01" is not after dated`],
      [await bad("negative.json", { principal: "-5.00" }), `principal: "-5.00" is negative`],
      ["terms/scenarios/judgments.json", "is a scenario, not a term sheet; note simulate plays it"],
      [SAMPLE, "--on: 2003-12-30 is before the note is dated, 2003-12-31", ["--on", "2003-12-30", "--json"]],
    ];
    const outcomes: Outcome[] = [];
    for (let first = 0; first < cases.length; first += 3) {
      const batch = cases.slice(first, first + 3);
      // the sample goes first: a good file beside a bad one must not be printed either
      outcomes.push(...(await Promise.all(batch.map(([path, , args = on]) => noteQuote(SAMPLE, path, ...args)))));
    }
    for (const [index, [path, complaint]] of cases.entries()) {
      const { code, stdout, stderr } = outcomes[index] ?? { code: null, stdout: "", stderr: "" };
      expect([code, stdout], path).to.deep.equal([1, ""]);
      expect(stderr).to.match(/^[^\n]+\n$/);
      expect(stderr.startsWith(`${path}: ${complaint}`), stderr).to.equal(true);
    }
  });

  it("says in its help that a day is required", async () => {
    const { code, stdout } = await noteQuote("--help");
    expect(code).to.equal(0);
    expect(stdout).to.match(/--on +Required\. Days to quote/);
  });

  it("refuses to guess what it was not told", async () => {
    const [noDay, badDay, noFile] = await Promise.all([
      noteQuote(SAMPLE),
      noteQuote(SAMPLE, "--on", "2005-09-02,2005-02-30"),
      noteQuote("--on", "2005-09-02"),
    ]);
    expect(noDay).to.deep.equal({
      code: 1,
      stdout: "",
      stderr: "--on: missing; name a day, or several with commas between\n",
    });
    expect(badDay).to.deep.equal({ code: 1, stdout: "", stderr: `--on: "2005-02-30" is not a day of the calendar\n` });
    expect(noFile).to.deep.equal({ code: 1, stdout: "", stderr: "note quote: no file named\n" });
  });
});
