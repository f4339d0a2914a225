import { rational } from "./rational.ts";
import type { Rational } from "./rational.ts";

const DECIMAL = /^(0|[1-9]\d*)(?:\.(\d+))?$/;

/**
 * Reads a decimal that is not negative, exactly: digits, and a point with digits after it if need be. No exponent, no sign,
 * no separators, no leading zeros.
 *
 * @example parseExact("0.05") // 1/20
 * @throws RangeError if the text is anything else.
 */
export function parseExact(text: string): Rational {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError(complaint(text));
  const fraction = match[2] ?? "";
  return rational(BigInt(`${match[1]}${fraction}`), 10n ** BigInt(fraction.length));
}

/**
 * Reads a decimal as whole smallest units.
 *
 * @param decimals How many decimals the unit has: 6 makes "1" a million units.
 * @example parseDecimal("203323.70", 6) // 203323700000n
 * @throws RangeError if the text is no plain decimal, or has more decimals than the unit.
 */
export function parseDecimal(text: string, decimals: number): bigint {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError(complaint(text));
  const fraction = match[2] ?? "";
  if (fraction.length > decimals) {
    throw new RangeError(`"${text}" has ${fraction.length} decimals; at most ${decimals} can be held`);
  }
  return BigInt(`${match[1]}${fraction.padEnd(decimals, "0")}`);
}

/**
 * Writes money: cents always, further decimals as needed, and zero as "0". A currency with fewer than two decimals shows
 * what it has.
 *
 * @param units Amount in the currency's smallest unit.
 * @example formatMoney(203323700000n, 6) // "203323.70"
 */
export function formatMoney(units: bigint, decimals: number): string {
  return units === 0n ? "0" : format(units, decimals, Math.min(2, decimals));
}

/**
 * Writes shares, without trailing zeros.
 *
 * @param amount Shares in the stock's smallest unit, 1e-18 of a share.
 * @example formatShares(3821710500000000000000000n) // "3821710.5"
 */
export function formatShares(amount: bigint, decimals = 18): string {
  return format(amount, decimals, 0);
}

/**
 * Writes an exact number: a decimal if a finite one holds it, else a fraction in lowest terms.
 *
 * @example formatRational(rational(1n, 20n)) // "0.05"
 * @example formatRational(rational(1n, 30n)) // "1/30"
 */
export function formatRational(r: Rational): string {
  return formatExact(r, 0);
}

/**
 * Writes a price per share in the currency, cents as for money; a fraction in lowest terms if no finite decimal holds it.
 *
 * @param price Currency units per whole share.
 * @param decimals Decimals of the currency.
 * @example formatPrice(rational(500000n), 6) // "0.50"
 */
export function formatPrice(price: Rational, decimals: number): string {
  const inCurrency = rational(price.numerator, price.denominator * 10n ** BigInt(decimals));
  return formatExact(inCurrency, Math.min(2, decimals));
}

function formatExact(r: Rational, leastDecimals: number): string {
  const { numerator, denominator } = rational(r.numerator, r.denominator);
  const decimals = decimalsOf(denominator);
  if (decimals === null) return `${numerator}/${denominator}`;
  return format((numerator * 10n ** BigInt(decimals)) / denominator, decimals, leastDecimals);
}

/** How many decimals a fraction with this denominator needs in lowest terms; null if no number of them is enough. */
function decimalsOf(denominator: bigint): number | null {
  let [rest, twos, fives] = [denominator, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : null;
}

function format(units: bigint, decimals: number, leastDecimals: number): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits
    .slice(digits.length - decimals)
    .replace(/0+$/, "")
    .padEnd(leastDecimals, "0");
  return fraction === "" ? `${sign}${whole}` : `${sign}${whole}.${fraction}`;
}

function complaint(text: string): string {
  if (/^-\d/.test(text)) return `"${text}" is negative`;
  return `"${text}" is not a plain decimal such as "203323.70"`;
}
