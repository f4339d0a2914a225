import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

import { ARTIFACTS } from "./build.ts";
import type { Finding, Severity } from "./finding.ts";
import { pythonWith } from "./python.ts";
import { AUDIT, CACHE, isOurs, run } from "./workshop.ts";

interface Element {
  readonly type: string;
  readonly name: string;
  readonly source_mapping: { readonly filename_relative: string; readonly lines: readonly number[] };
  readonly type_specific_fields?: { readonly parent?: Element };
}

interface Result {
  readonly check: string;
  readonly impact: string;
  readonly description: string;
  readonly elements: readonly Element[];
}

const IMPACTS: Readonly<Record<string, Severity>> = {
  High: "high",
  Medium: "medium",
  Low: "low",
  Informational: "informational",
  Optimization: "informational",
};
/** A list of all files, by the compilers they allow: a file that is added is no other finding. */
const FILE_OF_VERSION = /^\s*-[^\s-]\S* \(\S+#\d+\)\n/gm;
const UNREAD = /(?:Impossible to generate IR|Failed to generate IR) for (\w*)\.?(\w+)[^\n]*?\((\S+?)#(\d+)/g;

/** Every detector of Slither, on what `build` has made. */
export function slitherFindings(): Finding[] {
  const file = join(CACHE, "slither.json");
  rmSync(file, { force: true });
  const python = pythonWith("slither");
  const args = [
    join(AUDIT, "run_slither.py"),
    ".",
    "--ignore-compile",
    "--hardhat-artifacts-directory",
    ARTIFACTS,
    "--json",
    file,
  ];
  const { stdout, stderr } = run(python, args, { env: { PYTHONHASHSEED: "0" }, allowed: [0, 255] });
  const read = JSON.parse(readFileSync(file, "utf8")) as { success: boolean; error: string | null; results: unknown };
  if (!read.success) throw new Error(`Slither: ${read.error ?? "no result"}`);
  const { detectors = [] } = read.results as { detectors?: Result[] };
  return [...unread(stdout + stderr), ...detectors.flatMap(findingOf)];
}

/** A function that Slither could not read is one in which it found nothing: that counts as a finding, in a dependency too. */
function unread(said: string): Finding[] {
  return [...said.matchAll(UNREAD)].map(([text, contract = "", name = "", file = "", line]) => ({
    analyser: "runner",
    detector: "unread-function",
    severity: "high",
    contract,
    function: name,
    file,
    line: Number(line),
    text,
  }));
}

function findingOf({ check, impact, description, elements }: Result): Finding[] {
  const first = elements[0];
  if (first === undefined) throw new Error(`Slither names no place: ${description}`);
  const { filename_relative: file, lines } = first.source_mapping;
  if (!isOurs(file)) return [];
  return [
    {
      analyser: "slither",
      detector: check,
      severity: IMPACTS[impact] ?? "high",
      contract: nearest(first, "contract"),
      function: nearest(first, "function"),
      file,
      line: lines[0] ?? 0,
      text: description.replaceAll(FILE_OF_VERSION, ""),
    },
  ];
}

function nearest(element: Element, type: string): string {
  if (element.type === type) return element.name;
  const parent = element.type_specific_fields?.parent;
  return parent === undefined ? "" : nearest(parent, type);
}
