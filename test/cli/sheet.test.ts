import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { keccak256, toUtf8Bytes } from "ethers";

import { hardhat } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";
import { cleanSheet, cleanSheetWith } from "../helpers/drafts.ts";

const SAMPLE = "terms/infinite-group-2003.json";

const SMALL = {
  title: "A to B",
  lender: { name: "B" },
  borrower: { name: "A" },
  principal: "1000.00",
  dated: "2026-03-02",
  currency: { symbol: "USD", decimals: 6 },
  interest: { rate: "5%", dayCount: "ACT_365F" },
  maturity: "2027-03-02",
  prepayment: "allowed",
  calendar: { zone: "UTC", extendDeadlines: false },
  default: { judgmentDays: 60, graceDays: 10, dismissalDays: 90 },
};

const SMALL_CANONICAL =
  '{"borrower":{"name":"A"},"calendar":{"extendDeadlines":false,"zone":"UTC"},"currency":{"decimals":6,"symbol":"USD"},' +
  '"dated":"2026-03-02","default":{"dismissalDays":90,"graceDays":10,"judgmentDays":60},"interest":{"dayCount":"ACT_365F","rate":"5%"},' +
  '"lender":{"name":"B"},"maturity":"2027-03-02","prepayment":"allowed","principal":"1000.00","title":"A to B"}';

describe("note check, note hash and note init", () => {
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-sheet-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  async function file(name: string, content: unknown): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content, null, 2));
    return path;
  }

  async function refusals(cases: readonly (readonly [args: readonly string[], complaint: string])[]): Promise<void> {
    for (const [args, complaint] of cases) {
      const { code, stdout, stderr } = await hardhat("note", ...args);
      expect([code, stdout], complaint).to.deep.equal([1, ""]);
      expect(stderr).to.match(/^[^\n]+\n$/);
      expect(stderr.startsWith(complaint), stderr).to.equal(true);
    }
  }

  describe("note check", () => {
    const check = (...args: string[]): Promise<Outcome> => hardhat("note", "check", ...args);

    it("writes nothing but JSON, an entry a file, and exits 1 if there is an error in any", async () => {
      const clean = await file("clean.json", cleanSheet());
      const short = await file("short.json", cleanSheetWith({ conversion: { stock: { authorized: "190000" } } }));
      const { code, stdout, stderr } = await check(clean, short, "--on", "2026-03-02", "--json");
      expect([code, stderr]).to.deep.equal([1, ""]);
      const [first, second] = JSON.parse(stdout) as Record<string, unknown>[];
      expect(first).to.deep.equal({ file: clean, errors: 0, warnings: 0, notices: 0, findings: [] });
      expect(second).to.include({ file: short, errors: 1, warnings: 0, notices: 0 });
      expect((second?.["findings"] as Record<string, unknown>[])[0]).to.include({
        code: "authorized-shares-short",
        severity: "error",
        field: "conversion.stock.authorized",
        legal: false,
      });
    });

    it("lists the sample's findings for people, and exits 0, but not if strict", async () => {
      const [lax, strict] = await Promise.all([
        check(SAMPLE, "--on", "2003-12-31"),
        check(SAMPLE, "--on", "2003-12-31", "--strict"),
      ]);
      expect([lax.code, strict.code, lax.stderr, strict.stderr]).to.deep.equal([0, 1, "", ""]);
      expect(lax.stdout).to.equal(strict.stdout);
      expect(lax.stdout)
        .to.match(/^terms\/infinite-group-2003\.json: 0 errors, 4 warnings, 4 notices\n/)
        .and.to.include("warning maturity-on-non-business-day maturity")
        .and.to.include("not legal advice");
      expect(lax.stdout).to.not.include("\u001b");
    });

    it("says once what mends several findings, and to machines with each", async () => {
      const bad = await file("refused.json", cleanSheetWith({ principal: "1,000", maturity: "soon", memo: "x" }));
      const [list, json] = await Promise.all([check(bad), check(bad, "--json")]);
      const [{ findings } = { findings: [] }] = JSON.parse(json.stdout) as { findings: { remedy: string }[] }[];
      const [remedy = ""] = findings.map((finding) => finding.remedy);
      expect(findings.filter((finding) => finding.remedy === remedy)).to.have.length(3);
      expect(list.stdout.split(remedy)).to.have.length(2);
      expect(list.stdout.indexOf(remedy)).to.be.greaterThan(list.stdout.lastIndexOf("field-refused"));
    });

    it("takes the machine's day for today, and moves dates first if it is told to", async () => {
      const [now, moved] = await Promise.all([
        check(SAMPLE, "--json"),
        check(SAMPLE, "--rebase", "2003-12-30", "--on", "2003-12-30", "--json"),
      ]);
      const codes = ({ stdout }: Outcome) =>
        (JSON.parse(stdout) as { findings: { code: string }[] }[])[0]!.findings.map(({ code }) => code);
      expect(codes(now)).to.include("maturity-past");
      expect(codes(moved)).to.include("document-missing").and.to.not.include("maturity-past");
    });

    it("refuses bad input in one line, and prints nothing else", async () => {
      const broken = await file("broken.json", '{ "title": ');
      const twice = await file("twice.json", '{ "principal": "1", "principal": "2" }');
      const bad = await file("bad.json", cleanSheetWith({ principal: null }));
      const missing = join(folder, "missing.json");
      await refusals([
        [["check"], "note check: no file named"],
        [["check", SAMPLE, missing, "--json"], `${missing}: no such file`],
        [["check", SAMPLE, broken], `${broken}: not JSON: `],
        [["check", twice], `${twice}: principal: said twice`],
        [
          ["check", "terms/scenarios/judgments.json"],
          "terms/scenarios/judgments.json: is a scenario, not a term sheet",
        ],
        [["check", SAMPLE, "--on", "2026-02-30"], `--on: "2026-02-30" is not a day of the calendar`],
        [["check", SAMPLE, "--rebase", "soon"], `--rebase: "soon" is not a date`],
        [["check", SAMPLE, "--rebase", "1960-01-01"], `${SAMPLE}: --rebase: dated: `],
        [["check", bad, "--rebase", "2026-01-01"], `${bad}: principal: missing`],
      ]);
    });
  });

  describe("note hash", () => {
    it("says the keccak-256 of the canonical JSON, and the document's hash", async () => {
      const small = await file("small.json", { $schema: "../term-sheet.schema.json", ...SMALL });
      const [json, text, list] = await Promise.all([
        hardhat("note", "hash", small, SAMPLE, "--json"),
        hardhat("note", "hash", small, "--canonical"),
        hardhat("note", "hash", small, SAMPLE),
      ]);
      const hash = keccak256(toUtf8Bytes(SMALL_CANONICAL));
      const [first, second] = JSON.parse(json.stdout) as Record<string, unknown>[];
      expect(first).to.deep.equal({ file: small, termSheet: hash, document: null });
      expect(second).to.include({
        file: SAMPLE,
        document: "5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03",
      });
      expect(text).to.deep.equal({ code: 0, stdout: `${SMALL_CANONICAL}\n`, stderr: "" });
      expect(list.stdout).to.include(hash).and.to.include("none stated");
    });

    it("hashes the sheet with its dates moved, if it is told to", async () => {
      const small = await file("small.json", SMALL);
      const { stdout } = await hardhat("note", "hash", small, "--rebase", "2026-03-03", "--canonical", "--json");
      const [entry] = JSON.parse(stdout) as { termSheet: string; canonical: string }[];
      const moved = SMALL_CANONICAL.replace("2026-03-02", "2026-03-03")
        .replace("2027-03-02", "2027-03-03")
        .replace("A to B", "A to B (dates moved forward by 1 day)");
      expect(entry).to.include({ canonical: moved, termSheet: keccak256(toUtf8Bytes(moved)) });
    });

    it("refuses bad input in one line, and prints nothing else", async () => {
      const bad = await file("label.json", cleanSheetWith({ interest: { dayCount: "Act/365" } }));
      await refusals([
        [["hash"], "note hash: no file named"],
        [["hash", SAMPLE, bad, "--canonical"], `${bad}: interest.dayCount: "Act/365" is ambiguous`],
        [["hash", SAMPLE, "--rebase", "2026-13-01", "--json"], `--rebase: "2026-13-01" is not a day of the calendar`],
        [["hash", SAMPLE, "--rebase", "9999-01-01"], `${SAMPLE}: --rebase: maturity: `],
      ]);
    });

    it("lets no sheet move the terminal, whether it takes it or not", async () => {
      const named = cleanSheetWith({
        title: "A\u001b[2J\u202eB",
        lender: { name: "X\u009b2J" },
        borrower: { name: "X\u009b2J" },
      });
      const paths = [await file("moving.json", named), await file("key.json", { ...SMALL, "\u001b[2J": 1 })];
      const outputs = await Promise.all([
        hardhat("note", "quote", paths[0] ?? "", "--on", "2027-03-02"),
        hardhat("note", "check", ...paths),
        hardhat("note", "hash", paths[1] ?? ""),
      ]);
      expect(outputs.map(({ code }) => code)).to.deep.equal([0, 1, 1]);
      for (const { stdout, stderr } of outputs) expect(stdout + stderr).not.to.match(/(?!\n)[\p{Cc}\p{Cf}]/u);
    });
  });

  describe("note init", () => {
    it("says in one line that it needs a terminal, and writes nothing", async () => {
      const path = join(folder, "new.json");
      await refusals([[["init", path], "note init: asks questions and needs a terminal"]]);
      const error: unknown = await readFile(path).catch((reason: unknown) => reason);
      expect(error).to.have.property("code", "ENOENT");
    });
  });

  it("each says in its help what it takes", async () => {
    const helps = await Promise.all(["check", "hash", "init"].map((name) => hardhat("note", name, "--help")));
    expect(helps.map(({ code }) => code)).to.deep.equal([0, 0, 0]);
    for (const option of ["--on", "--rebase", "--strict", "--json"]) expect(helps[0]?.stdout).to.include(option);
    for (const option of ["--rebase", "--canonical", "--json"]) expect(helps[1]?.stdout).to.include(option);
    for (const option of ["--force", "--json", "file"]) expect(helps[2]?.stdout).to.include(option);
  });
});
