import type { Block, Document } from "./document.ts";
import { fillPages } from "./pdf/pages.ts";
import { together } from "./pdf/pieces.ts";
import type { Piece } from "./pdf/pieces.ts";
import { paper, textWidth } from "./pdf/sheetOfPaper.ts";
import { fieldsPieces, tablePieces } from "./pdf/tablePieces.ts";
import { artifact, rootTag } from "./pdf/tags.ts";
import {
  clausePieces,
  drawRule,
  headingPieces,
  listPieces,
  paragraphPieces,
  rulePieces,
  signaturePieces,
} from "./pdf/textPieces.ts";
import type { Press } from "./pdf/textPieces.ts";
import { styles, Type } from "./pdf/type.ts";
import type { DocumentFonts } from "./pdf/fonts.ts";
import { plainText } from "./plainText.ts";

export { UnprintableError } from "./pdf/fonts.ts";
export type { DocumentFonts } from "./pdf/fonts.ts";

/** A PDF. */
export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Stands where a PDF must name a moment and the document bears no date. */
const NO_DATE = "1970-01-01";

/**
 * Writes a document as a PDF: tagged, with its fonts and attachments embedded, and without a clock or chance in it: the same
 * document and fonts, the same bytes.
 *
 * @throws UnprintableError if the fonts lack a character.
 * @example await toPdf(promissoryNote(sheet), await readFonts())
 */
export async function toPdf(document: Document, fonts: DocumentFonts): Promise<Uint8Array> {
  return (await renderPdf(document, fonts)).bytes;
}

/** The same, with the number of pages. @example (await renderPdf(promissoryNote(sheet), await readFonts())).pages */
export async function renderPdf(document: Document, fonts: DocumentFonts): Promise<Pdf> {
  const { default: PDFDocument } = await import("pdfkit");
  const { title, subject, language, attachments } = document;
  const date = new Date(`${document.date ?? NO_DATE}T00:00:00Z`);
  const info = { Title: plainText(title), Subject: plainText(subject), Creator: "Allonge", Producer: "Allonge" };
  const pdf = new PDFDocument({
    pdfVersion: "1.7",
    compress: false,
    tagged: true,
    lang: language,
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    size: paper.size,
    margin: paper.margin,
    // any other would be one of the built-in fonts, which lack most letters
    font: "",
    info: { ...info, CreationDate: date, ModDate: date },
  });
  escapeMetadata(pdf);
  const bytes = bytesOf(pdf);

  const press: Press = { pdf, type: new Type(pdf, fonts), root: rootTag(pdf) };
  fillPages(
    document.blocks.flatMap((block) => piecesOf(press, block)),
    () => pdf.addPage(),
  );
  for (const { name, mediaType, text, description } of attachments) {
    const options = { name, type: mediaType, description, creationDate: date, modifiedDate: date };
    pdf.file(new TextEncoder().encode(text) as Buffer, { ...options, relationship: "Source" } as typeof options);
  }
  const pages = pdf.bufferedPageRange().count;
  drawFooters(press, document, pages);
  pdf.end();
  return { bytes: await bytes, pages };
}

function piecesOf(press: Press, block: Block): Piece[] {
  switch (block.kind) {
    case "heading":
      return headingPieces(press, block);
    case "paragraph":
      return paragraphPieces(press, block.text);
    case "clause":
      return clausePieces(press, block.number, block.title, block.text);
    case "list":
      return listPieces(press, block.items);
    case "table":
      return tablePieces(press, block);
    case "fields":
      return fieldsPieces(press, block);
    case "signature":
      return signaturePieces(press, block);
    case "rule":
      return rulePieces(press);
    case "together":
      return together(block.blocks.flatMap((each) => piecesOf(press, each)));
  }
}

function drawFooters({ pdf, type }: Press, { title, reference }: Document, pages: number): void {
  const style = styles.footer;
  for (let page = 0; page < pages; page += 1) {
    pdf.switchToPage(page);
    drawRule(pdf, paper.margin, paper.width - paper.margin, paper.footer);
    artifact(
      pdf,
      () => {
        const number = `${page + 1} of ${pages}`;
        const width = type.widthOf(number, style);
        const y = paper.footer + 4;
        type.draw(type.shortened(title, style, textWidth - width - 12), style, paper.margin, y);
        type.draw(number, style, paper.width - paper.margin - width, y);
        if (reference !== undefined) {
          type.draw(type.shortened(reference, style, textWidth), style, paper.margin, y + style.leading);
        }
      },
      "Pagination",
    );
  }
}

/** pdfkit writes the title into XML as it is, so the characters that mean something there must be escaped before it does. */
function escapeMetadata(pdf: PDFKit.PDFDocument): void {
  const endMetadata = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    const { Title = "", Subject = "" } = pdf.info;
    pdf.info = { ...pdf.info, Title: escapeXml(Title), Subject: escapeXml(Subject) };
    endMetadata();
  };
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function bytesOf(pdf: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("error", reject);
    pdf.on("end", () => {
      resolve();
    });
  });
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
