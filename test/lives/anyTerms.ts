import fc from "fast-check";

import { dayOf } from "../../src/math/civilDate.ts";
import { DAY_COUNT_CONVENTIONS } from "../../src/math/dayCount.ts";
import { reservationOf } from "../../src/model/reservation.ts";
import type { Fraction, LifeConversion, LifeTerms } from "./life.ts";
import { makeInModel } from "./modelLife.ts";

const MOST_MONEY = (1n << 96n) - 1n;
const MOST_DENOMINATOR = (1n << 32n) - 1n;
const MOST_AUTHORIZED = ((1n << 128n) - 1n) / 10n ** 9n;
const SHARE = 10n ** 18n;
const TOKEN = 10n ** 9n;

/** A positive number of any size up to a limit, each size as likely as the next. */
export function ofAnySize(limit: bigint): fc.Arbitrary<bigint> {
  const bits = limit.toString(2).length;
  return fc
    .integer({ min: 1, max: bits })
    .chain((size) => fc.bigInt({ min: 1n << BigInt(size - 1), max: (1n << BigInt(size)) - 1n }))
    .map((number) => (number > limit ? limit : number));
}

const rate = fc.oneof(
  fc.constantFrom(0, 1, 7_750_000, 9_000_000, 99_999_999),
  fc.integer({ min: 0, max: 30_000_000 }),
  fc.integer({ min: 0, max: 99_999_999 }),
);

const length = fc.oneof(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 400 }),
  fc.integer({ min: 1, max: 1_500 }),
  fc.integer({ min: 1, max: 14_610 }),
);

const principal = fc.oneof(
  { weight: 1, arbitrary: fc.bigInt({ min: 1n, max: 30n }) },
  { weight: 5, arbitrary: fc.bigInt({ min: 100n, max: 10n ** 9n }) },
  { weight: 3, arbitrary: ofAnySize(MOST_MONEY) },
  { weight: 1, arbitrary: fc.bigInt({ min: 0n, max: 3n }).map((less) => MOST_MONEY - less) },
);

const period = fc.oneof(fc.constant(0), fc.constantFrom(10, 90), fc.nat(40));

const splitRatio = fc.constantFrom<Fraction>(
  ...[[2n, 1n] as const, [3n, 2n] as const, [1n, 10n] as const, [7n, 3n] as const, [1_000_003n, 999_983n] as const].map(
    ([numerator, denominator]) => ({ numerator, denominator }),
  ),
);

const distributionRatio = fc.constantFrom<Fraction>(
  ...[[5n, 4n] as const, [101n, 100n] as const, [3n, 1n] as const, [1_000_003n, 999_983n] as const].map(
    ([numerator, denominator]) => ({ numerator, denominator }),
  ),
);

/** How a conversion is drawn, before dates and price are set against the note. */
const conversionDraw = fc.record({
  opens: fc.oneof(
    { weight: 4, arbitrary: fc.record({ of: fc.constant(0), plus: fc.integer({ min: -1, max: 2 }) }) },
    { weight: 2, arbitrary: fc.record({ of: fc.constantFrom(0.3, 0.6, 1), plus: fc.integer({ min: -2, max: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ of: fc.constant(1), plus: fc.integer({ min: 0, max: 400 }) }) },
  ),
  open: fc.oneof(
    { weight: 8, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 3_000 }) },
  ),
  price: fc.oneof(
    { weight: 6, arbitrary: fc.record({ shares: ofAnySize(10n ** 9n), denominator: ofAnySize(10_000n) }) },
    { weight: 1, arbitrary: fc.record({ shares: ofAnySize(10n ** 11n), denominator: ofAnySize(MOST_DENOMINATOR) }) },
    {
      weight: 1,
      arbitrary: fc.record({ numerator: ofAnySize(MOST_MONEY), denominator: ofAnySize(MOST_DENOMINATOR) }),
    },
  ),
  room: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Room>("exact", "exact", "justUnder") },
    { weight: 2, arbitrary: fc.nat(4) },
    { weight: 5, arbitrary: fc.constant("plenty" as const) },
    { weight: 1, arbitrary: fc.constant("most" as const) },
  ),
  issued: fc.oneof(fc.constant(0n), ofAnySize(10n ** 24n)),
  successors: fc.constantFrom<SuccessorRoom>("same", "double", "plenty", "plenty", "most"),
  split: fc.option(splitRatio, { freq: 2, nil: null }),
  distribution: fc.option(distributionRatio, { freq: 2, nil: null }),
});

type ConversionDraw = typeof conversionDraw extends fc.Arbitrary<infer Draw> ? Draw : never;

/** Authorized stock: exactly what is needed, just under, so many shares over, plenty, or the most there can be. */
type Room = "exact" | "justUnder" | "plenty" | "most" | number;

/** Authorized stock of successors: as much as of the first, twice as much, plenty, or the most there can be. */
type SuccessorRoom = "same" | "double" | "plenty" | "most";

/** Terms of every kind, dated from 1971 to 2090 and running for up to forty years. */
export const anyTerms: fc.Arbitrary<LifeTerms> = fc
  .record({
    dated: fc.integer({ min: dayOf("1971-01-01"), max: dayOf("2090-12-31") }),
    length,
    madeAfter: fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat(60) },
      { weight: 1, arbitrary: fc.nat(3_000) },
    ),
    principal,
    decimals: fc.constantFrom(0, 2, 6, 18),
    rate,
    overdue: fc.option(fc.record({ rate, base: fc.constantFrom("principal" as const, "sumDue" as const) }), {
      freq: 4,
      nil: null,
    }),
    dayCount: fc.constantFrom(...DAY_COUNT_CONVENTIONS),
    zone: fc.constantFrom("America/New_York", "America/New_York", "UTC"),
    extendDeadlines: fc.constantFrom(true, true, false),
    prepaymentAllowed: fc.constantFrom(false, false, true),
    affiliatesFree: fc.constantFrom(true, true, false),
    hasAttestor: fc.constantFrom(true, true, true, false),
    hasRegistry: fc.constantFrom(true, true, true, true, false),
    graceDays: period,
    dismissalDays: period,
    judgmentDays: period,
    conversion: fc.option(conversionDraw, { freq: 9, nil: null }),
  })
  .map(({ length, madeAfter, conversion, principal, decimals, ...drawn }) => {
    const scale = principal <= 10n ** 9n ? 10n ** BigInt(decimals) : 1n;
    const terms = {
      ...drawn,
      decimals,
      principal: principal > 30n && principal * scale <= MOST_MONEY ? principal * scale : principal,
      maturity: drawn.dated + length,
      madeOn: drawn.dated + madeAfter,
    };
    return withConversion({ ...terms, conversion: null }, length, conversion);
  });

function withConversion(terms: LifeTerms, length: number, draw: ConversionDraw | null): LifeTerms {
  if (draw === null) return terms;
  const after = Math.max(0, terms.dated + Math.floor(draw.opens.of * length) + draw.opens.plus);
  const conversion = {
    after,
    until: draw.open === null ? null : after + draw.open,
    price: priceOf(terms.principal, draw.price),
    authorized: MOST_AUTHORIZED,
    issued: draw.issued,
    successors: MOST_AUTHORIZED,
    split: draw.split,
    distribution: draw.distribution,
  };
  const authorized = authorizedFor({ ...terms, conversion }, draw.room);
  return {
    ...terms,
    conversion: { ...conversion, authorized, successors: successorsFor(authorized, draw.successors) },
  };
}

function successorsFor(authorized: bigint, room: SuccessorRoom): bigint {
  const successors = { same: authorized, double: 2n * authorized, plenty: 1_000n * authorized, most: MOST_AUTHORIZED };
  const tokens = successors[room];
  return tokens > MOST_AUTHORIZED ? MOST_AUTHORIZED : tokens;
}

function priceOf(principal: bigint, price: ConversionDraw["price"]): Fraction {
  if ("numerator" in price) return price;
  const numerator = (principal * price.denominator) / price.shares;
  if (numerator > 0n)
    return { numerator: numerator > MOST_MONEY ? MOST_MONEY : numerator, denominator: price.denominator };
  return { numerator: 1n, denominator: price.shares > MOST_DENOMINATOR ? MOST_DENOMINATOR : price.shares };
}

function authorizedFor(terms: LifeTerms & { conversion: LifeConversion }, room: Room): bigint {
  const made = makeInModel(terms);
  if (!made.ok || made.world.stock === null || room === "most") return MOST_AUTHORIZED;
  const { note, stock } = made.world;
  const { numerator, denominator } = stock.distributionFactor;
  const claim = note.claim - reservationOf(note, stock).fraction;
  const needed = stock.issued + (claim * numerator + denominator - 1n) / denominator;
  const exact = (needed + TOKEN - 1n) / TOKEN;
  const authorized = { exact, justUnder: exact - 1n, plenty: exact * 3n + 10n * SHARE };
  const tokens = typeof room === "number" ? exact + BigInt(room) * SHARE : authorized[room];
  const bounded = tokens > MOST_AUTHORIZED ? MOST_AUTHORIZED : tokens;
  return bounded < terms.conversion.issued ? terms.conversion.issued : bounded;
}
