import { compile, OURS, withSources } from "./compiler.ts";
import type { Input, Output } from "./compiler.ts";
import { declarationsOf, pointsOf } from "./points.ts";
import type { Point } from "./points.ts";
import { schemata } from "./schemata.ts";
import type { Modifier } from "./schemata.ts";
import { everyNode, nodeAt, nodesAt, rangeOf, textAt } from "./tree.ts";
import type { Node } from "./tree.ts";

/** What is mutated; the certificate's pictures, interfaces and mocks are not. */
const MUTATED = [
  /^contracts\/(clauses|libraries|stock)\//,
  /^contracts\/(ControlForest|ControlRegistry|AttestedControlRegistry|NewYorkCalendar|UTCCalendar|CommonStock)\.sol$/,
];

/** A source of the project that is mutated, and where. */
export interface MutatedSource {
  readonly file: string;
  readonly points: readonly Point[];
}

/** Reads the sources and finds all places that can be mutated. */
export function findPoints(input: Input): { readonly sources: MutatedSource[]; readonly output: Output } {
  const output = compile(withSources(input, input.sources, { "": ["ast"] }));
  const asts = Object.values(output.sources).map(({ ast }) => ast);
  const declarations = declarationsOf(asts);
  const sources = Object.entries(output.sources).flatMap(([name, { ast }]) => {
    const file = name.slice(OURS.length);
    if (!name.startsWith(OURS) || !MUTATED.some((pattern) => pattern.test(file))) return [];
    return [{ file, points: pointsOf({ file, content: input.sources[name]?.content ?? "", ast }, declarations) }];
  });
  return { sources, output };
}

/** The places that have some of the mutants, with these alone. */
export function only(sources: readonly MutatedSource[], ids: ReadonlySet<string>): MutatedSource[] {
  return sources.flatMap(({ file, points }) => {
    const left = points.flatMap((point) => {
      const mutants = point.mutants.filter(({ mutant }) => ids.has(mutant.id));
      return mutants.length === 0 ? [] : [{ ...point, mutants }];
    });
    return left.length === 0 ? [] : [{ file, points: left }];
  });
}

/** All sources, in which every mutant of some stands beside the original. */
export function mutate(
  input: Input,
  output: Output,
  mutated: readonly MutatedSource[],
  numberOf: (id: string) => number,
): Input["sources"] {
  const declarations = new Map(
    Object.entries(output.sources).flatMap(([name, { ast }]) =>
      everyNode(ast).map((node) => [node.id, { node, content: input.sources[name]?.content ?? "" }] as const),
    ),
  );
  return Object.fromEntries(
    Object.entries(input.sources).map(([name, { content }]) => {
      if (!name.startsWith(OURS)) return [name, { content: openGuard(name, content) }];
      const source = mutated.find(({ file }) => `${OURS}${file}` === name);
      const ast = output.sources[name]?.ast;
      if (source === undefined || ast === undefined) return [name, { content: withoutPure(content) }];
      const modifierAt = (point: Point) => modifierOf(ast, point, declarations);
      return [name, { content: withoutPure(schemata(content, source.points, numberOf, modifierAt)) }];
    }),
  );
}

/** A modifier that is left out in part is written again in the contract that uses it, which cannot call what is private to another. */
function openGuard(name: string, content: string): string {
  return name.endsWith("ReentrancyGuardTransient.sol") ? content.replaceAll(/\bprivate\b/g, "internal") : content;
}

/** Which mutant is on is read from the chain, which nothing pure may do. */
function withoutPure(content: string): string {
  return content.replaceAll(/^(?!\s*(?:\/\/|\*)).*\bpure\b.*$/gm, (line) => line.replaceAll(/\bpure\b/g, "view"));
}

function modifierOf(
  ast: Node,
  point: Point,
  declarations: ReadonlyMap<number, { readonly node: Node; readonly content: string }>,
): Modifier {
  const invocation = everyNode(ast).find(
    (node) => node.nodeType === "ModifierInvocation" && rangeOf(node).start === point.start,
  );
  const named = invocation === undefined ? undefined : nodeAt(invocation, "modifierName");
  const declared = declarations.get(named?.["referencedDeclaration"] as number);
  const body = declared === undefined ? undefined : nodeAt(declared.node, "body");
  const contract = nodesAt(ast, "nodes").find(
    (node) => rangeOf(node).start <= point.start && rangeOf(node).end >= point.end,
  );
  if (named === undefined || declared === undefined || body === undefined || contract === undefined) {
    throw new Error(`no modifier at byte ${point.start}`);
  }
  const { start, end } = rangeOf(body);
  return {
    name: textAt(named, "name"),
    body: Buffer.from(declared.content).subarray(start, end).toString(),
    contractEnds: rangeOf(contract).end - 1,
  };
}
