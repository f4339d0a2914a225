import { MUTATED } from "./build.ts";
import type { Mutant } from "./points.ts";
import type { Plan } from "./reach.ts";
import { keep } from "./results.ts";
import type { Result } from "./results.ts";
import { tell } from "./workshop.ts";
import { Worker } from "./workers.ts";

/** A mutant and how to try it. */
export interface Trial {
  readonly mutant: Mutant;
  /** By which it is switched on. */
  readonly number: number;
  readonly plan: Plan;
}

/** What results are held against, when a run is taken up again. */
export interface Hashes {
  readonly contracts: string;
  readonly tests: string;
}

/** Milliseconds for one mutant, several times what its tests take without one. */
const LONGEST = 240_000;
/** A worker grows; after so many mutants another takes its place. */
const TRIALS_OF_A_WORKER = 400;
const TELL_EVERY = 30_000;

/**
 * Tries mutants one after the other, each against the tests that reach it until one notices, and keeps each result as it comes.
 *
 * @param jobs Workers beside each other.
 */
export async function tryAll(trials: readonly Trial[], hashes: Hashes, jobs: number): Promise<Result[]> {
  const results: Result[] = [];
  const started = Date.now();
  let [next, told] = [0, started];
  const work = async () => {
    let worker: Worker | undefined;
    let tried = 0;
    try {
      for (let trial = trials[next++]; trial !== undefined; trial = trials[next++]) {
        const reached = trial.plan.tests.length > 0;
        if (reached) worker ??= await Worker.start(MUTATED);
        const result = reached && worker !== undefined ? await tryOne(worker, trial, hashes) : unreached(trial, hashes);
        keep(result);
        results.push(result);
        tried += 1;
        if (result.outcome === "late" || tried % TRIALS_OF_A_WORKER === 0) {
          worker?.stop();
          worker = undefined;
        }
        if (Date.now() - told > TELL_EVERY) {
          told = Date.now();
          tell(progress(results, trials.length, told - started));
        }
      }
    } finally {
      worker?.stop();
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return results;
}

async function tryOne(worker: Worker, { mutant, number, plan }: Trial, hashes: Hashes): Promise<Result> {
  const began = Date.now();
  const { tests, fresh, capped } = plan;
  const answer = await worker.ask({ kind: "run", mutant: number, tests, fresh, bail: true }, LONGEST);
  const milliseconds = Date.now() - began;
  if (answer?.kind !== "ran") return { id: mutant.id, ...hashes, outcome: "late", ran: 0, milliseconds };
  const [first] = answer.failed;
  if (first === undefined)
    return { id: mutant.id, ...hashes, outcome: "survived", ran: answer.ran, milliseconds, capped };
  return { id: mutant.id, ...hashes, outcome: "killed", by: first.test, ran: answer.ran, milliseconds };
}

function unreached({ mutant }: Trial, hashes: Hashes): Result {
  return { id: mutant.id, ...hashes, outcome: "unreached", ran: 0, milliseconds: 0 };
}

function progress(results: readonly Result[], all: number, milliseconds: number): string {
  const survived = results.filter(({ outcome }) => outcome === "survived" || outcome === "unreached").length;
  const left = Math.round((milliseconds * (all - results.length)) / results.length / 60_000);
  return `${results.length} of ${all} mutants, ${survived} not noticed, about ${left} min to go`;
}
