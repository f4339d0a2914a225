import { stat } from "node:fs/promises";
import { dirname } from "node:path";

import Table from "cli-table3";
import colors from "picocolors";

import { plainText } from "../../src/chain/noteWords.ts";
import type { Column } from "../../src/records/csv.ts";
import { grouped } from "../../src/wording/numbers.ts";
import { UsageError } from "../command.ts";
import { writeFiles } from "../documents/files.ts";

/** How a column of figures stands in a table on the terminal. */
const ALIGNMENTS = { text: "left", amount: "right", figure: "right" } as const;

/** Refuses a file that could not be written, before anything is read or written. */
export async function requireWritable(option: string, path: string): Promise<void> {
  if (path === "") return;
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isFile()) throw new UsageError(`${option}: ${path} is no file`);
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true) throw new UsageError(`${option}: ${path}: no such folder, ${dirname(path)}`);
}

/** A file of a record, and the option that asks for it. */
export interface RecordFile {
  readonly option: string;
  /** Empty for none. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Writes the files asked for, over none that would be lost unless forced, and says so on stderr. */
export async function writeRecords(
  files: readonly RecordFile[],
  { force }: { readonly force: boolean },
): Promise<void> {
  const asked = files.filter(({ path }) => path !== "");
  const bytesOf = (content: string | Uint8Array) =>
    typeof content === "string" ? new TextEncoder().encode(content) : content;
  await writeFiles(
    asked.map(({ option, path, content }) => ({ option, path, bytes: bytesOf(content) })),
    force,
  );
  for (const { path } of asked) process.stderr.write(`written ${path}\n`);
}

/** A table for people, colored where the terminal takes color. */
export function tableOf<Row>(title: string, columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const table = new Table({
    head: columns.map(({ title: heading }) => colors.bold(heading)),
    colAligns: columns.map(({ kind }) => ALIGNMENTS[kind]),
    style: { head: [], border: [], compact: true },
  });
  for (const row of rows) {
    table.push(columns.map(({ kind, read }) => (kind === "amount" ? grouped(read(row)) : plainText(read(row)))));
  }
  return `${colors.bold(plainText(title))}\n${table.toString()}`;
}

/** JSON with two spaces. */
export function jsonOf(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
