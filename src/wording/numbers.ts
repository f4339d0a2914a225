import { formatRational } from "../math/decimal.ts";
import { multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";

/**
 * A decimal with its thousands set apart, for reading; a fraction as it is.
 *
 * @example grouped("250682.803191") // "250,682.803191"
 */
export function grouped(decimal: string): string {
  if (decimal.includes("/")) return decimal;
  const [whole = "", fraction] = decimal.split(".");
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** A rate as a percentage, exact. @example percent(rational(31n, 400n)) // "7.75%" */
export function percent(rate: Rational): string {
  return `${formatRational(multiply(rate, rational(100n)))}%`;
}

/** How many of something. @example counted("1", "share") // "1 share" */
export function counted(number: string, what: string): string {
  return `${number} ${what}${number === "1" || number === "-1" ? "" : "s"}`;
}
