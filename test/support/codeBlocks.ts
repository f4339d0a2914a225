/** A fenced block of code in a page of Markdown. */
export interface CodeBlock {
  readonly code: string;
  /** Line of the page on which the code begins, from one. */
  readonly line: number;
}

const FENCE = /^```(.*)$/;

/**
 * The fenced blocks of a page that are marked in one way.
 *
 * @param info What follows the opening fence, whole: a language alone, or with a mark of one's own after it.
 * @throws Error if a block is left open.
 * @example codeBlocks(page, "ts sdk").map(({ code }) => code).join("\n")
 */
export function codeBlocks(page: string, info: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let open: { readonly info: string; readonly line: number; readonly lines: string[] } | null = null;
  for (const [index, text] of page.split("\n").entries()) {
    const fence = FENCE.exec(text);
    if (open === null) {
      if (fence !== null) open = { info: fence[1]?.trim() ?? "", line: index + 2, lines: [] };
    } else if (fence === null) {
      open.lines.push(text);
    } else {
      if (open.info === info) blocks.push({ code: open.lines.join("\n"), line: open.line });
      open = null;
    }
  }
  if (open !== null) throw new Error(`the block that begins on line ${open.line} is left open`);
  return blocks;
}

/** Every way in which blocks of a page are marked. */
export function marksOf(page: string): string[] {
  const fences = page.split("\n").filter((line) => FENCE.test(line));
  return [...new Set(fences.filter((_, index) => index % 2 === 0).map((fence) => fence.slice(3).trim()))];
}

/**
 * What code says it prints, in the comment that ends each `console.log`.
 *
 * @example outputOf('console.log(note.status); // outstanding') // ["outstanding"]
 */
export function outputOf(code: string): string[] {
  return code.split("\n").flatMap((line) => {
    const comment = /\bconsole\.log\(.*\); \/\/ (.+)$/.exec(line)?.[1];
    return comment === undefined ? [] : [comment];
  });
}
