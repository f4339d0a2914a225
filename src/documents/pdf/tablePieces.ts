import type { FieldsBlock, TableBlock } from "../document.ts";
import { columnWidths } from "./columnWidths.ts";
import { space } from "./pieces.ts";
import type { Piece } from "./pieces.ts";
import { paper, textWidth } from "./sheetOfPaper.ts";
import { artifact, child } from "./tags.ts";
import type { Tag } from "./tags.ts";
import { drawRule } from "./textPieces.ts";
import type { Press } from "./textPieces.ts";
import { styles } from "./type.ts";
import type { Style } from "./type.ts";

const PADDING = 3;
const GUTTER = 12;
const LABEL_WIDTH = 150;
const DARK = "#555555";
const LIGHT = "#bbbbbb";

interface Cell {
  readonly tag: Tag;
  readonly style: Style;
  readonly lines: readonly string[];
  readonly x: number;
  readonly width: number;
  readonly align: "left" | "right";
}

/** A table: the head is repeated on every page, and a row is not parted unless no page could hold it. */
export function tablePieces(press: Press, { columns, rows, caption }: TableBlock): Piece[] {
  const { type } = press;
  const table = child(press.root, "Table");
  const captionLines = caption === undefined ? [] : type.linesOf(caption, styles.strong, textWidth);
  const captionTag = caption === undefined ? undefined : child(table, "Caption");
  const widths = columnWidths(type, columns, rows, textWidth, GUTTER);
  const cellOf = (parent: Tag, text: string, index: number, isHead: boolean): Cell => {
    const width = (widths[index] ?? 0) - (index === columns.length - 1 ? 0 : GUTTER);
    const style = isHead ? styles.cellHead : styles.cell;
    return {
      tag: isHead ? child(parent, "TH", { scope: "Column" }) : child(parent, "TD"),
      style,
      lines: type.linesOf(text, style, width),
      x: paper.margin + widths.slice(0, index).reduce((sum, each) => sum + each, 0),
      width,
      align: columns[index]?.align ?? "left",
    };
  };

  const headTag = child(table, "TR");
  const headCells = columns.map(({ title }, index) => cellOf(headTag, title, index, true));
  const head = rowPieces(press, headCells, undefined, true);
  const repeated = repeatedHead(press, headCells);
  const body = rows.map((row) => {
    const tag = child(table, "TR");
    return rowPieces(
      press,
      row.map((text, index) => cellOf(tag, text, index, false)),
      repeated,
      false,
    );
  });
  return [
    space(2),
    ...captionLines.map((line): Piece => ({
      height: styles.strong.leading,
      keepWithNext: true,
      draw: (y) => {
        captionTag?.add(() => {
          type.draw(line, styles.strong, paper.margin, y);
        });
      },
    })),
    ...head,
    ...keepEndsTogether(body),
    space(10),
  ];
}

/** Labels and values, as rows of a table without a head. */
export function fieldsPieces(press: Press, { items }: FieldsBlock): Piece[] {
  const { type } = press;
  const table = child(press.root, "Table");
  const rows = items.map(({ label, value }) => {
    const tag = child(table, "TR");
    const cells: Cell[] = [
      {
        tag: child(tag, "TH", { scope: "Row" }),
        style: styles.cellHead,
        lines: type.linesOf(label, styles.cellHead, LABEL_WIDTH - GUTTER),
        x: paper.margin,
        width: LABEL_WIDTH - GUTTER,
        align: "left",
      },
      {
        tag: child(tag, "TD"),
        style: styles.cell,
        lines: type.linesOf(value, styles.cell, textWidth - LABEL_WIDTH),
        x: paper.margin + LABEL_WIDTH,
        width: textWidth - LABEL_WIDTH,
        align: "left",
      },
    ];
    return rowPieces(press, cells, undefined, false);
  });
  return [space(2), ...keepEndsTogether(rows), space(10)];
}

/** A row, a piece for each line of its highest cell, with a rule below. */
function rowPieces(press: Press, cells: readonly Cell[], head: Piece["head"], keepWithNext: boolean): Piece[] {
  const { pdf } = press;
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  return Array.from({ length: lines }, (_, line): Piece => {
    const isLast = line === lines - 1;
    const above = line === 0 ? PADDING : 0;
    const height = above + styles.cell.leading + (isLast ? PADDING : 0);
    return {
      height,
      keepWithNext: isLast ? keepWithNext : true,
      head,
      draw: (y) => {
        for (const cell of cells) {
          cell.tag.add(() => {
            drawCellLine(press, cell, line, y + above);
          });
        }
        if (isLast) drawRule(pdf, paper.margin, paper.width - paper.margin, y + height, keepWithNext ? DARK : LIGHT);
      },
    };
  });
}

function repeatedHead(press: Press, cells: readonly Cell[]): Piece["head"] {
  const lines = Math.max(1, ...cells.map((cell) => cell.lines.length));
  const height = 2 * PADDING + lines * styles.cellHead.leading;
  return {
    height,
    draw: (y) => {
      artifact(press.pdf, () => {
        for (const cell of cells) {
          for (let line = 0; line < lines; line += 1) {
            drawCellLine(press, cell, line, y + PADDING + line * styles.cellHead.leading);
          }
        }
      });
      drawRule(press.pdf, paper.margin, paper.width - paper.margin, y + height, DARK);
    },
  };
}

function drawCellLine({ type }: Press, { lines, style, x, width, align }: Cell, line: number, y: number): void {
  const text = lines[line];
  if (text === undefined || text === "") return;
  const indent = align === "right" ? width - type.widthOf(text, style) : 0;
  type.draw(line === lines.length - 1 ? text : `${text} `, style, x + indent, y);
}

/** Rows in order, the first two and the last two of them on one page. */
function keepEndsTogether(rows: readonly Piece[][]): Piece[] {
  return rows.flatMap((pieces, row) => {
    const stays = rows.length > 1 && (row === 0 || row === rows.length - 2);
    return pieces.map((piece, line) =>
      line === pieces.length - 1 && stays ? { ...piece, keepWithNext: true } : piece,
    );
  });
}
