import fc from "fast-check";

import type { Act, Deed } from "../../src/model/acts.ts";
import type { World } from "../../src/model/state.ts";
import { anyAct } from "./anyActs.ts";

/** What is done next, as things then stand. */
export type Choice = (world: World) => readonly Act[];

/** Families, so that some are affiliates of others. */
const families: Choice = ({ on }) =>
  (
    [
      ["holdco", "lender"],
      ["holdco", "sister"],
      ["borrower", "subsidiary"],
    ] as const
  ).map(([controller, controlled]) => ({ do: "control", controller, controlled, on, by: "registrar" }));

/** An acceptance and the assignment it is for, at once, by one that the maker controls if it can. */
const assignment: fc.Arbitrary<Choice> = fc
  .constantFrom("subsidiary", "subsidiary", "borrower", "attestor")
  .map((assignee): Choice => ({ on, note }) => [
    { do: "control", controller: "borrower", controlled: assignee, on, by: "registrar" },
    { do: "accept", on, by: assignee },
    { do: "assign", to: assignee, on, by: note.obligor },
  ]);

/** A consent and the transfer it is for, within the time it is given for or just after. */
const transfer: fc.Arbitrary<Choice> = fc
  .record({
    to: fc.constantFrom("stranger", "holdco", "sister"),
    days: fc.integer({ min: 0, max: 5 }),
    late: fc.nat(6),
  })
  .map(({ to: transferee, days, late }): Choice => ({ on, note }) => [
    { do: "consent", to: transferee, until: on + days, on, by: note.obligor },
    { do: "transfer", to: transferee, on: late === 0 ? on + days + 1 : on + days, by: note.holder },
  ]);

/** A charge that is owed on when all principal has been converted, and what may come of it then. */
const chargeAlone: fc.Arbitrary<Choice> = fc
  .constantFrom<readonly Deed[]>(
    [{ do: "demand" }, { do: "convert", principal: 0n, charges: "all" }],
    [{ do: "convert", principal: "all", charges: 1n }],
    [{ do: "acknowledge", amount: 1n }, { do: "demand" }],
  )
  .map((deeds): Choice => ({ on, note }) => [
    { do: "charge", kind: "lateFee", amount: note.terms.principal, on, by: note.obligor },
    { do: "convert", principal: "all", on, by: note.holder },
    ...deeds.map((deed) => ({ ...deed, on, by: note.holder })),
  ]);

/** More facts than one side may have open. */
const flood: fc.Arbitrary<Choice> = fc
  .tuple(fc.constantFrom("attestor", "borrower"), fc.integer({ min: 15, max: 18 }))
  .map(
    ([by, count]): Choice =>
      ({ on, note }) =>
        Array.from({ length: count }, (_, place) => {
          const name = `flood ${note.facts.length + place + 1}`;
          return { do: "report", fact: "judgment", name, occurred: on, on, by } as const;
        }),
  );

/** What happens to a note, in its order. */
export const anyChoices: fc.Arbitrary<readonly Choice[]> = fc
  .tuple(
    fc.constantFrom<readonly Choice[]>([], [families], [families]),
    fc.array(
      fc.oneof(
        { weight: 120, arbitrary: anyAct.map((act): Choice => (world) => [act(world)]) },
        { weight: 3, arbitrary: assignment },
        { weight: 4, arbitrary: transfer },
        { weight: 3, arbitrary: chargeAlone },
        { weight: 1, arbitrary: flood },
      ),
      { minLength: 1, maxLength: 24, size: "max" },
    ),
  )
  .map(([first, rest]) => [...first, ...rest]);
