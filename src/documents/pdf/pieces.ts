import { textHeight } from "./sheetOfPaper.ts";

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

/**
 * Whether a line must stay with the next, so that neither the first two lines of a paragraph nor the last three are parted: fewer look
 * forgotten at the head of a page.
 */
export function staysWithNext(line: number, lines: number): boolean {
  return lines > 1 && (line === 0 || (line >= lines - 3 && line < lines - 1));
}

/** Pieces that all stay on one page; if no page could hold them, each with what it belongs to anyway. */
export function together(pieces: readonly Piece[]): Piece[] {
  const height = pieces.reduce((sum, piece) => sum + piece.height, 0);
  const last = pieces.findLastIndex((piece) => piece.space !== true);
  return pieces.map((piece, index) =>
    height <= textHeight && index < last ? { ...piece, keepWithNext: true } : piece,
  );
}
