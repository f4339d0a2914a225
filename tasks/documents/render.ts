import { resolve } from "node:path";

import { sha256 } from "ethers";

import { toMarkdown } from "../../src/documents/markdown.ts";
import { renderPdf, UnprintableError } from "../../src/documents/pdf.ts";
import type { Pdf } from "../../src/documents/pdf.ts";
import { promissoryNote } from "../../src/documents/promissoryNote.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { termSheetHash } from "../../src/terms/termSheetHash.ts";
import { run, UsageError } from "../command.ts";
import { dayOption, rebased } from "../sheet/sheetOption.ts";
import { onlyFile, requireWritable, writeBytes } from "./files.ts";
import { readFonts } from "../../src/documents/readFonts.ts";

interface RenderArguments {
  readonly files: string[];
  readonly pdf: string;
  readonly markdown: string;
  readonly rebase: string;
  readonly json: boolean;
}

interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
}

/** `npx hardhat note render FILE [--pdf OUT] [--markdown OUT] [--rebase DATE] [--json]` */
export default async function renderTask({ files, pdf, markdown, rebase, json }: RenderArguments): Promise<void> {
  await run(async () => {
    const file = onlyFile("note render", files);
    const dated = dayOption("rebase", rebase);
    const sheet = rebased(file, await readTermSheet(file), dated);
    if (pdf !== "") await requireWritable("--pdf", pdf, file);
    if (markdown !== "") await requireWritable("--markdown", markdown, file);
    if (pdf !== "" && markdown !== "" && resolve(pdf) === resolve(markdown)) {
      throw new UsageError(`--pdf and --markdown: both are ${pdf}`);
    }

    const text = toMarkdown(promissoryNote(sheet));
    const rendered = pdf === "" ? null : await renderSheet(file, sheet);
    const markdownWritten = markdown === "" ? null : await write(markdown, new TextEncoder().encode(text));
    const pdfWritten = rendered === null ? null : { ...(await write(pdf, rendered.bytes)), pages: rendered.pages };

    if (json) {
      const written = { markdown: markdownWritten, pdf: pdfWritten };
      return JSON.stringify({ file, termSheet: termSheetHash(sheet), ...written }, null, 2);
    }
    if (markdownWritten === null && pdfWritten === null) return text.trimEnd();
    for (const each of [markdownWritten, pdfWritten]) {
      if (each !== null) process.stderr.write(`written ${each.path}, SHA-256 ${each.sha256}\n`);
    }
    return null;
  });
}

async function renderSheet(file: string, sheet: TermSheet): Promise<Pdf> {
  try {
    return await renderPdf(promissoryNote(sheet), await readFonts());
  } catch (error) {
    if (!(error instanceof UnprintableError)) throw error;
    throw new UsageError(`${file}: ${error.message}; Markdown can hold it`);
  }
}

async function write(path: string, bytes: Uint8Array): Promise<WrittenFile> {
  await writeBytes(path, bytes);
  return { path, sha256: sha256(bytes).slice(2) };
}
