import { denominatorOf } from "../../src/math/dayCount.ts";
import type { DayCountConvention } from "../../src/math/dayCount.ts";
import { compare, rational, subtract } from "../../src/math/rational.ts";
import type { Rational } from "../../src/math/rational.ts";
import type { Period } from "./periods.ts";

/** What QuantLib says of a period: a number of days, and the fraction of a year as the double it answers. */
export interface Counted {
  readonly days: number;
  readonly fraction: number;
}

/** What was said of one period. */
export interface Difference {
  readonly period: Period;
  /** Numerators over the denominator of the convention. */
  readonly ours: bigint;
  /** Null if the days and the fraction of the other side are not of one numerator. */
  readonly theirs: bigint | null;
}

/**
 * Actual/Actual is a sum of quotients in doubles: two divisions of numbers below one, two additions below 512, each rounded once, are off by less
 * than this. Two neighbouring fractions are 1/133590 apart, fifty million times as much, so a double stands for one fraction only.
 */
export const SUM_BOUND = rational(1n, 2n ** 43n);

/**
 * The one numerator, over the denominator of the convention, that an answer stands for; null if there is none.
 *
 * A convention that divides once must answer the double nearest to the quotient, to the last bit.
 *
 * @example numeratorOf("ACT_360", { start: 0, end: 90, maturity: 90 }, { days: 90, fraction: 0.25 }) // 90n
 */
export function numeratorOf(
  convention: DayCountConvention,
  period: Period,
  { days, fraction }: Counted,
): bigint | null {
  const denominator = denominatorOf(convention);
  if (convention !== "ACT_ACT_ISDA") return fraction === days / Number(denominator) ? BigInt(days) : null;

  if (days !== period.end - period.start || !Number.isFinite(fraction)) return null;
  const numerator = BigInt(Math.round(fraction * Number(denominator)));
  const gap = subtract(exactly(fraction), rational(numerator, denominator));
  const size = rational(gap.numerator < 0n ? -gap.numerator : gap.numerator, gap.denominator);
  return compare(size, SUM_BOUND) < 0 ? numerator : null;
}

/** Where what was counted is not what is due. */
export function differences(
  convention: DayCountConvention,
  periods: readonly Period[],
  ours: readonly bigint[],
  theirs: readonly Counted[],
): readonly Difference[] {
  return periods.flatMap((period, place) => {
    const [own, other] = [ours[place], theirs[place]];
    if (own === undefined || other === undefined) throw new Error(`no answer for period ${place}`);
    const numerator = numeratorOf(convention, period, other);
    return numerator === own ? [] : [{ period, ours: own, theirs: numerator }];
  });
}

/** The number that a double is. */
function exactly(double: number): Rational {
  let [scaled, denominator] = [double, 1n];
  while (!Number.isInteger(scaled)) [scaled, denominator] = [scaled * 2, denominator * 2n];
  return rational(BigInt(scaled), denominator);
}
