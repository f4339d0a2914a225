import { isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { yearFraction } from "../math/dayCount.ts";
import { rational, subtract } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import { statementOf } from "../model/interest.ts";
import type { Parts, Statement } from "../model/interest.ts";
import type { Debt } from "../model/state.ts";
import type { Terms } from "../terms/terms.ts";
import { entryInWords } from "./entryInWords.ts";
import type { Entry, NoteAccount } from "./noteFacts.ts";
import { nextPeriod } from "./periods.ts";
import type { Period } from "./periods.ts";
import { creditsOf, debitsOf, debtAfter, debtAtMaking } from "./postings.ts";

/** Interest over a stretch of days on which nothing was done; amounts in currency units. */
export interface AccrualRow {
  readonly kind: "accrual";
  /** First day, counted. */
  readonly from: Day;
  /** Day after the last that is counted. */
  readonly to: Day;
  readonly days: number;
  /** Of a year, by the note's convention and in lowest terms; measured from the note's date, after maturity from maturity. */
  readonly fraction: Rational;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  /** All interest accrued until `to`. */
  readonly interestToDate: bigint;
  readonly overdueInterestToDate: bigint;
  /** What is owed on the day `to`, before anything is done. */
  readonly balances: Statement;
}

/** What a payment, a conversion or a charge did to the balances; amounts in currency units. */
export interface ChangeRow {
  readonly kind: "change";
  readonly on: Day;
  readonly entry: Entry;
  /** In words. */
  readonly description: string;
  readonly debits: Parts;
  readonly credits: Parts;
  readonly balances: Statement;
}

export type ScheduleRow = AccrualRow | ChangeRow;

/** The interest of a note, period by period. */
export interface AccrualSchedule {
  readonly by: Period;
  /** The last day shown: the one asked for, or the day the note ended. */
  readonly through: Day;
  readonly rows: readonly ScheduleRow[];
  /** Sums of the rows' interest, in currency units. */
  readonly interest: bigint;
  readonly overdueInterest: bigint;
}

/** What part of a schedule is wanted. */
export interface ScheduleOptions {
  /** A month unless given. */
  readonly by?: Period;
  /** Maturity unless given; overdue interest shows if this is later than the last day to pay. */
  readonly through?: Day;
}

/**
 * The accrual schedule of a note. Interest to date is the exact figure of the day, floored once; a period has the difference of two such
 * figures, so that no rounding adds up. A period is cut where something was done, and at maturity.
 *
 * @throws RangeError if `through` is before the note is dated.
 * @example accrualSchedule(accountAsMade(terms)).interest // 47_359_103_191n for the sample
 */
export function accrualSchedule({ terms, entries }: NoteAccount, options: ScheduleOptions = {}): AccrualSchedule {
  const { by = "month", through = terms.maturity } = options;
  if (through < terms.dated) {
    throw new RangeError(`${isoOf(through)} is before the note is dated, ${isoOf(terms.dated)}`);
  }
  const rows: ScheduleRow[] = [];
  const toDate = { interest: 0n, overdueInterest: 0n };
  let debt = debtAtMaking(terms);
  let day = terms.dated;

  const accrueTo = (last: Day): void => {
    while (day < last) {
      const to = Math.min(last, nextPeriod(by, day), day < terms.maturity ? terms.maturity : last);
      const row = accrualRow(terms, debt, day, to, toDate);
      rows.push(row);
      [toDate.interest, toDate.overdueInterest] = [row.interestToDate, row.overdueInterestToDate];
      day = to;
    }
  };

  for (const entry of entries) {
    if (entry.day > through) break;
    accrueTo(entry.day);
    const before = statementOf(terms, debt, day);
    debt = debtAfter(entry, terms, debt);
    const balances = statementOf(terms, debt, day);
    if (entry.kind === "made" || entry.kind === "transfer" || entry.kind === "assignment") continue;
    rows.push({
      kind: "change",
      on: day,
      entry,
      description: entryInWords(entry, terms),
      debits: debitsOf(entry, terms),
      credits: creditsOf(entry, before),
      balances,
    });
    if (balances.total === 0n) return { by, through: day, rows, ...toDate };
  }
  accrueTo(through);
  return { by, through, rows, ...toDate };
}

/**
 * interest of a period = interest shown on its last day − interest shown on its first
 *
 * 203,323.70 at 7.75% ACT_365F: 26,377.768504 by 2005-09-02 after 26,291.425563 by 2005-08-31 leaves 86.342941 for the two days.
 */
function accrualRow(
  terms: Terms,
  debt: Debt,
  from: Day,
  to: Day,
  toDate: { readonly interest: bigint; readonly overdueInterest: bigint },
): AccrualRow {
  const before = statementOf(terms, debt, from);
  const balances = statementOf(terms, debt, to);
  const interest = balances.interest - before.interest;
  const overdueInterest = balances.overdueInterest - before.overdueInterest;
  return {
    kind: "accrual",
    from,
    to,
    days: to - from,
    fraction: fractionBetween(terms, from, to),
    interest,
    overdueInterest,
    interestToDate: toDate.interest + interest,
    overdueInterestToDate: toDate.overdueInterest + overdueInterest,
    balances,
  };
}

/** f(origin, to) − f(origin, from), so that the fractions of a schedule add up under every convention. */
function fractionBetween({ dayCount, dated, maturity }: Terms, from: Day, to: Day): Rational {
  const origin = from < maturity ? dated : maturity;
  const until = (day: Day): Rational => yearFraction(dayCount, origin, day, maturity);
  const { numerator, denominator } = subtract(until(to), until(from));
  return rational(numerator, denominator);
}
