/** What stays on one page: a line of text, a line of a table's row, a space. */
export interface Piece {
  /** In points. */
  readonly height: number;
  /** Whether the next piece must be on the same page, so that no line of a paragraph or heading is left alone. */
  readonly keepWithNext: boolean;
  /** Whether it is left out at the top of a page, as a space is. */
  readonly space?: boolean;
  readonly draw?: (y: number) => void;
  /** What is repeated above it where it begins a page, as the head of a table. */
  readonly head?: { readonly height: number; readonly draw: (y: number) => void } | undefined;
}

/** An empty space. */
export function space(height: number, keepWithNext = false): Piece {
  return { height, keepWithNext, space: true };
}

/** Whether a line must stay with the next, so that neither the first two nor the last two of a paragraph are parted. */
export function staysWithNext(line: number, lines: number): boolean {
  return line === 0 ? lines > 1 : line === lines - 2;
}
