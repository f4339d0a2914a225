import type { Point } from "./points.ts";

/** An account whose balance is the number of the mutant that is on; nobody has it, so without one that is zero. */
export const SWITCH = "0x00000000000000000000000000006d7574616e74";

/** A modifier that can be left out: its text, and where in the source its contract ends. */
export interface Modifier {
  readonly name: string;
  readonly body: string;
  /** Before the brace that ends the contract, in bytes. */
  readonly contractEnds: number;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * A source in which every mutant stands beside the original, and the number of the one that is on decides.
 *
 * @param content The source.
 * @param points Its places, the outer before the inner.
 * @param numberOf The number of a mutant, from one.
 * @param modifierAt The modifier that is invoked at a place.
 */
export function schemata(
  content: string,
  points: readonly Point[],
  numberOf: (id: string) => number,
  modifierAt: (point: Point) => Modifier,
): string {
  const bytes = Buffer.from(content);
  const render = (start: number, end: number, inner: readonly Point[]): string => {
    const edits: Edit[] = [];
    for (let at = 0; at < inner.length;) {
      const point = inner[at];
      if (point === undefined) break;
      const below = inner.slice(at + 1).findIndex((other) => other.start >= point.end);
      const next = below === -1 ? inner.length : at + 1 + below;
      const original = point.original ?? render(point.start, point.end, inner.slice(at + 1, next));
      edits.push({ start: point.start, end: point.end, text: choice(point, original, numberOf) });
      at = next;
    }
    return splice(bytes, start, end, edits);
  };

  const modifiers = points.filter(({ kind }) => kind === "modifier");
  const ends = new Map<number, string>();
  for (const point of modifiers) {
    const { name, body, contractEnds } = modifierAt(point);
    for (const { mutant } of point.mutants) {
      const number = numberOf(mutant.id);
      const definition = `modifier ${name}_${number}() { if (${isOn(number)}) { _; } else ${body} }`;
      ends.set(contractEnds, `${ends.get(contractEnds) ?? ""}\n${definition}`);
    }
  }
  // from the last to the first, so that what comes before keeps its place
  const cuts = [...ends.keys()].toSorted((a, b) => a - b);
  let [rendered, from] = ["", 0];
  for (const cut of [...cuts, bytes.length]) {
    const within = points.filter(({ start, end }) => start >= from && end <= cut);
    rendered += render(from, cut, within) + (ends.get(cut) ?? "");
    from = cut;
  }
  return rendered;
}

/** Whether a mutant is on, in Solidity. */
export function isOn(number: number): string {
  return `address(${SWITCH}).balance == ${number}`;
}

function choice({ kind, mutants }: Point, original: string, numberOf: (id: string) => number): string {
  if (kind === "modifier") {
    const [first] = mutants;
    return first === undefined ? original : `${original.trim()}_${numberOf(first.mutant.id)}`;
  }
  return mutants.reduceRight((rest, { mutant, text }) => {
    const on = isOn(numberOf(mutant.id));
    if (kind === "expression") return `(${on} ? ${text} : ${rest})`;
    return text === "" ? `{ if (!(${on})) ${braced(rest)} }` : `{ if (${on}) { ${text} } else ${braced(rest)} }`;
  }, original);
}

function braced(statement: string): string {
  return statement.startsWith("{") ? statement : `{ ${statement} }`;
}

function splice(bytes: Buffer, start: number, end: number, edits: readonly Edit[]): string {
  let [text, from] = ["", start];
  for (const edit of edits) {
    text += bytes.subarray(from, edit.start).toString() + edit.text;
    from = edit.end;
  }
  return text + bytes.subarray(from, end).toString();
}
