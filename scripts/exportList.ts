import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";

import * as ts from "typescript";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const BUILT = /^\.\/dist\/(.+)\.js$/;

/** What one entry point of the package exports: each name with the file it comes from. */
export type EntryExports = Readonly<Record<string, string>>;

/** An exported function and the tags of its documentation. */
export interface DocumentedFunction {
  readonly name: string;
  readonly file: string;
  readonly documented: boolean;
  readonly tags: readonly string[];
}

/** Where the list of exports is kept. */
export const EXPORT_LIST = new URL("../test/package/exports.json", import.meta.url);

/** The sources of the entry points that package.json names, by entry. */
export function entryPoints(): ReadonlyMap<string, string> {
  const { exports } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    exports: Record<string, string | { readonly default: string }>;
  };
  const entries = new Map<string, string>();
  for (const [entry, target] of Object.entries(exports)) {
    const built = typeof target === "string" ? undefined : BUILT.exec(target.default)?.[1];
    if (built !== undefined) entries.set(entry, `${built}.ts`);
  }
  return entries;
}

/** Everything the package exports, by entry point, and the functions among it. */
export function readExports(): { exports: Record<string, EntryExports>; functions: DocumentedFunction[] } {
  const entries = entryPoints();
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.package.json`, (path) => readFileSync(path, "utf8")) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(
    [...entries.values()].map((file) => `${ROOT}${file}`),
    options,
  );
  const checker = program.getTypeChecker();
  const functions = new Map<ts.Symbol, DocumentedFunction>();
  const exports: Record<string, EntryExports> = {};
  for (const [entry, file] of entries) {
    const source = program.getSourceFile(`${ROOT}${file}`);
    const module = source && checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${file} is no module`);
    const names: Record<string, string> = {};
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      const declared = symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
      names[exported.name] = relative(ROOT, declared);
      if (symbol.flags & ts.SymbolFlags.Function) {
        functions.set(symbol, {
          name: symbol.name,
          file: relative(ROOT, declared),
          documented: symbol.getDocumentationComment(checker).length > 0,
          tags: symbol.getJsDocTags(checker).map((tag) => tag.name),
        });
      }
    }
    exports[entry] = Object.fromEntries(Object.entries(names).sort(([one], [other]) => (one < other ? -1 : 1)));
  }
  return { exports, functions: [...functions.values()] };
}
