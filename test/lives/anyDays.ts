import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import { lastDayToObject } from "../../src/model/recovery.ts";
import type { FactKind, World } from "../../src/model/state.ts";

type DayOf = (world: World) => Day;

/** Days around which something changes, from a day on. */
function edges({ on, note }: World): readonly Day[] {
  const { terms, consent, prepaymentUntil, facts, recovery } = note;
  const { conversion } = terms;
  const turns = [terms.dated, terms.maturity, terms.lastDayToPay, ...facts.map(({ begins }) => begins - 1)];
  if (conversion !== null) turns.push(conversion.after);
  if (conversion?.until != null) turns.push(conversion.until);
  if (consent !== null) turns.push(consent.until);
  if (prepaymentUntil !== null) turns.push(prepaymentUntil);
  if (recovery.declaredOn !== null) turns.push(lastDayToObject(recovery.declaredOn, recovery.consent?.on ?? 0));
  else if (recovery.lastDeclared !== null) turns.push(recovery.lastDeclared.on + 365);
  const days = turns.flatMap((day) => [day - 1, day, day + 1]).filter((day) => day >= on);
  return [...new Set(days)].toSorted((a, b) => a - b);
}

/** The day of the next act, mostly around days on which something changes. */
export const when: fc.Arbitrary<DayOf> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<DayOf>(({ on }) => on) },
  {
    weight: 5,
    arbitrary: fc.nat(5).map(
      (place): DayOf =>
        (world) =>
          edges(world)[place] ?? world.on,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 1, max: 40 }).map(
      (days): DayOf =>
        ({ on }) =>
          on + days,
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 900 }).map(
      (days): DayOf =>
        ({ on }) =>
          on + days,
    ),
  },
);

/** A last day, mostly still to come. */
export const until: fc.Arbitrary<(on: Day) => Day> = fc
  .oneof(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 400 }))
  .map((days) => (on) => on + days);

/** The day of a fact, around the days on which its period would run out today. */
export const occurred: fc.Arbitrary<(world: World, on: Day, kind: FactKind) => Day> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -60, max: 1 }).map((days) => (_: World, on: Day) => on + days) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -1, max: 1 }).map(
      (days) =>
        ({ note }: World) =>
          note.terms.dated + days,
    ),
  },
  {
    weight: 3,
    arbitrary: fc.integer({ min: -4, max: 1 }).map((days) => ({ note }: World, on: Day, kind: FactKind) => {
      return on - (kind === "judgment" ? note.terms.judgmentDays : note.terms.dismissalDays) + days;
    }),
  },
);

/** The day of a cure, around the days on which it begins or ceases to count. */
export const healed: fc.Arbitrary<(world: World, on: Day, name: string) => Day> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 1 }).map((days) => (_: World, on: Day) => on + days) },
  {
    weight: 5,
    arbitrary: fc
      .record({
        edge: fc.constantFrom("occurred" as const, "begins" as const, "cured" as const),
        days: fc.integer({ min: -2, max: 2 }),
      })
      .map(({ edge, days }) => ({ note }: World, on: Day, name: string) => {
        const fact = note.facts.findLast((each) => each.name === name);
        const day = fact === undefined ? on : (fact[edge] ?? fact.occurred) + days;
        // mostly of a day gone by
        return day > on + 1 ? on : day;
      }),
  },
);
