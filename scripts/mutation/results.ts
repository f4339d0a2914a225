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

/** Results of these contracts, the last of each mutant: what was noticed stays so, what was not is tried again once tests have changed. */
export function resultsOf(contracts: string, tests: string, file = FILE): Map<string, Result> {
  if (!existsSync(file)) return new Map();
  const all = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Result);
  return latest(all, contracts, tests);
}

/** The results that still hold. */
export function latest(all: readonly Result[], contracts: string, tests: string): Map<string, Result> {
  const found = new Map<string, Result>();
  for (const result of all) {
    if (result.contracts !== contracts) continue;
    if (isNoticed(result) || result.tests === tests) found.set(result.id, result);
  }
  return found;
}

/** Whether a test noticed it. */
export function isNoticed({ outcome }: Pick<Result, "outcome">): boolean {
  return outcome === "killed" || outcome === "late";
}

export function keep(result: Result, file = FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify(result)}\n`);
}
