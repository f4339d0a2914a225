import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { MUTATED, TRACED } from "./build.ts";
import type { TracedFile } from "./reach.ts";
import { CACHE, hashOf, tell } from "./workshop.ts";
import { Worker } from "./workers.ts";

const FOLDER = join(CACHE, "trace");
/** Milliseconds for all tests of one file. */
const LONGEST = 400_000;

/**
 * Runs each test file without a mutant: once on code that reports what it reaches, twice on the code with all mutants in it, as it will be run again
 * and again. What has been run before, and has not changed, is not run again.
 *
 * @param built A hash of the code.
 */
export async function traceAll(files: readonly string[], built: string): Promise<TracedFile[]> {
  mkdirSync(FOLDER, { recursive: true });
  const stale = files.filter((file) => !existsSync(pathOf(file, built)));
  if (stale.length > 0) {
    const traced = new Map<string, Omit<TracedFile, "unfit">>();
    await withWorker(TRACED, true, async (worker) => {
      for (const file of stale) {
        tell(`tracing ${file}`);
        const answer = await worker.ask({ kind: "trace", file }, LONGEST);
        if (answer?.kind !== "traced") throw new Error(`${file}: came to no end on traced code`);
        traced.set(file, { file, fixture: answer.fixture, tests: answer.tests.filter(({ passed }) => passed) });
      }
    });
    await withWorker(MUTATED, false, async (worker) => {
      for (const [file, found] of traced) {
        tell(`running ${file} with no mutant on`);
        const tests = found.tests.map(({ test }) => test);
        const unfit = [...(await failures(worker, tests)), ...(await failures(worker, tests))];
        for (const { test, message } of unfit) tell(`  not used, it fails with no mutant on: ${test}: ${message}`);
        writeFileSync(pathOf(file, built), JSON.stringify({ ...found, unfit } satisfies TracedFile));
      }
    });
  }
  return files.map((file) => JSON.parse(readFileSync(pathOf(file, built), "utf8")) as TracedFile);
}

async function failures(worker: Worker, tests: readonly string[]) {
  const answer = await worker.ask({ kind: "run", mutant: 0, tests, fresh: [], bail: false }, LONGEST);
  if (answer?.kind !== "ran") throw new Error("a test file came to no end with no mutant on");
  return answer.failed;
}

async function withWorker(artifacts: string, traced: boolean, work: (worker: Worker) => Promise<void>): Promise<void> {
  const worker = await Worker.start(artifacts, traced);
  try {
    await work(worker);
  } finally {
    worker.stop();
  }
}

function pathOf(file: string, built: string): string {
  return join(FOLDER, `${file.replaceAll("/", "_")}.${built}.${hashOf([file])}.json`);
}
