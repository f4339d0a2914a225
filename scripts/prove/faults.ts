import { readFileSync } from "node:fs";

/** A fault put into a copy of a source, and the properties that must then be broken. */
export interface Fault {
  readonly file: string;
  readonly find: string;
  readonly instead: string;
  readonly breaks: readonly string[];
}

/** The seeded faults. */
export function readFaults(): Fault[] {
  return JSON.parse(readFileSync("prove/faults.json", "utf8")) as Fault[];
}

/**
 * The sources with all the faults in them, by path.
 *
 * @throws Error if a fault's text is not there just once.
 */
export function faulty(faults: readonly Fault[]): Map<string, string> {
  const sources = new Map<string, string>();
  for (const { file, find, instead } of faults) {
    const source = sources.get(file) ?? readFileSync(file, "utf8");
    if (source.split(find).length !== 2) throw new Error(`${file}: not there once: ${find}`);
    sources.set(
      file,
      source.replace(find, () => instead),
    );
  }
  return sources;
}
