import { parseExact } from "../math/decimal.ts";
import { multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";

/**
 * Reads a price per share in the currency: a decimal, or a fraction where no finite decimal will do, as after a 3:2 split.
 *
 * @example parsePrice("0.05") // 1/20
 * @example parsePrice("1/30") // 1/30
 * @throws RangeError if the text is neither, or the price is zero.
 */
export function parsePrice(text: string): Rational {
  const fraction = /^(\d+)\/([1-9]\d*)$/.exec(text);
  const price =
    fraction?.[1] === undefined || fraction[2] === undefined
      ? parseExact(text)
      : rational(BigInt(fraction[1]), BigInt(fraction[2]));
  if (price.numerator === 0n) throw new RangeError(`"${text}" is zero`);
  return price;
}

/** A price in the currency as one in its smallest unit. */
export function priceInUnits(price: Rational, decimals: number): Rational {
  return multiply(price, rational(10n ** BigInt(decimals)));
}
