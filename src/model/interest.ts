import type { Day } from "../math/civilDate.ts";
import { yearFraction } from "../math/dayCount.ts";
import { add, floor, multiply, rational, subtract } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { Terms } from "../terms/terms.ts";
import { nothingOverdue } from "./state.ts";
import type { Debt } from "./state.ts";

const zero = rational(0n);

/** What of the terms interest depends on. */
export type InterestTerms = Pick<Terms, "dated" | "maturity" | "lastDayToPay" | "rate" | "dayCount" | "overdue">;

/** Parts of a debt, in the currency's smallest unit. */
export interface Parts {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  readonly charges: bigint;
}

/** What is owed on a day, in the currency's smallest unit. */
export interface Statement extends Parts {
  readonly total: bigint;
}

/**
 * Interest on an amount of principal by the formula alone.
 *
 *     floor(principal · rate · f(dated, min(day, maturity)))
 *
 * @example 203,323.70 at 7.75% ACT_365F from 2003-12-31 to 2005-09-02: · 0.0775 · 611/365 = 26,377.768504
 */
export function interestOn(terms: InterestTerms, principal: bigint, day: Day): bigint {
  const through = Math.min(day, terms.maturity);
  const fraction = yearFraction(terms.dayCount, terms.dated, through, terms.maturity);
  return floor(multiply(rational(principal), multiply(terms.rate, fraction)));
}

/** Interest shown on a day: by the formula on present principal, and what is carried. */
export function interestOf(terms: InterestTerms, debt: Debt, day: Day): bigint {
  return interestOn(terms, debt.principal, day) + debt.carried;
}

/**
 * Overdue interest on a day, exact. Zero through the last day to pay; after it
 *
 *     accrued + base · rate · (f(maturity, day) − f(maturity, since))
 *
 * @example 250,682.803191 at 9% ACT_365F from 2007-01-01 to 2007-01-11: · 0.09 · 10/365 = 618.12198…
 */
export function exactOverdueInterest(terms: InterestTerms, debt: Debt, day: Day): Rational {
  if (terms.overdue === null || day <= terms.lastDayToPay) return zero;
  const base =
    terms.overdue.base === "principal" ? debt.principal : debt.principal + interestOf(terms, debt, terms.maturity);
  const fraction = subtract(sinceMaturity(terms, day), sinceMaturity(terms, debt.overdue.since));
  return add(debt.overdue.accrued, multiply(rational(base), multiply(terms.overdue.rate, fraction)));
}

/**
 * What is owed on a day if nothing is done before; on a day gone by, what had been owed had the present debt stood then,
 * nothing being the least.
 */
export function statementOf(terms: InterestTerms, debt: Debt, day: Day): Statement {
  const { principal, charges } = debt;
  const interest = orZero(interestOf(terms, debt, day));
  const overdueInterest = orZero(floor(exactOverdueInterest(terms, debt, day)));
  return {
    principal,
    interest,
    overdueInterest,
    charges,
    total: principal + interest + overdueInterest + charges,
  };
}

/**
 * The debt after parts of it were taken on a day and something left over was put back with the interest: the statement of
 * that day changes by exactly those amounts.
 */
export function lessen(terms: Terms, debt: Debt, day: Day, taken: Parts, leftOver = 0n): Debt {
  const principal = debt.principal - taken.principal;
  const interest = interestOf(terms, debt, day) - taken.interest + leftOver;
  return {
    principal,
    carried: interest - interestOn(terms, principal, day),
    overdue: overdueAfter(terms, debt, day, taken, leftOver),
    charges: debt.charges - taken.charges,
  };
}

function overdueAfter(terms: Terms, debt: Debt, day: Day, taken: Parts, leftOver: bigint): Debt["overdue"] {
  if (day <= terms.lastDayToPay) return nothingOverdue(terms);
  // what leaves the base alone must leave the stretch alone too
  if (taken.principal === 0n && taken.interest === leftOver && taken.overdueInterest === 0n) return debt.overdue;
  const accrued = subtract(exactOverdueInterest(terms, debt, day), rational(taken.overdueInterest));
  return { accrued, since: day };
}

function orZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function sinceMaturity(terms: InterestTerms, day: Day): Rational {
  return yearFraction(terms.dayCount, terms.maturity, day, terms.maturity);
}
