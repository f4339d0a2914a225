import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

interface Source {
  content?: string;
  urls?: string[];
}

interface Input {
  readonly sources: Record<string, Source>;
  readonly settings: { outputSelection: unknown };
}

type Imported = { contents: string } | { error: string };

const solc = createRequire(import.meta.url)("solc") as {
  compile(input: string, callbacks: { import(path: string): Imported }): string;
};

const folders = [
  ".",
  ...process.argv.filter((arg) => arg.startsWith("--include-path=")).map((arg) => arg.slice("--include-path=".length)),
];

function find(path: string): Imported {
  const file = folders.map((folder) => resolve(folder, path)).find((candidate) => existsSync(candidate));
  return file === undefined ? { error: `${path} not found` } : { contents: readFileSync(file, "utf8") };
}

// The compiler from npm in place of a native one, `--standard-json` alone: the syntax trees, which need no code to be made.
const input = JSON.parse(readFileSync(0, "utf8")) as Input;
for (const source of Object.values(input.sources)) {
  const found = source.urls?.map(find).find((answer) => "contents" in answer);
  if (found !== undefined) source.content = found.contents;
  delete source.urls;
}
input.settings.outputSelection = { "*": { "": ["ast"], "*": ["abi"] } };
process.stdout.write(solc.compile(JSON.stringify(input), { import: find }));
