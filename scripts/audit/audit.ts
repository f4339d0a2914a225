import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { build } from "./build.ts";
import type { Finding } from "./finding.ts";
import { lineOf, keyOf } from "./finding.ts";
import { countTable, withCount } from "./page.ts";
import { findPython } from "./python.ts";
import { slitherFindings } from "./slither.ts";
import { silencedFindings, solhintFindings } from "./solhint.ts";
import { compare, parseTriage, reasonOf } from "./triage.ts";
import { wakeFindings } from "./wake.ts";
import { AUDIT, ROOT, tell } from "./workshop.ts";

const TRIAGE = join(AUDIT, "triage.json");
const PAGE = join(ROOT, "docs", "audit.md");

/**
 * Static analysis of the contracts. Exits 1 if a finding is not triaged, if a line of triage matches nothing, if the page does not show the
 * count, or if an analyser could not run. `--list` shows each finding with its reason, `--update` writes the count into the page.
 */
function main(args: readonly string[]): number {
  findPython();
  const findings = findAll();
  const triage = parseTriage(readFileSync(TRIAGE, "utf8"));
  if (args.includes("--json"))
    console.log(
      JSON.stringify(
        findings.map((one) => ({ ...one, key: keyOf(one) })),
        null,
        2,
      ),
    );
  if (args.includes("--list")) {
    for (const one of findings) console.log(`${lineOf(one)}\n    ${reasonOf(one, triage) ?? "NOT TRIAGED"}`);
  }

  const page = readFileSync(PAGE, "utf8");
  const counted = withCount(page, findings);
  if (args.includes("--update")) writeFileSync(PAGE, counted);
  const faults = compare(findings, triage);
  if (!args.includes("--update") && page !== counted) {
    faults.push("docs/audit.md does not show this count: npm run audit -- --update");
  }
  for (const fault of faults) console.error(fault);
  tell(`${String(findings.length)} findings, ${String(faults.length)} faults`);
  if (faults.length === 0 && !args.includes("--json")) console.log(countTable(findings));
  return faults.length === 0 ? 0 : 1;
}

function findAll(): Finding[] {
  tell("reads the contracts");
  const compiler = build();
  tell("solhint");
  const linted = [...silencedFindings(), ...solhintFindings()];
  tell("Slither");
  const slithered = slitherFindings();
  tell("Wake");
  return [...linted, ...slithered, ...wakeFindings(compiler)].sort((a, b) => order(a).localeCompare(order(b)));
}

function order(finding: Finding): string {
  return `${finding.file}:${String(finding.line).padStart(5, "0")} ${finding.analyser} ${finding.detector}`;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  console.error(`audit: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
