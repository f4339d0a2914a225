import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";

import { ROOT } from "../helpers/commandLine.ts";

/** What a copy does without, or shares. */
const LEFT_BEHIND = new Set([".git", "coverage", "deployments", "dist", "node_modules", "test"]);

/** A copy of the project, built as it is, for commands that write files. */
export interface Sandbox {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

/** Copies the project to a folder of its own, as a reader who has just installed it has it. */
export async function openSandbox(): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), "allonge-sandbox-"));
  await cp(ROOT, folder, { recursive: true, filter: (path) => path === ROOT || !LEFT_BEHIND.has(basename(path)) });
  await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
  await keepBuilt(folder);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The compiler's cache names files by their whole path: by those of the original, all would be compiled again, for minutes. */
async function keepBuilt(folder: string): Promise<void> {
  const path = join(folder, "cache", "compile-cache.json");
  const cache = await readFile(path, "utf8");
  const asWritten = (place: string): string => JSON.stringify(join(resolve(place), "/")).slice(1, -1);
  await writeFile(path, cache.replaceAll(asWritten(ROOT), asWritten(folder)));
}
