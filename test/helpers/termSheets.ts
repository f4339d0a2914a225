import { readFileSync } from "node:fs";

/** The sample's term sheet as JSON.parse gives it, fresh each time. */
export function sampleSheet(): Record<string, unknown> {
  const file = new URL("../../terms/infinite-group-2003.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

/**
 * The sample's term sheet with some fields changed, by path. `undefined` takes a field away.
 *
 * @example sheetWith({ "interest.dayCount": "ACT_360", conversion: undefined })
 */
export function sheetWith(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sheet = sampleSheet();
  for (const [path, value] of Object.entries(changes)) {
    const keys = path.split(".");
    const last = keys.pop() ?? "";
    let parent = sheet;
    for (const key of keys) parent = (parent[key] ??= {}) as Record<string, unknown>;
    if (value === undefined) delete parent[last];
    else parent[last] = value;
  }
  return sheet;
}
