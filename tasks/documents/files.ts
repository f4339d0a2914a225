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
  if (found !== null && !found.isFile()) throw new UsageError(`${option}: ${path} is no file`);
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true) throw new UsageError(`${option}: ${path}: no such folder, ${dirname(path)}`);
}

/** A file that a command was asked to write, and the option that asked for it. */
export interface Written {
  readonly option: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * Writes files, all or none.
 *
 * @param force Whether files that are there already are written over; ones that say the same are no hindrance in any case.
 * @throws UsageError naming a file that is there and would be lost, before any is written.
 */
export async function writeFiles(files: readonly Written[], force: boolean): Promise<void> {
  if (!force) for (const file of files) await requireNoneLost(file);
  for (const { path, bytes } of files) {
    try {
      await writeFile(path, bytes);
    } catch (error) {
      throw complaint(path, error);
    }
  }
}

async function requireNoneLost({ option, path, bytes }: Written): Promise<void> {
  const found = await readFile(path).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw complaint(path, error);
  });
  if (found === null || found.equals(bytes)) return;
  throw new UsageError(
    `${option}: ${path}: is there already, and says something else; name another file, or say --force; nothing was written`,
  );
}

function complaint(path: string, error: unknown): UsageError {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return new UsageError(`${path}: ${COMPLAINTS[code] ?? message}`);
}
