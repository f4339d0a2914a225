import type { HeadingBlock, SignatureBlock } from "../document.ts";
import { space, staysWithNext } from "./pieces.ts";
import type { Piece } from "./pieces.ts";
import { paper, textWidth } from "./sheetOfPaper.ts";
import { artifact, child } from "./tags.ts";
import type { Tag } from "./tags.ts";
import { styles } from "./type.ts";
import type { Style, Type } from "./type.ts";

/** What blocks are set with. */
export interface Press {
  readonly pdf: PDFKit.PDFDocument;
  readonly type: Type;
  /** The element of structure that holds the whole document. */
  readonly root: Tag;
}

const BETWEEN = 7;
const BULLET_INDENT = 8;
const ITEM_INDENT = 20;
const SIGNATURE_LABEL = 96;
const SIGNATURE_WIDTH = 320;

/** The lines of a paragraph. */
export function paragraphPieces({ type, root }: Press, text: string): Piece[] {
  const lines = linePieces(type, child(root, "P"), text, styles.body, paper.margin);
  if (!text.trimEnd().endsWith(":")) return [...lines, space(BETWEEN)];
  // what introduces a list is on the page where the list begins
  return [
    ...lines.slice(0, -1),
    ...lines.slice(-1).map((last) => ({ ...last, keepWithNext: true })),
    space(BETWEEN, true),
  ];
}

/** A heading, which stays with what it heads. */
export function headingPieces(press: Press, { level, text }: HeadingBlock): Piece[] {
  const style = ([styles.heading1, styles.heading2, styles.heading3] as const)[level - 1] ?? styles.heading3;
  return [
    space([0, 14, 6][level - 1] ?? 0),
    ...titlePieces(press, `H${level}`, text, style),
    space(level === 1 ? 10 : 3, true),
  ];
}

/** A numbered clause: its title, and its text. */
export function clausePieces(press: Press, number: string, title: string, text: string): Piece[] {
  return [
    space(5),
    ...titlePieces(press, "H3", `${number}. ${title}`, styles.heading3),
    space(1, true),
    ...paragraphPieces(press, text),
  ];
}

/** Items with bullets. */
export function listPieces({ type, root }: Press, items: readonly string[]): Piece[] {
  const list = child(root, "L");
  return [
    ...items.flatMap((item) => {
      const tag = child(list, "LI");
      const label = child(tag, "Lbl");
      const lines = linePieces(type, child(tag, "LBody"), item, styles.body, paper.margin + ITEM_INDENT);
      const bulleted = lines.map((piece, index) =>
        index > 0
          ? piece
          : {
              ...piece,
              draw: (y: number) => {
                label.add(() => {
                  type.draw("•", styles.body, paper.margin + BULLET_INDENT, y);
                });
                piece.draw?.(y);
              },
            },
      );
      return [...bulleted, space(3)];
    }),
    space(BETWEEN - 3),
  ];
}

/** Lines to sign on, which stay together. */
export function signaturePieces({ pdf, type, root }: Press, { lines }: SignatureBlock): Piece[] {
  const pieces = lines.flatMap(({ label, name }): Piece[] => {
    const tag = child(root, "P");
    const [x, style] = [paper.margin, styles.body];
    const line: Piece = {
      height: style.leading + 4,
      keepWithNext: true,
      draw: (y) => {
        tag.add(() => {
          type.draw(`${type.shortened(label, style, SIGNATURE_LABEL - 6)} `, style, x, y);
          if (name !== "") {
            type.draw(type.shortened(name, style, SIGNATURE_WIDTH - 4), style, x + SIGNATURE_LABEL + 4, y);
          }
        });
        drawRule(pdf, x + SIGNATURE_LABEL, x + SIGNATURE_LABEL + SIGNATURE_WIDTH, y + style.leading + 1);
      },
    };
    return [space(10, true), line];
  });
  return [...pieces, space(BETWEEN)];
}

/** A line across the page. */
export function rulePieces({ pdf }: Press): Piece[] {
  const draw = (y: number): void => {
    drawRule(pdf, paper.margin, paper.width - paper.margin, y);
  };
  return [space(3), { height: 1, keepWithNext: true, draw }, space(BETWEEN)];
}

/** A thin line, which is no part of the text. */
export function drawRule(pdf: PDFKit.PDFDocument, from: number, to: number, y: number, color = "#555555"): void {
  artifact(pdf, () => {
    pdf.lineWidth(0.4).strokeColor(color).moveTo(from, y).lineTo(to, y).stroke();
  });
}

function titlePieces({ pdf, type, root }: Press, tagName: string, text: string, style: Style): Piece[] {
  const tag = child(root, tagName);
  return linePieces(type, tag, text, style, paper.margin).map((piece, index) => ({
    ...piece,
    keepWithNext: true,
    draw: (y: number) => {
      if (index === 0) {
        pdf.outline.addItem(type.shortened(text, style, textWidth), { expanded: false });
      }
      piece.draw?.(y);
    },
  }));
}

function linePieces(type: Type, tag: Tag, text: string, style: Style, x: number): Piece[] {
  const lines = type.linesOf(text, style, paper.width - paper.margin - x);
  return lines.map((line, index) => ({
    height: style.leading,
    keepWithNext: staysWithNext(index, lines.length),
    draw: (y: number) => {
      // a reader that joins the lines again needs the space that the break took away
      const text = index === lines.length - 1 ? line : `${line} `;
      tag.add(() => {
        type.draw(text, style, x, y);
      });
    },
  }));
}
