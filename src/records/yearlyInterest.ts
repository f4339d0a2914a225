import { civil, dayOfCivil, isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { formatMoney } from "../math/decimal.ts";
import { accrualSchedule } from "./accrualSchedule.ts";
import type { ChangeRow } from "./accrualSchedule.ts";
import { toCsv } from "./csv.ts";
import type { Column } from "./csv.ts";
import { moneyOf } from "./ledger.ts";
import type { NoteAccount } from "./noteFacts.ts";

/**
 * Interest and overdue interest of one calendar year of the note's zone, in currency units. A year has its own days, each counted once:
 * its figures run to January 1 of the next, before anything is done that day. So, each year,
 *
 *     unpaid before + accrued + left over of conversions − paid − converted − given up = unpaid after
 */
export interface InterestYear {
  readonly year: number;
  /** Interest and overdue interest together. */
  readonly accrued: bigint;
  /** What of it is overdue interest, all of which counts in the year in which it begins to show. */
  readonly accruedOverdue: bigint;
  /** Paid in money, through the contract or by an acknowledged payment. */
  readonly paid: bigint;
  /** Taken by conversion into stock. */
  readonly converted: bigint;
  /** What conversions did not use for whole shares, owed with the interest from then on. */
  readonly leftOver: bigint;
  /** Released, or cancelled with the note when another replaced it. */
  readonly givenUp: bigint;
  /** Accrued since the note is dated. */
  readonly accruedToDate: bigint;
  /** Owed when the year ends, or when the schedule does. */
  readonly unpaid: bigint;
}

/** The interest of a note, year by year. */
export interface YearlyInterest {
  /** The last day reckoned to: that day's figures, which do not count the day itself. */
  readonly through: Day;
  readonly years: readonly InterestYear[];
  /** Sums of the years; `unpaid` is that of the last. */
  readonly total: Omit<InterestYear, "year">;
}

const NOTHING = { accrued: 0n, accruedOverdue: 0n, paid: 0n, converted: 0n, leftOver: 0n, givenUp: 0n };

/**
 * The interest of each calendar year from the one in which the note is dated.
 *
 * @param through Day to reckon to; the note's end, if it ended before.
 * @throws RangeError if it is before the note is dated.
 * @example yearlyInterest(accountAsMade(terms), dayOf("2005-01-01")).years[0]?.accrued // 43_171_470n: one day of 2003
 */
export function yearlyInterest(account: NoteAccount, through: Day): YearlyInterest {
  const schedule = accrualSchedule(account, { by: "year", through });
  const sums = new Map<number, typeof NOTHING>();
  for (let { year } = civil(account.terms.dated); year <= lastYear(account, schedule.through); year++) {
    sums.set(year, { ...NOTHING });
  }
  const add = (day: Day, changes: Partial<typeof NOTHING>): void => {
    const { year } = civil(day);
    const sum = sums.get(year) ?? { ...NOTHING };
    for (const [name, amount] of Object.entries(changes)) sum[name as keyof typeof NOTHING] += amount;
    sums.set(year, sum);
  };
  for (const row of schedule.rows) {
    if (row.kind === "change") add(row.on, changesOf(row));
    else add(row.from, { accrued: row.interest + row.overdueInterest, accruedOverdue: row.overdueInterest });
  }
  const years: InterestYear[] = [];
  let [accruedToDate, unpaid] = [0n, 0n];
  for (const [year, sum] of sums) {
    accruedToDate += sum.accrued;
    unpaid += sum.accrued + sum.leftOver - sum.paid - sum.converted - sum.givenUp;
    years.push({ year, ...sum, accruedToDate, unpaid });
  }
  const total = { ...NOTHING };
  for (const year of years) {
    for (const name of Object.keys(NOTHING) as (keyof typeof NOTHING)[]) total[name] += year[name];
  }
  return { through: schedule.through, years, total: { ...total, accruedToDate, unpaid } };
}

function lastYear({ terms }: NoteAccount, through: Day): number {
  const { year } = civil(through);
  return through === dayOfCivil(year, 1, 1) && through > terms.dated ? year - 1 : year;
}

function changesOf({ entry, debits, credits }: ChangeRow): Partial<typeof NOTHING> {
  const interest = credits.interest + credits.overdueInterest;
  switch (entry.kind) {
    case "payment":
    case "acknowledgement":
      return { paid: interest };
    case "conversion":
      return { converted: interest, leftOver: debits.interest };
    case "release":
    case "replacement":
      return { givenUp: interest };
    default:
      return {};
  }
}

const FIGURES = [
  ["Accrued", "accrued"],
  ["Of which overdue interest", "accruedOverdue"],
  ["Paid in money", "paid"],
  ["Taken by conversion", "converted"],
  ["Left over of conversions", "leftOver"],
  ["Released or replaced", "givenUp"],
  ["Accrued to date", "accruedToDate"],
  ["Unpaid at year end", "unpaid"],
] as const;

/** The columns of a table of years, the sums in a last row. */
export function yearColumns(decimals: number): readonly Column<InterestYear | Omit<InterestYear, "year">>[] {
  return [
    { title: "Year", kind: "figure", read: (row) => ("year" in row ? String(row.year) : "Total") },
    ...FIGURES.map(([title, name]) => ({
      title,
      kind: "amount" as const,
      read: (row: Omit<InterestYear, "year">) => formatMoney(row[name], decimals),
    })),
  ];
}

/**
 * The years as comma-separated values, the sums in the last line.
 *
 * @example yearlyInterestCsv(yearlyInterest(facts, through), facts.terms.decimals)
 */
export function yearlyInterestCsv({ years, total }: YearlyInterest, decimals: number): string {
  return toCsv(yearColumns(decimals), [...years, total]);
}

/**
 * The years as they go into JSON: money as decimal strings.
 *
 * @example JSON.stringify(yearlyInterestJson(yearlyInterest(facts, through), facts.terms.decimals))
 */
export function yearlyInterestJson({ through, years, total }: YearlyInterest, decimals: number): object {
  return {
    through: isoOf(through),
    years: years.map(({ year, ...amounts }) => ({ year, ...moneyOf(amounts, decimals) })),
    total: moneyOf({ ...total }, decimals),
  };
}
