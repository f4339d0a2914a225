import { readFileSync } from "node:fs";
import { join } from "node:path";

import { ROOT } from "../helpers/commandLine.ts";

/** A command of a page, and what the page says it prints. */
export interface Command {
  /** Line of the page it stands on, from one. */
  readonly line: number;
  /** As a reader types it, in one line. */
  readonly text: string;
  /** Whether the page says that it is refused. */
  readonly refused: boolean;
  /** Lines the page shows of its output, in order; `…` stands for whatever differs. */
  readonly prints: readonly string[];
}

interface Block {
  readonly line: number;
  readonly info: string;
  readonly lines: readonly string[];
}

/**
 * The commands of a page: the lines of its `sh` blocks. A `text` block that follows one shows what the last of its commands prints; after
 * `sh refused` the command is to be refused. Other blocks are not for typing.
 */
export function commandsOf(page: string): Command[] {
  const commands: Command[] = [];
  for (const { line, info, lines } of blocksOf(page)) {
    const last = commands.at(-1);
    if (info === "text" && last !== undefined) commands[commands.length - 1] = { ...last, prints: lines };
    if (!info.startsWith("sh")) continue;
    const refused = info === "sh refused";
    for (const [offset, text] of joined(lines)) commands.push({ line: line + 1 + offset, text, refused, prints: [] });
  }
  return commands;
}

/** The page that a page asks its reader to have followed first; undefined for none. */
export function prerequisiteOf(page: string): string | undefined {
  return /<!-- after: (\S+) -->/.exec(read(page))?.[1];
}

/** Whether a text has the lines in this order, each part of a line that `…` stands for left open. */
export function missingFrom(output: string, lines: readonly string[]): string | undefined {
  let rest = output.split("\n");
  for (const line of lines) {
    if (line.trim() === "…" || line.trim() === "") continue;
    const pattern = new RegExp(
      line
        .trim()
        .split("…")
        .map((part) =>
          part
            .trim()
            .replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
            .replace(/\s+/g, "\\s+"),
        )
        .join(".*"),
    );
    const found = rest.findIndex((candidate) => pattern.test(candidate));
    if (found === -1) return line;
    rest = rest.slice(found + 1);
  }
  return undefined;
}

function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; info: string; lines: string[] } | undefined;
  for (const [index, line] of read(page).split("\n").entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (fence === null) open?.lines.push(line);
    else if (open === undefined) open = { line: index + 1, info: (fence[1] ?? "").trim(), lines: [] };
    else {
      blocks.push(open);
      open = undefined;
    }
  }
  return blocks;
}

/** Lines that are not empty, those that end in a backslash joined to the next, with the place of the first. */
function joined(lines: readonly string[]): [place: number, text: string][] {
  const found: [number, string][] = [];
  let continues = false;
  for (const [place, line] of lines.entries()) {
    const text = line.replace(/\\$/, "").trim();
    const last = found.at(-1);
    if (continues && last !== undefined) last[1] += ` ${text}`;
    else if (text !== "") found.push([place, text]);
    continues = line.endsWith("\\");
  }
  return found;
}

function read(page: string): string {
  return readFileSync(join(ROOT, page), "utf8");
}
