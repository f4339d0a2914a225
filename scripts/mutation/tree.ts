/** A node of the compiler's syntax tree, as far as it is read here. */
export interface Node {
  readonly nodeType: string;
  readonly src: string;
  readonly id: number;
  readonly [key: string]: unknown;
}

/** Where a node stands in its source, in bytes. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A node's place in its source. */
export function rangeOf({ src }: Node): Range {
  const [start = 0, length = 0] = src.split(":").map(Number);
  return { start, end: start + length };
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "nodeType" in value;
}

/** The node a key holds; undefined if it holds none. */
export function nodeAt(node: Node, key: string): Node | undefined {
  const value = node[key];
  return isNode(value) ? value : undefined;
}

/** The nodes a key holds in a list. */
export function nodesAt(node: Node, key: string): Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text a key holds; empty if it holds none. */
export function textAt(node: Node, key: string): string {
  const value = node[key];
  return typeof value === "string" ? value : "";
}

/** A node's type as the compiler writes it; empty where it has none. */
export function typeOf(node: Node | undefined, key = "typeDescriptions"): string {
  const described = node?.[key] as { readonly typeString?: string } | undefined;
  return described?.typeString ?? "";
}

/** The nodes right below a node, in the order of the source. */
export function childrenOf(node: Node): Node[] {
  const found = Object.values(node)
    .flatMap((value): unknown[] => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
  return found.toSorted((a, b) => rangeOf(a).start - rangeOf(b).start);
}

/** Every node below a node, and the node itself. */
export function everyNode(node: Node): Node[] {
  return [node, ...childrenOf(node).flatMap(everyNode)];
}
