import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import type { World } from "../../src/model/state.ts";
import { cap, huge, room, share, small } from "./anyAmounts.ts";
import { anyone, mostly } from "./anyPeople.ts";
import type { PartyOf } from "./anyPeople.ts";
import type { PlainDeed } from "./life.ts";

/** What is done, as things then stand. */
export type DeedOf = (world: World, on: Day) => PlainDeed;

/** What may be done, by whom, and how often. */
export type WeightedChoice = readonly [weight: number, by: fc.Arbitrary<PartyOf>, deed: fc.Arbitrary<DeedOf>];

const ratio = fc.constantFrom<[bigint, bigint]>(
  [2n, 1n],
  [3n, 2n],
  [1n, 10n],
  [7n, 3n],
  [11n, 10n],
  [1n, 1n],
  [0n, 1n],
  [1n, 0n],
  [1_000_000_007n, 999_999_937n],
  [(1n << 64n) - 1n, 1n],
);

const distribution = fc.constantFrom<[bigint, bigint]>(
  [5n, 4n],
  [101n, 100n],
  [3n, 1n],
  [4n, 5n],
  [1n, 1n],
  [1n, 0n],
  [1_000_000_007n, 999_999_937n],
  [(1n << 64n) - 1n, (1n << 64n) - 2n],
);

/** A stock that has been replaced, now and then the one in force or the one to come. */
const generation: fc.Arbitrary<(world: World) => number> = fc
  .tuple(fc.nat(7), fc.nat(9))
  .map(([place, whim]) => (world) => {
    const count = world.formerStocks.length;
    return count === 0 || whim === 0 ? count + (place % 2) : place % count;
  });

/** One who holds old shares, if anyone does. */
const holderOfOld: PartyOf = ({ formerStocks, note }) => {
  const holders = formerStocks.flatMap(({ holdings }) => [...holdings].filter(([, units]) => units > 0n));
  return holders[0]?.[0] ?? note.holder;
};

/** What is done with the stock. */
export const stockChoices: readonly WeightedChoice[] = [
  [
    3,
    mostly(() => "borrower"),
    ratio.map(([numerator, denominator]): DeedOf => () => ({ do: "split", numerator, denominator })),
  ],
  [
    2,
    mostly(() => "borrower"),
    distribution.map(([numerator, denominator]): DeedOf => () => ({ do: "distribute", numerator, denominator })),
  ],
  [
    2,
    mostly(() => "borrower"),
    fc
      .tuple(anyone, fc.oneof(share(room), small, huge))
      .map(([party, amount]): DeedOf => (w, on) => ({ do: "issue", to: party, amount: amount(w, on) })),
  ],
  [2, mostly(() => "borrower"), cap.map((amount): DeedOf => (w, on) => ({ do: "authorize", amount: amount(w, on) }))],
  [
    3,
    mostly(() => "borrower"),
    ratio.map(([numerator, denominator]): DeedOf => () => ({ do: "recapitalize", numerator, denominator })),
  ],
  [
    4,
    mostly(holderOfOld, 3),
    generation.map((place): DeedOf => (world) => ({ do: "exchange", generation: place(world) })),
  ],
];
