import { extractText, getDocumentProxy } from "unpdf";

import { promissoryNote } from "../../src/documents/promissoryNote.ts";
import type { Document } from "../../src/documents/document.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { sheetWith } from "../helpers/termSheets.ts";

/** The text of each page of a PDF, each run of white space a space. */
export async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }));
  return text.map((page) => page.replace(/\s+/g, " "));
}

/** All of it, without the footers. */
export async function textOf(bytes: Uint8Array): Promise<string> {
  return (await pagesOf(bytes)).join(" ");
}

/** A document of nothing but some blocks. */
export function documentOf(...blocks: Document["blocks"]): Document {
  return { title: "A try", subject: "A document to try", language: "en", attachments: [], blocks };
}

/** The note of the sample with some terms changed. */
export function noteWith(changes: Readonly<Record<string, unknown>> = {}): Document {
  return promissoryNote(parseTermSheet(sheetWith(changes), "the sheet"));
}

/** What a document's blocks say, a line each, as far as it is in sentences. */
export function sentencesOf({ blocks }: Document): string {
  return linesOf(blocks).join("\n");
}

function linesOf(blocks: Document["blocks"]): readonly string[] {
  return blocks.flatMap((block) => {
    switch (block.kind) {
      case "heading":
      case "paragraph":
        return [block.text];
      case "clause":
        return [`${block.number}. ${block.title}`, block.text];
      case "list":
        return block.items;
      case "table":
        return block.rows.map((row) => row.join(" | "));
      case "fields":
        return block.items.map(({ label, value }) => `${label}: ${value}`);
      case "signature":
        return block.lines.map(({ label }) => label);
      case "rule":
        return [];
      case "together":
        return linesOf(block.blocks);
    }
  });
}
