/**
 * Why there is no note of a number, in words without a full stop.
 *
 * @param count How many have been made.
 * @example noSuchNote(99n, 1n) // "there is no note 99; only 1 has been made"
 */
export function noSuchNote(id: bigint, count: bigint): string {
  const made =
    count === 0n ? "none has been made" : count === 1n ? "only 1 has been made" : `only ${count} have been made`;
  return `there is no note ${id}; ${made}`;
}
