import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { join, resolve } from "node:path";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";

import type { Environment } from "./environment.ts";

/** What came of a property: all of it is proved, or a case is known that breaks it, or neither. */
export type Outcome = "proved" | "counterexample" | "not proved";

/** One property put to the prover. */
export interface Verdict {
  /** Contract and function, as `Units.check_tokensAreTheFloor`. */
  readonly property: string;
  readonly outcome: Outcome;
  /** The prover's own words: values of a counterexample, or what stopped it. */
  readonly said: string;
  readonly paths: number;
  readonly seconds: number;
}

/** Seconds for one query; a property has as many as it has paths. */
const QUERY_SECONDS = 30;
const VERDICT = /^\[(\w+)\] (\w+)\(.*\) \(paths: (\d+), time: ([\d.]+)s/;

/** Solves queries over the integers for every prover that asks. Ends with the process it returns. */
export async function startSolver(
  { python }: Environment,
  out: string,
): Promise<{ solver: ChildProcess; socket: string }> {
  const socket = resolve(out, "solver.socket");
  const solver = spawn(python, ["prove/solver/serve.py", socket, String(QUERY_SECONDS)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!existsSync(socket)) {
    if (solver.exitCode !== null) throw new Error("the solver does not start");
    await new Promise((done) => setTimeout(done, 50));
  }
  return { solver, socket };
}

/**
 * Every path of the check functions of a contract, and for each path that breaks an assertion or panics, whether any arguments lead there.
 *
 * @param out Directory that `compile` wrote to.
 * @param only Names of the functions.
 * @param known Told of each verdict as it comes.
 */
export async function prove(
  { python, bin }: Environment,
  out: string,
  socket: string,
  contract: string,
  only: readonly string[],
  known: (verdict: Verdict) => void,
): Promise<Verdict[]> {
  const ask = `${python} -I -S ${resolve("prove/solver/ask.py")} ${socket}`;
  const functions = `^(${only.join("|")})\\(`;
  const args = ["--root", out, "--contract", contract, "--match-test", functions, "--solver-command", ask];
  // no limit of its own: the solver keeps one; any panic breaks a property, not an assertion alone
  args.push("--solver-timeout-assertion", "0", "--panic-error-codes", "*", "--no-status", "--statistics");
  const prover = spawn(join(bin, "halmos"), args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PATH: `${bin}:${process.env["PATH"] ?? ""}`, COLUMNS: "1000", NO_COLOR: "1" },
  });
  let said = "";
  createInterface(prover.stdout).on("line", (coloured) => {
    const line = bare(coloured);
    said += `${line}\n`;
    if (!VERDICT.test(line)) return;
    console.error(`${contract} ${line}`);
    const verdict = readVerdicts(contract, said).at(-1);
    if (verdict !== undefined) known(verdict);
  });
  prover.stderr.on("data", (part: Buffer) => (said += part.toString("utf8")));
  await once(prover, "close");
  return readVerdicts(contract, said);
}

/** Reads what the prover prints: lines about a property come before its verdict. */
export function readVerdicts(contract: string, output: string): Verdict[] {
  const plain = bare(output);
  // a loop cut short leaves paths unseen, whatever the verdict
  const cut = new Set(
    [...plain.matchAll(/(\w+)\([^)]*\): paths have not been fully explored/g)].map(([, name]) => name),
  );
  const verdicts: Verdict[] = [];
  let before: string[] = [];
  for (const line of plain.split("\n")) {
    const verdict = VERDICT.exec(line);
    if (verdict === null) {
      before.push(line.trim());
      continue;
    }
    const [, word = "", name = "", paths, seconds] = verdict;
    const remarks = before.filter((remark) => !/^(Running|setup:|Generating|built|$)/.test(remark)).join(" ");
    before = [];
    const broken = word === "FAIL" && remarks.includes("Counterexample");
    const proved = word === "PASS" && !cut.has(name);
    verdicts.push({
      property: `${contract}.${name}`,
      outcome: proved ? "proved" : broken ? "counterexample" : "not proved",
      said: proved ? "" : `${cut.has(name) ? "a loop was cut short" : word} ${remarks}`.trim(),
      paths: Number(paths),
      seconds: Number(seconds),
    });
  }
  if (verdicts.length === 0) throw new Error(`${contract}: ${output.slice(-2000)}`);
  return verdicts;
}

/** Without colours. */
function bare(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/\u001b\[[0-9;]*m/g, "");
}
