import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";

import { markBranches } from "./branches.ts";
import type { Branch } from "./branches.ts";

const LEAST_PERCENT = 98;
const LEFT_BEHIND = new Set([".git", "artifacts", "cache", "coverage", "node_modules"]);
/** Suites that run no contract in this process, where alone its lines are counted. */
const ELSEWHERE = new Set([
  "chain",
  "cli",
  "documentation",
  "documents",
  "errors",
  "lint",
  "live",
  "package",
  "records",
  "rehearsal",
]);

/** Line and branch coverage of contracts/ by the mocha suite, run on a copy whose branches are marked. */
function main(): number {
  const copy = mkdtempSync(join(tmpdir(), "allonge-coverage-"));
  try {
    cpSync(".", copy, { recursive: true, filter: (path) => !LEFT_BEHIND.has(path) });
    symlinkSync(join(process.cwd(), "node_modules"), join(copy, "node_modules"));
    const branches = mark(copy);
    const { status } = spawnSync(
      "npx",
      ["hardhat", "test", "mocha", ...suites(), "--coverage", "--grep-exclude", "Gas and size|given a budget"],
      {
        cwd: copy,
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, LIVES_COUNT: "60" },
      },
    );
    if (status !== 0) return status ?? 1;
    return judge(readFileSync(join(copy, "coverage", "lcov.info"), "utf8"), branches);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

function suites(): string[] {
  return readdirSync("test", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts") && !ELSEWHERE.has(path.split(sep)[0] ?? ""))
    .map((path) => join("test", path));
}

function mark(copy: string): Map<string, readonly Branch[]> {
  const branches = new Map<string, readonly Branch[]>();
  for (const path of readdirSync("contracts", { recursive: true, encoding: "utf8" })) {
    const file = `contracts/${path}`;
    if (!file.endsWith(".sol") || file.startsWith("contracts/mocks/")) continue;
    const marked = markBranches(file, readFileSync(file, "utf8"));
    writeFileSync(join(copy, file), marked.source);
    branches.set(file, marked.branches);
  }
  return branches;
}

function judge(lcov: string, branches: Map<string, readonly Branch[]>): number {
  const lines = { all: 0, covered: 0 };
  const sides = { all: 0, covered: 0 };
  const gaps: string[] = [];
  const tally = (to: typeof lines, hit: boolean, place: string) => {
    to.all += 1;
    if (hit) to.covered += 1;
    else gaps.push(place);
  };

  for (const record of lcov.split("end_of_record")) {
    const file = /^SF:(.+)$/m.exec(record)?.[1] ?? "";
    const marked = branches.get(file);
    if (marked === undefined) continue;
    const hits = new Map([...record.matchAll(/^DA:(\d+),(\d+)$/gm)].map(([, line, n]) => [Number(line), Number(n)]));
    const source = readFileSync(file, "utf8").split("\n");
    const place = (line: number, what: string) => `${file}:${String(line)} ${what}: ${(source[line - 1] ?? "").trim()}`;
    for (const [line, n] of hits) if (line <= source.length) tally(lines, n > 0, place(line, "not run"));
    for (const { line, taken, notTaken } of marked) {
      tally(sides, (hits.get(taken) ?? 0) > 0, place(line, "never true"));
      tally(sides, (hits.get(notTaken) ?? 0) > 0, place(line, "never false"));
    }
  }

  const percent = ({ all, covered }: typeof lines) => (100 * covered) / all;
  const shown = (of: typeof lines) => `${String(of.covered)} of ${String(of.all)}, ${percent(of).toFixed(2)}%`;
  console.log(`contracts/, mocks aside: lines ${shown(lines)}; branches ${shown(sides)}`);
  for (const gap of gaps) console.log(`  ${gap}`);
  if (lines.all > 0 && percent(lines) >= LEAST_PERCENT && percent(sides) >= LEAST_PERCENT) return 0;
  console.error(`below ${String(LEAST_PERCENT)}%`);
  return 1;
}

process.exitCode = main();
