import type { TableColumn } from "../document.ts";
import { plainText } from "../plainText.ts";
import { styles } from "./type.ts";
import type { Type } from "./type.ts";

/**
 * Widths of a table's columns, gutters included, that come to `available`: what each column would like if there is room, else
 * the wide ones give way to the narrow ones.
 */
export function columnWidths(
  type: Type,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  available: number,
  gutter: number,
): number[] {
  const liked = columns.map(({ title }, index) =>
    rows.reduce(
      (widest, row) => Math.max(widest, type.widthOf(plainText(row[index] ?? ""), styles.cell) + gutter + 0.5),
      type.widthOf(plainText(title), styles.cellHead) + gutter + 0.5,
    ),
  );
  const all = liked.reduce((sum, width) => sum + width, 0);
  if (all <= available) return liked.map((width) => width + (available - all) / columns.length);
  return narrowed(liked, available);
}

/** Each column at most as wide as an equal share of what the narrower ones leave. */
function narrowed(liked: readonly number[], available: number): number[] {
  const widths = [...liked];
  const byWidth = liked.map((_, index) => index).sort((a, b) => (liked[a] ?? 0) - (liked[b] ?? 0));
  let left = available;
  for (const [done, index] of byWidth.entries()) {
    const width = Math.min(liked[index] ?? 0, left / (byWidth.length - done));
    widths[index] = width;
    left -= width;
  }
  return widths;
}
