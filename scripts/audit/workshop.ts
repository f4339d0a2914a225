import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What the audit is told: requirements, rules, triage. */
export const AUDIT = join(ROOT, "audit");
/** What it leaves behind, none of it committed. */
export const CACHE = join(ROOT, "cache", "audit");
const MOCKS = resolve(ROOT, "contracts", "mocks");

const began = performance.now();

/** Progress, on stderr. */
export function tell(what: string): void {
  const seconds = Math.round((performance.now() - began) / 1000);
  console.error(`audit: ${String(seconds).padStart(3)} s  ${what}`);
}

/** Runs a command to its end. Throws with the last it said, if it ends with a status that is not among those allowed. */
export function run(
  command: string,
  args: readonly string[],
  { cwd = ROOT, env = {}, allowed = [0] }: { cwd?: string; env?: NodeJS.ProcessEnv; allowed?: readonly number[] } = {},
): { stdout: string; stderr: string } {
  const done = spawnSync(command, args, {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (done.status === null || !allowed.includes(done.status)) {
    const said = `${done.error?.message ?? ""}${done.stderr}`.trim().split("\n").slice(-12).join("\n");
    throw new Error(`${command} ${args.join(" ")} ended with ${String(done.status)}\n${said}`);
  }
  return { stdout: done.stdout, stderr: done.stderr };
}

/** The sources that are audited, from the project's root: all but mocks, which are the tests' own. */
export function sources(): string[] {
  return readdirSync(join(ROOT, "contracts"), { recursive: true, encoding: "utf8" })
    .map((path) => `contracts/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".sol") && isOurs(path))
    .sort();
}

/** Whether a path from the project's root is of the contracts that are audited: no dependency, no mock. */
export function isOurs(path: string): boolean {
  return path.startsWith("contracts/") && !path.startsWith("contracts/mocks/");
}

/** A copy of the audited sources alone, made anew, for analysers that take whatever is in a folder. */
export function copySources(to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(join(ROOT, "contracts"), to, { recursive: true, filter: (path) => resolve(path) !== MOCKS });
}

/** A source's text. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}
