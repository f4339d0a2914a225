import { expect } from "chai";

import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { accrualSchedule } from "../../src/records/accrualSchedule.ts";
import type { AccrualRow, ScheduleOptions } from "../../src/records/accrualSchedule.ts";
import { accountAsMade } from "../../src/records/noteFacts.ts";
import { fractionDecimal, scheduleCsv } from "../../src/records/scheduleTables.ts";
import { yearlyInterest } from "../../src/records/yearlyInterest.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { dayOf } from "../support/days.ts";

const PRINCIPAL = 203323_700000n;

/** Interest at 7.75% on the sample's principal for so many parts of a year, floored. */
function interestFor(parts: bigint, ofYear: bigint): bigint {
  return (PRINCIPAL * 775n * parts) / (10_000n * ofYear);
}

function scheduleOf(changes: Readonly<Record<string, unknown>>, options: ScheduleOptions = {}) {
  return accrualSchedule(accountAsMade(termsOf(parseTermSheet(sheetWith(changes), "the sheet"))), options);
}

function accruals(rows: ReturnType<typeof scheduleOf>["rows"]): AccrualRow[] {
  return rows.filter((row) => row.kind === "accrual");
}

describe("the accrual schedule of a term sheet", function () {
  const conventions = [
    ["ACT_365F", 47359_103191n],
    ["ACT_360", 48016_868513n],
    ["ACT_ACT_ISDA", 47315_931720n],
    ["THIRTY_360_BB", 47316_531324n],
    ["THIRTY_E_360", 47316_531324n],
  ] as const;
  for (const [dayCount, interest] of conventions) {
    it(`adds up to the interest at maturity under ${dayCount}`, function () {
      const { rows, interest: sum, overdueInterest } = scheduleOf({ "interest.dayCount": dayCount });
      expect([sum, overdueInterest]).to.deep.equal([interest, 0n]);
      expect(accruals(rows).reduce((total, row) => total + row.interest, 0n)).to.equal(interest);
    });
  }

  it("has a row for each month, the first and the last as short as they are", function () {
    const rows = accruals(scheduleOf({ maturity: "2004-03-15" }).rows);
    expect(rows.map(({ from, to, days }) => [from, to, days])).to.deep.equal([
      [dayOf("2003-12-31"), dayOf("2004-01-01"), 1],
      [dayOf("2004-01-01"), dayOf("2004-02-01"), 31],
      [dayOf("2004-02-01"), dayOf("2004-03-01"), 29],
      [dayOf("2004-03-01"), dayOf("2004-03-15"), 14],
    ]);
  });

  it("floors each figure to date once, and gives a period the difference", function () {
    for (const by of ["month", "quarter", "year"] as const) {
      let before = 0n;
      for (const { to, interest, interestToDate } of accruals(scheduleOf({}, { by }).rows)) {
        const exact = interestFor(BigInt(to - dayOf("2003-12-31")), 365n);
        expect([interestToDate, interest]).to.deep.equal([exact, exact - before]);
        before = exact;
      }
      expect(before).to.equal(47359_103191n);
    }
  });

  it("goes on with overdue interest from maturity, once the last day to pay is past", function () {
    const { rows, overdueInterest } = scheduleOf({}, { through: dayOf("2007-01-11") });
    expect(overdueInterest).to.equal(((PRINCIPAL + 47359_103191n) * 9n * 10n) / (100n * 365n));
    const last = accruals(rows).at(-1);
    expect(last?.from).to.equal(dayOf("2007-01-01"));
    expect(last?.balances.total).to.equal(251300_925171n);
    expect([last?.fraction.numerator, last?.fraction.denominator]).to.deep.equal([2n, 73n]);
    expect(scheduleOf({}, { through: dayOf("2007-01-02") }).overdueInterest).to.equal(0n);
  });

  it("writes a year fraction exactly and to twelve places", function () {
    const csv = scheduleCsv(scheduleOf({}, { by: "year" }), 6).split("\r\n");
    expect(csv[0]).to.include("From,To,Entry,Days,Year fraction,");
    expect(csv[1]).to.match(/^2003-12-31,2004-01-01,Accrual,1,1\/365,0\.002739726027,43\.17147,43\.17147,0,0,/);
    expect(fractionDecimal({ numerator: 2n, denominator: 3n })).to.equal("0.666666666667");
    expect(fractionDecimal({ numerator: 611n, denominator: 365n })).to.equal("1.673972602740");
  });

  it("refuses a day before the note is dated", function () {
    expect(() => scheduleOf({}, { through: dayOf("2003-12-30") })).to.throw(
      RangeError,
      "2003-12-30 is before the note is dated, 2003-12-31",
    );
  });
});

describe("the yearly interest of a term sheet", function () {
  it("counts each day in its own year, and adds up to the interest at maturity", function () {
    const account = accountAsMade(termsOf(parseTermSheet(sheetWith({}), "the sheet")));
    const { years, total } = yearlyInterest(account, dayOf("2007-01-01"));
    const toDate = [1n, 367n, 732n, 1097n].map((days) => interestFor(days, 365n));
    expect(years.map(({ year, accruedToDate, unpaid }) => [year, accruedToDate, unpaid])).to.deep.equal(
      [2003, 2004, 2005, 2006].map((year, place) => [year, toDate[place], toDate[place]]),
    );
    expect(years.map(({ accrued }) => accrued)).to.deep.equal(
      toDate.map((each, place) => each - (toDate[place - 1] ?? 0n)),
    );
    expect(total.unpaid).to.equal(47359_103191n);
  });
});
