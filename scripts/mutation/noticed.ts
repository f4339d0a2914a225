import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { Mutant } from "./points.ts";
import type { Result } from "./results.ts";
import { ROOT } from "./workshop.ts";

/** Which mutants each test file noticed first; what a sample tries before anything else. */
export type Noticed = Readonly<Record<string, readonly string[]>>;

const FILE = join(ROOT, "mutation", "noticed.json");

/** As the last whole run found it; nothing if there has been none. */
export function noticed(file = FILE): Noticed {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Noticed) : {};
}

export function writeNoticed(mutants: readonly Mutant[], results: ReadonlyMap<string, Result>, file = FILE): void {
  writeFileSync(file, `${JSON.stringify(noticedIn(mutants, results), null, 2)}\n`);
}

/** Mutants by the file of the test that noticed them, all in order. */
export function noticedIn(mutants: readonly Mutant[], results: ReadonlyMap<string, Result>): Noticed {
  const found = new Map<string, string[]>();
  for (const { id } of mutants) {
    const file = results.get(id)?.by?.split(": ")[0];
    if (file !== undefined) found.set(file, [...(found.get(file) ?? []), id]);
  }
  const sorted = [...found].map(([file, ids]) => [file, ids.toSorted()] as const);
  return Object.fromEntries(sorted.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The files to run against a mutant: the one that noticed it, those of its own name, then those that notice most. */
export function likeliest(
  { id, file }: Pick<Mutant, "id" | "file">,
  files: readonly string[],
  known: Noticed,
): string[] {
  const name = /([^/]+)\.sol$/.exec(file)?.[1] ?? "";
  const rank = (path: string) =>
    known[path]?.includes(id) === true ? 1_000_000 : path.includes(name) ? 100_000 : (known[path]?.length ?? 0);
  return files.toSorted((a, b) => rank(b) - rank(a));
}
