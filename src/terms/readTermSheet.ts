import { readFile } from "node:fs/promises";

import { repeatedKey } from "./repeatedKey.ts";
import { oneLine, parseTermSheet, TermSheetError } from "./termSheet.ts";
import type { TermSheet } from "./termSheet.ts";

const FILE_COMPLAINTS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "is a directory",
  EACCES: "may not be read",
};

/**
 * Reads a term sheet from a file.
 *
 * @param path As the user gave it; relative to the working folder.
 * @throws TermSheetError if there is no such file, it is not JSON or says a key twice, or it is no term sheet.
 * @example const terms = termsOf(await readTermSheet("terms/infinite-group-2003.json"));
 */
export async function readTermSheet(path: string): Promise<TermSheet> {
  return parseTermSheet(await readJson(path), path);
}

/**
 * Reads JSON from a file.
 *
 * @throws TermSheetError if there is no such file it is not JSON, or it says a key twice, in one line that begins with the path.
 */
export async function readJson(path: string): Promise<unknown> {
  let json: string;
  try {
    json = await readFile(path, "utf8");
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new TermSheetError(oneLine(`${path}: ${FILE_COMPLAINTS[code] ?? message}`));
  }
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new TermSheetError(oneLine(`${path}: not JSON: ${(error as SyntaxError).message}`));
  }
  const repeated = repeatedKey(json);
  if (repeated !== undefined) throw new TermSheetError(oneLine(`${path}: ${repeated}: said twice`));
  return value;
}
