/** The bytes of the fonts a PDF is set in and carries: TrueType or OpenType. The same fonts, the same bytes of the PDF. */
export interface DocumentFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

/** A character that the fonts do not have, or that runs from right to left. The message is one line. */
export class UnprintableError extends Error {
  override readonly name = "UnprintableError";
}
