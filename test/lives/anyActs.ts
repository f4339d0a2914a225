import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import type { AmountOrAll } from "../../src/model/acts.ts";
import { previewConversion } from "../../src/model/conversion.ts";
import type { FactKind, World } from "../../src/model/state.ts";
import { chargeAmount, chargesToConvert, money, principalToConvert } from "./anyAmounts.ts";
import { healed, occurred, until, when } from "./anyDays.ts";
import { anyone, healer, holder, mostly, obligor, oneOf, witness } from "./anyPeople.ts";
import type { PartyOf } from "./anyPeople.ts";
import { anySignature, perhapsSigned } from "./anySignatures.ts";
import { stockChoices } from "./anyStockActs.ts";
import type { DeedOf, WeightedChoice } from "./anyStockActs.ts";
import { insteadOfIdle } from "./insteadOfIdle.ts";
import type { PlainAct, PlainDeed } from "./life.ts";

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
  {
    weight: 6,
    arbitrary: fc.nat(4).map(
      (place): PartyOf =>
        ({ note }) =>
          note.facts.at(-1 - place)?.name ?? "one",
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...names).map((name) => () => name) },
);

const fresh: fc.Arbitrary<PartyOf> = fc.oneof(
  { weight: 9, arbitrary: fc.constant<PartyOf>(({ note }) => `fact ${note.facts.length + 1}`) },
  { weight: 2, arbitrary: fc.constantFrom(...names).map((name) => () => name) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("", "é", "x".repeat(31), "x".repeat(32), "é".repeat(16)).map((name) => () => name),
  },
);

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

function always(deed: PlainDeed): fc.Arbitrary<DeedOf> {
  return fc.constant(() => deed);
}

/** The controller there is, if there is one: control ends between two who are named. */
function uncontrol(controlled: string): DeedOf {
  return ({ control }) => ({
    do: "uncontrol",
    controlled,
    controller: control.controllers.get(controlled) ?? "holdco",
  });
}

const to = anyone;
const friend = fc.constantFrom("sister", "subsidiary", "holdco", "borrower", "stranger", "lender", "attestor");

const choices: readonly WeightedChoice[] = [
  [12, mostly(holder, 19), convert],
  [
    9,
    mostly(() => "borrower"),
    fc.oneof(
      { weight: 1, arbitrary: always({ do: "pay", amount: "all" }) },
      { weight: 5, arbitrary: money.map((amount): DeedOf => (w, on) => ({ do: "pay", amount: amount(w, on) })) },
    ),
  ],
  [
    2,
    oneOf("stranger", "sister", "lender"),
    money.map((amount): DeedOf => (w, on) => ({ do: "pay", amount: amount(w, on) })),
  ],
  [3, mostly(holder), money.map((amount): DeedOf => (w, on) => ({ do: "acknowledge", amount: amount(w, on) }))],
  [3, mostly(holder), until.map((day): DeedOf => (_, on) => ({ do: "permitPrepayment", until: day(on) }))],
  [2, mostly(holder), always({ do: "revokePrepayment" })],
  [6, mostly(holder), always({ do: "demand" })],
  [
    5,
    mostly(obligor),
    fc
      .tuple(to, until, perhapsSigned)
      .map(([party, day, signed]): DeedOf => (_, on) => ({ do: "consent", to: party, until: day(on), ...signed })),
  ],
  [7, mostly(obligor), always({ do: "revokeConsent" })],
  [
    5,
    mostly(holder),
    fc
      .tuple(fc.oneof(friend, to), perhapsSigned)
      .map(([party, signed]): DeedOf => () => ({ do: "transfer", to: party, ...signed })),
  ],
  [3, mostly(holder), fc.constant<DeedOf>(({ note }) => ({ do: "transfer", to: note.consent?.to ?? "stranger" }))],
  [
    4,
    mostly(holder),
    fc.tuple(friend, until, perhapsSigned, anySignature).map(([party, day, signed, signature]): DeedOf => (_, on) => ({
      do: "transfer",
      to: party,
      ...signed,
      consent: { ...signature, until: day(on) },
    })),
  ],
  [2, mostly(holder, 4), to.map((party): DeedOf => () => ({ do: "approve", to: party }))],
  [
    1,
    mostly(({ note }) => note.approved ?? note.holder),
    fc.constant<DeedOf>(({ note }) => ({ do: "transfer", to: note.consent?.to ?? "sister" })),
  ],
  [
    6,
    oneOf("subsidiary", "subsidiary", "sister", "borrower", "lender"),
    perhapsSigned.map((signed): DeedOf => () => ({ do: "accept", ...signed })),
  ],
  [4, oneOf("subsidiary", "sister", "borrower", "stranger"), always({ do: "withdrawAcceptance" })],
  [
    6,
    mostly(obligor),
    fc.tuple(friend, perhapsSigned).map(([party, signed]): DeedOf => () => ({ do: "assign", to: party, ...signed })),
  ],
  [
    2,
    mostly(obligor),
    fc
      .tuple(fc.oneof(fc.constant("subsidiary"), friend), anySignature, anySignature)
      .map(([party, signed, acceptance]): DeedOf => () => ({ do: "assign", to: party, signed, acceptance })),
  ],
  [2, mostly(() => "issuer"), fc.constant<DeedOf>(({ note }) => ({ do: "block", party: note.holder }))],
  [2, mostly(() => "issuer"), to.map((party): DeedOf => () => ({ do: "block", party }))],
  [3, mostly(() => "issuer", 4), to.map((party): DeedOf => () => ({ do: "unblock", party }))],
  [
    3,
    mostly(holder),
    fc.tuple(to, to).map(
      ([one, other]): DeedOf =>
        (world) =>
          withdrawal(world, one, other),
    ),
  ],
  [
    3,
    fc.oneof(
      oneOf("attestor"),
      mostly(() => "attestor", 5),
    ),
    always({ do: "declareLost" }),
  ],
  [4, mostly(obligor), to.map((party): DeedOf => () => ({ do: "consentToRecovery", to: party }))],
  [5, mostly(obligor), always({ do: "revokeRecoveryConsent" })],
  [2, mostly(holder), always({ do: "object" })],
  [5, oneOf("stranger", "borrower", "lender"), always({ do: "recover" })],
  [
    5,
    mostly(() => "borrower"),
    fc.constantFrom(1n, 1n, 1n, 2n).map((nonce): DeedOf => () => ({ do: "cancelSignature", nonce })),
  ],
  [
    8,
    witness,
    fc
      .record({ fact: fc.constantFrom(...kinds), name: fresh, day: occurred })
      .map(({ fact, name, day }): DeedOf => (world, on) => ({
        do: "report",
        fact,
        name: name(world),
        occurred: notBefore(day(world, on, fact)),
      })),
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
  [2, mostly(holder, 1), always({ do: "release" })],
  ...stockChoices,
  [
    3,
    mostly(() => "registrar"),
    fc.tuple(to, to).map(([controller, controlled]): DeedOf => () => ({ do: "control", controller, controlled })),
  ],
  [2, mostly(() => "registrar"), to.map(uncontrol)],
  [1, oneOf("stranger"), always({ do: "look" })],
];

/** Of what is held, if anything is: under the present note, or one that was replaced. */
function withdrawal({ replaced, note }: World, to: string, otherwise: string): PlainDeed {
  const notes = [...replaced, note];
  const place = notes.findLastIndex(({ held }) => held.size > 0);
  const holder = [...(notes[place]?.held.keys() ?? [])][0] ?? otherwise;
  const deed = { do: "withdraw" as const, holder, to };
  return place === -1 || place === replaced.length ? deed : { ...deed, note: place + 1 };
}

function notBefore(day: Day): Day {
  return Math.max(0, day);
}

/** One act, as things then stand. */
export const anyAct: fc.Arbitrary<(world: World) => PlainAct> = fc.oneof(
  ...choices.map(([weight, by, deed]) => ({
    weight,
    arbitrary: fc.tuple(when, by, deed, fc.nat(7)).map(([on, who, what, whim]) => (world: World) => {
      const day = on(world);
      const act: PlainAct = { ...what({ ...world, on: day }, day), on: day, by: who(world) };
      return whim === 0 ? act : insteadOfIdle(world, act);
    }),
  })),
);
