import { resolve } from "node:path";

import { sha256 } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import type { Document } from "../../src/documents/document.ts";
import { toMarkdown } from "../../src/documents/markdown.ts";
import type { NotePlace } from "../../src/documents/notePlace.ts";
import { renderPdf, UnprintableError } from "../../src/documents/pdf.ts";
import type { Pdf } from "../../src/documents/pdf.ts";
import { promissoryNote } from "../../src/documents/promissoryNote.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { termSheetHash } from "../../src/terms/termSheetHash.ts";
import { run, UsageError } from "../command.ts";
import { dayOption, rebased } from "../sheet/sheetOption.ts";
import { onlyFile, requireWritable, writeFiles } from "./files.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { tokenOf } from "./token.ts";
import type { Token } from "./token.ts";

interface RenderArguments {
  readonly files: string[];
  readonly pdf: string;
  readonly markdown: string;
  readonly id: string;
  readonly deployments: string;
  readonly rebase: string;
  readonly force: boolean;
  readonly json: boolean;
}

interface WrittenFile {
  readonly path: string;
  readonly sha256: string;
}

/** `npx hardhat note render FILE [--pdf OUT] [--markdown OUT] [--id N --network NAME [--deployments FOLDER]] [--rebase DATE] [--force] [--json]` */
export default async function renderTask(
  { files, pdf, markdown, id, deployments, rebase, force, json }: RenderArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    const file = onlyFile("note render", files);
    const dated = dayOption("rebase", rebase);
    const sheet = rebased(file, await readTermSheet(file), dated);
    if (pdf !== "") await requireWritable("--pdf", pdf, file);
    if (markdown !== "") await requireWritable("--markdown", markdown, file);
    if (pdf !== "" && markdown !== "" && resolve(pdf) === resolve(markdown)) {
      throw new UsageError(`--pdf and --markdown: both are ${pdf}`);
    }
    const place = id === "" ? null : await placeOf(file, sheet, await tokenOf(hre, id, deployments));

    const note = promissoryNote(sheet, place);
    const text = toMarkdown(note);
    const rendered = pdf === "" ? null : await renderNote(file, note);
    const markdownFile = markdown === "" ? null : new TextEncoder().encode(text);
    await writeFiles(
      [
        ...(markdownFile === null ? [] : [{ option: "--markdown", path: markdown, bytes: markdownFile }]),
        ...(rendered === null ? [] : [{ option: "--pdf", path: pdf, bytes: rendered.bytes }]),
      ],
      force,
    );
    const markdownWritten = markdownFile && writtenFile(markdown, markdownFile);
    const pdfWritten = rendered && { ...writtenFile(pdf, rendered.bytes), pages: rendered.pages };

    if (json) {
      const named = place === null ? null : { ...place, chainId: String(place.chainId), id: String(place.id) };
      const written = { note: named, markdown: markdownWritten, pdf: pdfWritten };
      return JSON.stringify({ file, termSheet: termSheetHash(sheet), ...written }, null, 2);
    }
    if (markdownWritten === null && pdfWritten === null) return text.trimEnd();
    for (const each of [markdownWritten, pdfWritten]) {
      if (each !== null) process.stderr.write(`written ${each.path}, SHA-256 ${each.sha256}\n`);
    }
    return null;
  });
}

/** A text that names a note on other terms would be false. */
async function placeOf(file: string, sheet: TermSheet, { termSheet, difference, place }: Token): Promise<NotePlace> {
  const hash = termSheetHash(sheet);
  if (hash !== termSheet) {
    throw new UsageError(`--id: note ${place.id} is not of ${file}: it carries the hash ${termSheet}, not ${hash}`);
  }
  const differs = await difference(sheet);
  if (differs !== null) throw new UsageError(`--id: note ${place.id} is on other terms than ${file}: ${differs}`);
  return place;
}

async function renderNote(file: string, note: Document): Promise<Pdf> {
  try {
    return await renderPdf(note, await readFonts());
  } catch (error) {
    if (!(error instanceof UnprintableError)) throw error;
    throw new UsageError(`${file}: ${error.message}; Markdown can hold it`);
  }
}

function writtenFile(path: string, bytes: Uint8Array): WrittenFile {
  return { path, sha256: sha256(bytes).slice(2) };
}
