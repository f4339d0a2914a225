import { formatMoney, formatRational } from "../../math/decimal.ts";
import { compare, floor, multiply, rational } from "../../math/rational.ts";
import type { Rational } from "../../math/rational.ts";
import type { Draft } from "../draft.ts";
import { decimalsOf, principalOf } from "../figures.ts";
import type { Fault } from "../finding.ts";
import { criminalUsury } from "./usury.ts";

const EXTREME = rational(25n, 100n);
const TINY = rational(5n, 1000n);

const COMPOUNDING = /compound|capitali[sz]/i;

/** Objects that a wish for compound interest is written into. */
const PLACES = ["", "interest", "interest.overdue"] as const;

/** Interest bears none. */
export function compoundingRefused(draft: Draft): readonly Fault[] {
  return PLACES.flatMap((place) => {
    const inside = place === "" ? draft.value : draft.at(place);
    if (typeof inside !== "object" || inside === null) return [];
    return Object.entries(inside)
      .filter(([key]) => COMPOUNDING.test(key))
      .map(([key, value]) => ({
        code: "compounding-refused" as const,
        field: place === "" ? key : `${place}.${key}`,
        message: `${JSON.stringify(key)} is ${JSON.stringify(value)}, but interest is simple and bears no interest.`,
      }));
  });
}

/** Something should be said of interest after maturity. */
export function overdueInterestMissing(draft: Draft): readonly Fault[] {
  if (draft.has("interest.overdue") || !draft.has("interest")) return [];
  return [
    {
      code: "overdue-interest-missing",
      field: "interest.overdue",
      message: "Nothing is said on interest after maturity, so none runs, however late payment is.",
    },
  ];
}

/** Paying late should not be cheaper. */
export function overdueRateBelowRate(draft: Draft): readonly Fault[] {
  const [rate, overdue] = [draft.rate("interest.rate"), draft.rate("interest.overdue.rate")];
  if (rate === null || overdue === null || compare(overdue, rate) >= 0) return [];
  return [
    {
      code: "overdue-rate-below-rate",
      field: "interest.overdue.rate",
      message: `Overdue interest at ${written(draft, "interest.overdue.rate")} is below the ${written(draft, "interest.rate")} before maturity.`,
    },
  ];
}

/** A loan without interest. */
export function interestRateZero(draft: Draft): readonly Fault[] {
  if (draft.rate("interest.rate")?.numerator !== 0n) return [];
  return [
    {
      code: "interest-rate-zero",
      field: "interest.rate",
      message: `The rate is ${written(draft, "interest.rate")}: the lender is paid nothing for the time of the loan.`,
    },
  ];
}

/** A rate that no statute may look at, and a court may. */
export function rateExtreme(draft: Draft): readonly Fault[] {
  return Object.entries({ "interest.rate": "Interest", "interest.overdue.rate": "Overdue interest" }).flatMap(
    ([field, what]) => {
      const rate = draft.rate(field);
      const isJudged = field === "interest.rate" && criminalUsury(draft).length > 0;
      if (rate === null || compare(rate, EXTREME) <= 0 || isJudged) return [];
      const message = `${what} at ${written(draft, field)} a year is over 25%${yearly(draft, rate)}.`;
      return [{ code: "rate-extreme", field, message }];
    },
  );
}

/** A fraction with a percent sign. */
export function interestRateTiny(draft: Draft): readonly Fault[] {
  const rate = draft.rate("interest.rate");
  if (rate === null || rate.numerator === 0n || compare(rate, TINY) >= 0) return [];
  const meant = `${formatRational(multiply(rate, rational(10_000n)))}%`;
  return [
    {
      code: "interest-rate-tiny",
      field: "interest.rate",
      message: `The rate is ${written(draft, "interest.rate")}${yearly(draft, rate)}; ${meant} may be meant.`,
    },
  ];
}

/** A year's interest on the principal. */
function yearly(draft: Draft, rate: Rational): string {
  const [principal, decimals] = [principalOf(draft), decimalsOf(draft)];
  if (principal === null || decimals === null) return "";
  return `, ${formatMoney(floor(multiply(rational(principal), rate)), decimals)} a year on the principal alone`;
}

function written(draft: Draft, field: string): string {
  return draft.text(field) ?? "";
}
