import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import { ceil, divide, multiply, rational } from "../../src/math/rational.ts";
import type { Act, AmountOrAll, Deed } from "../../src/model/acts.ts";
import { previewConversion } from "../../src/model/conversion.ts";
import { statementOf } from "../../src/model/interest.ts";
import type { Statement } from "../../src/model/interest.ts";
import type { FactKind, World } from "../../src/model/state.ts";
import { reservedUnits } from "../../src/model/stock.ts";
import { ofAnySize } from "./anyTerms.ts";
import { PEOPLE } from "./life.ts";

/** What someone does next, as things then stand. */
export type Choice = (world: World) => readonly Act[];

type DayOf = (world: World) => Day;
type AmountOf = (world: World, on: Day) => bigint;
type PartyOf = (world: World) => string;
type DeedOf = (world: World, on: Day) => Deed;

const HUGE = (1n << 255n) - 1n;
const TOKEN = 10n ** 9n;

// ---------------------------------------------------------------- when

/** Days around which something changes, from a day on. */
function edges({ on, note }: World): readonly Day[] {
  const { terms, consent, prepaymentUntil, facts } = note;
  const { conversion } = terms;
  const turns = [terms.dated, terms.maturity, terms.lastDayToPay, ...facts.map(({ begins }) => begins - 1)];
  if (conversion !== null) turns.push(conversion.after);
  if (conversion?.until != null) turns.push(conversion.until);
  if (consent !== null) turns.push(consent.until);
  if (prepaymentUntil !== null) turns.push(prepaymentUntil);
  const days = turns.flatMap((day) => [day - 1, day, day + 1]).filter((day) => day >= on);
  return [...new Set(days)].toSorted((a, b) => a - b);
}

const when: fc.Arbitrary<DayOf> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<DayOf>(({ on }) => on) },
  { weight: 5, arbitrary: fc.nat(5).map((place): DayOf => (world) => edges(world)[place] ?? world.on) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40 }).map((days): DayOf => ({ on }) => on + days) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 900 }).map((days): DayOf => ({ on }) => on + days) },
);

/** A last day, mostly still to come. */
const until: fc.Arbitrary<(on: Day) => Day> = fc
  .oneof(fc.integer({ min: -1, max: 3 }), fc.integer({ min: 0, max: 400 }))
  .map((days) => (on) => on + days);

// ---------------------------------------------------------------- who

const anyone = fc.constantFrom<string>(...PEOPLE);
const holder: PartyOf = ({ note }) => note.holder;
const obligor: PartyOf = ({ note }) => note.obligor;

function mostly(likely: PartyOf, weight = 9): fc.Arbitrary<PartyOf> {
  return fc.oneof(
    { weight, arbitrary: fc.constant(likely) },
    { weight: 1, arbitrary: anyone.map((name): PartyOf => () => name) },
  );
}

function oneOf(...names: readonly string[]): fc.Arbitrary<PartyOf> {
  return fc.constantFrom(...names).map((name) => () => name);
}

const witness = fc.oneof(
  { weight: 4, arbitrary: fc.constant(obligor) },
  { weight: 3, arbitrary: oneOf("attestor") },
  { weight: 1, arbitrary: oneOf(...PEOPLE) },
);

const healer = fc.oneof(
  { weight: 4, arbitrary: fc.constant(holder) },
  { weight: 3, arbitrary: oneOf("attestor") },
  { weight: 1, arbitrary: oneOf(...PEOPLE) },
);

// ---------------------------------------------------------------- how much

function owed({ note }: World, on: Day): Statement {
  return statementOf(note.terms, note.debt, on);
}

function share(of: AmountOf): fc.Arbitrary<AmountOf> {
  return fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom<AmountOf>(of, (w, on) => less(of(w, on)), (w, on) => of(w, on) + 1n) },
    {
      weight: 4,
      arbitrary: fc.bigInt({ min: 0n, max: 10n ** 6n }).map((parts): AmountOf => (w, on) => (of(w, on) * parts) / 10n ** 6n),
    },
  );
}

function less(amount: bigint): bigint {
  return amount > 0n ? amount - 1n : 0n;
}

const small: fc.Arbitrary<AmountOf> = fc.constantFrom(1n, 1n, 2n, 0n).map((amount) => () => amount);
const huge: fc.Arbitrary<AmountOf> = fc.constantFrom(1n << 96n, 1n << 128n, HUGE).map((amount) => () => amount);

const money: fc.Arbitrary<AmountOf> = fc.oneof(
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

const principalToConvert: fc.Arbitrary<(world: World, on: Day) => AmountOrAll> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(() => "all" as const) },
  { weight: 5, arbitrary: share(({ note }) => note.debt.principal) },
  { weight: 2, arbitrary: share(priceOfOne) },
  { weight: 1, arbitrary: small },
);

const chargesToConvert: fc.Arbitrary<(world: World, on: Day) => AmountOrAll> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(() => 0n) },
  { weight: 2, arbitrary: fc.constant(() => "all" as const) },
  { weight: 2, arbitrary: share(({ note }) => note.debt.charges) },
);

const chargeAmount: fc.Arbitrary<AmountOf> = fc.oneof(
  { weight: 4, arbitrary: ofAnySize(10n ** 9n).map((amount): AmountOf => () => amount) },
  { weight: 2, arbitrary: share(({ note }) => note.terms.principal - note.chargesByAttestor) },
  { weight: 1, arbitrary: share(({ note }) => (1n << 96n) - 1n - note.chargesAdmitted) },
  { weight: 2, arbitrary: small },
  { weight: 1, arbitrary: huge },
);

/** Room under the cap, in tokens of today, floored. */
const room: AmountOf = ({ stock }) => {
  if (stock === null) return 0n;
  const left = stock.authorized - stock.issued - reservedUnits(stock);
  const { numerator, denominator } = stock.splitFactor;
  return left < 0n ? 0n : (left * numerator) / (denominator * TOKEN);
};

/** The least cap there can be, in tokens of today, floored. */
const leastCap: AmountOf = ({ stock }) => {
  if (stock === null) return 0n;
  const { numerator, denominator } = stock.splitFactor;
  return ((stock.issued + reservedUnits(stock)) * numerator) / (denominator * TOKEN);
};

const cap: fc.Arbitrary<AmountOf> = fc.oneof(
  { weight: 3, arbitrary: share(leastCap) },
  { weight: 2, arbitrary: fc.bigInt({ min: 1n, max: 5n }).map((times): AmountOf => (w, on) => leastCap(w, on) * times) },
  { weight: 1, arbitrary: huge },
);

// ---------------------------------------------------------------- what

const names = ["one", "two", "three", "four", "nonPayment", "assignment"];
const kinds: readonly FactKind[] = [
  "voluntaryPetition",
  "consentedPetition",
  "adjudication",
  "assignmentForCreditors",
  "involuntaryPetition",
  "involuntaryPetition",
  "judgment",
  "judgment",
  "nonPayment",
];

/** The name of a fact on record, or one that may not be. */
const known: fc.Arbitrary<PartyOf> = fc.oneof(
  { weight: 6, arbitrary: fc.nat(4).map((place): PartyOf => ({ note }) => note.facts.at(-1 - place)?.name ?? "one") },
  { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => () => name) },
);

const fresh: fc.Arbitrary<PartyOf> = fc.oneof(
  { weight: 9, arbitrary: fc.constant<PartyOf>(({ note }) => `fact ${note.facts.length + 1}`) },
  { weight: 2, arbitrary: fc.constantFrom(...names).map((name) => () => name) },
  { weight: 1, arbitrary: fc.constantFrom("", "é", "x".repeat(31), "x".repeat(32), "é".repeat(16)).map((name) => () => name) },
);

/** The day of a fact, around the days on which its period would run out today. */
const occurred: fc.Arbitrary<(world: World, on: Day, kind: FactKind) => Day> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -60, max: 1 }).map((days) => (_: World, on: Day) => on + days) },
  { weight: 1, arbitrary: fc.integer({ min: -1, max: 1 }).map((days) => ({ note }: World) => note.terms.dated + days) },
  {
    weight: 3,
    arbitrary: fc.integer({ min: -4, max: 1 }).map((days) => ({ note }: World, on: Day, kind: FactKind) => {
      return on - (kind === "judgment" ? note.terms.judgmentDays : note.terms.dismissalDays) + days;
    }),
  },
);

/** The day of a cure, around the days on which it begins or ceases to count. */
const healed: fc.Arbitrary<(world: World, on: Day, name: string) => Day> = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 1 }).map((days) => (_: World, on: Day) => on + days) },
  {
    weight: 5,
    arbitrary: fc.record({ edge: fc.constantFrom("occurred" as const, "begins" as const, "cured" as const), days: fc.integer({ min: -2, max: 2 }) }).map(
      ({ edge, days }) =>
        ({ note }: World, on: Day, name: string) => {
          const fact = note.facts.findLast((each) => each.name === name);
          const day = fact === undefined ? on : (fact[edge] ?? fact.occurred) + days;
          // mostly of a day gone by
          return day > on + 1 ? on : day;
        },
    ),
  },
);

const ratio = fc.constantFrom(
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
) as fc.Arbitrary<[bigint, bigint]>;

const distribution = fc.constantFrom(
  [5n, 4n],
  [101n, 100n],
  [3n, 1n],
  [4n, 5n],
  [1n, 1n],
  [1n, 0n],
  [1_000_000_007n, 999_999_937n],
  [(1n << 64n) - 1n, (1n << 64n) - 2n],
) as fc.Arbitrary<[bigint, bigint]>;

const convert: fc.Arbitrary<DeedOf> = fc
  .record({
    principal: principalToConvert,
    charges: chargesToConvert,
    least: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constantFrom(0n, 1n) }),
  })
  .map(({ principal, charges, least }) => (world, on) => {
    const deed = { do: "convert" as const, principal: principal(world, on), charges: charges(world, on) };
    if (least === null) return deed;
    return { ...deed, leastShares: sharesOf(world, on, deed) + least };
  });

function sharesOf(world: World, on: Day, deed: { principal: AmountOrAll; charges: AmountOrAll }): bigint {
  const { principal, charges } = world.note.debt;
  if (deed.principal !== "all" && deed.principal > principal) return 0n;
  if (deed.charges !== "all" && deed.charges > charges) return 0n;
  return previewConversion(world, on, deed.principal, deed.charges)?.shares ?? 0n;
}

function always(deed: Deed): fc.Arbitrary<DeedOf> {
  return fc.constant(() => deed);
}

/** The controller there is, if there is one: control ends between two who are named. */
function uncontrol(controlled: string): DeedOf {
  return ({ control }) => ({ do: "uncontrol", controlled, controller: control.controllers.get(controlled) ?? "holdco" });
}

const to = anyone;
const friend = fc.constantFrom("sister", "subsidiary", "holdco", "borrower", "stranger", "lender", "attestor");

const choices: readonly (readonly [weight: number, by: fc.Arbitrary<PartyOf>, deed: fc.Arbitrary<DeedOf>])[] = [
  [12, mostly(holder, 19), convert],
  [
    9,
    mostly(() => "borrower"),
    fc.oneof(
      { weight: 1, arbitrary: always({ do: "pay", amount: "all" }) },
      { weight: 5, arbitrary: money.map((amount): DeedOf => (w, on) => ({ do: "pay", amount: amount(w, on) })) },
    ),
  ],
  [2, oneOf("stranger", "sister", "lender"), money.map((amount): DeedOf => (w, on) => ({ do: "pay", amount: amount(w, on) }))],
  [3, mostly(holder), money.map((amount): DeedOf => (w, on) => ({ do: "acknowledge", amount: amount(w, on) }))],
  [3, mostly(holder), until.map((day): DeedOf => (_, on) => ({ do: "permitPrepayment", until: day(on) }))],
  [2, mostly(holder), always({ do: "revokePrepayment" })],
  [6, mostly(holder), always({ do: "demand" })],
  [
    5,
    mostly(obligor),
    fc.tuple(to, until).map(([party, day]): DeedOf => (_, on) => ({ do: "consent", to: party, until: day(on) })),
  ],
  [4, mostly(obligor), always({ do: "revokeConsent" })],
  [5, mostly(holder), fc.oneof(friend, to).map((party): DeedOf => () => ({ do: "transfer", to: party }))],
  [
    3,
    mostly(holder),
    fc.constant<DeedOf>(({ note }) => ({ do: "transfer", to: note.consent?.to ?? "stranger" })),
  ],
  [3, oneOf("subsidiary", "subsidiary", "sister", "borrower", "lender"), always({ do: "accept" })],
  [2, oneOf("subsidiary", "sister", "borrower", "stranger"), always({ do: "withdrawAcceptance" })],
  [6, mostly(obligor), friend.map((party): DeedOf => () => ({ do: "assign", to: party }))],
  [
    8,
    witness,
    fc
      .record({ fact: fc.constantFrom(...kinds), name: fresh, day: occurred })
      .map(
        ({ fact, name, day }): DeedOf =>
          (world, on) => ({ do: "report", fact, name: name(world), occurred: notBefore(day(world, on, fact)) }),
      ),
  ],
  [
    8,
    healer,
    fc.record({ name: known, day: healed }).map(({ name, day }): DeedOf => (world, on) => {
      return { do: "cure", name: name(world), occurred: notBefore(day(world, on, name(world))) };
    }),
  ],
  [5, mostly(holder), known.map((name): DeedOf => (world) => ({ do: "waive", name: name(world) }))],
  [
    5,
    witness,
    fc
      .record({ kind: fc.constantFrom("lateFee" as const, "collectionCost" as const), amount: chargeAmount })
      .map(({ kind, amount }): DeedOf => (w, on) => ({ do: "charge", kind, amount: amount(w, on) })),
  ],
  [1, mostly(holder, 2), always({ do: "release" })],
  [3, mostly(() => "borrower"), ratio.map(([numerator, denominator]): DeedOf => () => ({ do: "split", numerator, denominator }))],
  [
    2,
    mostly(() => "borrower"),
    distribution.map(([numerator, denominator]): DeedOf => () => ({ do: "distribute", numerator, denominator })),
  ],
  [
    2,
    mostly(() => "borrower"),
    fc
      .tuple(to, fc.oneof(share(room), small, huge))
      .map(([party, amount]): DeedOf => (w, on) => ({ do: "issue", to: party, amount: amount(w, on) })),
  ],
  [2, mostly(() => "borrower"), cap.map((amount): DeedOf => (w, on) => ({ do: "authorize", amount: amount(w, on) }))],
  [
    3,
    mostly(() => "registrar"),
    fc.tuple(to, to).map(([controller, controlled]): DeedOf => () => ({ do: "control", controller, controlled })),
  ],
  [2, mostly(() => "registrar"), to.map(uncontrol)],
  [1, oneOf("stranger"), always({ do: "look" })],
];

function notBefore(day: Day): Day {
  return Math.max(0, day);
}

const oneChoice: fc.Arbitrary<Choice> = fc.oneof(
  ...choices.map(([weight, by, deed]) => ({
    weight,
    arbitrary: fc.tuple(when, by, deed, fc.nat(7)).map(
      ([on, who, what, whim]): Choice =>
        (world) => {
          const day = on(world);
          const act: Act = { ...what({ ...world, on: day }, day), on: day, by: who(world) };
          return whim === 0 ? [act] : [insteadOfIdle(world, act)];
        },
    ),
  })),
);

/** What comes first, where an act could only be refused for want of it; and a conversion not before its window. */
function insteadOfIdle({ note, control }: World, act: Act): Act {
  const { on, by } = act;
  switch (act.do) {
    case "cure":
    case "waive":
      if (note.facts.length > 0) return act;
      return { do: "report", fact: "judgment", name: "one", occurred: on, on, by: note.obligor };
    case "withdrawAcceptance":
      return note.acceptances.size > 0 ? { ...act, by: [...note.acceptances.keys()][0] ?? by } : { do: "accept", on, by };
    case "revokeConsent":
      return note.consent !== null ? act : { do: "consent", to: "stranger", until: on + 9, on, by: note.obligor };
    case "uncontrol": {
      const [controlled, controller] = [...control.controllers][0] ?? [];
      if (controlled === undefined || controller === undefined) return act;
      return { ...act, controlled, controller };
    }
    case "convert":
      return { ...act, on: Math.max(on, (note.terms.conversion?.after ?? 0) + 1) };
    default:
      return act;
  }
}

/** Families, so that some are affiliates of others. */
const families: Choice = ({ on }) =>
  (
    [
      ["holdco", "lender"],
      ["holdco", "sister"],
      ["borrower", "subsidiary"],
    ] as const
  ).map(([controller, controlled]) => ({ do: "control", controller, controlled, on, by: "registrar" }));

/** An acceptance and the assignment it is for, at once. */
const assignment: fc.Arbitrary<Choice> = fc
  .constantFrom("subsidiary", "subsidiary", "borrower")
  .map((assignee): Choice => ({ on, note }) => [
    { do: "accept", on, by: assignee },
    { do: "assign", to: assignee, on, by: note.obligor },
  ]);

/** A consent and the transfer it is for, within the time it is given for or just after. */
const transfer: fc.Arbitrary<Choice> = fc
  .record({ to: fc.constantFrom("stranger", "holdco", "sister"), days: fc.integer({ min: 0, max: 5 }), late: fc.nat(6) })
  .map(({ to: transferee, days, late }): Choice => ({ on, note }) => [
    { do: "consent", to: transferee, until: on + days, on, by: note.obligor },
    { do: "transfer", to: transferee, on: late === 0 ? on + days + 1 : on + days, by: note.holder },
  ]);

/** More facts than one side may have open. */
const flood: fc.Arbitrary<Choice> = fc
  .tuple(fc.constantFrom("attestor", "borrower"), fc.integer({ min: 15, max: 18 }))
  .map(([by, count]): Choice => ({ on, note }) =>
    Array.from({ length: count }, (_, place) => {
      const name = `flood ${note.facts.length + place + 1}`;
      return { do: "report", fact: "judgment", name, occurred: on, on, by } as const;
    }),
  );

/** What happens to a note, in its order. */
export const anyChoices: fc.Arbitrary<readonly Choice[]> = fc
  .tuple(
    fc.constantFrom<readonly Choice[]>([families], [families], []),
    fc.array(
      fc.oneof(
        { weight: 120, arbitrary: oneChoice },
        { weight: 3, arbitrary: assignment },
        { weight: 4, arbitrary: transfer },
        { weight: 1, arbitrary: flood },
      ),
      { minLength: 1, maxLength: 24, size: "max" },
    ),
  )
  .map(([first, rest]) => [...first, ...rest]);
