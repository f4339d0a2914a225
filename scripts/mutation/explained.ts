import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "./workshop.ts";

/** Why no test can, or need, notice a mutant. */
export interface Explained {
  readonly mutant: string;
  /** What it changes, for those who read the list. */
  readonly change: string;
  readonly why: string;
}

const FILE = join(ROOT, "mutation", "survivors.json");
const SHORTEST_REASON = 30;

/** Survivors with their reasons. Throws if one has none, or is there twice. */
export function explained(file = FILE): Explained[] {
  return existsSync(file) ? parseExplained(readFileSync(file, "utf8")) : [];
}

export function parseExplained(json: string): Explained[] {
  const list = JSON.parse(json) as Explained[];
  const seen = new Set<string>();
  for (const { mutant, change, why } of list) {
    if (typeof mutant !== "string" || typeof change !== "string" || typeof why !== "string") {
      throw new Error("mutation/survivors.json: an entry without mutant, change or why");
    }
    if (why.trim().length < SHORTEST_REASON) throw new Error(`mutation/survivors.json: no reason given: ${mutant}`);
    if (seen.has(mutant)) throw new Error(`mutation/survivors.json: twice: ${mutant}`);
    seen.add(mutant);
  }
  return list;
}
