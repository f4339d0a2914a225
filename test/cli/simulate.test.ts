import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { hardhat, ROOT } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";

const SCENARIOS = "terms/scenarios";
const SAMPLE = "terms/infinite-group-2003.json";

interface Step {
  readonly error: string | null;
  readonly ok: boolean;
  readonly state: Readonly<Record<string, unknown>>;
  readonly replaced?: Readonly<Record<string, unknown>>;
}

interface Entry {
  readonly file: string;
  readonly asExpected: boolean;
  readonly steps: readonly Step[];
}

function noteSimulate(...args: string[]): Promise<Outcome> {
  return hardhat("note", "simulate", ...args);
}

async function jsonAt(path: string): Promise<unknown> {
  return JSON.parse(await readFile(join(ROOT, path), "utf8"));
}

describe("note simulate", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-simulate-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function file(name: string, content: unknown): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  }

  describe("given the scenarios of the project", () => {
    let names: string[];
    let outcome: Outcome;
    let entries: Entry[];

    before(async function () {
      names = (await readdir(join(ROOT, SCENARIOS))).sort();
      outcome = await noteSimulate(...names.map((name) => `${SCENARIOS}/${name}`), "--json");
      entries = JSON.parse(outcome.stdout) as Entry[];
    });

    it("writes nothing but JSON, an entry for each file", () => {
      expect([outcome.code, outcome.stderr]).to.deep.equal([0, ""]);
      expect(entries.map((entry) => entry.file)).to.deep.equal(names.map((name) => `${SCENARIOS}/${name}`));
      expect(entries.filter(({ asExpected }) => !asExpected)).to.deep.equal([]);
    });

    it("reaches the figures worked out beside each", async () => {
      expect((await readdir(join(ROOT, "test/scenarios"))).sort()).to.deep.equal(names);
      for (const [index, name] of names.entries()) {
        const expected = (await jsonAt(`test/scenarios/${name}`)) as unknown[];
        const steps = entries[index]?.steps.map(({ error, state, replaced }) => ({
          error,
          ...state,
          ...(replaced && { replaced }),
        }));
        expect(steps, name).to.deep.equal(expected);
      }
    });

    it("repeats who did what on which day, in a fixed shape", () => {
      const entry = entries.find((each) => each.file.endsWith("/half-and-half-three-for-two.json"));
      expect(Object.keys(entry ?? {})).to.deep.equal(["file", "title", "asExpected", "steps"]);
      expect(entry?.steps[1]).to.deep.equal({
        on: "2005-09-02",
        by: "lender",
        do: "convert",
        ok: true,
        error: null,
        state: {
          status: "outstanding",
          holder: "lender",
          obligor: "borrower",
          principal: "103323.70",
          interest: "13404.518504",
          overdueInterest: "0",
          charges: "0",
          total: "116728.218504",
          dueOn: "2007-01-01",
          payable: false,
          pricePerShare: "0.05",
          shares: { lender: "2259465" },
          paid: { lender: "0" },
        },
      });
      expect(entry?.steps.at(-1)).to.include({ by: null, do: "look", ok: true, error: null });
    });
  });

  it("takes the term sheet inline, from the scenario's folder, or from the working folder", async () => {
    const timeline = [{ on: "2005-09-02", do: "look" }];
    const other = sheetWith({ principal: "100.00" });
    await file("sheet.json", other);
    const inline = await file("inline.json", { title: "inline", terms: other, timeline });
    const beside = await file("beside.json", { title: "beside", terms: "sheet.json", timeline });
    const working = await file("working.json", { title: "working", terms: SAMPLE, timeline });
    const { code, stdout } = await noteSimulate(inline, beside, working, "--json");
    expect(code).to.equal(0);
    const principals = (JSON.parse(stdout) as Entry[]).map(({ steps }) => steps[0]?.state["principal"]);
    expect(principals).to.deep.equal(["100.00", "100.00", "203323.70"]);
  });

  it("prints everything and then fails, if a step is not refused as said or is refused otherwise", async () => {
    const wrong = await file("wrong.json", {
      title: "wrong",
      terms: SAMPLE,
      timeline: [
        { on: "2005-09-02", by: "lender", do: "convert", principal: "100", refused: true },
        { on: "2005-09-02", by: "stranger", do: "convert", principal: "100" },
        { on: "2005-09-03", do: "look" },
      ],
    });
    const [json, table] = await Promise.all([noteSimulate(wrong, "--json"), noteSimulate(wrong)]);
    expect([json.code, json.stderr]).to.deep.equal([1, ""]);
    const [entry] = JSON.parse(json.stdout) as Entry[];
    expect(entry?.asExpected).to.equal(false);
    expect(entry?.steps.map(({ ok, error }) => [ok, error])).to.deep.equal([
      [true, null],
      [false, "NotHolder"],
      [true, null],
    ]);

    expect([table.code, table.stderr]).to.deep.equal([1, ""]);
    expect(table.stdout).to.include("wrong.json): not as expected");
    expect(table.stdout).to.match(/lender +│ convert 100 +│ done, to be refused +│ outstanding/);
    expect(table.stdout).to.match(/stranger +│ convert 100 +│ refused, to be done: NotHolder/);
    expect(table.stdout).to.not.include("\u001b");
  });

  it("shows what is held, what is signed and how the terms change", async () => {
    const table = await noteSimulate(`${SCENARIOS}/lost-and-recovered.json`, `${SCENARIOS}/everything-signed.json`);
    expect([table.code, table.stderr]).to.deep.equal([0, ""]);
    expect(table.stdout).to.match(
      /borrower +│ pay 100000 +│ done +│ due +│ +150,682\.803191 │ +│ +lender 100,000\.00 │/,
    );
    expect(table.stdout).to.include("consent to recovery to new address").and.to.include("transfer to buyer, signed");
    expect(table.stdout).to.include("novate maturity, signed");
  });

  it("refuses what cannot be played in one line that names the file, and prints nothing else", async () => {
    const timeline: unknown[] = [];
    const scenario = (changes: Record<string, unknown>) => ({
      title: "bad",
      terms: sampleSheet(),
      timeline,
      ...changes,
    });
    const tooFew = sheetWith({ "conversion.stock.authorized": "5013655" });
    const cycle = [{ controller: "a", controlled: "a" }];
    const cases: readonly (readonly [path: string, complaint: string])[] = [
      [join(folder, "missing.json"), "no such file"],
      [await file("broken.json", '{ "title": '), "not JSON: "],
      [SAMPLE, "is a term sheet, not a scenario; note quote quotes it"],
      [await file("key.json", scenario({ until: "2007-01-01" })), "until: unknown key"],
      [await file("shares.json", scenario({ terms: tooFew })), "making the note: refused with NotEnoughAuthorized"],
      [await file("cycle.json", scenario({ control: cycle })), "control.0: refused with ControlCycle"],
    ];
    const good = await file("good.json", scenario({}));
    const outcomes = await Promise.all(cases.map(([path]) => noteSimulate(good, path, "--json")));
    for (const [index, [path, complaint]] of cases.entries()) {
      const { code, stdout, stderr } = outcomes[index] ?? { code: null, stdout: "", stderr: "" };
      expect([code, stdout], path).to.deep.equal([1, ""]);
      expect(stderr).to.match(/^[^\n]+\n$/);
      expect(stderr.startsWith(`${path}: ${complaint}`), stderr).to.equal(true);
    }
    expect(await noteSimulate()).to.deep.equal({ code: 1, stdout: "", stderr: "note simulate: no file named\n" });
  });
});
