/**
 * An exact fraction of whole numbers. {@link rational} and the operations below keep it in lowest terms with a positive
 * denominator; a year fraction keeps its convention's denominator instead, see `dayCount.ts`.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The fraction numerator / denominator in lowest terms.
 *
 * @example rational(6n, -4n) // { numerator: -3n, denominator: 2n }
 * @throws RangeError if the denominator is zero.
 */
export function rational(numerator: bigint, denominator = 1n): Rational {
  if (denominator === 0n) throw new RangeError(`${numerator}/0 is no number`);
  const divisor = greatestCommonDivisor(numerator, denominator);
  const sign = denominator < 0n ? -1n : 1n;
  return { numerator: (sign * numerator) / divisor, denominator: (sign * denominator) / divisor };
}

/** a + b. @example add(rational(1n, 2n), rational(1n, 3n)) // 5/6 */
export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a − b. @example subtract(rational(1n, 2n), rational(1n, 3n)) // 1/6 */
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** a · b. @example multiply(rational(31n, 400n), rational(611n, 365n)) // 18941/146000 */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/**
 * a / b.
 *
 * @example divide(rational(1n), rational(20n)) // 1/20
 * @throws RangeError if b is zero.
 */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Minus one, zero or one, as a is below, equal to or above b. @example compare(rational(1n, 3n), rational(1n, 4n)) // 1 */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The greatest whole number not above r.
 *
 * @example floor(rational(-7n, 2n)) // -4n
 */
export function floor(r: Rational): bigint {
  const quotient = r.numerator / r.denominator;
  // bigint division truncates toward zero, which is up for a negative number
  return r.numerator < 0n && quotient * r.denominator !== r.numerator ? quotient - 1n : quotient;
}

/**
 * The least whole number not below r.
 *
 * @example ceil(rational(7n, 2n)) // 4n
 */
export function ceil(r: Rational): bigint {
  return -floor({ numerator: -r.numerator, denominator: r.denominator });
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
