import { isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { yearFraction } from "../math/dayCount.ts";
import { formatMoney } from "../math/decimal.ts";
import { multiply, rational, subtract } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import { statementOf } from "../model/interest.ts";
import type { Statement } from "../model/interest.ts";
import { isPayable } from "../model/prepayment.ts";
import { moneyOf } from "./ledger.ts";
import type { NoteFacts } from "./noteFacts.ts";

/** What is owed on a day if nothing is done before, and whether the contract would let a payment through. */
export interface PayoffDay {
  readonly day: Day;
  readonly statement: Statement;
  readonly isPayable: boolean;
}

/** What a day adds to what is owed. Interest accrues before maturity, overdue interest after the last day to pay. */
export interface PerDiem {
  readonly kind: "interest" | "overdueInterest";
  /** What it runs on, in currency units. */
  readonly base: bigint;
  /** A year's interest on one. */
  readonly rate: Rational;
  /** The day's part of a year. */
  readonly fraction: Rational;
  /** base · rate · fraction, exact, in currency units. */
  readonly amount: Rational;
}

/** The figures of a payoff letter; amounts in currency units. */
export interface PayoffFigures {
  readonly asOf: Day;
  readonly goodThrough: Day;
  /** Each day from the one to the other. */
  readonly days: readonly [PayoffDay, ...PayoffDay[]];
  /** Of the first day; null while neither interest nor overdue interest runs. */
  readonly perDiem: PerDiem | null;
  /** The day after the last. */
  readonly dayLate: PayoffDay;
}

/** For when a payoff is asked for. */
export interface PayoffDates {
  readonly asOf: Day;
  /** The last day the letter is good for; `asOf` unless given. */
  readonly goodThrough?: Day | undefined;
}

/** A day for which no payoff can be told: which of the two it is, and why. */
export class PayoffDateError extends RangeError {
  override readonly name = "PayoffDateError";
  readonly date: keyof PayoffDates;

  constructor(date: keyof PayoffDates, message: string) {
    super(message);
    this.date = date;
  }
}

/** A quarter: further off, nobody should rely on a letter. */
const MOST_DAYS = 92;

/**
 * What is owed on each day of a payoff letter, from the present balances with only time passing.
 *
 * @throws RangeError if the note has ended; PayoffDateError if the days lie before the chain's, in the wrong order, or too far apart.
 * @example payoffFigures(facts, { asOf: dayOf("2007-01-02") }).days[0].statement.total // 250_682_803_191n
 */
export function payoffFigures(facts: NoteFacts, { asOf, goodThrough = asOf }: PayoffDates): PayoffFigures {
  const { id, standing, through } = facts;
  if (standing.ended !== null) {
    const { how, on } = standing.ended;
    throw new RangeError(`note ${String(id)} ended on ${isoOf(on)} (${how}): nothing is owed`);
  }
  if (asOf < through.day) {
    throw new PayoffDateError(
      "asOf",
      `${isoOf(asOf)} is before ${isoOf(through.day)}, the day of block ${through.blockNumber}`,
    );
  }
  if (goodThrough < asOf) {
    throw new PayoffDateError("goodThrough", `${isoOf(goodThrough)} is before ${isoOf(asOf)}, the day of payment`);
  }
  if (goodThrough - asOf > MOST_DAYS) {
    throw new PayoffDateError(
      "goodThrough",
      `${isoOf(goodThrough)} is ${goodThrough - asOf} days after ${isoOf(asOf)}, the day of payment; at most ${MOST_DAYS}`,
    );
  }
  const onDay = (day: Day): PayoffDay => ({
    day,
    statement: statementOf(facts.terms, standing.debt, day),
    isPayable: isPayable({ ...standing, terms: facts.terms }, day),
  });
  const later = Array.from({ length: goodThrough - asOf }, (_, place) => onDay(asOf + 1 + place));
  return {
    asOf,
    goodThrough,
    days: [onDay(asOf), ...later],
    perDiem: perDiemOn(facts, asOf),
    dayLate: onDay(goodThrough + 1),
  };
}

/**
 * base · rate · (f(day + 1) − f(day)), exact
 *
 * 203,323.70 at 7.75% ACT_365F: 203323.70 · 31/400 · 1/365 = 43.171470547…
 */
function perDiemOn({ terms, standing }: NoteFacts, day: Day): PerDiem | null {
  const { dayCount, dated, maturity, lastDayToPay, overdue } = terms;
  const { principal, interest } = statementOf(terms, standing.debt, maturity);
  const oneDay = (kind: PerDiem["kind"], origin: Day, base: bigint, rate: Rational): PerDiem => {
    const until = (last: Day): Rational => yearFraction(dayCount, origin, last, maturity);
    const fraction = subtract(until(day + 1), until(day));
    return { kind, base, rate, fraction, amount: multiply(rational(base), multiply(rate, fraction)) };
  };
  if (day < maturity) return oneDay("interest", dated, principal, terms.rate);
  if (overdue === null || day <= lastDayToPay) return null;
  const base = overdue.base === "principal" ? principal : principal + interest;
  return oneDay("overdueInterest", maturity, base, overdue.rate);
}

/**
 * The figures as they go into JSON: money as decimal strings, days as ISO dates.
 *
 * @example JSON.stringify(payoffJson(payoffFigures(facts, { asOf }), facts))
 */
export function payoffJson({ asOf, goodThrough, days, perDiem, dayLate }: PayoffFigures, facts: NoteFacts): object {
  const { decimals, currency } = facts.terms;
  const ofDay = ({ day, statement, isPayable: payable }: PayoffDay) => ({
    on: isoOf(day),
    ...moneyOf({ ...statement }, decimals),
    payable,
  });
  return {
    chainId: String(facts.chainId),
    contract: facts.contract,
    id: String(facts.id),
    block: facts.through.blockNumber,
    currency,
    asOf: isoOf(asOf),
    goodThrough: isoOf(goodThrough),
    days: days.map(ofDay),
    perDiem: perDiem && {
      kind: perDiem.kind,
      base: formatMoney(perDiem.base, decimals),
      rate: fractionOf(perDiem.rate),
      yearFraction: fractionOf(perDiem.fraction),
      amount: fractionOf(multiply(perDiem.amount, rational(1n, 10n ** BigInt(decimals)))),
    },
    aDayLate: ofDay(dayLate),
  };
}

function fractionOf({ numerator, denominator }: Rational): string {
  return `${String(numerator)}/${String(denominator)}`;
}
