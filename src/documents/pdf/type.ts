import { codePointOf, plainText } from "../plainText.ts";
import { UnprintableError } from "./fonts.ts";
import type { DocumentFonts } from "./fonts.ts";

/** A font at a size, in points, with the height of a line. */
export interface Style {
  readonly font: keyof DocumentFonts;
  readonly size: number;
  readonly leading: number;
}

/** The styles of a document. */
export const styles = {
  body: { font: "regular", size: 9.5, leading: 14 },
  strong: { font: "bold", size: 9.5, leading: 14 },
  cell: { font: "regular", size: 8.5, leading: 11.5 },
  cellHead: { font: "bold", size: 8.5, leading: 11.5 },
  heading1: { font: "bold", size: 17, leading: 22 },
  heading2: { font: "bold", size: 12, leading: 16 },
  heading3: { font: "bold", size: 9.5, leading: 14 },
  footer: { font: "regular", size: 7, leading: 9 },
} as const satisfies Record<string, Style>;

/** pdfkit keeps the font it has opened to itself, and only that font knows what it can print. */
interface OpenedFont {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Measures and draws lines of text in a PDF. */
export class Type {
  readonly #pdf: PDFKit.PDFDocument;

  constructor(pdf: PDFKit.PDFDocument, fonts: DocumentFonts) {
    this.#pdf = pdf;
    pdf.registerFont("regular", fonts.regular);
    pdf.registerFont("bold", fonts.bold);
  }

  widthOf(text: string, style: Style): number {
    return this.#set(style).widthOfString(text);
  }

  /**
   * Text as lines no wider than `width`, broken at spaces, and inside a word only if it is wider by itself. A number stays with the
   * word before it, "USD 0.05", "January 1", if both fit.
   *
   * @throws UnprintableError naming the character that cannot be printed.
   */
  linesOf(text: string, style: Style, width: number): string[] {
    const plain = plainText(text);
    this.#set(style);
    this.#requirePrintable(plain);
    const lines: string[] = [];
    let current = "";
    const words = plain
      .split(/ (?!\d)/)
      .flatMap((word) => (this.#pdf.widthOfString(word) <= width ? [word] : word.split(" ")));
    for (const word of words) {
      const longer = current === "" ? word : `${current} ${word}`;
      if (this.#pdf.widthOfString(longer) <= width) {
        current = longer;
        continue;
      }
      if (current !== "") lines.push(current);
      const parts = this.#partsOf(word, width);
      current = parts.pop() ?? "";
      lines.push(...parts);
    }
    return [...lines, current];
  }

  /** Text on one line, shortened if it must be. */
  shortened(text: string, style: Style, width: number): string {
    const [first = "", ...more] = this.linesOf(text, style, width);
    return more.length === 0 ? first : `${this.linesOf(text, style, width - this.widthOf("…", style))[0] ?? ""}…`;
  }

  draw(text: string, style: Style, x: number, y: number): void {
    // the height of a line is its style's, so the baseline of a font is where it is in every line
    this.#set(style).text(text, x, y + (style.leading - style.size * 1.2) / 2, { lineBreak: false });
  }

  #set({ font, size }: Style): PDFKit.PDFDocument {
    return this.#pdf.font(font, size);
  }

  #partsOf(word: string, width: number): string[] {
    const parts: string[] = [];
    let current = "";
    for (const character of word) {
      if (current !== "" && this.#pdf.widthOfString(current + character) > width) {
        parts.push(current);
        current = "";
      }
      current += character;
    }
    return [...parts, current];
  }

  #requirePrintable(text: string): void {
    const { font } = (this.#pdf as unknown as OpenedFont)._font;
    for (const character of text) {
      const runsLeft = RIGHT_TO_LEFT.test(character);
      if (!runsLeft && font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) continue;
      const why = runsLeft ? "it runs from right to left" : "the font has no such character";
      throw new UnprintableError(
        `"${character}" (${codePointOf(character)}) in "${around(text, character)}" cannot be printed in a PDF: ${why}`,
      );
    }
  }
}

function around(text: string, character: string): string {
  const at = text.indexOf(character);
  const [from, to] = [Math.max(0, at - 20), Math.min(text.length, at + 20)];
  return `${from > 0 ? "…" : ""}${text.slice(from, to)}${to < text.length ? "…" : ""}`;
}
