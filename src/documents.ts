/**
 * A note in plain English, as Markdown or PDF, and whether a file is that of a note: `import { promissoryNote } from "allonge/documents"`.
 *
 * @module
 */

export type {
  Attachment,
  Block,
  ClauseBlock,
  Document,
  FieldsBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
  RuleBlock,
  SignatureBlock,
  TableBlock,
  TableColumn,
  TogetherBlock,
} from "./documents/document.ts";
export type { NotePlace } from "./documents/notePlace.ts";
export { promissoryNote } from "./documents/promissoryNote.ts";
export { toMarkdown } from "./documents/markdown.ts";
export { renderPdf, toPdf, UnprintableError } from "./documents/pdf.ts";
export type { DocumentFonts, Pdf } from "./documents/pdf.ts";
export { hashesOf, verify } from "./documents/verify.ts";
export type { TokenHashes, Verdict } from "./documents/verify.ts";
