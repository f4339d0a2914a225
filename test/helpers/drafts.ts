import { readdirSync, readFileSync } from "node:fs";

import { mergePatch } from "../../src/terms/mergePatch.ts";

const FOLDER = new URL("../lint/sheets/", import.meta.url);

/** A sheet with one thing wrong: what it changes in the clean one, on what day it is judged, and what must be found. */
export interface Seeded {
  readonly code: string;
  readonly on: string;
  readonly patch: unknown;
  readonly finds: readonly string[];
}

/** A term sheet with nothing to find on the day it is dated, fresh each time. */
export function cleanSheet(): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL("clean.json", FOLDER), "utf8")) as Record<string, unknown>;
}

/** The clean sheet with a merge patch. */
export function cleanSheetWith(patch: unknown): Record<string, unknown> {
  return mergePatch(cleanSheet(), patch) as Record<string, unknown>;
}

/** Every sheet with something wrong; its file is named by the code that it is there for. */
export function seededSheets(): Seeded[] {
  const folder = new URL("bad/", FOLDER);
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      code: name.replace(/\.json$/, ""),
      ...(JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Omit<Seeded, "code">),
    }));
}
