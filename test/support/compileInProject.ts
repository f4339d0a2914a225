import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface SolidityCompiler {
  compile(
    input: string,
    callbacks: { readonly import: (path: string) => { contents?: string; error?: string } },
  ): string;
}

interface Output {
  readonly errors?: readonly { readonly severity: string; readonly formattedMessage: string }[];
}

/**
 * Checks Solidity sources whose imports are found in a project's node_modules, as Hardhat finds them and Foundry does with the remapping `@=node_modules/@` and the like.
 *
 * @param sources By name.
 * @returns What the compiler finds wrong, warnings left out.
 */
export function compileInProject(project: string, sources: Readonly<Record<string, string>>): string[] {
  const compiler = createRequire(import.meta.url)("solc") as SolidityCompiler;
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(Object.entries(sources).map(([name, content]) => [name, { content }])),
    settings: { evmVersion: "prague", outputSelection: { "*": { "*": ["abi"] } } },
  };
  const found = (path: string) => {
    try {
      return { contents: readFileSync(join(project, "node_modules", path), "utf8") };
    } catch {
      return { error: `${path}: not in the project` };
    }
  };
  const output = JSON.parse(compiler.compile(JSON.stringify(input), { import: found })) as Output;
  return (output.errors ?? [])
    .filter(({ severity }) => severity === "error")
    .map(({ formattedMessage }) => formattedMessage);
}
