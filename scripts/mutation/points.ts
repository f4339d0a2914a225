import { createHash } from "node:crypto";

import { changesOf, skipped } from "./operators.ts";
import type { Change } from "./operators.ts";
import { childrenOf, everyNode, nodeAt, nodesAt, rangeOf, textAt } from "./tree.ts";
import type { Node, Range } from "./tree.ts";

/** One change of the sources that the tests should notice. */
export interface Mutant {
  /** Stays the same as long as what is changed and its function do: file, function, and a hash of the change. */
  readonly id: string;
  readonly file: string;
  /** The function or modifier it lies in. */
  readonly function: string;
  readonly line: number;
  readonly operator: string;
  readonly original: string;
  readonly replacement: string;
}

/** A place of a source with the mutants that stand there. */
export interface Point extends Range {
  readonly kind: Change["kind"];
  readonly mutants: readonly { readonly mutant: Mutant; readonly text: string }[];
  /** What the original is written as, if it needs to be told its type. */
  readonly original?: string | undefined;
  /** The body of the function it lies in. */
  readonly body: Range;
}

/** A source and its syntax tree. */
export interface Source {
  readonly file: string;
  readonly content: string;
  readonly ast: Node;
}

/** All nodes by their number, since a name points to what it names by number. */
export type Declarations = ReadonlyMap<number, Node>;

/**
 * The places of a source that can be mutated, each with its mutants.
 *
 * @param source Source and tree as the compiler read it.
 * @param declarations What names point to, of all sources.
 */
export function pointsOf(source: Source, declarations: Declarations): Point[] {
  const bytes = Buffer.from(source.content);
  const text = (range: Range) => bytes.subarray(range.start, range.end).toString();
  const seen = new Map<string, number>();
  const points: Point[] = [];

  const visit = (node: Node, parent: Node, within: string, body: Range) => {
    if (skipped(node, parent)) return;
    const changes = changesOf(node, parent, { text, declarations });
    for (const kind of ["expression", "statement", "modifier"] as const) {
      const ofKind = changes.filter((change) => change.kind === kind);
      const range = kind === "statement" ? withSemicolon(bytes, rangeOf(node)) : rangeOf(node);
      const mutants = ofKind.map(({ operator, text: replacement }) => {
        const original = shortened(text(range));
        const key = [source.file, within, operator, original, replacement].join("\n");
        const times = seen.get(key) ?? 0;
        seen.set(key, times + 1);
        const mutant: Mutant = {
          id: `${nameOf(source.file)}.${within}.${hash(`${key}\n${times}`)}`,
          file: source.file,
          function: within,
          line: bytes.subarray(0, range.start).toString().split("\n").length,
          operator,
          original,
          replacement: shortened(replacement),
        };
        return { mutant, text: replacement };
      });
      if (mutants.length > 0) points.push({ ...range, kind, mutants, original: ofKind[0]?.original, body });
    }
    if (changes.some(({ whole }) => whole)) return;
    for (const child of childrenOf(node)) visit(child, node, within, body);
  };

  const contracts = nodesAt(source.ast, "nodes").filter(({ nodeType }) => nodeType === "ContractDefinition");
  for (const contract of contracts) {
    for (const definition of nodesAt(contract, "nodes")) {
      const body = nodeAt(definition, "body");
      if (body === undefined) continue;
      const name = textAt(definition, "name");
      const within = name === "" ? textAt(definition, "kind") : name;
      for (const modifier of nodesAt(definition, "modifiers")) visit(modifier, definition, within, rangeOf(body));
      visit(body, definition, within, rangeOf(body));
    }
  }
  return points.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** What every number of a name points to. */
export function declarationsOf(asts: readonly Node[]): Declarations {
  return new Map(asts.flatMap(everyNode).map((node) => [node.id, node]));
}

function nameOf(file: string): string {
  return (file.split("/").at(-1) ?? file).replace(/\.sol$/, "");
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}

function shortened(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function withSemicolon(bytes: Buffer, range: Range): Range {
  const end = bytes.indexOf(";", range.end);
  return { start: range.start, end: bytes[range.end - 1] === 0x3b ? range.end : end + 1 };
}
