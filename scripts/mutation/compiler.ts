import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import type { Node } from "./tree.ts";
import { ROOT } from "./workshop.ts";

/** What the compiler is given, in its own format. */
export interface Input {
  readonly language: string;
  readonly sources: Readonly<Record<string, { readonly content: string }>>;
  readonly settings: Readonly<Record<string, unknown>>;
}

interface Code {
  readonly object: string;
  readonly linkReferences: object;
}

/** What it answers, as far as it is asked. */
export interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly sources: Readonly<Record<string, { readonly ast: Node }>>;
  readonly contracts: Readonly<Record<string, Readonly<Record<string, { readonly evm: { readonly bytecode: Code } }>>>>;
}

interface Solc {
  compile(input: string): string;
}

/** Before every source of the project, in the compiler's names. */
export const OURS = "project/";
const BUILDS = join(ROOT, "artifacts", "build-info");

/**
 * What Hardhat gave the compiler, with the project's sources as they are now. Throws if nothing has been built, or a source is new to it.
 */
export function builtInput(): Input {
  const built = readdirSync(BUILDS).filter((name) => name.endsWith(".json") && !name.endsWith(".output.json"));
  const inputs = built.map((name) => JSON.parse(readFileSync(join(BUILDS, name), "utf8")) as { readonly input: Input });
  const [first] = inputs;
  if (first === undefined) throw new Error("nothing is built: npx hardhat build");
  const names = inputs.flatMap(({ input }) => Object.entries(input.sources));
  const sources = Object.fromEntries(
    names.map(([name, { content }]) => {
      const ours = name.startsWith(OURS) ? readFileSync(join(ROOT, name.slice(OURS.length)), "utf8") : content;
      return [name, { content: ours }];
    }),
  );
  return { ...first.input, sources };
}

/** The input with other sources, and with what is wanted of the compiler. */
export function withSources(input: Input, sources: Input["sources"], wanted: object, settings: object = {}): Input {
  return { ...input, sources, settings: { ...input.settings, ...settings, outputSelection: { "*": wanted } } };
}

/** Compiles. Throws the compiler's first error. */
export function compile(input: Input): Output {
  const solc = createRequire(import.meta.url)("solc") as Solc;
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as Output;
  const errors = output.errors?.filter(({ severity }) => severity === "error") ?? [];
  if (errors.length > 0) {
    throw new Error(
      errors
        .slice(0, 12)
        .map(({ formattedMessage }) => formattedMessage)
        .join("\n"),
    );
  }
  return output;
}
