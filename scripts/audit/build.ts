import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import config from "../../hardhat.config.ts";
import { read, ROOT, sources } from "./workshop.ts";

interface Profile {
  readonly version: string;
  readonly settings: Readonly<Record<string, unknown>>;
}

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly contracts: Readonly<Record<string, Readonly<Record<string, object>>>>;
  readonly sources: object;
}

interface Solc {
  version(): string;
  compile(input: string, callbacks: { import(path: string): { contents: string } }): string;
}

/** Where what has been built lies, from the root, as Hardhat lays it out. */
export const ARTIFACTS = "cache/audit/artifacts";
/** Analysers read syntax trees alone; code that is not made is shown to them as none. */
const NO_CODE = { bytecode: { object: "", sourceMap: "" }, deployedBytecode: { object: "", sourceMap: "" } };
const require = createRequire(import.meta.url);

/** The compiler, with and without the commit in its version. */
export interface Compiler {
  readonly version: string;
  readonly longVersion: string;
}

/**
 * Reads the sources as they are now into syntax trees, with the compiler and the settings of the Hardhat configuration. Its artifacts are not
 * used: after a change they lie in several parts, of which one is old. Throws if a source does not compile.
 */
export function build(): Compiler {
  const { version, settings } = profileOf(config);
  const solc = require("solc") as Solc;
  const longVersion = solc.version().replace(/\.Emscripten.*$/, "");
  if (!longVersion.startsWith(`${version}+`)) throw new Error(`the compiler is ${longVersion}, not ${version}`);

  const input = {
    language: "Solidity",
    sources: Object.fromEntries(sources().map((path) => [path, { content: read(path) }])),
    settings: {
      ...settings,
      remappings: ["@openzeppelin", "solady"].map((scope) => `${scope}/=node_modules/${scope}/`),
      outputSelection: { "*": { "": ["ast"], "*": ["abi"] } },
    },
  };
  const output = JSON.parse(
    solc.compile(JSON.stringify(input), { import: (path) => ({ contents: readFileSync(join(ROOT, path), "utf8") }) }),
  ) as Output;
  const error = output.errors?.find(({ severity }) => severity === "error");
  if (error !== undefined) throw new Error(error.formattedMessage);
  write({ solcVersion: version, solcLongVersion: longVersion, input }, output);
  return { version, longVersion };
}

function write(info: object, output: Output): void {
  const folder = join(ROOT, ARTIFACTS, "build-info");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const contracts = mapValues(output.contracts, (inFile) =>
    mapValues(inFile, (contract) => ({ ...contract, evm: NO_CODE })),
  );
  writeFileSync(join(folder, "audit.json"), JSON.stringify(info));
  writeFileSync(join(folder, "audit.output.json"), JSON.stringify({ output: { ...output, contracts } }));
}

function mapValues<From, To>(of: Readonly<Record<string, From>>, change: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, change(value)]));
}

function profileOf({ solidity }: { readonly solidity?: unknown }): Profile {
  return (solidity as { readonly profiles: { readonly default: Profile } }).profiles.default;
}
