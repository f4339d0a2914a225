import { createHash } from "node:crypto";

/** How grave an analyser says a finding is; each analyser's own words are brought to these. */
export const SEVERITIES = ["high", "medium", "low", "informational"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Who looks. `runner` is this audit itself: what would keep the others from looking. */
export const ANALYSERS = ["slither", "wake", "solhint", "runner"] as const;
export type Analyser = (typeof ANALYSERS)[number];

/** What an analyser says of one place. */
export interface Finding {
  readonly analyser: Analyser;
  readonly detector: string;
  readonly severity: Severity;
  /** Contract, library or interface; empty outside of any. */
  readonly contract: string;
  /** Function, modifier or `constructor`; empty outside of any. */
  readonly function: string;
  /** Path from the project's root. */
  readonly file: string;
  readonly line: number;
  /** The analyser's own text, lines numbered as it does. */
  readonly text: string;
}

/** What of a finding stays when lines are added above it: triage is kept by this. */
export interface Key {
  readonly analyser: Analyser;
  readonly detector: string;
  readonly contract: string;
  readonly function: string;
  /** Twelve hexadecimal digits of the SHA-256 of the text's lines, sorted, as Slither lists in no order, and without line numbers. */
  readonly text: string;
}

/**
 * The key of a finding. The same words about the same function have the same key wherever the function stands in its file.
 *
 * @example
 * keyOf(finding).text; // "6b3c0f1a92de"
 */
export function keyOf(finding: Finding): Key {
  const lines = finding.text.split("\n").map((line) => line.replaceAll(/#\d+(-\d+)?/g, "").trim());
  const text = lines.sort().join("\n").trim();
  return {
    analyser: finding.analyser,
    detector: finding.detector,
    contract: finding.contract,
    function: finding.function,
    text: createHash("sha256").update(text).digest("hex").slice(0, 12),
  };
}

/** Where a finding is, as an editor opens it. */
export function placeOf({ file, line }: Finding): string {
  return `${file}:${String(line)}`;
}

/** Which detector of which analyser found it. */
export function detectorOf({ analyser, detector }: Key): string {
  return `${analyser}/${detector}`;
}

/** The contract and the function of a finding or of its key, as far as it is in any. */
export function functionOf(key: Key): string {
  return [key.contract, key.function].filter((part) => part !== "").join(".");
}

/** A finding in one line. */
export function lineOf(finding: Finding): string {
  const first = finding.text.trim().replaceAll(/\s+/g, " ");
  const said = first.length > 160 ? `${first.slice(0, 159)}…` : first;
  return `${placeOf(finding)} ${detectorOf(finding)} (${finding.severity}): ${said}`;
}

/** The contract and the function that a line of a source stands in, by the declarations above it. */
export function enclosing(source: string, line: number): { contract: string; function: string } {
  const above = source.split("\n").slice(0, line).reverse();
  const contract = above.find((text) => DECLARATION.test(text));
  const body = contract === undefined ? [] : above.slice(0, above.indexOf(contract));
  const act = body.find((text) => ACT.test(text));
  return {
    contract: DECLARATION.exec(contract ?? "")?.[1] ?? "",
    function: act === undefined ? "" : (ACT.exec(act)?.[1] ?? "constructor"),
  };
}

/**
 * The code that begins at a line: the line, or all of the block it opens. A finding on assembly is a finding on every line of it, so that
 * triage falls with any of them.
 */
export function blockAt(source: string, line: number): string {
  const [opening = "", ...rest] = source.split("\n").slice(line - 1);
  if (!opening.endsWith("{")) return opening.trim();
  const closing = `${/^ */.exec(opening)?.[0] ?? ""}}`;
  const end = rest.findIndex((text) => text.startsWith(closing));
  const block = [opening, ...rest.slice(0, end + 1)];
  return block.map((text) => text.trim()).join("\n");
}

const DECLARATION = /^(?:abstract )?(?:contract|library|interface) (\w+)/;
const ACT = /^ {4}(?:(?:function|modifier) (\w+)|constructor\()/;
