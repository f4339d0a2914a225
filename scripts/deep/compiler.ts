#!/usr/bin/env node
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { id } from "ethers";

type References = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

interface Artifact {
  readonly contractName: string;
  readonly abi: unknown;
  readonly bytecode: string;
  readonly deployedBytecode: string;
  readonly linkReferences: References;
  readonly deployedLinkReferences: References;
}

// Forge asks a compiler; this one hands on what Hardhat has compiled, whatever the settings asked for.

const FOLDERS = ["artifacts", "cache/test-artifacts"];
const VERSION = "0.8.37+commit.f401782d.Linux.g++";

/** Hardhat's names of the project's files, without what it puts before them. */
const nameOf = (file: string) => file.replace(/^project\//, "");

/** What stands in bytecode where the address of a library goes: it follows from the library's name. */
const placeholder = (name: string) => `__$${id(name).slice(2, 36)}$__`;

function code(bytecode: string, references: References): object {
  let object = bytecode.slice(2);
  for (const [file, libraries] of Object.entries(references)) {
    for (const library of Object.keys(libraries)) {
      object = object.replaceAll(placeholder(`${file}:${library}`), placeholder(`${nameOf(file)}:${library}`));
    }
  }
  const linkReferences = Object.fromEntries(Object.entries(references).map(([file, all]) => [nameOf(file), all]));
  return { object, linkReferences };
}

function contractsIn(source: string): object {
  const files = FOLDERS.map((folder) => join(folder, source))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((file) => join(folder, file)))
    .filter((file) => file.endsWith(".json"));
  return Object.fromEntries(
    files.map((file) => {
      const artifact = JSON.parse(readFileSync(file, "utf8")) as Artifact;
      const { contractName, abi, bytecode, deployedBytecode, linkReferences, deployedLinkReferences } = artifact;
      const evm = {
        bytecode: code(bytecode, linkReferences),
        deployedBytecode: code(deployedBytecode, deployedLinkReferences),
        methodIdentifiers: {},
      };
      return [contractName, { abi, evm }];
    }),
  );
}

if (process.argv.includes("--version")) process.stdout.write(`solc\nVersion: ${VERSION}\n`);
else {
  const { sources } = JSON.parse(readFileSync(0, "utf8")) as { sources: Readonly<Record<string, unknown>> };
  const names = Object.keys(sources);
  const output = {
    errors: [],
    sources: Object.fromEntries(names.map((name, place) => [name, { id: place }])),
    contracts: Object.fromEntries(names.map((name) => [name, contractsIn(name)])),
  };
  process.stdout.write(JSON.stringify(output));
}
