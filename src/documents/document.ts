/**
 * A document as blocks, made by pure functions and written by `toMarkdown` and `toPdf`. All text is plain: what a name or a
 * description contains is shown as it is, and never read as markup.
 */
export interface Document {
  /** What the file is called where a reader lists it; also in the running footer of a PDF. It is not printed: a heading is. */
  readonly title: string;
  /** In a sentence, what it is. */
  readonly subject: string;
  readonly language: "en";
  /** The day the document bears, YYYY-MM-DD. No file carries the time at which it was written. */
  readonly date?: string | undefined;
  /** At the foot of each page beside the title: what identifies the document, such as a hash. */
  readonly reference?: string | undefined;
  readonly attachments: readonly Attachment[];
  readonly blocks: readonly Block[];
}

/** A file that goes with the document: embedded in a PDF, in a fenced block at the end of Markdown. */
export interface Attachment {
  /** Name of the file. */
  readonly name: string;
  /** Such as "application/json". */
  readonly mediaType: string;
  readonly text: string;
  /** In a phrase, what it is. */
  readonly description: string;
}

/** A heading; the one of level 1 is the document's own. */
export interface HeadingBlock {
  readonly kind: "heading";
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

export interface ParagraphBlock {
  readonly kind: "paragraph";
  readonly text: string;
}

/** A numbered clause. What follows it up to the next clause or heading, a paragraph or a list, reads as part of it. */
export interface ClauseBlock {
  readonly kind: "clause";
  /** As printed, "4" or "4.2". */
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

export interface ListBlock {
  readonly kind: "list";
  readonly items: readonly string[];
}

export interface TableColumn {
  readonly title: string;
  readonly align: "left" | "right";
}

export interface TableBlock {
  readonly kind: "table";
  readonly columns: readonly TableColumn[];
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[];
  readonly caption?: string | undefined;
}

/** Labels with their values, one below the other. */
export interface FieldsBlock {
  readonly kind: "fields";
  readonly items: readonly { readonly label: string; readonly value: string }[];
}

/** Lines to sign on. */
export interface SignatureBlock {
  readonly kind: "signature";
  /** `name` is printed on the line; empty for one to be filled in. */
  readonly lines: readonly { readonly label: string; readonly name: string }[];
}

/** A line across the page. */
export interface RuleBlock {
  readonly kind: "rule";
}

/** Blocks that stay on one page, if a page can hold them: what is signed stands where it is signed. */
export interface TogetherBlock {
  readonly kind: "together";
  readonly blocks: readonly Block[];
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ClauseBlock
  | ListBlock
  | TableBlock
  | FieldsBlock
  | SignatureBlock
  | RuleBlock
  | TogetherBlock;
