import { expect } from "chai";
import fc from "fast-check";

import { civil, dayOf, isLeapYear, isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { DAY_COUNT_CONVENTIONS, denominatorOf, yearFraction, yearFractionNumerator } from "../../src/math/dayCount.ts";
import type { DayCountConvention } from "../../src/math/dayCount.ts";
import { parseExact } from "../../src/math/decimal.ts";
import { compare, multiply, rational, subtract } from "../../src/math/rational.ts";
import { readVectors } from "../helpers/vectors.ts";
import type { ActusVectors, DayCountVectors, GoldenVectors } from "../helpers/vectors.ts";

const NEVER: Day = -1;
const days = fc.integer({ min: dayOf("1970-01-01"), max: dayOf("2199-12-31") });
const periods = fc
  .tuple(days, fc.integer({ min: 0, max: 4000 }))
  .map(([start, length]) => [start, start + length] as const);

function conventionOf(name: string): DayCountConvention {
  const convention = DAY_COUNT_CONVENTIONS.find((known) => known === name);
  if (convention === undefined) throw new Error(`a vector names "${name}"`);
  return convention;
}

describe("dayCount", () => {
  it("numbers the conventions as the contracts do", () => {
    expect(DAY_COUNT_CONVENTIONS).to.deep.equal([
      "ACT_365F",
      "ACT_360",
      "ACT_ACT_ISDA",
      "THIRTY_360_BB",
      "THIRTY_E_360",
      "THIRTY_E_360_ISDA",
      "NL_365",
    ]);
  });

  for (const source of ["quantlib-daycount", "strata-daycount"]) {
    for (const group of readVectors<DayCountVectors>(source).groups) {
      const maturity = group.terminationDate === undefined ? NEVER : dayOf(group.terminationDate);
      const title = `${source}: ${group.cases.length} of ${group.convention}, ${group.kind}`;
      it(group.terminationDate === undefined ? title : `${title}, due ${group.terminationDate}`, () => {
        const convention = conventionOf(group.convention);
        for (const { start, end, num, den, yearFraction: decimal, days: count } of group.cases) {
          const fraction = yearFraction(convention, dayOf(start), dayOf(end), maturity);
          const where = `${start} to ${end}`;
          if (num !== undefined && den !== undefined) {
            expect(compare(fraction, rational(BigInt(num), BigInt(den))), where).to.equal(0);
          } else if (decimal !== undefined) {
            const gap = subtract(fraction, parseExact(decimal));
            const size = rational(gap.numerator < 0n ? -gap.numerator : gap.numerator, gap.denominator);
            expect(compare(size, rational(1n, 10n ** 10n)), where).to.equal(-1);
          } else if (group.convention === "ACT_ACT_ISDA") {
            expect(dayOf(end) - dayOf(start), where).to.equal(count);
          } else {
            expect(fraction.numerator, where).to.equal(BigInt(count ?? -1));
          }
        }
      });
    }
  }

  it("the sample's 49 fractions and accruals, to the unit", () => {
    const { accrual } = readVectors<GoldenVectors>("golden");
    expect(accrual).to.have.length(49);
    for (const { dcc, from, to, yearFraction: expected, units6 } of accrual) {
      const fraction = yearFraction(conventionOf(dcc), dayOf(from), dayOf(to), dayOf("2007-01-01"));
      expect(compare(fraction, rational(BigInt(expected.num), BigInt(expected.den))), `${dcc} to ${to}`).to.equal(0);
      const interest = multiply(rational(203_323_700_000n * 31n, 400n), fraction);
      expect(interest.numerator / interest.denominator, `${dcc} to ${to}`).to.equal(BigInt(units6.floor));
    }
  });

  it("the accrual periods of ACTUS, exactly", () => {
    let checked = 0;
    for (const [name, { terms, segments }] of Object.entries(readVectors<ActusVectors>("actus-pam").tests)) {
      const maturity = terms.maturityDate === undefined ? NEVER : dayOf(terms.maturityDate.slice(0, 10));
      for (const { from, to, convention, principal, rate, interest, expectedPayoff } of segments) {
        const fraction = yearFraction(conventionOf(convention), dayOf(from), dayOf(to), maturity);
        const accrued = multiply(multiply(parseExact(principal), parseExact(rate)), fraction);
        expect(accrued, `${name} ${from} to ${to}`).to.deep.equal(rational(BigInt(interest.num), BigInt(interest.den)));
        const shown = Number(accrued.numerator) / Number(accrued.denominator);
        const off = Math.abs(shown - Math.abs(expectedPayoff));
        expect(off < 1e-9, `${name} ${from} to ${to}`).to.equal(true);
        checked += 1;
      }
    }
    expect(checked).to.be.above(90);
  });

  describe("THIRTY_E_360_ISDA at the end of February", () => {
    const [start, end] = [dayOf("2006-01-31"), dayOf("2007-02-28")];

    it("counts it as the 30th", () => {
      expect(yearFractionNumerator("THIRTY_E_360_ISDA", start, end, dayOf("2008-01-01"))).to.equal(390n);
    });

    it("counts its own days when the note falls due on it", () => {
      expect(yearFractionNumerator("THIRTY_E_360_ISDA", start, end, end)).to.equal(388n);
    });

    it("counts maturity on the 31st as the 30th", () => {
      const maturity = dayOf("2006-03-31");
      expect(yearFractionNumerator("THIRTY_E_360_ISDA", start, maturity, maturity)).to.equal(60n);
    });
  });

  for (const convention of [
    "ACT_365F",
    "ACT_360",
    "ACT_ACT_ISDA",
    "THIRTY_360_BB",
    "THIRTY_E_360",
    "THIRTY_E_360_ISDA",
    "NL_365",
  ] as const) {
    describe(convention, () => {
      it("is zero when the end is not after the start", () => {
        const day = dayOf("2004-02-29");
        expect(yearFractionNumerator(convention, day, day, day)).to.equal(0n);
        expect(yearFractionNumerator(convention, day, day - 400, day)).to.equal(0n);
      });

      it("is never negative and keeps one denominator", () => {
        fc.assert(
          fc.property(periods, ([start, end]) => {
            const { numerator, denominator } = yearFraction(convention, start, end, end);
            expect(numerator >= 0n, `${isoOf(start)} to ${isoOf(end)}`).to.equal(true);
            expect(denominator).to.equal(denominatorOf(convention));
          }),
        );
      });
    });
  }

  it("counts day by day under the conventions of actual days", () => {
    fc.assert(
      fc.property(periods, ([start, end]) => {
        let [leap, other, leapDays] = [0, 0, 0];
        for (let day = start; day < end; day += 1) {
          if (isLeapYear(civil(day).year)) leap += 1;
          else other += 1;
          if (isoOf(day + 1).endsWith("-02-29")) leapDays += 1;
        }
        const numerator = (convention: DayCountConvention): bigint =>
          yearFractionNumerator(convention, start, end, NEVER);
        expect(numerator("ACT_365F")).to.equal(BigInt(leap + other));
        expect(numerator("ACT_360")).to.equal(BigInt(leap + other));
        expect(numerator("ACT_ACT_ISDA")).to.equal(BigInt(366 * other + 365 * leap));
        expect(numerator("NL_365")).to.equal(BigInt(leap + other - leapDays));
      }),
      { numRuns: 60 },
    );
  });
});
