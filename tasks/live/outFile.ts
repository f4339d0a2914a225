import { readFile, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { UsageError } from "../command.ts";

/**
 * Sees to it that a file can be written without writing over another, before anything is asked of the chain or of the user.
 *
 * @param path What the option --out names.
 * @param text What is to be in it: a file that says the same is no hindrance. Null if that is not known yet.
 * @throws UsageError if another file is there, or no folder for it.
 */
export async function requireFree(path: string, text: string | null): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true) throw new UsageError(`--out: ${path}: no such folder, ${dirname(path)}`);
  const found = await stat(path).catch(() => null);
  if (found === null || (text !== null && found.isFile() && (await readFile(path, "utf8")) === text)) return;
  throw new UsageError(`--out: ${path}: is there already; name another file; nothing was signed or sent`);
}

/**
 * Writes a file that is not there yet, or is and says the same.
 *
 * @throws UsageError if another is there, or it cannot be written.
 */
export async function writeNew(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw new UsageError(`--out: ${path}: ${message}; nothing was sent`);
    await requireFree(path, text);
  }
}
