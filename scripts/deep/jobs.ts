import { countsIn } from "./tally.ts";
import type { Counts } from "./tally.ts";

/** What is fuzzed: the contracts against invariants, or against the model. */
export const KINDS = ["walks", "lives"] as const;

/** One of {@link KINDS}. */
export type Kind = (typeof KINDS)[number];

/** A process of its own, whose draws all come from its seed. */
export interface Job {
  readonly kind: Kind;
  readonly seed: number;
  /** Walks or lives. */
  readonly count: number;
}

/** Steps of a walk: long enough for a note to fall due, to default and to be replaced, and short enough that most are still alive. */
export const STEPS = 200;
/** Of the notes an act is not on, one in so many is looked at, in turn. */
export const LOOK_AT_ONE_IN = 4;

/** Half a minute's work or a minute's. A process that walks keeps a little of every walk, and grows by ten megabytes a walk. */
const JOB_SIZE: Readonly<Record<Kind, number>> = { walks: 60, lives: 1_000 };

/** Calls of a job, until one has ended and been counted. */
export const GUESSED_CALLS: Readonly<Record<Kind, number>> = { walks: 13_000, lives: 15_000 };

/** The two chains of lives draw from two seeds a job. */
const SEEDS_APART: Readonly<Record<Kind, number>> = { walks: JOB_SIZE.walks, lives: 2 };

/** The seeds of fast-check have 32 bits. */
const SEEDS = 2 ** 31;

/**
 * The nth job of a kind.
 *
 * @example nthJob("walks", 100, 2) // { kind: "walks", seed: 340, count: 120 }
 */
export function nthJob(kind: Kind, seed: number, n: number): Job {
  return { kind, seed: (seed + n * SEEDS_APART[kind]) % SEEDS, count: JOB_SIZE[kind] };
}

/** The command line of a job, run in the project's folder. */
export function commandOf({ kind }: Job): readonly string[] {
  return kind === "walks"
    ? ["test", "solidity", "--no-compile", "--grep", "test_deepWalks"]
    : ["test", "mocha", "--no-compile", "test/lives/lives.test.ts", "--grep", "given any life"];
}

/** What the job is told by its environment. */
export function environmentOf({ kind, seed, count }: Job): Readonly<Record<string, string>> {
  if (kind === "lives") return { LIVES_SEED: String(seed), LIVES_COUNT: String(count) };
  return {
    DEEP_SEED: String(seed),
    DEEP_RUNS: String(count),
    DEEP_DEPTH: String(STEPS),
    DEEP_LOOK: String(LOOK_AT_ONE_IN),
  };
}

/** What a job that passed has counted. */
export function countsOf({ kind }: Job, output: string): Counts {
  return kind === "walks"
    ? countsIn(output, /:Deep\s*$/, /test_deepWalks/)
    : countsIn(output, /^\s*act\s+accepted\s+refused/, /^\s*$/);
}

/**
 * The command that does again what a job that failed did.
 *
 * @param output What the job printed: the seed of the walk, or of the lives, that failed is in it.
 * @example replayOf(job, "… walk 341: 3: what is owed did not move …") // "npm run deep -- --walk 341"
 */
export function replayOf({ kind, seed, count }: Job, output: string): string {
  const failed = kind === "walks" ? /\bwalk (\d+): / : /replay with LIVES_SEED=(-?\d+)/;
  const found = failed.exec(output)?.[1];
  if (kind === "walks" && found !== undefined) return `npm run deep -- --walk ${found}`;
  return `npm run deep -- --${kind} ${count} --from ${found ?? seed}`;
}
