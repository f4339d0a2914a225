import type { Attachment, Block, Document, FieldsBlock, SignatureBlock, TableBlock } from "./document.ts";
import { plainText } from "./plainText.ts";

const SIGNATURE_LINE = ".".repeat(40);

/**
 * Writes a document as Markdown (CommonMark, with the tables of GitHub): the same document, the same bytes. Attachments come
 * last, each in a fenced block.
 * @example toMarkdown(promissoryNote(sheet))
 */
export function toMarkdown({ blocks, attachments }: Document): string {
  const parts = [...blocks.map(blockOf), ...attachments.map(attachmentOf)];
  return `${parts.join("\n\n")}\n`;
}

function blockOf(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${inline(block.text)}`;
    case "paragraph":
      return line(block.text);
    case "clause":
      return `### ${inline(block.number)}. ${inline(block.title)}\n\n${line(block.text)}`;
    case "list":
      return block.items.map((item) => `- ${line(item)}`).join("\n");
    case "table":
      return tableOf(block);
    case "fields":
      return fieldsOf(block);
    case "signature":
      return signatureOf(block);
    case "rule":
      return "---";
    case "together":
      return block.blocks.map(blockOf).join("\n\n");
  }
}

function tableOf({ columns, rows, caption }: TableBlock): string {
  const table = [
    rowOf(columns.map(({ title }) => title)),
    `|${columns.map(({ align }) => (align === "right" ? " ---: " : " --- ")).join("|")}|`,
    ...rows.map(rowOf),
  ].join("\n");
  return caption === undefined ? table : `**${inline(caption)}**\n\n${table}`;
}

function rowOf(cells: readonly string[]): string {
  return `| ${cells.map(inline).join(" | ")} |`;
}

function fieldsOf({ items }: FieldsBlock): string {
  return items.map(({ label, value }) => `- **${inline(label)}:** ${inline(value)}`).join("\n");
}

function signatureOf({ lines }: SignatureBlock): string {
  return lines
    .map(({ label, name }) => `${line(label)}: ${name === "" ? SIGNATURE_LINE : `${SIGNATURE_LINE} ${inline(name)}`}`)
    .join("\\\n");
}

function attachmentOf({ name, mediaType, text, description }: Attachment): string {
  const fence = "`".repeat(Math.max(3, longestRunOfBackticks(text) + 1));
  const language = /^application\/json$/.test(mediaType) ? "json" : "";
  return `## ${inline(name)}\n\n${line(description)}\n\n${fence}${language}\n${text}\n${fence}`;
}

function longestRunOfBackticks(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}

/** Text in the middle of a line, with everything escaped that Markdown, HTML or a reader's links would take for its own. */
function inline(text: string): string {
  return plainText(text)
    .replace(/[\\`*_[\]<>|~&$@^{}]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/\bwww(?=\.)/gi, "$&\\");
}

/** Text at the beginning of a line, where more is markup: a heading, an item, a rule. */
function line(text: string): string {
  return inline(text)
    .replace(/^[#+=-]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
