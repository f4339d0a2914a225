import type { Block } from "../document.ts";

/** A clause before it has its number. */
export interface Clause {
  readonly title: string;
  readonly text: string;
  /** What follows its first paragraph. */
  readonly more?: readonly Block[];
}

/** A part of the note: clauses that belong together. */
export interface Part {
  readonly title: string;
  readonly clauses: readonly Clause[];
}

/** A paragraph of a clause after its first. */
export function paragraph(...sentences: readonly string[]): Block {
  return { kind: "paragraph", text: sentences.join(" ") };
}

/** A list in a clause. */
export function list(...items: readonly string[]): Block {
  return { kind: "list", items };
}

/** The parts as blocks, clauses numbered throughout. */
export function numbered(parts: readonly Part[]): Block[] {
  let number = 0;
  return parts.flatMap(({ title, clauses }): Block[] => [
    { kind: "heading", level: 2, text: title },
    ...clauses.flatMap((clause): Block[] => {
      number += 1;
      return [
        { kind: "clause", number: String(number), title: clause.title, text: clause.text },
        ...(clause.more ?? []),
      ];
    }),
  ]);
}
