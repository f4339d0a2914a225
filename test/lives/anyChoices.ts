import fc from "fast-check";

import type { World } from "../../src/model/state.ts";
import { anyAct } from "./anyActs.ts";
import { when } from "./anyDays.ts";
import { anyNovation } from "./anyReplacement.ts";
import type { LifeAct, PlainDeed } from "./life.ts";

/** What is done next, as things then stand. */
export type Choice = (world: World) => readonly LifeAct[];

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
  .constantFrom<readonly PlainDeed[]>(
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

/** The two steps to recover a lost note, in either order, what may come between, and the recovery, on the first day it may be or before. */
const recovery: fc.Arbitrary<Choice> = fc
  .record({
    to: fc.constantFrom("sister", "stranger", "holdco", "lender"),
    isDeclaredFirst: fc.boolean(),
    apart: fc.integer({ min: 0, max: 20 }),
    between: fc.oneof(
      { weight: 4, arbitrary: fc.constant<PlainDeed["do"] | "payAll">("look") },
      { weight: 3, arbitrary: fc.constantFrom<PlainDeed["do"] | "payAll">("pay", "payAll") },
      {
        weight: 3,
        arbitrary: fc.constantFrom<PlainDeed["do"] | "payAll">(
          "object",
          "revokePrepayment",
          "revokeRecoveryConsent",
          "approve",
          "transfer",
          "assign",
        ),
      },
    ),
    early: fc.nat(8),
  })
  .map(({ to, isDeclaredFirst, apart, between, early }): Choice => (world) => {
    const { note } = world;
    const last = note.recovery.lastDeclared;
    const on = last === null ? world.on : Math.max(world.on, last.on + 366);
    const declare = { do: "declareLost", by: "attestor" } as const;
    const consent = { do: "consentToRecovery", to, by: note.obligor } as const;
    const [first, second] = isDeclaredFirst ? [declare, consent] : [consent, declare];
    const day = on + apart;
    const then = between === "pay" || between === "payAll" ? Math.max(day, note.terms.maturity) : day;
    const later = Math.max(then, day + (early === 0 ? 30 : 31));
    return [
      { ...first, on },
      { ...second, on: day },
      meanwhile(between, note.holder, note.obligor, then),
      { do: "recover", on: later, by: "stranger" },
      ...(then > day ? [{ do: "withdraw", holder: note.holder, to, on: later, by: to } as const] : []),
    ];
  });

function meanwhile(what: PlainDeed["do"] | "payAll", holder: string, obligor: string, on: number): LifeAct {
  switch (what) {
    case "payAll":
      return { do: "pay", amount: "all", on, by: obligor };
    case "pay":
      return { do: "pay", amount: 7n, on, by: obligor };
    case "approve":
    case "transfer":
      return { do: what, to: "sister", on, by: holder };
    case "assign":
      return { do: "assign", to: "subsidiary", on, by: obligor, signed: { nonce: 91n }, acceptance: { nonce: 92n } };
    case "object":
    case "revokePrepayment":
      return { do: what, on, by: holder };
    case "revokeRecoveryConsent":
      return { do: what, on, by: obligor };
    default:
      return { do: "look", on, by: "stranger" };
  }
}

/** A payment that does not reach the holder, and what becomes of the money. */
const heldPayment: fc.Arbitrary<Choice> = fc
  .record({ to: fc.constantFrom("lender", "stranger", "sister", "holdco"), late: fc.nat(20), part: fc.bigInt(1n, 4n) })
  .map(({ to, late, part }): Choice => ({ on, note }) => {
    const day = Math.max(on, note.terms.maturity) + late;
    const { holder } = note;
    return [
      { do: "block", party: holder, on, by: "issuer" },
      { do: "pay", amount: note.debt.principal / part + 1n, on: day, by: note.obligor },
      { do: "withdraw", holder, to, on: day, by: holder },
      { do: "unblock", party: holder, on: day, by: "issuer" },
      { do: "withdraw", holder, to: holder, on: day, by: holder },
    ];
  });

/** The stock replaced, shares converted before it and after, and exchanged. */
const recapitalization: fc.Arbitrary<Choice> = fc
  .tuple(fc.constantFrom<readonly [bigint, bigint]>([1n, 1n], [3n, 2n], [1n, 10n]), fc.boolean(), fc.boolean())
  .map(([[numerator, denominator], before, after]): Choice => ({ on, note, formerStocks }) => {
    const day = Math.max(on, (note.terms.conversion?.after ?? 0) + 1);
    const by = note.holder;
    const convert = { do: "convert", principal: note.debt.principal / 3n + 1n, on: day, by } as const;
    return [
      ...(before ? [convert] : []),
      { do: "recapitalize", numerator, denominator, on: day, by: "borrower" },
      ...(after ? [convert] : []),
      { do: "exchange", generation: formerStocks.length, on: day, by: before ? by : "borrower" },
    ];
  });

/** A line of as many stocks as there can be, and one more; what the first of them still shows, exchanged through all. */
const longLine: Choice = ({ on }) => [
  ...Array.from({ length: 8 }, (_, place): LifeAct => {
    const [numerator, denominator] = place % 2 === 0 ? [1n, 2n] : [2n, 1n];
    return { do: "recapitalize", numerator, denominator, on, by: "borrower" };
  }),
  { do: "exchange", generation: 0, on, by: "borrower" },
];

/** A note replaced by another, on the day or later. */
const novation: fc.Arbitrary<Choice> = fc
  .tuple(when, anyNovation)
  .map(([day, novate]): Choice => (world) => [novate({ ...world, on: day(world) }, day(world))]);

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
        { weight: 7, arbitrary: recovery },
        { weight: 3, arbitrary: heldPayment },
        { weight: 8, arbitrary: novation },
        { weight: 3, arbitrary: recapitalization },
        { weight: 1, arbitrary: fc.constant(longLine) },
      ),
      { minLength: 1, maxLength: 24, size: "max" },
    ),
  )
  .map(([first, rest]) => [...first, ...rest]);
