import fc from "fast-check";

import type { World } from "../../src/model/state.ts";
import { PEOPLE } from "./life.ts";

/** One of the people, or a name, as things then stand. */
export type PartyOf = (world: World) => string;

export const anyone = fc.constantFrom<string>(...PEOPLE);
export const holder: PartyOf = ({ note }) => note.holder;
export const obligor: PartyOf = ({ note }) => note.obligor;

/** Someone likely, now and then somebody else. */
export function mostly(likely: PartyOf, weight = 9): fc.Arbitrary<PartyOf> {
  return fc.oneof(
    { weight, arbitrary: fc.constant(likely) },
    {
      weight: 1,
      arbitrary: anyone.map(
        (name): PartyOf =>
          () =>
            name,
      ),
    },
  );
}

/** One of those named. */
export function oneOf(...names: readonly string[]): fc.Arbitrary<PartyOf> {
  return fc.constantFrom(...names).map((name) => () => name);
}

/** Whose word on a default or a charge counts, or does not. */
export const witness = fc.oneof(
  { weight: 4, arbitrary: fc.constant(obligor) },
  { weight: 3, arbitrary: oneOf("attestor") },
  { weight: 1, arbitrary: oneOf(...PEOPLE) },
);

/** Whose word on a cure counts, or does not. */
export const healer = fc.oneof(
  { weight: 4, arbitrary: fc.constant(holder) },
  { weight: 3, arbitrary: oneOf("attestor") },
  { weight: 1, arbitrary: oneOf(...PEOPLE) },
);
