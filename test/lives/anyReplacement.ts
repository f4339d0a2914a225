import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import { DAY_COUNT_CONVENTIONS } from "../../src/math/dayCount.ts";
import type { Signature } from "../../src/model/acts.ts";
import { statementOf } from "../../src/model/interest.ts";
import type { World } from "../../src/model/state.ts";
import { anySignature } from "./anySignatures.ts";
import { PEOPLE } from "./life.ts";
import type { LifeNovation, LifeReplacement } from "./life.ts";

/** A change of terms, as things then stand. */
type Change = (terms: LifeReplacement, world: World, on: Day) => LifeReplacement;

const MOST_MONEY = (1n << 96n) - 1n;
const UNIT_RATE = 100_000_000;

/** The terms there are. */
function present({ note }: World): LifeReplacement {
  const { terms, maker, attestor } = note;
  const { rateScaled, overdue, conversion } = terms;
  return {
    dated: terms.dated,
    maturity: terms.maturity,
    principal: terms.principal,
    rate: Number(rateScaled),
    overdue: overdue === null ? null : { rate: Number(overdue.rateScaled), base: overdue.base },
    dayCount: terms.dayCount,
    prepaymentAllowed: terms.prepaymentAllowed,
    extendDeadlines: terms.extendDeadlines,
    affiliatesFree: terms.affiliatesFree,
    graceDays: terms.graceDays,
    dismissalDays: terms.dismissalDays,
    judgmentDays: terms.judgmentDays,
    maker,
    attestor,
    conversion:
      conversion === null ? null : { after: conversion.after, until: conversion.until, price: conversion.price },
  };
}

function changing<Key extends keyof LifeReplacement>(
  key: Key,
  values: fc.Arbitrary<(world: World, on: Day) => LifeReplacement[Key]>,
): fc.Arbitrary<Change> {
  return values.map((value) => (terms, world, on) => ({ ...terms, [key]: value(world, on) }));
}

function any<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<() => Value> {
  return values.map((value) => () => value);
}

function capped(amount: bigint): bigint {
  return amount > MOST_MONEY ? MOST_MONEY : amount;
}

/** Changes that make sense, if not always to the parties. */
const sound = fc.oneof(
  changing(
    "principal",
    fc.constantFrom(
      ({ note }: World, on: Day) => capped(statementOf(note.terms, note.debt, on).total),
      ({ note }: World) => capped(note.debt.principal + 1n),
      ({ note }: World) => (note.terms.principal + 1n) / 2n,
    ),
  ),
  changing("rate", any(fc.constantFrom(0, 7_750_000, UNIT_RATE - 1))),
  changing(
    "overdue",
    any(fc.constantFrom(null, { rate: 9_000_000, base: "sumDue" as const }, { rate: 1, base: "principal" as const })),
  ),
  changing(
    "maturity",
    fc.integer({ min: 1, max: 700 }).map(
      (days) =>
        ({ note }: World, on: Day) =>
          Math.max(on, note.terms.dated) + days,
    ),
  ),
  changing(
    "dated",
    fc.constant((_: World, on: Day) => on),
  ).chain((dated) =>
    fc.integer({ min: 1, max: 700 }).map((days): Change => (terms, world, on) => {
      return { ...dated(terms, world, on), maturity: on + days };
    }),
  ),
  changing("dayCount", any(fc.constantFrom(...DAY_COUNT_CONVENTIONS))),
  changing("prepaymentAllowed", any(fc.boolean())),
  changing("affiliatesFree", any(fc.boolean())),
  changing("graceDays", any(fc.nat(20))),
  changing("attestor", any(fc.constantFrom(null, "attestor"))),
  changing("conversion", any(fc.constant(null))),
  fc
    .record({
      opens: fc.integer({ min: -1, max: 30 }),
      open: fc.option(fc.integer({ min: 1, max: 300 })),
      price: fc.constantFrom(
        { numerator: 50_000n, denominator: 1n },
        { numerator: 1n, denominator: 3n },
        { numerator: 10n ** 9n, denominator: 7n },
      ),
    })
    .map(({ opens, open, price }): Change => (terms, { note, stock }, on) => {
      if (stock === null) return terms;
      const after = on + opens;
      const until = open === null ? null : after + open;
      return { ...terms, conversion: { after, until, price: note.terms.conversion?.price ?? price } };
    }),
);

/** Changes that are refused, or may well be. */
const unsound = fc.oneof(
  changing("principal", any(fc.constant(0n))),
  changing("rate", any(fc.constantFrom(UNIT_RATE, 4_000_000_000))),
  changing("overdue", any(fc.constant({ rate: UNIT_RATE, base: "principal" as const }))),
  changing(
    "maturity",
    fc.constant(({ note }: World) => note.terms.dated),
  ),
  fc.constant<Change>((terms, _, on) => ({ ...terms, dated: on + 1, maturity: on + 100 })),
  changing("maker", any(fc.constantFrom(...PEOPLE))),
  changing("attestor", any(fc.constantFrom(...PEOPLE))),
  fc.constant<Change>((terms) => priced(terms, { price: { numerator: 0n, denominator: 1n } })),
  fc.constant<Change>((terms) => priced(terms, { until: terms.conversion?.after ?? null })),
  fc.constant<Change>((terms) => priced(terms, { price: { numerator: 1n, denominator: (1n << 32n) - 1n } })),
);

function priced(terms: LifeReplacement, changes: Partial<LifeReplacement["conversion"]>): LifeReplacement {
  return terms.conversion === null ? terms : { ...terms, conversion: { ...terms.conversion, ...changes } };
}

/** A note's replacement, mostly by all who must agree to it. */
export const anyNovation: fc.Arbitrary<(world: World, on: Day) => LifeNovation> = fc
  .record({
    caller: fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom("holder" as const, "obligor" as const) },
      { weight: 1, arbitrary: fc.constant("stranger" as const) },
    ),
    changes: fc.array(fc.oneof({ weight: 12, arbitrary: sound }, { weight: 1, arbitrary: unsound }), {
      minLength: 1,
      maxLength: 4,
    }),
    signatures: fc.record({ holder: anySignature, obligor: anySignature, maker: anySignature }),
    missing: fc.nat(60),
    stale: fc.nat(15),
  })
  .map(({ caller, changes, signatures, missing, stale }) => (world, on) => {
    const { holder, obligor } = world.note;
    const by = { holder, obligor, stranger: "stranger" }[caller];
    const replacement = changes.reduce((terms, change) => change(terms, world, on), present(world));
    const parties: ["holder" | "obligor" | "maker", string][] = [
      ["holder", holder],
      ["obligor", obligor],
      ["maker", replacement.maker],
    ];
    const signed: Partial<Record<"holder" | "obligor" | "maker", Signature>> = {};
    parties.forEach(([role, party], place) => {
      const isNeeded = party !== by && place !== missing && !(role === "maker" && party === obligor);
      if (isNeeded) signed[role] = signatures[role];
    });
    const novation = { do: "novate" as const, on, by, replacement, ...signed };
    return stale === 0 ? { ...novation, isStockStale: true } : novation;
  });
