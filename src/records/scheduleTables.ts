import { isoOf } from "../math/civilDate.ts";
import { formatMoney } from "../math/decimal.ts";
import { floor, multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { AccrualRow, AccrualSchedule, ChangeRow, ScheduleRow } from "./accrualSchedule.ts";
import { toCsv } from "./csv.ts";
import type { Column } from "./csv.ts";
import { moneyOf } from "./ledger.ts";

const DECIMALS_OF_A_FRACTION = 12;

/**
 * A year fraction as a decimal of 12 places, half a unit rounded up: to be read, not to be reckoned with.
 *
 * @example fractionDecimal(rational(611n, 365n)) // "1.673972602740"
 */
export function fractionDecimal(fraction: Rational): string {
  const scaled = multiply(fraction, rational(2n * 10n ** BigInt(DECIMALS_OF_A_FRACTION)));
  const digits = String((floor(scaled) + 1n) / 2n).padStart(DECIMALS_OF_A_FRACTION + 1, "0");
  return `${digits.slice(0, -DECIMALS_OF_A_FRACTION)}.${digits.slice(-DECIMALS_OF_A_FRACTION)}`;
}

/** A year fraction exactly, "611/365". */
export function fractionExact({ numerator, denominator }: Rational): string {
  return `${String(numerator)}/${String(denominator)}`;
}

/**
 * The schedule as comma-separated values: a line for each period and each change, money as exact decimals.
 *
 * @example scheduleCsv(accrualSchedule(facts), facts.terms.decimals)
 */
export function scheduleCsv({ rows }: AccrualSchedule, decimals: number): string {
  return toCsv(columnsOf(decimals), rows);
}

/**
 * The schedule as it goes into JSON: money as decimal strings, days as ISO dates.
 *
 * @example JSON.stringify(scheduleJson(accrualSchedule(facts), facts.terms.decimals))
 */
export function scheduleJson(schedule: AccrualSchedule, decimals: number): object {
  const money = (units: bigint) => formatMoney(units, decimals);
  return {
    by: schedule.by,
    through: isoOf(schedule.through),
    interest: money(schedule.interest),
    overdueInterest: money(schedule.overdueInterest),
    rows: schedule.rows.map((row) =>
      row.kind === "accrual"
        ? {
            kind: row.kind,
            from: isoOf(row.from),
            to: isoOf(row.to),
            days: row.days,
            yearFraction: fractionExact(row.fraction),
            yearFractionDecimal: fractionDecimal(row.fraction),
            interest: money(row.interest),
            overdueInterest: money(row.overdueInterest),
            interestToDate: money(row.interestToDate),
            overdueInterestToDate: money(row.overdueInterestToDate),
            balances: moneyOf({ ...row.balances }, decimals),
          }
        : {
            kind: row.kind,
            on: isoOf(row.on),
            description: row.description,
            debits: moneyOf({ ...row.debits }, decimals),
            credits: moneyOf({ ...row.credits }, decimals),
            balances: moneyOf({ ...row.balances }, decimals),
          },
    ),
  };
}

/** The columns of a schedule on a terminal. */
export function scheduleSummaryColumns(decimals: number): readonly Column<ScheduleRow>[] {
  const shown = ["From", "To", "Entry", "Days", "Year fraction", "Interest accrued", "Interest accrued to date"];
  const overdue = ["Overdue interest accrued", "Total balance"];
  return columnsOf(decimals).filter(({ title }) => [...shown, ...overdue].includes(title));
}

function columnsOf(decimals: number): readonly Column<ScheduleRow>[] {
  const money = (units: bigint) => formatMoney(units, decimals);
  const ofAccrual = (
    title: string,
    read: (row: AccrualRow) => string,
    kind: Column<ScheduleRow>["kind"] = "figure",
  ): Column<ScheduleRow> => ({
    title,
    kind,
    read: (row) => (row.kind === "accrual" ? read(row) : ""),
  });
  const accrued = (title: string, read: (row: AccrualRow) => bigint) =>
    ofAccrual(title, (row) => money(read(row)), "amount");
  const ofChange = (title: string, read: (row: ChangeRow) => bigint): Column<ScheduleRow> => ({
    title,
    kind: "amount",
    read: (row) => (row.kind === "change" ? money(read(row)) : ""),
  });
  const ofBoth = (title: string, read: (row: ScheduleRow) => bigint): Column<ScheduleRow> => ({
    title,
    kind: "amount",
    read: (row) => money(read(row)),
  });
  return [
    { title: "From", kind: "figure", read: (row) => isoOf(row.kind === "accrual" ? row.from : row.on) },
    { title: "To", kind: "figure", read: (row) => isoOf(row.kind === "accrual" ? row.to : row.on) },
    { title: "Entry", kind: "text", read: (row) => (row.kind === "accrual" ? "Accrual" : row.description) },
    ofAccrual("Days", ({ days }) => String(days)),
    ofAccrual("Year fraction", ({ fraction }) => fractionExact(fraction)),
    ofAccrual("Year fraction, decimal", ({ fraction }) => fractionDecimal(fraction)),
    accrued("Interest accrued", ({ interest }) => interest),
    accrued("Interest accrued to date", ({ interestToDate }) => interestToDate),
    accrued("Overdue interest accrued", ({ overdueInterest }) => overdueInterest),
    accrued("Overdue interest accrued to date", ({ overdueInterestToDate }) => overdueInterestToDate),
    ofChange("Interest debit", ({ debits }) => debits.interest),
    ofChange("Interest credit", ({ credits }) => credits.interest),
    ofChange("Overdue interest credit", ({ credits }) => credits.overdueInterest),
    ofChange("Principal credit", ({ credits }) => credits.principal),
    ofBoth("Principal balance", ({ balances }) => balances.principal),
    ofBoth("Interest balance", ({ balances }) => balances.interest),
    ofBoth("Overdue interest balance", ({ balances }) => balances.overdueInterest),
    ofBoth("Charges balance", ({ balances }) => balances.charges),
    ofBoth("Total balance", ({ balances }) => balances.total),
  ];
}
