import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import { ceil, divide, multiply } from "../../src/math/rational.ts";
import type { AmountOrAll } from "../../src/model/acts.ts";
import { statementOf } from "../../src/model/interest.ts";
import type { Statement } from "../../src/model/interest.ts";
import type { World } from "../../src/model/state.ts";
import { committedUnits } from "../../src/model/stock.ts";
import { ofAnySize } from "./anyTerms.ts";

/** An amount as things then stand. */
export type AmountOf = (world: World, on: Day) => bigint;

const HUGE = (1n << 255n) - 1n;
const TOKEN = 10n ** 9n;

function owed({ note }: World, on: Day): Statement {
  return statementOf(note.terms, note.debt, on);
}

/** Some of an amount, all of it, or a unit less or more. */
export function share(of: AmountOf): fc.Arbitrary<AmountOf> {
  return fc.oneof(
    {
      weight: 2,
      arbitrary: fc.constantFrom<AmountOf>(
        of,
        (w, on) => less(of(w, on)),
        (w, on) => of(w, on) + 1n,
      ),
    },
    {
      weight: 4,
      arbitrary: fc.bigInt({ min: 0n, max: 10n ** 6n }).map(
        (parts): AmountOf =>
          (w, on) =>
            (of(w, on) * parts) / 10n ** 6n,
      ),
    },
  );
}

function less(amount: bigint): bigint {
  return amount > 0n ? amount - 1n : 0n;
}

export const small: fc.Arbitrary<AmountOf> = fc.constantFrom(1n, 1n, 2n, 0n).map((amount) => () => amount);
export const huge: fc.Arbitrary<AmountOf> = fc.constantFrom(1n << 96n, 1n << 128n, HUGE).map((amount) => () => amount);

/** Money to pay, around the sums at which it falls on another part of the debt. */
export const money: fc.Arbitrary<AmountOf> = fc.oneof(
  { weight: 6, arbitrary: share((w, on) => owed(w, on).total) },
  { weight: 1, arbitrary: share((w, on) => owed(w, on).charges + owed(w, on).overdueInterest) },
  { weight: 1, arbitrary: share((w, on) => owed(w, on).total - owed(w, on).principal) },
  { weight: 2, arbitrary: small },
  { weight: 1, arbitrary: huge },
);

/** A whole number of units that just buys, or just does not buy, a share. */
const priceOfOne: AmountOf = ({ note, stock }) => {
  if (note.terms.conversion === null || stock === null) return 1n;
  return ceil(divide(multiply(note.terms.conversion.price, note.distributionFactor), stock.distributionFactor));
};

export const principalToConvert: fc.Arbitrary<(world: World, on: Day) => AmountOrAll> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(() => "all" as const) },
  { weight: 5, arbitrary: share(({ note }) => note.debt.principal) },
  { weight: 2, arbitrary: share(priceOfOne) },
  { weight: 1, arbitrary: small },
);

export const chargesToConvert: fc.Arbitrary<(world: World, on: Day) => AmountOrAll> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(() => 0n) },
  { weight: 2, arbitrary: fc.constant(() => "all" as const) },
  { weight: 2, arbitrary: share(({ note }) => note.debt.charges) },
);

/** A charge, around the limits on all charges and on the attestor's. */
export const chargeAmount: fc.Arbitrary<AmountOf> = fc.oneof(
  {
    weight: 4,
    arbitrary: ofAnySize(10n ** 9n).map(
      (amount): AmountOf =>
        () =>
          amount,
    ),
  },
  { weight: 2, arbitrary: share(({ note }) => note.terms.principal - note.chargesByAttestor) },
  { weight: 1, arbitrary: share(({ note }) => (1n << 96n) - 1n - note.chargesAdmitted) },
  { weight: 2, arbitrary: small },
  { weight: 1, arbitrary: huge },
);

/** Room under the cap, in tokens of today, floored. */
export const room: AmountOf = ({ stock }) => {
  if (stock === null) return 0n;
  const left = stock.authorized - committedUnits(stock);
  const { numerator, denominator } = stock.splitFactor;
  return left < 0n ? 0n : (left * numerator) / (denominator * TOKEN);
};

/** The least cap there can be, in tokens of today, floored. */
const leastCap: AmountOf = ({ stock }) => {
  if (stock === null) return 0n;
  const { numerator, denominator } = stock.splitFactor;
  return (committedUnits(stock) * numerator) / (denominator * TOKEN);
};

/** A cap, around the least there can be. */
export const cap: fc.Arbitrary<AmountOf> = fc.oneof(
  { weight: 3, arbitrary: share(leastCap) },
  {
    weight: 2,
    arbitrary: fc.bigInt({ min: 1n, max: 5n }).map(
      (times): AmountOf =>
        (w, on) =>
          leastCap(w, on) * times,
    ),
  },
  { weight: 1, arbitrary: huge },
);
