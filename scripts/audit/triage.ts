import type { Finding, Key } from "./finding.ts";
import { ANALYSERS, detectorOf, functionOf, keyOf, lineOf } from "./finding.ts";

/** One line of triage: a finding that stays, and why that is right. */
export interface Triaged extends Key {
  /** How many findings have this very key; one if it is left out. */
  readonly times?: number;
  readonly why: string;
}

const KEYS = ["analyser", "detector", "contract", "function", "text"] as const;
/** Shorter than this no reason says anything of the line it is about. */
const SHORTEST_REASON = 30;
const NO_REASON = /^(a )?false positive\b.{0,20}$/i;

/**
 * What is wrong between findings and triage, a line each; none if every finding is triaged and every line of triage is of a finding.
 *
 * @example
 * compare(findings, triage); // ["new: contracts/HeldPayments.sol:18 wake/unchecked-return-value (low): …"]
 */
export function compare(findings: readonly Finding[], triage: readonly Triaged[]): string[] {
  const faults = faultsOf(triage);
  const left = new Map(triage.map((line) => [nameOf(line), line.times ?? 1]));
  for (const finding of findings) {
    const name = nameOf(keyOf(finding));
    const times = left.get(name) ?? 0;
    if (times === 0) faults.push(`new: ${lineOf(finding)} [${keyOf(finding).text}]`);
    else left.set(name, times - 1);
  }
  for (const [name, times] of left) {
    if (times > 0) faults.push(`matches nothing any more${times > 1 ? `, ${String(times)} times` : ""}: ${name}`);
  }
  return faults;
}

/** The reason a finding stays, if it is triaged. */
export function reasonOf(finding: Finding, triage: readonly Triaged[]): string | undefined {
  const name = nameOf(keyOf(finding));
  return triage.find((line) => nameOf(line) === name)?.why;
}

/** Triage as it stands in its file. Throws if it is not a list of lines with all their keys. */
export function parseTriage(json: string): Triaged[] {
  const lines = JSON.parse(json) as Triaged[];
  for (const line of lines) {
    const missing = [...KEYS, "why" as const].find((key) => typeof line[key] !== "string");
    if (missing !== undefined) throw new Error(`triage: a line without ${missing}: ${JSON.stringify(line)}`);
    if (!ANALYSERS.includes(line.analyser)) throw new Error(`triage: no analyser ${line.analyser}`);
  }
  return lines;
}

function faultsOf(triage: readonly Triaged[]): string[] {
  const names = triage.map(nameOf);
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `triaged twice: ${name}`);
  const empty = triage.filter(({ why }) => why.trim().length < SHORTEST_REASON || NO_REASON.test(why.trim()));
  return [...twice, ...empty.map((line) => `no reason given: ${nameOf(line)}`)];
}

function nameOf(key: Key): string {
  return `${detectorOf(key)} ${functionOf(key)} [${key.text}]`;
}
