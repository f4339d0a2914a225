import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { compile, OURS, withSources } from "./compiler.ts";
import type { Input, Output } from "./compiler.ts";
import { mutate } from "./sources.ts";
import type { MutatedSource } from "./sources.ts";
import { CACHE, ROOT, tell } from "./workshop.ts";

/** A statement of the sources, by the tag it reports itself with when it runs. */
export interface Statement {
  readonly tag: string;
  readonly file: string;
  /** In UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

interface Instrumentation {
  addStatementCoverageInstrumentation(
    content: string,
    name: string,
    version: string,
  ): {
    readonly source: string;
    readonly metadata: readonly {
      readonly kind: string;
      readonly tag: Uint8Array;
      readonly startUtf16: number;
      readonly endUtf16: number;
    }[];
  };
  latestSupportedSolidityVersion(): string;
}

/** Where the code lies that workers deploy. */
export const MUTATED = join(CACHE, "mutated");
export const SAMPLED = join(CACHE, "sampled");
export const TRACED = join(CACHE, "traced");
export const STATEMENTS = join(CACHE, "statements.json");
const CODE = { "*": ["evm.bytecode.object", "evm.bytecode.linkReferences"] };
/** What is deployed once and thrown away need not be cheap to run. */
const QUICK = { optimizer: { enabled: true, runs: 1 } };

/** Compiles the sources with mutants in them; each is switched on by its place in the list, from one. */
export function buildMutated(
  input: Input,
  output: Output,
  sources: readonly MutatedSource[],
  ids: readonly string[],
  to = MUTATED,
): void {
  const numbers = new Map(ids.map((id, at) => [id, at + 1]));
  const numberOf = (id: string) => numbers.get(id) ?? 0;
  const built = compile(withSources(input, mutate(input, output, sources, numberOf), CODE, QUICK));
  writeArtifacts(to, built);
}

/** Compiles the sources so that each statement reports itself, which tells which tests reach it. */
export function buildTraced(input: Input): void {
  const requireHere = createRequire(import.meta.url);
  const requireHardhat = createRequire(requireHere.resolve("hardhat"));
  const edr = requireHardhat("@nomicfoundation/edr") as Instrumentation;
  const library = requireHardhat("@nomicfoundation/edr/coverage") as {
    getCoverageLibrary(): { readonly filename: string; readonly content: string };
  };
  const statements: Statement[] = [];
  const version = edr.latestSupportedSolidityVersion();
  const sources = Object.fromEntries(
    Object.entries(input.sources).map(([name, { content }]) => {
      const file = name.slice(OURS.length);
      if (!name.startsWith(OURS) || file.startsWith("contracts/mocks/")) return [name, { content }];
      const { source, metadata } = edr.addStatementCoverageInstrumentation(content, name, version);
      for (const { tag, startUtf16, endUtf16 } of metadata) {
        statements.push({ tag: Buffer.from(tag).toString("hex"), file, start: startUtf16, end: endUtf16 });
      }
      return [name, { content: source }];
    }),
  );
  const { filename, content } = library.getCoverageLibrary();
  const built = compile(withSources(input, { ...sources, [filename]: { content } }, CODE, QUICK));
  writeFileSync(STATEMENTS, JSON.stringify(statements));
  writeArtifacts(TRACED, built);
}

/** Hardhat's artifacts with other code in them. */
function writeArtifacts(to: string, built: Output): void {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(to, { recursive: true });
  cpSync(join(ROOT, "artifacts"), to, { recursive: true, filter: (path) => !path.includes("build-info") });
  for (const [name, contracts] of Object.entries(built.contracts)) {
    if (!name.startsWith(OURS)) continue;
    for (const [contract, { evm }] of Object.entries(contracts)) {
      const path = join(to, name.slice(OURS.length), `${contract}.json`);
      if (!existsSync(path)) {
        tell(`no artifact of ${name}:${contract}`);
        continue;
      }
      const artifact = JSON.parse(readFileSync(path, "utf8")) as object;
      const code = { bytecode: `0x${evm.bytecode.object}`, linkReferences: evm.bytecode.linkReferences };
      writeFileSync(path, JSON.stringify({ ...artifact, ...code, buildInfoId: undefined }));
    }
  }
}
