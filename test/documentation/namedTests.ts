import { existsSync, readFileSync } from "node:fs";

import ts from "typescript";

const ROOT = new URL("../../", import.meta.url);
/** Between the file, what a test stands in, and its title. */
const STEP = " › ";
/** On the page, for what a parametrised title fills in. */
const ANYTHING = "…";

/** An `it` or a `describe`, with what stands in it. */
interface Named {
  /** The parts of its title that do not vary, before, between and after those that do; none where all of it does. */
  readonly title: readonly string[];
  readonly within: readonly Named[];
}

/** A list item of a page. */
interface Item {
  /** The line it begins on, from one. */
  readonly line: number;
  readonly heading: string;
  readonly text: string;
}

function titleOf(argument: ts.Expression | undefined): readonly string[] {
  if (argument === undefined) return [];
  if (ts.isStringLiteralLike(argument)) return [argument.text];
  if (!ts.isTemplateExpression(argument)) return [];
  return [argument.head.text, ...argument.templateSpans.map((span) => span.literal.text)];
}

function namedIn(node: ts.Node): readonly Named[] {
  const found: Named[] = [];
  node.forEachChild((child) => {
    const within = namedIn(child);
    const called = ts.isCallExpression(child) && ts.isIdentifier(child.expression) ? child.expression.text : "";
    if (ts.isCallExpression(child) && (called === "it" || called === "describe")) {
      found.push({ title: titleOf(child.arguments[0]), within });
    } else {
      found.push(...within);
    }
  });
  return found;
}

const parsed = new Map<string, readonly Named[]>();

/** What a file of tests names; read once, since a page names a file many times. */
function testsIn(path: string, source: string): readonly Named[] {
  const known = parsed.get(path) ?? namedIn(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  parsed.set(path, known);
  return known;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a title reads so; what it fills in is left open or is written somewhere in the file. */
function reads(title: readonly string[], written: string, source: string): boolean {
  if (title.length === 0) return false;
  const match = new RegExp(`^${title.map(escaped).join("(.+?)")}$`).exec(written);
  return match?.slice(1).every((filled) => filled === ANYTHING || source.includes(filled)) ?? false;
}

/** Whether these titles stand one within another, others between them or not. */
function holds(all: readonly Named[], path: readonly string[], source: string): boolean {
  const [first, ...rest] = path;
  if (first === undefined) return true;
  return all.some(
    ({ title, within }) => (reads(title, first, source) && holds(within, rest, source)) || holds(within, path, source),
  );
}

function faultOf(reference: string): string | undefined {
  const [path = "", ...titles] = reference.split(STEP);
  const file = new URL(path, ROOT);
  if (titles.length === 0) return `names no test in ${path}`;
  if (!existsSync(file)) return `names a file that is not there: ${path}`;
  const source = readFileSync(file, "utf8");
  const found = path.endsWith(".sol")
    ? titles.every((title) => source.includes(`function ${title}(`))
    : holds(testsIn(path, source), titles, source);
  return found ? undefined : `names a test that is not in ${path}: ${titles.join(STEP)}`;
}

/**
 * The list items of a page, each with the headings it stands under, as `Borrower, Alone`.
 *
 * @param page Text in Markdown; lists are not nested.
 */
export function itemsOf(page: string): readonly Item[] {
  const items: Item[] = [];
  let [section, subsection] = ["", ""];
  for (const [index, line] of page.split("\n").entries()) {
    const [, level, heading = ""] = /^(##+) (.*)$/.exec(line) ?? [];
    const last = items.at(-1);
    if (level === "##") [section, subsection] = [heading, ""];
    else if (level !== undefined) subsection = `, ${heading}`;
    else if (/^(- |\d+\. )/.test(line)) items.push({ line: index + 1, heading: section + subsection, text: line });
    else if (/^\s+\S/.test(line) && last) items[items.length - 1] = { ...last, text: `${last.text}\n${line}` };
  }
  return items;
}

/**
 * What is wrong with the tests that a page names: every list item ends with at least one, in backticks, as the file, what the test stands in if
 * that is needed to tell it, and its title, with `…` or a word of the file for what a parametrised title fills in. In Solidity: the function.
 *
 * @param page Text in Markdown.
 * @param name What the page is called in the answer.
 * @returns A sentence for each fault, which begins with page and line.
 * @example
 * faultsIn("- Pays. `test/clauses/Payment.test.ts › is taken from the …, straight to the holder`", "page.md"); // []
 */
export function faultsIn(page: string, name: string): readonly string[] {
  return itemsOf(page).flatMap(({ line, text }) => {
    const spans = [...text.matchAll(/`([^`]*)`/g)].map(([, span = ""]) => span);
    const references = spans.filter((span) => span.startsWith("test/") || span.includes(STEP));
    const last = references.at(-1);
    const faults = references.map(faultOf).filter((fault) => fault !== undefined);
    if (last === undefined || !text.trimEnd().endsWith(`\`${last}\``)) faults.push("does not end with a test");
    return faults.map((fault) => `${name}:${String(line)} ${fault}`);
  });
}
