import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";

import hre from "hardhat";

interface Code {
  readonly object: string;
  readonly linkReferences: object;
}

interface Contract {
  readonly abi: object[];
  readonly metadata: string;
  readonly userdoc: {
    readonly notice?: string;
    readonly methods?: Readonly<Record<string, { readonly notice?: string }>>;
  };
  readonly evm: {
    readonly bytecode: Code;
    readonly deployedBytecode: Code;
    readonly methodIdentifiers: Readonly<Record<string, string>>;
  };
}

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
  readonly sources: Readonly<Record<string, { readonly id: number; readonly ast: object }>>;
  readonly contracts: Readonly<Record<string, Readonly<Record<string, Contract>>>>;
}

/** A compiled contract of `prove/`. */
export interface Compiled {
  readonly file: string;
  readonly name: string;
  readonly abi: object[];
  readonly bytecode: string;
  /** The notice of the contract: of what its properties hold. */
  readonly notice: string;
  /** The notice of each function, by name. */
  readonly notices: ReadonlyMap<string, string>;
}

const solc = createRequire(import.meta.url)("solc") as {
  compile: (input: string, callbacks: { import: (path: string) => { contents: string } | { error: string } }) => string;
};

/**
 * Compiles with the settings of the project and writes what a prover reads of each contract.
 *
 * @param files Paths of Solidity files, from the root.
 * @param out Directory for the prover.
 * @param instead Sources to take instead of those on disk, by path.
 * @throws Error with the compiler's own words.
 */
export function compile(files: readonly string[], out: string, instead: ReadonlyMap<string, string>): Compiled[] {
  const read = (path: string) => {
    const found = [path, join("node_modules", path)].find((candidate) => existsSync(candidate));
    const source = instead.get(path) ?? (found === undefined ? undefined : readFileSync(found, "utf8"));
    return source === undefined ? { error: `no ${path}` } : { contents: source };
  };
  const sources = Object.fromEntries(files.map((file) => [file, { content: readFileSync(file, "utf8") }]));
  const parts = ["abi", "metadata", "userdoc", "evm.bytecode", "evm.deployedBytecode", "evm.methodIdentifiers"];
  const input = {
    language: "Solidity",
    sources,
    settings: {
      ...settings(),
      outputSelection: Object.fromEntries(files.map((file) => [file, { "": ["ast"], "*": parts }])),
    },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: read })) as Output;
  const errors = (output.errors ?? []).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ formattedMessage }) => formattedMessage).join("\n"));

  return files.flatMap((file) =>
    Object.entries(output.contracts[file] ?? {}).map(([name, contract]) => {
      write(out, file, name, contract, output);
      const methods = Object.entries(contract.userdoc.methods ?? {});
      return {
        file,
        name,
        abi: contract.abi,
        bytecode: `0x${contract.evm.bytecode.object}`,
        notice: contract.userdoc.notice ?? "",
        notices: new Map(methods.map(([signature, { notice }]) => [signature.split("(")[0] ?? "", notice ?? ""])),
      };
    }),
  );
}

function settings(): object {
  const compiler = hre.config.solidity.profiles["default"]?.compilers[0];
  if (compiler === undefined) throw new Error("no compiler is configured");
  return compiler.settings as object;
}

function write(out: string, file: string, name: string, contract: Contract, output: Output): void {
  const folder = join(out, "out", basename(file));
  const hex = ({ object, linkReferences }: Code) => ({ object: `0x${object}`, linkReferences });
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${name}.json`),
    JSON.stringify({
      abi: contract.abi,
      bytecode: hex(contract.evm.bytecode),
      deployedBytecode: hex(contract.evm.deployedBytecode),
      methodIdentifiers: contract.evm.methodIdentifiers,
      metadata: JSON.parse(contract.metadata) as object,
      ast: output.sources[file]?.ast,
      id: output.sources[file]?.id,
    }),
  );
}
