import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

import type { Compiled } from "./compile.ts";
import type { Verdict } from "./halmos.ts";

const FILE = "cache/prove/verdicts.json";
const PROVERS = ["prove/requirements.txt", ...solver()];

/**
 * Verdicts of runs before, each of the bytecode of a check contract and of the provers as they then were: the same code put to the same provers
 * need not be proved again. Without the file all is.
 */
export class Remembered {
  readonly #verdicts: Map<string, Verdict>;
  readonly #keys: ReadonlyMap<string, string>;

  constructor(compiled: readonly Compiled[]) {
    const before = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, "utf8")) as Record<string, Verdict>) : {};
    this.#verdicts = new Map(Object.entries(before));
    const provers = PROVERS.map((path) => readFileSync(path, "utf8")).join("\0");
    this.#keys = new Map(
      compiled.map(({ name, bytecode }) => [name, createHash("sha256").update(provers).update(bytecode).digest("hex")]),
    );
  }

  /** What was said of a property, as `Units.check_tokensAreTheFloor`, if of this code. */
  of(property: string): Verdict | undefined {
    return this.#verdicts.get(this.#key(property));
  }

  /** Keeps what a prover has decided; what it has not is asked again. */
  keep(verdict: Verdict): void {
    if (verdict.outcome === "not proved") return;
    this.#verdicts.set(this.#key(verdict.property), verdict);
    mkdirSync(dirname(FILE), { recursive: true });
    writeFileSync(FILE, `${JSON.stringify(Object.fromEntries(this.#verdicts), null, 1)}\n`);
  }

  #key(property: string): string {
    return `${property} ${this.#keys.get(property.split(".")[0] ?? "") ?? ""}`;
  }
}

function solver(): string[] {
  return readdirSync("prove/solver")
    .filter((name) => name.endsWith(".py") && name !== "agree.py")
    .sort()
    .map((name) => `prove/solver/${name}`);
}
