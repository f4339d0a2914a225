import type { FoundNote } from "../../../../src/chain/listNotes.ts";

/** How far a chain was searched for notes, and what was found. */
export interface KeptNotes {
  /** Last block searched. */
  readonly through: number;
  /** Its hash, by which a chain that was made anew or has reorganised is told from the one searched. */
  readonly hash: string;
  readonly found: readonly FoundNote[];
}

/**
 * What was kept, as text.
 *
 * @example parseKept(writeKept(kept)) // the same again
 */
export function writeKept({ through, hash, found }: KeptNotes): string {
  return JSON.stringify({ through, hash, found: found.map((note) => ({ ...note, id: String(note.id) })) });
}

/** Reads it again; null if it is none, as another version of the page may have kept it. */
export function parseKept(text: string | null): KeptNotes | null {
  try {
    const { through, hash, found } = JSON.parse(text ?? "null") as Record<string, unknown>;
    if (!Number.isSafeInteger(through) || typeof hash !== "string" || !Array.isArray(found)) return null;
    return { through: through as number, hash, found: found.map(noteFrom) };
  } catch {
    return null;
  }
}

function noteFrom(value: unknown): FoundNote {
  const { id, payee, madeInBlock, transactionHash } = value as Record<string, unknown>;
  if (typeof id !== "string" || typeof payee !== "string" || typeof transactionHash !== "string") {
    throw new TypeError("no note");
  }
  return { id: BigInt(id), payee, madeInBlock: Number(madeInBlock), transactionHash };
}
