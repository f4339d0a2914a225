import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

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
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
