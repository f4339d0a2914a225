import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** What a run leaves behind, none of it committed. */
export const CACHE = join(ROOT, "cache", "mutation");

/** Progress, on stderr. */
export function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Files of a folder from the root whose names end in a certain way, in order. */
export function filesIn(folder: string, ending: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(ending))
    .sort();
}

/** A file's text. */
export function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** A hash of files, their names included. */
export function hashOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\n`).update(read(path));
  return hash.digest("hex").slice(0, 16);
}
