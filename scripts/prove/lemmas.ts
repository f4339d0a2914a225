import { execFileSync } from "node:child_process";

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
export function lemmas({ python }: Environment): Lemma[] {
  const output = execFileSync(python, ["prove/lemmas/mul_div.py", "30"], { encoding: "utf8" });
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Lemma);
}
