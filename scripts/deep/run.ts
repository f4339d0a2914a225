import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { commandOf, countsOf, environmentOf } from "./jobs.ts";
import type { Job } from "./jobs.ts";
import { callsOf } from "./tally.ts";
import type { Counts } from "./tally.ts";

const HARDHAT = join(dirname(createRequire(import.meta.url).resolve("hardhat/package.json")), "dist/src/cli.js");

/** A job that did not pass, and what it printed. */
export class JobFailed extends Error {
  readonly job: Job;
  readonly output: string;

  constructor(job: Job, output: string) {
    super(`${job.kind} from seed ${job.seed} failed`);
    this.job = job;
    this.output = output;
  }
}

const running = new Set<ChildProcess>();

/** Runs a job in a process of its own and counts what it did. @throws JobFailed */
export async function runJob(job: Job): Promise<Counts> {
  const { passed, output } = await hardhat(commandOf(job), environmentOf(job));
  const counts = countsOf(job, output);
  if (!passed || callsOf(counts) === 0) throw new JobFailed(job, output);
  return counts;
}

/** Runs Hardhat, and returns whether it passed and all it printed. */
export async function hardhat(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ readonly passed: boolean; readonly output: string }> {
  const child = spawn(process.execPath, [HARDHAT, ...parameters], {
    env: { ...process.env, NO_COLOR: "1", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  running.delete(child);
  return { passed: code === 0, output: Buffer.concat(chunks).toString("utf8") };
}

/** Ends every job that is still running. */
export function stopAll(): void {
  for (const child of running) child.kill();
}
