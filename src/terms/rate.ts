import { parseExact } from "../math/decimal.ts";
import { compare, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";

/** What the contracts scale a yearly rate by: 7.75% is 7_750_000. */
export const RATE_SCALE = 100_000_000n;

const MOST_DECIMALS = 6;

/**
 * Reads a yearly rate written as a percentage, below 100% and with at most six decimals of a percent.
 *
 * @example parseRate("7.75%") // 31/400
 * @throws RangeError if the text is anything else.
 */
export function parseRate(text: string): Rational {
  const match = /^(-?[\d.]+)%$/.exec(text);
  if (match?.[1] === undefined) throw new RangeError(`"${text}" is not a percentage such as "7.75%"`);
  if (match[1].startsWith("-")) throw new RangeError(`"${text}" is negative`);

  const percent = parsePercent(match[1], text);
  const decimals = match[1].split(".")[1]?.length ?? 0;
  if (decimals > MOST_DECIMALS) {
    throw new RangeError(`"${text}" has ${decimals} decimals of a percent; at most ${MOST_DECIMALS} can be held`);
  }
  if (compare(percent, rational(100n)) >= 0) throw new RangeError(`"${text}" is not below 100%`);
  return rational(percent.numerator, percent.denominator * 100n);
}

/** A rate as the contracts hold it, scaled by 1e8; exact, because a rate has at most six decimals of a percent. */
export function scaleRate(rate: Rational): bigint {
  return (rate.numerator * RATE_SCALE) / rate.denominator;
}

/** The rate that the contracts hold so. @example unscaleRate(7_750_000n) // 31/400 */
export function unscaleRate(scaled: bigint): Rational {
  return rational(scaled, RATE_SCALE);
}

function parsePercent(digits: string, text: string): Rational {
  try {
    return parseExact(digits);
  } catch {
    throw new RangeError(`"${text}" is not a percentage such as "7.75%"`);
  }
}
