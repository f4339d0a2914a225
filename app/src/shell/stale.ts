/** Seconds after which a chain that makes blocks by itself is taken to stand still. */
const STANDS_STILL_AFTER_SECONDS = 15 * 60;

/**
 * Whether a chain's last block is too old for its figures to be taken as those of now.
 *
 * @param timestamp Of the block, in seconds since 1970-01-01T00:00:00Z.
 * @param now This machine's clock, in the same.
 * @param isOwn A chain of one's own makes blocks when it is told to, and its clock is its own.
 * @example isStale(1125633600, 1125633612, false) // false
 */
export function isStale(timestamp: number, now: number, isOwn: boolean): boolean {
  return !isOwn && now - timestamp > STANDS_STILL_AFTER_SECONDS;
}
