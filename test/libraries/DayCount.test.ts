import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { civilOf, dayOf } from "../support/days.ts";
import { type Rational, vectors } from "../support/vectors.ts";

const CONVENTIONS = [
  "ACT_365F",
  "ACT_360",
  "ACT_ACT_ISDA",
  "THIRTY_360_BB",
  "THIRTY_E_360",
  "THIRTY_E_360_ISDA",
  "NL_365",
] as const;
type Convention = (typeof CONVENTIONS)[number];

const DENOMINATORS: Record<Convention, bigint> = {
  ACT_365F: 365n,
  ACT_360: 360n,
  ACT_ACT_ISDA: 365n * 366n,
  THIRTY_360_BB: 360n,
  THIRTY_E_360: 360n,
  THIRTY_E_360_ISDA: 360n,
  NL_365: 365n,
};

/** 1e-10, of fractions given to twelve decimals. */
const TOLERANCE = 100n;

/** A maturity no vector's period ends on. */
const ANOTHER_DAY = dayOf("2099-12-31");

interface Golden {
  readonly accrual: readonly {
    readonly dcc: Convention;
    readonly from: string;
    readonly to: string;
    readonly days: number;
    readonly interest: Rational;
    readonly units6: { readonly floor: string };
    readonly yearFraction: Rational;
  }[];
}

interface Suite {
  readonly groups: readonly {
    readonly convention: Convention;
    readonly test?: string;
    readonly kind: "yearFraction" | "days" | "exact";
    readonly terminationDate?: string;
    readonly cases: readonly {
      readonly start: string;
      readonly end: string;
      readonly days?: number;
      readonly num?: string;
      readonly den?: string;
      readonly yearFraction?: string;
    }[];
  }[];
}

interface Actus {
  readonly tests: Readonly<
    Record<
      string,
      {
        readonly segments: readonly {
          readonly from: string;
          readonly to: string;
          readonly convention: Convention;
          readonly principal: string;
          readonly rate: string;
          readonly interest: Rational;
        }[];
      }
    >
  >;
}

async function deployHarness() {
  const { ethers } = await network.create("past");
  return await ethers.deployContract("DayCountHarness");
}

describe("DayCount", () => {
  let harness: Awaited<ReturnType<typeof deployHarness>>;

  before(async () => {
    harness = await deployHarness();
  });

  async function numerator(convention: Convention, start: number, end: number, maturity = ANOTHER_DAY) {
    return await harness.yearFraction(CONVENTIONS.indexOf(convention), start, end, maturity);
  }

  async function expectFraction(convention: Convention, start: string, end: string, maturity: number, due: Rational) {
    const found = await numerator(convention, dayOf(start), dayOf(end), maturity);
    expect(found * BigInt(due.den)).to.equal(BigInt(due.num) * DENOMINATORS[convention]);
  }

  describe("given a convention", () => {
    for (const [index, convention] of CONVENTIONS.entries()) {
      it(`counts ${convention} over ${DENOMINATORS[convention]}`, async () => {
        expect(await harness.denominator(index)).to.equal(DENOMINATORS[convention]);
      });
    }
  });

  describe("given the periods of the sample note", () => {
    const principal = 203_323_700_000n;
    const maturity = dayOf("2007-01-01");

    for (const { dcc, from, to, interest, units6, yearFraction } of vectors<Golden>("golden").accrual) {
      it(`${dcc} from ${from} to ${to} is ${yearFraction.num}/${yearFraction.den}`, async () => {
        await expectFraction(dcc, from, to, maturity, yearFraction);
      });

      it(`${dcc} from ${from} to ${to} earns ${interest.num}/${interest.den}`, async () => {
        const found = principal * 775n * (await numerator(dcc, dayOf(from), dayOf(to), maturity));
        const over = 10_000n * DENOMINATORS[dcc];
        expect(found * BigInt(interest.den)).to.equal(BigInt(interest.num) * over * 1_000_000n);
        expect(found / over).to.equal(BigInt(units6.floor));
      });
    }
  });

  for (const suite of ["quantlib-daycount", "strata-daycount"]) {
    for (const group of vectors<Suite>(suite).groups) {
      describe(`given ${suite}, ${group.convention}, by ${group.kind}`, () => {
        const maturity = group.terminationDate === undefined ? ANOTHER_DAY : dayOf(group.terminationDate);

        for (const { start, end, days, num, den, yearFraction } of group.cases) {
          it(`from ${start} to ${end}${group.terminationDate ? `, due ${group.terminationDate}` : ""}`, async () => {
            if (group.kind === "exact") {
              await expectFraction(group.convention, start, end, maturity, { num: num!, den: den! });
            } else if (group.kind === "yearFraction") {
              const found = (await numerator(group.convention, dayOf(start), dayOf(end), maturity)) * 10n ** 12n;
              const due = BigInt(yearFraction!.replace("0.", "").replace(".", "")) * DENOMINATORS[group.convention];
              expect(found - due < DENOMINATORS[group.convention] * TOLERANCE).to.equal(true);
              expect(due - found < DENOMINATORS[group.convention] * TOLERANCE).to.equal(true);
            } else if (group.convention === "ACT_ACT_ISDA") {
              // Its days are the calendar's, which another convention shows.
              expect(await numerator("ACT_365F", dayOf(start), dayOf(end))).to.equal(days);
            } else {
              expect(await numerator(group.convention, dayOf(start), dayOf(end), maturity)).to.equal(days);
            }
          });
        }
      });
    }
  }

  for (const [name, { segments }] of Object.entries(vectors<Actus>("actus-pam").tests)) {
    describe(`given ACTUS ${name}`, () => {
      for (const { from, to, convention, principal, rate, interest } of segments) {
        it(`${convention} on ${principal} from ${from} to ${to}`, async () => {
          const [whole = "", decimals = ""] = rate.split(".");
          const found =
            BigInt(principal) * BigInt(whole + decimals) * (await numerator(convention, dayOf(from), dayOf(to)));
          const over = 10n ** BigInt(decimals.length) * DENOMINATORS[convention];
          expect(found * BigInt(interest.den)).to.equal(BigInt(interest.num) * over);
        });
      }
    });
  }

  describe("given a period that is none", () => {
    for (const convention of CONVENTIONS) {
      it(`${convention} is zero if it ends where it begins, or before`, async () => {
        for (const day of ["2004-02-29", "2006-02-28", "2003-12-31", "2004-01-30"].map(dayOf)) {
          expect(await numerator(convention, day, day, day)).to.equal(0n);
          expect(await numerator(convention, day, day - 1, day)).to.equal(0n);
          expect(await numerator(convention, day + 1, day, day)).to.equal(0n);
        }
      });
    }
  });

  describe("given any period", () => {
    for (const convention of CONVENTIONS) {
      it(`${convention} agrees with the definition, walked day by day`, async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 0, max: 60_000 }),
            fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 3000 })),
            fc.boolean(),
            async (start, length, ripe) => {
              const end = start + length;
              const maturity = ripe ? end : end + 1;
              expect(await numerator(convention, start, end, maturity)).to.equal(
                defined(convention, start, end, maturity),
              );
            },
          ),
          { numRuns: 40 },
        );
      });

      it(`${convention} is never negative around the end of February`, async () => {
        for (const last of ["2004-02-29", "2006-02-28"].map(dayOf)) {
          for (let start = last - 3; start <= last + 2; start++) {
            for (let end = start; end <= last + 4; end++) {
              for (const maturity of [end, end + 1]) {
                expect(await numerator(convention, start, end, maturity)).to.equal(
                  start === end ? 0n : defined(convention, start, end, maturity),
                );
              }
            }
          }
        }
      });
    }

    it("spans the whole range of days", async () => {
      const last = 2 ** 24 - 1;
      expect(await numerator("ACT_365F", 0, last)).to.equal(last);
      const [year, month, dayOfMonth] = civilOf(last);
      expect(await numerator("THIRTY_E_360", 0, last)).to.equal(
        360 * (year - 1970) + 30 * (month - 1) + Math.min(dayOfMonth, 30) - 1,
      );
    });
  });
});

/** The numerator by the words of the definitions, one day at a time where they speak of days. */
function defined(convention: Convention, start: number, end: number, maturity: number): bigint {
  const days = Array.from({ length: end - start }, (_, i) => start + i);
  const isLeapYear = (day: number) => new Date(Date.UTC(civilOf(day)[0], 1, 29)).getUTCMonth() === 1;
  const isLeapDay = (day: number) => civilOf(day)[1] === 2 && civilOf(day)[2] === 29;
  const isLastOfFebruary = (day: number) => civilOf(day)[1] === 2 && civilOf(day + 1)[1] === 3;
  if (convention === "ACT_365F" || convention === "ACT_360") return BigInt(days.length);
  if (convention === "NL_365") return BigInt(days.filter((day) => !isLeapDay(day + 1)).length);
  if (convention === "ACT_ACT_ISDA") {
    const leap = days.filter(isLeapYear).length;
    return 366n * BigInt(days.length - leap) + 365n * BigInt(leap);
  }
  const [year1, month1, dayOfMonth1] = civilOf(start);
  const [year2, month2, dayOfMonth2] = civilOf(end);
  const isda = convention === "THIRTY_E_360_ISDA";
  const first = dayOfMonth1 === 31 || (isda && isLastOfFebruary(start)) ? 30 : dayOfMonth1;
  let second = dayOfMonth2;
  if (dayOfMonth2 === 31 && (convention !== "THIRTY_360_BB" || first === 30)) second = 30;
  if (isda && isLastOfFebruary(end) && end !== maturity) second = 30;
  return BigInt(360 * (year2 - year1) + 30 * (month2 - month1) + second - first);
}
