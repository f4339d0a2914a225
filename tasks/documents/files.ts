import { readFile, stat, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

import { UsageError } from "../command.ts";

const COMPLAINTS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "is a directory",
  EACCES: "may not be read",
};

/** The one file a command takes. */
export function onlyFile(command: string, files: readonly string[]): string {
  const [file, ...more] = files;
  if (file === undefined) throw new UsageError(`${command}: no file named`);
  if (more.length > 0) throw new UsageError(`${command}: one file at a time, not ${files.length}`);
  return file;
}

/** The bytes of a file. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw complaint(path, error);
  }
}

/** Refuses what could not be written, before anything is. */
export async function requireWritable(option: string, path: string, sheet: string): Promise<void> {
  if (resolve(path) === resolve(sheet)) throw new UsageError(`${option}: ${path} is the term sheet itself`);
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isFile())
    throw new UsageError(`${option}: ${path} is no file that could be written over`);
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true) throw new UsageError(`${option}: ${path}: no such folder, ${dirname(path)}`);
}

/** Writes a file. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    throw complaint(path, error);
  }
}

function complaint(path: string, error: unknown): UsageError {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return new UsageError(`${path}: ${COMPLAINTS[code] ?? message}`);
}
