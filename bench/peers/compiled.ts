import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

import type { InterfaceAbi } from "ethers";

import type { Shipped } from "./shipped.ts";

interface Solc {
  compile(input: string, callbacks: { import(path: string): { contents: string } | { error: string } }): string;
}

interface Output {
  readonly errors?: readonly { severity: string; formattedMessage: string }[];
  readonly contracts?: Readonly<
    Record<string, Record<string, { abi: InterfaceAbi; evm: { bytecode: { object: string } } }>>
  >;
}

const require = createRequire(import.meta.url);

/** Compiles a file of this folder with the compiler and settings of the notes. */
export function compiled(file: string, settings: Readonly<Record<string, unknown>>): Record<string, Shipped> {
  const solc = require("solc") as Solc;
  const input = {
    language: "Solidity",
    sources: { [file]: { content: readFileSync(new URL(`../contracts/${file}`, import.meta.url), "utf8") } },
    settings: { ...settings, outputSelection: { "*": { "*": ["abi", "evm.bytecode.object"] } } },
  };
  const found = (path: string) => {
    try {
      return { contents: readFileSync(require.resolve(path, { paths: [ROOT] }), "utf8") };
    } catch (error) {
      return { error: String(error) };
    }
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: found })) as Output;
  for (const { severity, formattedMessage } of output.errors ?? []) {
    if (severity === "error") throw new Error(formattedMessage);
  }
  const contracts = Object.entries(output.contracts?.[file] ?? {});
  return Object.fromEntries(
    contracts.map(([name, { abi, evm }]) => [name, { abi, bytecode: `0x${evm.bytecode.object}` }]),
  );
}

/** The project's own packages, not those of this folder: the floor is the library the notes are built on. */
const ROOT = new URL("../../", import.meta.url).pathname;
