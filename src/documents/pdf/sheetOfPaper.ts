/** The page, in points: letter paper with an inch around the text. */
export const paper = {
  size: "LETTER",
  width: 612,
  height: 792,
  margin: 72,
  /** Where the footer begins. */
  footer: 738,
} as const;

/** Width of the text. */
export const textWidth = paper.width - 2 * paper.margin;

/** Height of the text. */
export const textHeight = paper.height - 2 * paper.margin;
