/** How fast something is done. */
export interface Timing {
  readonly what: string;
  /** Nanoseconds for one, the median of the rounds. */
  readonly nanoseconds: number;
}

const ROUNDS = 9;
const NANOSECONDS = 1_000_000;

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
  if (middle === undefined) throw new RangeError("no values");
  return middle;
}

/**
 * Times what is done many times, in rounds, after one round that is not counted.
 *
 * @param times How often one round does it.
 * @param round Does it so often.
 */
export async function time(what: string, times: number, round: () => unknown, rounds = ROUNDS): Promise<Timing> {
  await round();
  const taken: number[] = [];
  for (let each = 0; each < rounds; each += 1) {
    const started = performance.now();
    await round();
    taken.push(((performance.now() - started) * NANOSECONDS) / times);
  }
  return { what, nanoseconds: median(taken) };
}
