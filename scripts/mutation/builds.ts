import { buildMutated, buildTraced } from "./build.ts";
import { builtInput } from "./compiler.ts";
import { findPoints } from "./sources.ts";

const input = builtInput();
if (process.argv[2] === "traced") buildTraced(input);
else {
  const { sources, output } = findPoints(input);
  const ids = sources.flatMap(({ points }) => points.flatMap(({ mutants }) => mutants.map(({ mutant }) => mutant.id)));
  buildMutated(input, output, sources, ids);
}
