import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { dayCounts, overdueBases, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const DATED = dayOf("2003-12-31");
const MATURITY = dayOf("2007-01-01");
const LAST_DAY_TO_PAY = dayOf("2007-01-02");
const SECONDS = 86_400;
const NOON_IN_NEW_YORK = 17 * 3600;

const least = (a: bigint, b: bigint) => (a < b ? a : b);
const ceil = (a: bigint, b: bigint) => (a + b - 1n) / b;

interface Convention {
  readonly dayCount: bigint;
  readonly denominator: bigint;
  readonly numerator: (start: number, end: number) => bigint;
}

const actual = (start: number, end: number) => BigInt(end - start);

function thirty(start: number, end: number) {
  const count = (day: number) => {
    const date = new Date(day * SECONDS * 1000);
    return date.getUTCFullYear() * 360 + date.getUTCMonth() * 30 + Math.min(30, date.getUTCDate());
  };
  return BigInt(count(end) - count(start));
}

const conventions: Record<string, Convention> = {
  ACT_365F: { dayCount: dayCounts.ACT_365F, denominator: 365n, numerator: actual },
  ACT_360: { dayCount: dayCounts.ACT_360, denominator: 360n, numerator: actual },
  THIRTY_E_360: { dayCount: dayCounts.THIRTY_E_360, denominator: 360n, numerator: thirty },
};

interface Reckoned {
  readonly rate: bigint;
  readonly overdueRate: bigint;
  readonly onSumDue: boolean;
  readonly price: readonly [bigint, bigint];
  readonly convention: Convention;
}

/** The debt reckoned by the book alone: exact fractions over one denominator, the overdue interest summed stretch by stretch. */
class Ledger {
  readonly terms: Reckoned;
  principal: bigint;
  carried = 0n;
  charges = 0n;
  shares = 0n;
  private overdueExact = 0n;
  private reckonedTo = MATURITY;

  constructor(terms: Reckoned, principal: bigint) {
    this.terms = terms;
    this.principal = principal;
  }

  get scale() {
    return 100_000_000n * this.terms.convention.denominator;
  }

  accrued(principal: bigint, day: number) {
    const { rate, convention } = this.terms;
    return (principal * rate * convention.numerator(DATED, Math.min(day, MATURITY))) / this.scale;
  }

  interest(day: number) {
    return this.accrued(this.principal, day) + this.carried;
  }

  private overdueThrough(day: number) {
    if (day <= LAST_DAY_TO_PAY) return 0n;
    const { convention, onSumDue, overdueRate } = this.terms;
    const base = this.principal + (onSumDue ? this.interest(day) : 0n);
    const stretch = convention.numerator(MATURITY, day) - convention.numerator(MATURITY, this.reckonedTo);
    return this.overdueExact + base * overdueRate * stretch;
  }

  statement(day: number) {
    const { principal, charges } = this;
    const interest = this.interest(day);
    const overdueInterest = this.overdueThrough(day) / this.scale;
    return { principal, interest, overdueInterest, charges, total: principal + interest + overdueInterest + charges };
  }

  private take(day: number, principal: bigint, interest: bigint, overdue: bigint, charges: bigint) {
    const left = this.interest(day) - interest;
    this.overdueExact = this.overdueThrough(day) - overdue * this.scale;
    if (day > LAST_DAY_TO_PAY) this.reckonedTo = day;
    this.principal -= principal;
    this.charges -= charges;
    this.carried = left - this.accrued(this.principal, day);
  }

  pay(day: number, amount: bigint) {
    const owed = this.statement(day);
    let left = least(amount, owed.total);
    const charges = least(left, owed.charges);
    left -= charges;
    if (day < MATURITY) {
      const due = owed.principal + owed.interest;
      const principal = due === 0n ? 0n : (left * owed.principal) / due;
      this.take(day, principal, left - principal, 0n, charges);
      return;
    }
    const overdue = least(left, owed.overdueInterest);
    left -= overdue;
    const interest = least(left, owed.interest);
    this.take(day, left - interest, interest, overdue, charges);
  }

  convert(day: number, principal: bigint, charges: bigint) {
    const owed = this.statement(day);
    const pro = (amount: bigint) => (amount * principal) / owed.principal;
    const leftover = this.carried > 0n ? this.carried : 0n;
    let interest =
      day < MATURITY ? least(owed.interest, this.accrued(principal, day) + pro(leftover)) : pro(owed.interest);
    let overdue = pro(owed.overdueInterest);
    if (principal === owed.principal) [interest, overdue] = [owed.interest, owed.overdueInterest];
    const amount = principal + interest + overdue + charges;
    const [numerator, denominator] = this.terms.price;
    const shares = (amount * denominator) / numerator;
    this.take(day, principal, interest, overdue, charges);
    this.shares += shares;
    this.carried += amount - ceil(shares * numerator, denominator);
  }
}

/** Numbers that look random and are the same each time. */
function chance(seed: bigint) {
  let state = seed;
  return (below: bigint) => {
    state = (state * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (state >> 20n) % below;
  };
}

describe("Adversary: figures reckoned apart", () => {
  const given = givenNotes();

  for (const [name, convention] of Object.entries(conventions)) {
    for (const base of ["principal", "sumDue"] as const) {
      it(`agrees to the unit through a life of odd acts, ${name} on ${base}`, async () => {
        const price = [usd("1"), 30n] as const;
        const terms = { rate: 19_999_999n, overdueRate: 33_333_333n, onSumDue: base === "sumDue", price, convention };
        const principal = 9_999_999_967n;
        const id = await given.make({
          principal,
          rate: terms.rate,
          overdueRate: terms.overdueRate,
          overdueBase: overdueBases[base],
          dayCount: convention.dayCount,
          convertibleAfter: DATED,
          priceNumerator: price[0],
          priceDenominator: price[1],
        });
        const ledger = new Ledger(terms, principal);
        const draw = chance(BigInt(name.length) * 31n + BigInt(base.length));
        await given.byLender.permitPrepayment(id, dayOf("2020-01-01"));

        let day = DATED;
        for (let step = 0; step < 40; step += 1) {
          day += Number(draw(90n));
          if (step < 20) day = Math.min(day, MATURITY - 1);
          if (step === 20) day = MATURITY;
          if (step === 21) day = LAST_DAY_TO_PAY;
          await given.connection.networkHelpers.time.setNextBlockTimestamp(
            Math.max(day * SECONDS + NOON_IN_NEW_YORK, (await given.connection.networkHelpers.time.latest()) + 1),
          );
          const kind = draw(4n);
          const amount = draw(7n) === 0n ? 1n : 1n + draw(ledger.statement(day).total / 12n);
          if (kind === 0n) {
            await given.byPayer.pay(id, amount);
            ledger.pay(day, amount);
          } else if (kind === 1n) {
            await given.byLender.acknowledge(id, amount, "");
            ledger.pay(day, amount);
          } else if (kind === 2n) {
            await given.charge(id, amount);
            ledger.charges += amount;
          } else {
            const part = usd("0.04") + draw(ledger.principal / 9n);
            const charges = draw(2n) * draw(ledger.charges + 1n);
            await given.byLender.convert(id, part, charges, 0n, "");
            ledger.convert(day, part, charges);
          }
          expect(await given.owed(id), `step ${String(step)}`).to.deep.equal(ledger.statement(day));
        }
        expect(await given.owedOn(id, "2031-07-31")).to.deep.equal(ledger.statement(dayOf("2031-07-31")));
        expect(await given.stock.unitsOf(given.lender)).to.equal(ledger.shares * 10n ** 27n);
        await given.byLender.release(id);
        expect(await given.stock.claimsOf(given.notes)).to.equal(0n);
      });
    }
  }
});
