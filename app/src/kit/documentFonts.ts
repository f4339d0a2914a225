import bold from "dejavu-fonts-ttf/ttf/DejaVuSerifCondensed-Bold.ttf?url";
import regular from "dejavu-fonts-ttf/ttf/DejaVuSerifCondensed.ttf?url";
import type { DocumentFonts } from "allonge/documents";

/** The fonts that documents are written with, as the command line's: of the page's own folder, asked for on use alone. */
export async function documentFonts(): Promise<DocumentFonts> {
  const [one, other] = await Promise.all([bytesOf(regular), bytesOf(bold)]);
  return { regular: one, bold: other };
}

async function bytesOf(address: string): Promise<Uint8Array> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("a font of the page could not be loaded");
  return new Uint8Array(await answer.arrayBuffer());
}
