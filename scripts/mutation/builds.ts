import { readFileSync } from "node:fs";

import { buildMutated, buildTraced, SAMPLED } from "./build.ts";
import { builtInput } from "./compiler.ts";
import { findPoints, only } from "./sources.ts";

const [kind, list] = process.argv.slice(2);
const input = builtInput();
if (kind === "traced") buildTraced(input);
else {
  const { sources, output } = findPoints(input);
  if (list === undefined) {
    const ids = sources.flatMap(({ points }) =>
      points.flatMap(({ mutants }) => mutants.map(({ mutant }) => mutant.id)),
    );
    buildMutated(input, output, sources, ids);
  } else {
    const ids = JSON.parse(readFileSync(list, "utf8")) as string[];
    buildMutated(input, output, only(sources, new Set(ids)), ids, SAMPLED);
  }
}
