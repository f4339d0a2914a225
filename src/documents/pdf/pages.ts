import type { Piece } from "./pieces.ts";
import { paper, textHeight } from "./sheetOfPaper.ts";

const TOP = paper.margin;
const BOTTOM = TOP + textHeight;

/** A last page with less on it than this, in points, is no page worth turning to. */
const FEW_LINES = 90;

/** How far the spaces may shrink, least first, to spare such a page. */
const TIGHTER = [0.9, 0.8, 0.7, 0.6];

interface Placed {
  readonly y: number;
  readonly draw: (y: number) => void;
}

interface Page {
  readonly placed: Placed[];
  /** Where what stands on it ends. */
  end: number;
}

/**
 * Puts pieces on pages, one below the other; those that belong together go to the next page together, unless no page could hold them.
 * If only a few lines are left for the last page, and a little less space makes room for them before it, there is a little less space.
 *
 * @param addPage Begins a page.
 */
export function fillPages(pieces: readonly Piece[], addPage: () => void): void {
  for (const { placed } of tightened(pieces)) {
    addPage();
    for (const { y, draw } of placed) draw(y);
  }
}

function tightened(pieces: readonly Piece[]): readonly Page[] {
  const pages = laidOut(pieces, 1);
  const last = pages.at(-1);
  if (last === undefined || pages.length === 1 || last.end > TOP + FEW_LINES) return pages;
  for (const tightness of TIGHTER) {
    const tighter = laidOut(pieces, tightness);
    if (tighter.length < pages.length) return tighter;
  }
  return pages;
}

/** @param tightness Part of its height that a space keeps. */
function laidOut(pieces: readonly Piece[], tightness: number): readonly Page[] {
  const pages: Page[] = [];
  let page: Page = { placed: [], end: BOTTOM };

  const place = ({ height, draw }: { height: number; draw?: ((y: number) => void) | undefined }): void => {
    if (draw !== undefined) page.placed.push({ y: page.end, draw });
    page.end += height;
  };
  const turn = (next?: Piece): void => {
    const isFirst = pages.length === 0;
    page = { placed: [], end: TOP };
    pages.push(page);
    if (next?.head !== undefined && !isFirst) place(next.head);
  };
  const heightOf = ({ space, height }: Piece): number => (space === true ? height * tightness : height);

  for (const chain of chainsOf(pieces)) {
    const height = chain.reduce((sum, piece) => sum + heightOf(piece), 0);
    const first = chain.find(({ space }) => space !== true);
    if (pages.length === 0 || (first !== undefined && page.end > TOP && page.end + height > BOTTOM)) turn(first);
    for (const piece of chain) {
      if (piece.space === true) {
        if (page.end > TOP) page.end += heightOf(piece);
        continue;
      }
      if (page.end + piece.height > BOTTOM) turn(piece);
      place(piece);
    }
  }
  return pages;
}

/** Runs of pieces that belong together; a space within one does not part it, whatever it was made for. */
function chainsOf(pieces: readonly Piece[]): Piece[][] {
  const chains: Piece[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (open) chains.at(-1)?.push(piece);
    else chains.push([piece]);
    open = piece.keepWithNext || (open && piece.space === true);
  }
  return chains;
}
