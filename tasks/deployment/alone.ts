import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

import { UsageError } from "../command.ts";

/** Marks that this process has set: left behind by another that had its number, one would not be among them. */
const set = new Set<string>();

/**
 * Does something with a journal while no other process of this machine does: two at once would each take the other's transactions for lost.
 *
 * @param folder Of the journal; the mark is beside it. One that a process left behind that has ended is no hindrance.
 * @throws UsageError if another is at it.
 */
export async function alone<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const mark = `${folder}.running`;
  await setMark(mark);
  try {
    return await work();
  } finally {
    set.delete(mark);
    await rm(mark, { force: true });
  }
}

async function setMark(mark: string): Promise<void> {
  await mkdir(dirname(mark), { recursive: true });
  const ours = `${mark}.${String(process.pid)}`;
  await writeFile(ours, String(process.pid));
  try {
    // whole at once: a mark that is read before its number is in it would be nobody's
    await link(ours, mark);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const other = Number(await readFile(mark, "utf8"));
    if (other === process.pid ? set.has(mark) : isRunning(other)) {
      throw new UsageError(
        `another run is deploying here, process ${other}: wait until it has ended; if it has, remove ${mark}; nothing was sent`,
      );
    }
    await writeFile(mark, String(process.pid));
  } finally {
    await rm(ours, { force: true });
  }
  set.add(mark);
}

function isRunning(other: number): boolean {
  if (!Number.isSafeInteger(other) || other <= 0) return false;
  try {
    process.kill(other, 0);
    return true;
  } catch (error) {
    // one that belongs to somebody else may not be asked, and is there
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
