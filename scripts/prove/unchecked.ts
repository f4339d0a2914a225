import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";

import type { Run } from "./executed.ts";
import type { Verdict } from "./halmos.ts";

const LISTED = "prove/unchecked.json";
const FOLDER = "contracts";
const NOT_DEPLOYED = /^contracts\/mocks\//;

/** Of each function that counts without a check, as `Accrual.scale`, the properties that say nothing wraps there. */
export function readUnchecked(): Map<string, readonly string[]> {
  return new Map(Object.entries(JSON.parse(readFileSync(LISTED, "utf8")) as Record<string, readonly string[]>));
}

/** Every function of the deployed contracts with an `unchecked` block, as it stands in the source. */
export function uncheckedFunctions(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
    .map((path) => `${FOLDER}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".sol") && !NOT_DEPLOYED.test(path))
    .flatMap((path) => blocksOf(readFileSync(path, "utf8")).map((name) => `${basename(path, ".sol")}.${name}`))
    .sort();
}

/** A block that no property speaks of, a property that is not proved, and what is listed and not there. */
export function judgeUnchecked(
  listed: ReadonlyMap<string, readonly string[]>,
  verdicts: readonly Verdict[],
  runs: readonly Run[],
): string[] {
  const there = uncheckedFunctions();
  const proved = new Set([
    ...verdicts.filter(({ outcome }) => outcome === "proved").map(({ property }) => property),
    ...runs.filter(({ held }) => held).map(({ name }) => name),
  ]);
  return [
    ...there
      .filter((name) => (listed.get(name) ?? []).length === 0)
      .map((name) => `${name}: unchecked, and no proof is named in ${LISTED}`),
    ...[...listed.keys()]
      .filter((name) => !there.includes(name))
      .map((name) => `${name}: in ${LISTED}, and not unchecked`),
    ...[...listed].flatMap(([name, properties]) =>
      properties
        .filter((property) => !proved.has(property))
        .map((property) => `${name}: rests on ${property}, which is neither proved nor held`),
    ),
  ];
}

/** Functions in whose body `unchecked` stands; a modifier counts with the function before it. */
export function blocksOf(source: string): string[] {
  const bare = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
  const names = new Set<string>();
  let within = "";
  for (const [, name, block] of bare.matchAll(/\bfunction\s+(\w+)|\b(unchecked)\s*\{/g)) {
    if (name !== undefined) within = name;
    else if (block !== undefined) names.add(within);
  }
  return [...names];
}
