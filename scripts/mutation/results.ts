import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { CACHE } from "./workshop.ts";

/** How the tests took a mutant. */
export interface Result {
  readonly id: string;
  /** Of the contracts it is a mutant of. */
  readonly contracts: string;
  /** Of the tests that were there. */
  readonly tests: string;
  /** `late`: the tests came to no end, which they would have without it. */
  readonly outcome: "killed" | "late" | "survived" | "unreached";
  /** The test that noticed it. */
  readonly by?: string | undefined;
  readonly ran: number;
  readonly milliseconds: number;
  /** Whether some of the tests that reach it were not run, for want of time. */
  readonly capped?: boolean | undefined;
}

const FILE = join(CACHE, "results.jsonl");

/** Results of these contracts, the last of each mutant. */
export function resultsOf(contracts: string, file = FILE): Map<string, Result> {
  if (!existsSync(file)) return new Map();
  const all = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Result);
  return latest(all, contracts);
}

/** The last result of each mutant of these contracts. */
export function latest(all: readonly Result[], contracts: string): Map<string, Result> {
  return new Map(all.filter((result) => result.contracts === contracts).map((result) => [result.id, result]));
}

/** Whether there is no more to learn: what was noticed stays so, what was not is tried again once tests have changed. */
export function isSettled(result: Result, tests: string): boolean {
  return isNoticed(result) || result.tests === tests;
}

/** Whether a test noticed it. */
export function isNoticed({ outcome }: Pick<Result, "outcome">): boolean {
  return outcome === "killed" || outcome === "late";
}

export function keep(result: Result, file = FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}
