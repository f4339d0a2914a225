import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";

import { textOf } from "../documents/reading.ts";
import { hardhat } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { openLife } from "../records/playedLife.ts";
import type { LiveLife } from "../records/playedLife.ts";
import { readCsvRecords } from "../records/readCsv.ts";

const SAMPLE = "terms/infinite-group-2003.json";
const AT_ONCE = 4;

describe("commands about the records of a note", function () {
  let folder: string;
  let life: LiveLife;
  let formerUrl: string | undefined;

  before(async function () {
    folder = await mkdtemp(join(tmpdir(), "note-records-"));
    life = await openLife();
    await life.act("2005-09-02", "convert", () => life.by("lender").convert(life.id, 100_000_000000n, 0n, 0n, ""));
    formerUrl = process.env["LOCALHOST_URL"];
    process.env["LOCALHOST_URL"] = life.url;
  });

  after(async function () {
    if (formerUrl === undefined) delete process.env["LOCALHOST_URL"];
    else process.env["LOCALHOST_URL"] = formerUrl;
    await life.close();
    await rm(folder, { recursive: true });
  });

  /** A command about the note on the client. */
  function note(name: string, ...args: string[]): Promise<Outcome> {
    return hardhat(
      ...["note", name, "--network", "localhost", "--id", "1", "--deployments", life.deployments, ...args],
    );
  }

  function inFolder(name: string): string {
    return join(folder, name);
  }

  it("note ledger writes a table, JSON alone, or a CSV file", async function () {
    const csv = inFolder("ledger.csv");
    const [table, json, file] = await Promise.all([
      note("ledger", "--sheet", SAMPLE),
      note("ledger", "--json"),
      note("ledger", "--csv", csv),
    ]);
    expect([table.code, table.stderr]).to.deep.equal([0, ""]);
    expect(table.stdout)
      .to.match(/2005-09-02 │ Conversion into stock.*│ Northwest Hampton Holdings, LLC │.*116,728\.218504 │ 2,259,465/)
      .and.to.not.include("\u001b");
    expect([json.code, json.stderr]).to.deep.equal([0, ""]);
    const rows = JSON.parse(json.stdout) as Record<string, Record<string, string>>[];
    expect(rows.map(({ balances }) => balances?.["total"])).to.deep.equal(["203323.70", "116728.218504"]);
    expect(file).to.deep.equal({ code: 0, stdout: "", stderr: `written ${csv}\n` });
    expect(readCsvRecords(await readFile(csv, "utf8")).at(-1)).to.include({
      Date: "2005-09-02",
      "Interest balance": "13404.518504",
      "Shares issued": "2259465",
    });
  });

  it("write over a file that says something else only when forced, and then none of several", async function () {
    const [csv, markdown, pdf] = [inFolder("kept.csv"), inFolder("unwritten.md"), inFolder("kept.pdf")];
    const out = inFolder("kept");
    await mkdir(out);
    const transactions = join(out, "Transactions.ocf.json");
    for (const path of [csv, pdf, transactions]) await writeFile(path, "mine");
    const letter = ["payoff", "--as-of", "2007-01-02", "--markdown", markdown, "--pdf", pdf] as const;
    const ocf = ["export", "--format", "ocf", "--out", out] as const;
    const refused = await Promise.all([
      note("ledger", "--csv", csv),
      note("interest", "--csv", csv),
      hardhat("note", "schedule", SAMPLE, "--csv", csv),
      note(...letter),
      note(...ocf),
    ]);
    const is = "is there already, and says something else; name another file, or say --force; nothing was written";
    const complaints = [
      ...[1, 2, 3].map(() => `--csv: ${csv}: ${is}\n`),
      `--pdf: ${pdf}: ${is}\n`,
      `--out: ${transactions}: ${is}\n`,
    ];
    expect(refused.map(({ code, stdout, stderr }) => [code, stdout, stderr])).to.deep.equal(
      complaints.map((complaint) => [1, "", complaint]),
    );
    for (const path of [csv, pdf, transactions]) expect(await readFile(path, "utf8")).to.equal("mine");
    expect([await readdir(folder), await readdir(out)].flat()).to.not.include("unwritten.md");
    expect(await readdir(out)).to.deep.equal(["Transactions.ocf.json"]);

    const forced = await Promise.all([note("ledger", "--csv", csv, "--force"), note(...letter, "--force")]);
    expect(forced.map(({ code }) => code)).to.deep.equal([0, 0]);
    expect(await readFile(csv, "utf8")).to.include("2005-09-02");
    const again = await note("ledger", "--csv", csv);
    expect(again).to.deep.equal({ code: 0, stdout: "", stderr: `written ${csv}\n` });
  });

  it("note schedule needs no chain for a term sheet, and shows what happened to a note on one", async function () {
    const csv = inFolder("schedule.csv");
    const [offline, live, file] = await Promise.all([
      hardhat("note", "schedule", SAMPLE, "--by", "year", "--through", "2007-01-11", "--json"),
      note("schedule", "--by", "quarter", "--json"),
      hardhat("note", "schedule", SAMPLE, "--csv", csv),
    ]);
    expect([offline.code, offline.stderr]).to.deep.equal([0, ""]);
    expect(JSON.parse(offline.stdout)).to.deep.include({ interest: "47359.103191", overdueInterest: "618.12198" });
    const { rows } = JSON.parse(live.stdout) as { rows: { kind: string; on?: string }[] };
    expect(rows.filter(({ kind }) => kind === "change").map(({ on }) => on)).to.deep.equal(["2005-09-02"]);
    expect(file).to.deep.equal({ code: 0, stdout: "", stderr: `written ${csv}\n` });
    expect(readCsvRecords(await readFile(csv, "utf8")).at(-1)).to.include({
      To: "2007-01-01",
      "Total balance": "250682.803191",
    });
  });

  it("note interest adds up the years", async function () {
    const { code, stdout, stderr } = await note("interest", "--through", "2007-01-01", "--json");
    expect([code, stderr]).to.deep.equal([0, ""]);
    const { years, total } = JSON.parse(stdout) as { years: Record<string, string>[]; total: Record<string, string> };
    expect(years.map(({ year }) => year)).to.deep.equal([2003, 2004, 2005, 2006]);
    // what had accrued by the conversion took interest for 611 days on 100,000 with it
    expect(total["converted"]).to.equal("12973.287671");
  });

  it("note payoff prints Markdown, or writes Markdown and PDF, or JSON", async function () {
    const [markdown, pdf] = [inFolder("payoff.md"), inFolder("payoff.pdf")];
    const [printed, written, json] = await Promise.all([
      note("payoff", "--as-of", "2007-01-02", "--sheet", SAMPLE),
      note("payoff", "--as-of", "2007-01-01", "--good-through", "2007-01-02", "--pdf", pdf, "--markdown", markdown),
      note("payoff", "--as-of", "2007-01-02", "--json"),
    ]);
    expect([printed.code, printed.stderr]).to.deep.equal([0, ""]);
    expect(printed.stdout).to.match(/^# Payoff letter as of 2007/);
    expect(written).to.deep.equal({ code: 0, stdout: "", stderr: `written ${markdown}\nwritten ${pdf}\n` });
    const { total } = await life.notes.statementOn(life.id, 13515);
    const { days } = JSON.parse(json.stdout) as { days: Record<string, string>[] };
    expect(days[0]?.["total"]).to.equal(
      `${total / 1_000_000n}.${String(total % 1_000_000n)
        .padStart(6, "0")
        .replace(/0+$/, "")}`,
    );
    expect(await textOf(await readFile(pdf))).to.include("From 2007-01-01 through 2007-01-02 payment is let through");
    expect(await readFile(markdown, "utf8")).to.match(/^# Payoff letter as of 2007/);
  });

  it("note export writes the files of Open Cap Format", async function () {
    const out = inFolder("ocf");
    const { code, stdout, stderr } = await note("export", "--format", "ocf", "--out", out, "--formed-in", "US");
    expect([code, stdout]).to.deep.equal([0, ""]);
    const names = ["Manifest.ocf.json", "Stakeholders.ocf.json", "StockClasses.ocf.json", "Transactions.ocf.json"];
    expect((await readdir(out)).toSorted()).to.deep.equal(names);
    expect(stderr.trim().split("\n").toSorted()).to.deep.equal(names.map((name) => `written ${join(out, name)}`));
    expect(JSON.parse(await readFile(join(out, "Manifest.ocf.json"), "utf8"))).to.deep.include({ as_of: "2005-09-02" });
  });

  it("refuses bad input in one line that names what is wrong, and writes nothing", async function () {
    const other = inFolder("other.json");
    await writeFile(other, JSON.stringify(sheetWith({ principal: "1.00" })));
    const csv = inFolder("never.csv");
    const network = ["--network", "localhost"];
    const cases: readonly (readonly [complaint: string, () => Promise<Outcome>])[] = [
      ["--as-of: missing; name the day of payment", () => note("payoff")],
      ['--as-of: "2007-02-30" is not a day of the calendar', () => note("payoff", "--as-of", "2007-02-30")],
      ["--as-of: 2005-09-01 is before 2005-09-02, the day of block", () => note("payoff", "--as-of", "2005-09-01")],
      [
        "--good-through: 2007-01-01 is before 2007-01-02, the day of payment",
        () => note("payoff", "--as-of", "2007-01-02", "--good-through", "2007-01-01"),
      ],
      [`--sheet: ${other} is not the term sheet of note 1`, () => note("ledger", "--sheet", other, "--csv", csv)],
      [
        `--csv: ${join(folder, "no", "such.csv")}: no such folder`,
        () => note("ledger", "--csv", join(folder, "no", "such.csv")),
      ],
      ["--id: missing", () => hardhat("note", "ledger", ...network, "--deployments", life.deployments)],
      [
        "--id: there is no note 9; only 1 has been made",
        () => hardhat("note", "interest", ...network, "--id", "9", "--deployments", life.deployments),
      ],
      ["--network: missing", () => hardhat("note", "ledger", "--id", "1")],
      [
        '--by: "week" is none of month, quarter, year',
        () => hardhat("note", "schedule", SAMPLE, "--by", "week", "--csv", csv),
      ],
      [
        "--through: 2003-12-30 is before the note is dated",
        () => hardhat("note", "schedule", SAMPLE, "--through", "2003-12-30", "--csv", csv),
      ],
      ["note schedule: no term sheet and no --id named", () => hardhat("note", "schedule")],
      ['--format: "xls" is not ocf', () => note("export", "--format", "xls")],
      ['--formed-in: "USA" is not a code', () => note("export", "--format", "ocf", "--formed-in", "USA")],
    ];
    for (let first = 0; first < cases.length; first += AT_ONCE) {
      const batch = cases.slice(first, first + AT_ONCE);
      const outcomes = await Promise.all(batch.map(([, ask]) => ask()));
      for (const [place, { code, stdout, stderr }] of outcomes.entries()) {
        const complaint = batch[place]?.[0] ?? "";
        expect([code, stdout], complaint).to.deep.equal([1, ""]);
        expect(stderr).to.match(/^[^\n]+\n$/);
        expect(stderr.startsWith(complaint), `${stderr} begins with ${complaint}`).to.equal(true);
      }
    }
    expect(await readdir(folder)).to.not.include("never.csv");
  });
});
