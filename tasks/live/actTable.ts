import Table from "cli-table3";
import colors from "picocolors";

import type { Row } from "../../src/chain/acts/act.ts";
import { plainText } from "../../src/chain/noteWords.ts";

/** Characters of a cell's line, where there is a space to break it. */
const WIDTH = 84;

/** Writes a sentence and the figures under it: as they are, and as they will be. */
export function actTable(says: string, rows: readonly Row[], changed = "after"): string {
  const alone = rows.filter(({ before }) => before === undefined);
  const compared = rows.filter(({ before }) => before !== undefined);
  const parts = [colors.bold(plainText(says))];
  if (alone.length > 0) {
    const cells = alone.map(({ label, after }) => [label, after]);
    parts.push(table([], cells));
  }
  if (compared.length > 0) {
    const cells = compared.map(({ label, before = "", after }) => [label, before, after]);
    parts.push(table(["", "before", changed], cells));
  }
  return parts.join("\n");
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const built = new Table({
    head: head.map((heading) => colors.bold(heading)),
    style: { head: [], border: [], compact: true },
  });
  // some of it comes out of files and logs that others have written
  built.push(...rows.map((cells) => cells.map((cell) => wrapped(plainText(cell)))));
  return built.toString();
}

function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1) ?? "";
    if (line !== "" && line.length + word.length >= WIDTH) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines.join("\n");
}
