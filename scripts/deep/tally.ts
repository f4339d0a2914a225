/** How often an act was let through, and how often refused. */
export interface Count {
  readonly accepted: number;
  readonly refused: number;
}

/** Counts by act. */
export type Counts = ReadonlyMap<string, Count>;

/** Nobody is entitled to these. */
const NEVER_ACCEPTED: ReadonlySet<string> = new Set(["meddle", "pay by the holder"]);

/** What is counted and is no call of its own: time that passes, a look, and what a payment that is counted has come to. */
const NO_CALLS: ReadonlySet<string> = new Set([
  "pass days",
  "pass seconds",
  "reach an edge",
  "pass the days to object",
  "hold a payment",
  "look",
]);

const ROW = /^\s*(\S.*?)\s+(\d+)\s+(\d+)(?:\s{2}.*)?$/;

/**
 * Reads rows of an act, how often it was accepted and how often refused, between two lines; reasons behind them are passed over.
 *
 * @param from What the line before the first row holds.
 * @param to What the line after the last row holds, or is.
 * @example countsIn("Deep\nconvert  2  1\n ✔", /Deep/, /✔/) // Map { "convert" => { accepted: 2, refused: 1 } }
 */
export function countsIn(output: string, from: RegExp, to: RegExp): Counts {
  const counts = new Map<string, Count>();
  let reading = false;
  for (const line of output.split("\n")) {
    if (!reading) {
      reading = from.test(line);
      continue;
    }
    if (to.test(line)) break;
    const [, act = "", accepted, refused] = ROW.exec(line) ?? [];
    if (act !== "") counts.set(act, { accepted: Number(accepted), refused: Number(refused) });
  }
  return counts;
}

/** The sum of both. */
export function together(one: Counts, other: Counts): Counts {
  const sum = new Map(one);
  for (const [act, { accepted, refused }] of other) {
    const before = sum.get(act) ?? { accepted: 0, refused: 0 };
    sum.set(act, { accepted: before.accepted + accepted, refused: before.refused + refused });
  }
  return sum;
}

/** All calls as one. */
export function total(counts: Counts): Count {
  const all = [...counts].filter(([act]) => !NO_CALLS.has(act)).map(([, count]) => count);
  return {
    accepted: all.reduce((sum, { accepted }) => sum + accepted, 0),
    refused: all.reduce((sum, { refused }) => sum + refused, 0),
  };
}

/** How many calls there were. */
export function callsOf(counts: Counts): number {
  const { accepted, refused } = total(counts);
  return accepted + refused;
}

/** Acts that were tried and never let through, though somebody is entitled to them. */
export function inVain(counts: Counts): readonly string[] {
  return [...counts].filter(([act, { accepted }]) => accepted === 0 && !NEVER_ACCEPTED.has(act)).map(([act]) => act);
}

/** A row for each act, most tried first; what is no call, in brackets, last. */
export function tableOf(counts: Counts): string {
  const row = (act: string, accepted: string, refused: string) =>
    `${act.padEnd(28)}${accepted.padStart(12)}${refused.padStart(12)}`;
  const rows = sorted(counts).map(([act, { accepted, refused }]) =>
    row(NO_CALLS.has(act) ? `(${act})` : act, figure(accepted), figure(refused)),
  );
  return [row("act", "accepted", "refused"), ...rows].join("\n");
}

/** The same as {@link tableOf}, as a page has it: calls alone. */
export function rowsOf(counts: Counts): readonly string[] {
  return sorted(counts)
    .filter(([act]) => !NO_CALLS.has(act))
    .map(([act, { accepted, refused }]) => `| ${act} | ${figure(accepted)} | ${figure(refused)} |`);
}

function sorted(counts: Counts): readonly (readonly [string, Count])[] {
  const tried = (act: string, { accepted, refused }: Count) => (NO_CALLS.has(act) ? -1 : accepted + refused);
  return [...counts].toSorted(([one, a], [other, b]) => tried(other, b) - tried(one, a));
}

/** A whole number with commas. */
export function figure(count: number): string {
  return count.toLocaleString("en-US");
}
