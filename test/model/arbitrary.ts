import fc from "fast-check";

import { calendarFor } from "../../src/calendar/calendars.ts";
import { DAY_COUNT_CONVENTIONS } from "../../src/math/dayCount.ts";
import { rational } from "../../src/math/rational.ts";
import type { Act, Deed } from "../../src/model/acts.ts";
import type { FactKind } from "../../src/model/state.ts";
import type { Terms } from "../../src/terms/terms.ts";
import { sample } from "./fixture.ts";

const parties = ["borrower", "lender", "attestor", "sister", "subsidiary", "stranger"];

/** Terms of every kind, dated from 1998 to 2009 and running for up to four years. */
export const anyTerms: fc.Arbitrary<Terms> = fc
  .record({
    dated: fc.integer({ min: 10_227, max: 14_244 }),
    length: fc.integer({ min: 1, max: 1_500 }),
    principal: fc.bigInt({ min: 1n, max: 10n ** 13n }),
    rate: fc.integer({ min: 0, max: 99_999_999 }),
    overdueRate: fc.option(fc.integer({ min: 0, max: 99_999_999 })),
    base: fc.constantFrom("principal" as const, "sumDue" as const),
    dayCount: fc.constantFrom(...DAY_COUNT_CONVENTIONS),
    zone: fc.constantFrom("America/New_York", "UTC"),
    prepaymentAllowed: fc.boolean(),
    extendDeadlines: fc.boolean(),
    affiliatesFree: fc.boolean(),
    days: fc.tuple(fc.nat(30), fc.nat(120), fc.nat(120)),
    opens: fc.integer({ min: 0, max: 400 }),
    closes: fc.option(fc.integer({ min: 1, max: 3_000 })),
    price: fc.tuple(fc.bigInt({ min: 1n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 1_000n })),
    room: fc.bigInt({ min: 0n, max: 10n ** 21n }),
  })
  .map((any) => {
    const calendar = calendarFor(any.zone);
    const maturity = any.dated + any.length;
    const after = any.dated + any.opens;
    const price = rational(...any.price);
    const most = (any.principal * 8n * price.denominator) / price.numerator + 2n;
    return sample({
      dated: any.dated,
      maturity,
      lastDayToPay: any.extendDeadlines ? calendar.roll(maturity) : maturity,
      principal: any.principal,
      rate: rational(BigInt(any.rate), 10n ** 8n),
      rateScaled: BigInt(any.rate),
      overdue:
        any.overdueRate === null
          ? null
          : { rate: rational(BigInt(any.overdueRate), 10n ** 8n), rateScaled: BigInt(any.overdueRate), base: any.base },
      dayCount: any.dayCount,
      calendar,
      prepaymentAllowed: any.prepaymentAllowed,
      extendDeadlines: any.extendDeadlines,
      affiliatesFree: any.affiliatesFree,
      graceDays: any.days[0],
      dismissalDays: any.days[1],
      judgmentDays: any.days[2],
      conversion: {
        after,
        until: any.closes === null ? null : after + any.closes,
        price,
        stock: { name: "Common Stock", symbol: "STOCK", authorized: most * 10n ** 18n + any.room },
      },
    });
  });

const party = fc.constantFrom(...parties);
const reported = fc.constantFrom<FactKind>(
  "voluntaryPetition",
  "consentedPetition",
  "adjudication",
  "assignmentForCreditors",
  "involuntaryPetition",
  "judgment",
);
const name = fc.constantFrom("one", "two", "three", "four", "nonPayment", "assignment");
const ratio = fc.tuple(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 12n }));
const part = fc.oneof(
  { weight: 1, arbitrary: fc.constant("all" as const) },
  { weight: 2, arbitrary: fc.bigInt({ min: 0n, max: 10n }) },
  { weight: 6, arbitrary: fc.bigInt({ min: 0n, max: 4n * 10n ** 5n }) },
);

/** What is done, but for what depends on the state: amounts are parts per million, days are counted from the act. */
const anyDeed: fc.Arbitrary<readonly [by: string, deed: Deed]> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(holder(), convert()) },
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom("borrower", "stranger"), pay()) },
  { weight: 2, arbitrary: fc.tuple(holder(), one("acknowledge", { amount: fc.bigInt({ min: 0n, max: 10n ** 5n }) })) },
  { weight: 1, arbitrary: fc.tuple(holder(), one("permitPrepayment", { until: fc.integer({ min: -1, max: 200 }) })) },
  { weight: 1, arbitrary: fc.tuple(holder(), one("revokePrepayment", {})) },
  { weight: 3, arbitrary: fc.tuple(holder(), one("demand", {})) },
  {
    weight: 2,
    arbitrary: fc.tuple(obligor(), one("consent", { to: party, until: fc.integer({ min: -1, max: 200 }) })),
  },
  { weight: 1, arbitrary: fc.tuple(obligor(), one("revokeConsent", {})) },
  { weight: 2, arbitrary: fc.tuple(holder(), one("transfer", { to: party })) },
  { weight: 1, arbitrary: fc.tuple(party, one("accept", {})) },
  { weight: 1, arbitrary: fc.tuple(party, one("withdrawAcceptance", {})) },
  { weight: 2, arbitrary: fc.tuple(obligor(), one("assign", { to: party })) },
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constantFrom("borrower", "attestor"),
      one("report", { fact: reported, occurred: fc.integer({ min: -90, max: 1 }), name }),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom("lender", "attestor"),
      one("cure", { name, occurred: fc.integer({ min: -90, max: 1 }) }),
    ),
  },
  { weight: 3, arbitrary: fc.tuple(holder(), one("waive", { name })) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constantFrom("borrower", "attestor"),
      one("charge", {
        kind: fc.constantFrom("lateFee" as const, "collectionCost" as const),
        amount: fc.bigInt({ min: 0n, max: 10n ** 9n }),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant("borrower"),
      ratio.map(([numerator, denominator]): Deed => ({ do: "split", numerator, denominator })),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(
      fc.constant("borrower"),
      ratio.map(([numerator, denominator]): Deed => ({ do: "distribute", numerator: numerator + 10n, denominator })),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant("borrower"),
      one("issue", { to: party, amount: fc.bigInt({ min: 0n, max: 10n ** 21n }) }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant("registrar"), one("control", { controller: party, controlled: party })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constant("registrar"), one("uncontrol", { controller: party, controlled: party })),
  },
);

/** Acts of a life, days not going back; amounts to convert and pay are parts per million of the given principal. */
export function anyActs({ dated, principal }: Terms, maxLength = 40): fc.Arbitrary<readonly Act[]> {
  const wait = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 15 }), fc.integer({ min: 0, max: 300 }));
  return fc.array(fc.tuple(wait, anyDeed), { maxLength, size: "max" }).map((steps) => {
    let on = dated;
    return steps.map(([days, [by, deed]]) => {
      on += days;
      return { ...placed(deed, on, principal), on, by };
    });
  });
}

function placed(deed: Deed, on: number, principal: bigint): Deed {
  const scale = (amount: bigint | "all") => (amount === "all" ? amount : (amount * principal) / 10n ** 6n);
  switch (deed.do) {
    case "convert":
      return { ...deed, principal: scale(deed.principal) };
    case "pay":
      return { ...deed, amount: scale(deed.amount) };
    case "acknowledge":
      return { ...deed, amount: (deed.amount * principal) / 10n ** 6n };
    case "permitPrepayment":
    case "consent":
      return { ...deed, until: on + deed.until };
    case "report":
    case "cure":
      return { ...deed, occurred: on + deed.occurred };
    default:
      return deed;
  }
}

function holder() {
  return fc.constantFrom("lender", "lender", "sister");
}

function obligor() {
  return fc.constantFrom("borrower", "borrower", "subsidiary");
}

function convert(): fc.Arbitrary<Deed> {
  const charges = fc.oneof(fc.constant(0n), fc.constant("all" as const), fc.bigInt({ min: 0n, max: 10n ** 7n }));
  return fc.record({ do: fc.constant("convert" as const), principal: part, charges });
}

function pay(): fc.Arbitrary<Deed> {
  return fc.record({ do: fc.constant("pay" as const), amount: part });
}

function one<Name extends Deed["do"], Fields extends object>(
  deed: Name,
  fields: { [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
): fc.Arbitrary<Deed> {
  return fc.record(fields).map((values) => ({ do: deed, ...values }) as unknown as Deed);
}
