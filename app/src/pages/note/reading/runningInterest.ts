import type { Rational } from "../../../../../src/math/rational.ts";

/**
 * What would have accrued of today's interest if it accrued by the second, which it does not: a day's interest is counted, and owed, at its end.
 *
 * @param perDiem What the day adds, exactly, in currency units.
 * @param from First second of the day.
 * @param to First second of the next: a day on which clocks are moved has 23 or 25 hours.
 * @param now Second it is; before the day it counts as its beginning, after it as its end.
 * @returns Currency units, rounded down.
 * @example runningInterest(rational(86400n), 0, 86400, 43200) // 43200n
 */
export function runningInterest(perDiem: Rational, from: number, to: number, now: number): bigint {
  const passed = BigInt(Math.min(Math.max(now, from), to) - from);
  return (perDiem.numerator * passed) / (perDiem.denominator * BigInt(to - from));
}
