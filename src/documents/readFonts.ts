import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

import type { DocumentFonts } from "./pdf/fonts.ts";

const require = createRequire(import.meta.url);

/**
 * Reads the fonts of documents, DejaVu Serif Condensed, from the package that ships them.
 *
 * @example await toPdf(promissoryNote(sheet), await readFonts())
 */
export async function readFonts(): Promise<DocumentFonts> {
  const [regular, bold] = await Promise.all([fontOf("DejaVuSerifCondensed"), fontOf("DejaVuSerifCondensed-Bold")]);
  return { regular, bold };
}

async function fontOf(name: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));
}
