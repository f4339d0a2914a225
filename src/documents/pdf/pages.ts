import type { Piece } from "./pieces.ts";
import { paper } from "./sheetOfPaper.ts";

const TOP = paper.margin;
const BOTTOM = paper.height - paper.margin;

/**
 * Puts pieces on pages, one below the other; those that belong together go to the next page together, unless no page could hold them.
 *
 * @param addPage Begins a page.
 */
export function fillPages(pieces: readonly Piece[], addPage: () => void): void {
  let y = BOTTOM;
  let isFirst = true;

  const turn = (next: Piece): void => {
    addPage();
    y = TOP;
    if (next.head === undefined || isFirst) return;
    next.head.draw(y);
    y += next.head.height;
  };

  for (const chain of chainsOf(pieces)) {
    const height = chain.reduce((sum, piece) => sum + piece.height, 0);
    const first = chain.find(({ space }) => space !== true);
    const fitsAPage = height <= BOTTOM - TOP;
    if (isFirst || (fitsAPage && first !== undefined && y + height > BOTTOM)) {
      turn(first ?? { height: 0, keepWithNext: false });
    }
    isFirst = false;
    for (const piece of chain) {
      if (piece.space === true) {
        if (y > TOP) y += piece.height;
        continue;
      }
      if (y + piece.height > BOTTOM) turn(piece);
      piece.draw?.(y);
      y += piece.height;
    }
  }
}

/** Runs of pieces that belong together. */
function chainsOf(pieces: readonly Piece[]): Piece[][] {
  const chains: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (open) chains.at(-1)?.push(piece);
    else chains.push([piece]);
    open = piece.keepWithNext;
  }
  return chains;
}
