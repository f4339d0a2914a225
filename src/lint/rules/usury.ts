import { formatRational } from "../../math/decimal.ts";
import { add, compare, divide, rational, subtract } from "../../math/rational.ts";
import type { Rational } from "../../math/rational.ts";
import type { Draft } from "../draft.ts";
import { conventionOf, interestOnOne, percentUp } from "../figures.ts";
import type { Fault } from "../finding.ts";
import { isBelowDollars, isIndividual, isUnderNewYorkLaw } from "../newYork.ts";

const CRIMINAL_LIMIT = rational(25n, 100n);
const CIVIL_LIMIT = rational(16n, 100n);

/** Loans of this many dollars or more are exempt from criminal usury. */
const CRIMINAL_EXEMPTION = 2_500_000n;

/** Loans of this many dollars or more are exempt from civil usury. */
const CIVIL_EXEMPTION = 250_000n;

const ONE = rational(1n);
const NOTHING = rational(0n);

/** What a lender gets for a loan, on each unit of principal. */
interface Price {
  readonly interest: Rational;
  /** Value at issue of a conversion price below the value of a share. */
  readonly discount: Rational;
  readonly days: number;
  readonly yearly: Rational;
}

/** Interest and the value of the conversion price, over 25% a year. */
export function criminalUsury(draft: Draft): readonly Fault[] {
  if (!isUnderNewYorkLaw(draft) || isBelowDollars(draft, CRIMINAL_EXEMPTION) === false) return [];
  const price = priceOf(draft);
  if (price === null || compare(price.yearly, CRIMINAL_LIMIT) <= 0) return [];
  return [{ code: "criminal-usury", field: "interest.rate", message: `${sentence(draft, price)}, over 25%.` }];
}

/** The same over 16%, from an individual. */
export function civilUsury(draft: Draft): readonly Fault[] {
  if (!isUnderNewYorkLaw(draft) || isBelowDollars(draft, CIVIL_EXEMPTION) === false) return [];
  if (!isIndividual(draft)) return [];
  const price = priceOf(draft);
  if (price === null || compare(price.yearly, CIVIL_LIMIT) <= 0) return [];
  return [
    {
      code: "civil-usury",
      field: "interest.rate",
      message: `${sentence(draft, price)}, over 16%, and the borrower is an individual.`,
    },
  ];
}

/** The same, from somebody who may be an individual. */
export function usuryIfIndividual(draft: Draft): readonly Fault[] {
  if (!isUnderNewYorkLaw(draft) || isBelowDollars(draft, CIVIL_EXEMPTION) === false) return [];
  if (draft.has("borrower.kind")) return [];
  const price = priceOf(draft);
  if (price === null || compare(price.yearly, CIVIL_LIMIT) <= 0) return [];
  return [
    {
      code: "usury-if-individual",
      field: "borrower.kind",
      message: `${sentence(draft, price)}, over 16%, and it is not said what the borrower is.`,
    },
  ];
}

/** A price whose value nobody can judge. */
export function fairValueMissing(draft: Draft): readonly Fault[] {
  if (!isUnderNewYorkLaw(draft) || isBelowDollars(draft, CRIMINAL_EXEMPTION) === false) return [];
  if (!draft.has("conversion") || draft.has("conversion.stock.fairValueAtIssue")) return [];
  return [
    {
      code: "fair-value-missing",
      field: "conversion.stock.fairValueAtIssue",
      message: "The value of a share at issue is not stated, so the screen for usury counts the interest alone.",
    },
  ];
}

/**
 * The price of a loan as a yearly rate of its principal, simple and exact.
 *
 *     interest = rate · f(dated, maturity)
 *     discount = max(fair value / price − 1, 0)      principal / price shares are worth that much more than the principal
 *     yearly   = (interest + discount) · 365 / days
 *
 * 8% for 365 days by ACT_365F, convertible at 0.80 when a share is worth 1.00: interest 0.08, discount 0.25, and so 33% a year. For
 * 730 days: (0.16 + 0.25) / 2, 20.5%.
 */
function priceOf(draft: Draft): Price | null {
  const [convention, dated, maturity] = [conventionOf(draft), draft.day("dated"), draft.day("maturity")];
  if (convention === null || dated === null || maturity === null) return null;
  const interest = interestOnOne(draft, convention);
  if (interest === null) return null;
  const discount = discountOf(draft);
  const days = maturity - dated;
  return { interest, discount, days, yearly: divide(add(interest, discount), rational(BigInt(days), 365n)) };
}

function discountOf(draft: Draft): Rational {
  const price = draft.price("conversion.pricePerShare");
  const fairValue = draft.money("conversion.stock.fairValueAtIssue");
  if (price === null || fairValue === null || compare(fairValue, price) <= 0) return NOTHING;
  return subtract(divide(fairValue, price), ONE);
}

function sentence(draft: Draft, { interest, discount, days, yearly }: Price): string {
  const parts = [`Interest of ${percentUp(interest)} of principal`];
  if (discount.numerator > 0n) {
    const price = formatRational(draft.price("conversion.pricePerShare") ?? ONE);
    const fairValue = formatRational(draft.money("conversion.stock.fairValueAtIssue") ?? ONE);
    parts.push(`${percentUp(discount)} for a price of ${price} on shares worth ${fairValue}`);
  }
  return `${parts.join(" and ")}, over ${days} days, come to ${percentUp(yearly)} a year`;
}
