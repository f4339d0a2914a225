/**
 * The same list in an order drawn from a seed: any first part of it is a fair sample.
 *
 * @param seed A whole number.
 */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const drawn = [...list];
  const random = generator(seed);
  for (let at = drawn.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [drawn[at], drawn[other]];
    if (a === undefined || b === undefined) continue;
    [drawn[at], drawn[other]] = [b, a];
  }
  return drawn;
}

/** Numbers from 0 to 1, by the generator mulberry32. */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
