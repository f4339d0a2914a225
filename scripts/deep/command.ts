import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { guided } from "./guided.ts";
import { GUESSED_CALLS, KINDS, nthJob, replayOf } from "./jobs.ts";
import type { Job, Kind } from "./jobs.ts";
import { pageWith, processorMilliseconds, sentenceOf, span } from "./page.ts";
import type { Run } from "./page.ts";
import { hardhat, JobFailed, runJob, stopAll } from "./run.ts";
import { callsOf, figure, inVain, tableOf, together } from "./tally.ts";
import type { Counts } from "./tally.ts";

const USAGE = `npm run deep [-- OPTIONS]
  --seed N       where all draws come from (default: the second it starts)
  --calls N      how many calls there are to be at least (default 1,000,000)
  --at-once N    jobs beside each other (default 2)
  --write        write what was counted into docs/deep.md
  --guided N     so many calls alone, guided by the code they reach
  --walk SEED    one walk alone
  --lives N --from SEED   so many lives alone
  --walks N --from SEED   so many walks alone`;

const CALLS = 1_000_000;
/** Of all calls, the part made on walks: a call of a life, which the model plays too, takes twice as long. */
const PART: Readonly<Record<Kind, number>> = { walks: 0.85, lives: 0.15 };
const TELL_EVERY = 30_000;
const PAGE = "docs/deep.md";

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const options = {
    seed: { type: "string" },
    calls: { type: "string" },
    "at-once": { type: "string" },
    walk: { type: "string" },
    walks: { type: "string" },
    lives: { type: "string" },
    guided: { type: "string" },
    from: { type: "string" },
    write: { type: "boolean" },
    help: { type: "boolean" },
  } as const;
  const { values } = parseArgs({ options });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  const seed = whole("seed", values.seed ?? String(Math.floor(Date.now() / 1000)));
  const from = whole("from", values.from ?? String(seed));

  say("compiling what has changed, which takes minutes the first time");
  const build = await hardhat(["build", "--quiet"]);
  if (!build.passed) {
    say(build.output);
    return 1;
  }
  if (values.walk !== undefined) return again({ kind: "walks", seed: whole("walk", values.walk), count: 1 });
  if (values.walks !== undefined) return again({ kind: "walks", seed: from, count: whole("walks", values.walks) });
  if (values.lives !== undefined) return again({ kind: "lives", seed: from, count: whole("lives", values.lives) });
  if (values.guided !== undefined) return (await guided(seed, whole("guided", values.guided), say)) ? 0 : 1;
  const calls = whole("calls", values.calls ?? String(CALLS));
  const run = await deep(seed, calls, whole("at-once", values["at-once"] ?? "2"));
  if (run === null) return 1;
  if (values.write === true) writeFileSync(PAGE, pageWith(readFileSync(PAGE, "utf8"), run));
  return 0;
}

/** One job alone, all it prints shown. */
async function again(job: Job): Promise<number> {
  try {
    console.log(tableOf(await runJob(job)));
    return 0;
  } catch (error) {
    if (!(error instanceof JobFailed)) throw error;
    console.log(error.output);
    return 1;
  }
}

/** Jobs until there are as many calls; null if one failed, or an act was tried in vain. */
async function deep(seed: number, calls: number, atOnce: number): Promise<Run | null> {
  say(`seed ${seed}: ${figure(calls)} calls, ${atOnce} jobs at once`);
  const started = Date.now();
  const counted: Record<Kind, Counts> = { walks: new Map(), lives: new Map() };
  const begun: Record<Kind, number> = { walks: 0, lives: 0 };
  const ended: Record<Kind, number> = { walks: 0, lives: 0 };
  const done = () => callsOf(counted.walks) + callsOf(counted.lives);

  /** Calls there will be when all jobs begun have ended, if they are like those that have. */
  const foreseen = (kind: Kind) => {
    const aJob = ended[kind] === 0 ? GUESSED_CALLS[kind] : callsOf(counted[kind]) / ended[kind];
    return callsOf(counted[kind]) + aJob * (begun[kind] - ended[kind]);
  };
  /** The kind that is further from its part; null if both will have theirs. */
  const next = (): Kind | null => {
    const open = KINDS.filter((kind) => foreseen(kind) < PART[kind] * calls);
    return open.toSorted((a, b) => foreseen(a) / PART[a] - foreseen(b) / PART[b])[0] ?? null;
  };
  const work = async () => {
    for (let kind = next(); kind !== null; kind = next()) {
      const counts = await runJob(nthJob(kind, seed, begun[kind]++));
      counted[kind] = together(counted[kind], counts);
      ended[kind] += 1;
    }
  };

  const ticker = setInterval(() => {
    const left = done() === 0 ? "" : `, about ${span(((Date.now() - started) * (calls - done())) / done())} to go`;
    say(`${span(Date.now() - started)}  ${figure(done())} of ${figure(calls)} calls${left}`);
  }, TELL_EVERY);
  try {
    await Promise.all(Array.from({ length: atOnce }, work));
  } catch (error) {
    stopAll();
    if (!(error instanceof JobFailed)) throw error;
    console.log(error.output);
    console.log(
      `\nfailed after ${figure(done())} calls. To do it again:\n\n    ${replayOf(error.job, error.output)}\n`,
    );
    return null;
  } finally {
    clearInterval(ticker);
  }

  for (const kind of KINDS)
    console.log(`\n${kind}, ${figure(callsOf(counted[kind]))} calls\n${tableOf(counted[kind])}`);
  const vain = KINDS.flatMap((kind) => inVain(counted[kind]).map((act) => `${kind}: ${act}`));
  if (vain.length > 0) say(`never accepted: ${vain.join(", ")}`);
  const milliseconds = Date.now() - started;
  const run = { seed, atOnce, milliseconds, processorMilliseconds: processorMilliseconds(), counted };
  console.log(`\n${sentenceOf(run)}`);
  return vain.length === 0 ? run : null;
}

function whole(name: string, text: string): number {
  if (!/^-?\d+$/.test(text)) throw new Error(`--${name} wants a whole number, not "${text}"`);
  return Number(text);
}

try {
  process.exitCode = await main();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
