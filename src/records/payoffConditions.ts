import type { Block } from "../documents/document.ts";
import { isoOf } from "../math/civilDate.ts";
import { isOpen } from "../model/default.ts";
import { isCalled } from "../model/prepayment.ts";
import type { Fact } from "../model/state.ts";
import type { NoteFacts } from "./noteFacts.ts";
import type { PayoffDay, PayoffFigures } from "./payoffFigures.ts";
import { amountInLetter, FACTS, partyInLetter } from "./wording.ts";

/** Whether the contract lets a payment through on the days of a letter, and why, or why not. */
export function paymentLetThrough(facts: NoteFacts, { days, asOf, goodThrough }: PayoffFigures): Block[] {
  const texts = stretchesOf(days).map(({ from, to, isPayable }) => {
    const span = from === to ? `On ${isoOf(from)}` : `From ${isoOf(from)} through ${isoOf(to)}`;
    return isPayable
      ? `${span} payment is let through: ${whyLetThrough(facts, from)}.`
      : `${span} payment is not let through: ${whyRefused(facts)}.`;
  });
  if (facts.standing.isDeclaredLost) {
    texts.push(
      "The attestor has declared that the holder's key is lost: what is paid is kept by the contract for whoever then holds the note, and discharges the debt all the same.",
    );
  }
  if (days.some(({ isPayable }) => !isPayable)) {
    texts.push(
      `It would be let through before maturity if the holder permitted prepayment, or called the debt by a demand while a default stands. ` +
        `A payment made elsewhere counts, on any day from ${isoOf(asOf)} to ${isoOf(goodThrough)}, when the holder acknowledges it.`,
    );
  }
  return texts.map((text) => ({ kind: "paragraph", text }));
}

function whyLetThrough({ terms, standing }: NoteFacts, day: number): string {
  if (day >= terms.maturity) return `the note has matured (${isoOf(terms.maturity)})`;
  if (terms.prepaymentAllowed) return "the terms allow prepayment";
  if (standing.debt.principal === 0n) return "no principal is left";
  if (isCalled(standing, day)) return "a default stands, and the holder has called the debt";
  return `the holder permits prepayment through ${isoOf(standing.prepaymentUntil ?? day)}, unless it takes the permission back or transfers the note`;
}

function whyRefused({ terms, standing }: NoteFacts): string {
  const { prepaymentUntil } = standing;
  const permission =
    prepaymentUntil === null
      ? "the holder has not permitted it"
      : `the holder's permission ends with ${isoOf(prepaymentUntil)}`;
  return `prepayment is prohibited until maturity, ${isoOf(terms.maturity)}, and ${permission}`;
}

function stretchesOf(days: readonly PayoffDay[]): { from: number; to: number; isPayable: boolean }[] {
  const stretches: { from: number; to: number; isPayable: boolean }[] = [];
  for (const { day, isPayable } of days) {
    const last = stretches.at(-1);
    if (last?.isPayable === isPayable) last.to = day;
    else stretches.push({ from: day, to: day, isPayable });
  }
  return stretches;
}

/** How to pay, through the contract or elsewhere. */
export function waysToPay(facts: NoteFacts, { days, asOf }: PayoffFigures): Block[] {
  const { contract, currencyAddress, id, terms, standing } = facts;
  const [{ statement }] = days;
  const units = String(statement.total);
  return [
    {
      kind: "list",
      items: [
        `Through the contract, from any account but the holder's: call approve(${contract}, ${units}) on the currency, ` +
          `${terms.currency} at ${currencyAddress}, then pay(${String(id)}, ${units}) on ${contract}. The second number is the most that is taken: ` +
          `${amountInLetter(terms, statement.total)}, the amount of ${isoOf(asOf)}, in units of 10^-${terms.decimals}. For another day, take that day's amount. ` +
          `Never more than is owed is taken${standing.isDeclaredLost ? "" : ", and it goes straight to the holder"}.`,
        `In one transaction, if the currency takes permits (ERC-2612): payWithPermit(${String(id)}, ${units}, permit).`,
        `Elsewhere, as by wire, to the holder, ${partyInLetter(facts, standing.holder)}: it counts when the holder acknowledges it on the contract, ` +
          `with acknowledge(${String(id)}, ${units}, reference), and not before. This letter names no bank account: take the holder's directions from the holder, ` +
          `by a way known before, and agree on the acknowledgment first.`,
        `Tokens sent to ${contract} itself are no payment, and stay there.`,
      ],
    },
  ];
}

/** Defaults, permissions, consents and money kept, as they stand. */
export function onRecord(facts: NoteFacts, { days, asOf, goodThrough }: PayoffFigures): Block[] {
  const { standing, terms } = facts;
  const items = standing.facts.filter(isOpen).map((fact) => factInLetter(fact, asOf));
  if (standing.called !== null)
    items.push(`Demand by the holder of ${isoOf(standing.called.on)}, while a default stood.`);
  if (standing.prepaymentUntil !== null) {
    items.push(`Permission of the holder to prepay, through ${isoOf(standing.prepaymentUntil)}.`);
  }
  if (standing.consent !== null) {
    items.push(
      `Consent of the borrower to a transfer to ${partyInLetter(facts, standing.consent.to)}, through ${isoOf(standing.consent.until)}. ` +
        `If the note is transferred, its new holder is the one to be paid.`,
    );
  }
  for (const { owner, amount } of standing.held) {
    items.push(
      `${amountInLetter(terms, amount)} of earlier payments kept for ${partyInLetter(facts, owner)}, which may withdraw it. It has been counted as paid.`,
    );
  }
  if (standing.isDeclaredLost) items.push("Declaration of the attestor that the holder's key is lost.");
  const { conversion } = terms;
  const isConvertible =
    conversion !== null && goodThrough > conversion.after && (conversion.until === null || asOf <= conversion.until);
  if (isConvertible && (days.at(-1)?.statement.total ?? 0n) > 0n) {
    items.push(
      "The holder's right of conversion: until the payment is made, the holder may convert all or part of what is owed into stock.",
    );
  }
  if (items.length === 0) return [{ kind: "paragraph", text: "Nothing." }];
  return [{ kind: "list", items }];
}

function factInLetter({ kind, name, occurred, begins }: Fact, day: number): string {
  const what = `${FACTS[kind]} of ${isoOf(occurred)}${name === kind ? "" : ` ("${name}")`}`;
  return begins <= day
    ? `${what}: a default since ${isoOf(begins)}.`
    : `${what}: a default from ${isoOf(begins)}, unless cured or waived before.`;
}

/** What follows when everything is paid. */
export function effectOfPayment({ terms, standing }: NoteFacts): Block[] {
  const shares =
    terms.conversion === null ? "" : " The right of conversion ends, and the shares reserved for it are free.";
  return [
    {
      kind: "paragraph",
      text:
        `The contract ends the note as paid, in the same transaction, and burns its token; its record stays readable.${shares} ` +
        `Costs of collection and late fees not admitted on the contract by then are not in the figures above, and no longer the contract's business` +
        `${standing.held.length === 0 ? "" : "; money kept for a holder stays its owner's"}.`,
    },
  ];
}
