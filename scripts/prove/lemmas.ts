import { spawnSync } from "node:child_process";

import type { Environment } from "./environment.ts";

/** A lemma about a transcription, or how the transcription was held against plain arithmetic. */
export interface Lemma {
  readonly name: string;
  readonly notice: string;
  readonly result: "proved" | "counterexample" | "not proved" | "held";
  readonly seconds: number;
  /** How many cases were run, if it was run. */
  readonly cases?: number;
}

/** The lemmas on `mulDiv` of 512 bits by 256. */
export function lemmas(environment: Environment): Lemma[] {
  return run(environment, "prove/lemmas/mul_div.py", "30");
}

/** Whether words and the integers that the solver makes of them agree. */
export function translation(environment: Environment): Lemma[] {
  return run(environment, "prove/solver/agree.py", "600");
}

function run({ python }: Environment, ...command: string[]): Lemma[] {
  const { stdout } = spawnSync(python, command, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  const found = stdout.trim().split("\n");
  if (found[0] === "") throw new Error(`${command.join(" ")} says nothing`);
  return found.map((line) => JSON.parse(line) as Lemma);
}
