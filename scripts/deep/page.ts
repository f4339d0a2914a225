import { readFileSync } from "node:fs";

import { KINDS } from "./jobs.ts";
import type { Kind } from "./jobs.ts";
import { callsOf, figure, rowsOf, total } from "./tally.ts";
import type { Counts } from "./tally.ts";

/** A run that went through. */
export interface Run {
  readonly seed: number;
  readonly atOnce: number;
  readonly milliseconds: number;
  /** Of all its jobs; null where the system does not tell. */
  readonly processorMilliseconds: number | null;
  readonly counted: Readonly<Record<Kind, Counts>>;
}

const HEADING = "## Figures";

/** The page with the figures of a run in place of those it had. */
export function pageWith(page: string, run: Run): string {
  const text = page.split(`\n${HEADING}\n`)[0] ?? "";
  const tables = KINDS.flatMap((kind) => {
    const counts = run.counted[kind];
    const { accepted, refused } = total(counts);
    const told = `**${kind}**: ${figure(callsOf(counts))} calls, ${figure(accepted)} accepted, ${figure(refused)} refused.`;
    return ["", told, "", "| act | accepted | refused |", "|---|---:|---:|", ...rowsOf(counts)];
  });
  return [text.trimEnd(), "", HEADING, "", `${sentenceOf(run)}.`, ...tables, ""].join("\n");
}

/**
 * A run in a line.
 *
 * @example "1,004,512 calls in 00:24:10, 692 a second, 2 jobs at once, seed 7; 00:45:02 of processor time"
 */
export function sentenceOf({ seed, atOnce, milliseconds, processorMilliseconds, counted }: Run): string {
  const calls = KINDS.reduce((sum, kind) => sum + callsOf(counted[kind]), 0);
  const rate = figure(Math.round((calls * 1000) / milliseconds));
  const told = `${figure(calls)} calls in ${span(milliseconds)}, ${rate} a second, ${atOnce} jobs at once, seed ${seed}`;
  return processorMilliseconds === null ? told : `${told}; ${span(processorMilliseconds)} of processor time`;
}

/** Hours, minutes and seconds. */
export function span(milliseconds: number): string {
  return new Date(Math.max(0, milliseconds)).toISOString().slice(11, 19);
}

/** What all processes that this one began, and that have ended, have taken of the processors; Linux tells, in hundredths of a second. */
export function processorMilliseconds(): number | null {
  if (process.platform !== "linux") return null;
  const fields = readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return 10 * (Number(fields[13]) + Number(fields[14]));
}
