import { createRequire } from "node:module";

const solc = createRequire(import.meta.url)("solc") as { compile: (input: string) => string };

interface Node {
  readonly nodeType: string;
  readonly src: string;
  readonly condition?: Node;
  readonly [key: string]: unknown;
}

/** A place where the code goes one way or the other. */
export interface Branch {
  readonly line: number;
  /** Line of the marked source that runs when the condition holds. */
  readonly taken: number;
  /** Line of the marked source that runs when it does not. */
  readonly notTaken: number;
}

/** A source whose every branch leaves a trace that line coverage can see. */
export interface Marked {
  readonly source: string;
  readonly branches: readonly Branch[];
}

/**
 * Passes every condition of an `if` and of a conditional expression through a function of its own at the end of the file, with a line for
 * either answer. Line numbers of the original stay as they are.
 *
 * @example markBranches("A.sol", "contract A { function f(uint x) public pure returns (uint) { return x > 1 ? x : 1; } }")
 */
export function markBranches(file: string, source: string): Marked {
  const text = Buffer.from(source, "utf8");
  const conditions = conditionsIn(parse(file, source)).sort((a, b) => a.start - b.start);
  const inserts = conditions.flatMap(({ start, end }, index) => [
    { at: start, nesting: -end, text: `branch${String(index)}_(` },
    { at: end, nesting: start, text: ")" },
  ]);
  inserts.sort((a, b) => a.at - b.at || a.nesting - b.nesting);

  let marked = "";
  let from = 0;
  for (const { at, text: inserted } of inserts) {
    marked += text.subarray(from, at).toString("utf8") + inserted;
    from = at;
  }
  marked += text.subarray(from).toString("utf8");
  if (!marked.endsWith("\n")) marked += "\n";

  let line = marked.split("\n").length;
  const branches = conditions.map(({ start }) => {
    const branch = { line: lineAt(text, start), taken: line + 2, notTaken: line + 4 };
    line += 6;
    return branch;
  });
  const functions = conditions.map(
    (_, index) =>
      `function branch${String(index)}_(bool holds) pure returns (bool) {\n    if (holds) {\n        return true;\n    }\n    return false;\n}\n`,
  );
  return { source: marked + functions.join(""), branches };
}

function parse(file: string, content: string): Node {
  const input = {
    language: "Solidity",
    sources: { [file]: { content } },
    settings: { stopAfter: "parsing", outputSelection: { "*": { "": ["ast"] } } },
  };
  const output = JSON.parse(solc.compile(JSON.stringify(input))) as { sources?: Record<string, { ast: Node }> };
  const ast = output.sources?.[file]?.ast;
  if (ast === undefined) throw new Error(`${file}: cannot be parsed`);
  return ast;
}

function conditionsIn(node: unknown): { start: number; end: number }[] {
  if (Array.isArray(node)) return node.flatMap(conditionsIn);
  if (typeof node !== "object" || node === null) return [];
  const found = Object.values(node).flatMap(conditionsIn);
  const { nodeType, condition } = node as Node;
  if ((nodeType === "IfStatement" || nodeType === "Conditional") && condition !== undefined) {
    const [start = 0, length = 0] = condition.src.split(":").map(Number);
    found.push({ start, end: start + length });
  }
  return found;
}

function lineAt(text: Buffer, offset: number): number {
  return text.subarray(0, offset).toString("utf8").split("\n").length;
}
