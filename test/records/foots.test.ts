import { expect } from "chai";
import fc from "fast-check";

import { statementOf } from "../../src/model/interest.ts";
import { add, rational } from "../../src/math/rational.ts";
import { accrualSchedule } from "../../src/records/accrualSchedule.ts";
import { postingsOf } from "../../src/records/postings.ts";
import { PERIODS } from "../../src/records/periods.ts";
import { yearlyInterest } from "../../src/records/yearlyInterest.ts";
import { anyLife } from "../lives/anyLife.ts";
import { accountOf } from "./lifeAccount.ts";

const RUNS = 1000;
const PARTS = ["principal", "interest", "overdueInterest", "charges"] as const;
const NOTHING = { principal: 0n, interest: 0n, overdueInterest: 0n, charges: 0n };

const anyAccount = anyLife.map(accountOf).filter((lived) => lived !== null);

/** Days from the making of a note on, some of them after whatever happened to it. */
const anyDay = fc.integer({ min: 0, max: 1500 });

describe("records of random lives", function () {
  it("the ledger foots in every balance of every line, and closes with what the model says is owed", function () {
    let entries = 0;
    holds(anyAccount, ({ account, note }) => {
      let opening: Readonly<Record<(typeof PARTS)[number], bigint>> = NOTHING;
      const postings = postingsOf(account);
      for (const { accrued, debits, credits, balances } of postings) {
        const grown = { ...NOTHING, ...accrued };
        for (const part of PARTS) {
          expect(balances[part]).to.equal(opening[part] + grown[part] + debits[part] - credits[part]);
          for (const amount of [grown[part], debits[part], credits[part], balances[part]]) {
            expect(amount >= 0n, `${part} ${amount}`).to.equal(true);
          }
        }
        expect(balances.total).to.equal(PARTS.reduce((sum, part) => sum + balances[part], 0n));
        opening = balances;
      }
      entries += postings.length;
      const last = postings.at(-1);
      expect(last?.debt).to.deep.equal(note.debt);
      expect(last?.balances).to.deep.equal(statementOf(note.terms, note.debt, account.entries.at(-1)?.day ?? 0));
      expect(last?.balances.total === 0n).to.equal(note.ended !== null);
    });
    expect(entries).to.be.greaterThan(2 * RUNS);
  });

  it("the schedule adds up, by month, quarter and year alike, to what is owed on its last day", function () {
    holds(fc.tuple(anyAccount, anyDay), ([{ account }, days]) => {
      const through = account.terms.dated + days;
      const [byMonth, ...others] = PERIODS.map((by) => accrualSchedule(account, { by, through }));
      if (byMonth === undefined) throw new Error("there are periods");
      for (const { interest, overdueInterest, rows } of others) {
        expect([interest, overdueInterest]).to.deep.equal([byMonth.interest, byMonth.overdueInterest]);
        expect(rows.at(-1)?.balances).to.deep.equal(byMonth.rows.at(-1)?.balances);
      }
      requireGapless(account.terms.dated, byMonth);
    });
  });

  it("the years add up to the schedule, and what is unpaid to what is owed", function () {
    holds(fc.tuple(anyAccount, anyDay), ([{ account }, days]) => {
      const through = account.terms.dated + days;
      const { years, total } = yearlyInterest(account, through);
      const schedule = accrualSchedule(account, { through });
      expect(total.accrued).to.equal(schedule.interest + schedule.overdueInterest);
      expect(years.map(({ accrued }) => accrued).reduce((sum, each) => sum + each, 0n)).to.equal(total.accrued);
      expect(total.accrued + total.leftOver - total.paid - total.converted - total.givenUp).to.equal(total.unpaid);
      const last = schedule.rows.at(-1)?.balances;
      expect(total.unpaid).to.equal((last?.interest ?? 0n) + (last?.overdueInterest ?? 0n));
      const named = years.map(({ year }) => year);
      expect(named).to.deep.equal(named.map((_, place) => (named[0] ?? 0) + place));
    });
  });
});

/** Every day is in one row, fractions add up, and so do the figures to date. */
function requireGapless(dated: number, { rows, through }: ReturnType<typeof accrualSchedule>): void {
  let day = dated;
  let toDate = [0n, 0n];
  let sum = rational(0n);
  for (const row of rows) {
    if (row.kind === "change") {
      expect(row.on).to.equal(day);
      continue;
    }
    expect(row.from).to.equal(day);
    expect(row.days).to.equal(row.to - row.from);
    toDate = [(toDate[0] ?? 0n) + row.interest, (toDate[1] ?? 0n) + row.overdueInterest];
    expect([row.interestToDate, row.overdueInterestToDate]).to.deep.equal(toDate);
    sum = add(sum, row.fraction);
    day = row.to;
  }
  expect(day).to.equal(through);
  expect(sum.numerator >= 0n).to.equal(true);
}

function holds<Drawn>(arbitrary: fc.Arbitrary<Drawn>, check: (drawn: Drawn) => void): void {
  fc.assert(fc.property(arbitrary, check), { numRuns: RUNS });
}
