import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { SAMPLED } from "./build.ts";
import { likeliest, noticed } from "./noticed.ts";
import type { Mutant } from "./points.ts";
import type { Result } from "./results.ts";
import type { Hashes } from "./run.ts";
import { testFiles } from "./suite.ts";
import { CACHE, ROOT, tell } from "./workshop.ts";
import { Worker } from "./workers.ts";

/** Milliseconds of tests against one mutant, after which no further file is begun. */
const CAP = 60_000;
/** Milliseconds for one file; the longest takes a third of it. */
const LONGEST = 120_000;

/**
 * Tries a few mutants without finding out first what each test reaches: they alone are compiled, and the file that noticed a mutant when all
 * were tried is run first.
 */
export async function trySample(mutants: readonly Mutant[], hashes: Hashes): Promise<Result[]> {
  mkdirSync(CACHE, { recursive: true });
  tell(`compiling the contracts with ${mutants.length} mutants in them`);
  const list = join(CACHE, "sample.json");
  writeFileSync(list, JSON.stringify(mutants.map(({ id }) => id)));
  const script = join(ROOT, "scripts/mutation/builds.ts");
  const { status } = spawnSync(process.execPath, [script, "sampled", list], { stdio: "inherit" });
  if (status !== 0) throw new Error("the build of the sample failed");

  const results: Result[] = [];
  let worker: Worker | undefined;
  try {
    for (const [at, mutant] of mutants.entries()) {
      worker ??= await Worker.start(SAMPLED);
      const result = await tryOne(worker, mutant, at + 1, hashes);
      results.push(result);
      if (result.outcome === "late") worker = undefined;
      tell(`${results.length} of ${mutants.length}: ${mutant.id} ${result.outcome}`);
    }
  } finally {
    worker?.stop();
  }
  return results;
}

async function tryOne(worker: Worker, mutant: Mutant, number: number, hashes: Hashes): Promise<Result> {
  const began = Date.now();
  const found = { id: mutant.id, ...hashes };
  let ran = 0;
  for (const file of likeliest(mutant, testFiles(), noticed())) {
    if (Date.now() - began > CAP) break;
    const request = { kind: "run", mutant: number, tests: [file], fresh: [file], bail: true } as const;
    const answer = await worker.ask(request, LONGEST);
    if (answer?.kind !== "ran") return { ...found, outcome: "late", ran, milliseconds: Date.now() - began };
    ran += answer.ran;
    const by = answer.failed[0]?.test;
    if (by !== undefined) return { ...found, outcome: "killed", by, ran, milliseconds: Date.now() - began };
  }
  return { ...found, outcome: "survived", ran, milliseconds: Date.now() - began };
}
