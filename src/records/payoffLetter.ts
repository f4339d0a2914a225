import type { Block, Document } from "../documents/document.ts";
import { isoOf } from "../math/civilDate.ts";
import type { DayCountConvention } from "../math/dayCount.ts";
import type { NoteFacts } from "./noteFacts.ts";
import { payoffFigures } from "./payoffFigures.ts";
import type { PayoffDates, PayoffDay, PayoffFigures } from "./payoffFigures.ts";
import { effectOfPayment, onRecord, paymentLetThrough, waysToPay } from "./payoffConditions.ts";
import { momentOf } from "../wording/days.ts";
import { percent } from "../wording/numbers.ts";
import { amountInLetter, exactInLetter, partyInLetter } from "./wording.ts";

/**
 * A payoff letter: what must be paid on a day to end the note, and how. It is drawn from the state of the chain at one block; nobody has
 * signed it.
 *
 * @throws RangeError if the note has ended; PayoffDateError if the days lie before the chain's, in the wrong order, or too far apart.
 * @example toMarkdown(payoffLetter(facts, { asOf: dayOf("2007-01-02") }))
 */
export function payoffLetter(facts: NoteFacts, dates: PayoffDates): Document {
  const figures = payoffFigures(facts, dates);
  const { chainId, contract, id, through, terms } = facts;
  return {
    title: `Payoff letter, note ${String(id)}, as of ${isoOf(figures.asOf)}`,
    subject: `What must be paid on ${isoOf(figures.asOf)} to end note ${String(id)}: ${terms.title}`,
    language: "en",
    date: isoOf(through.day),
    reference: `Note ${String(id)} of ${contract}, chain ${String(chainId)}, block ${through.blockNumber}`,
    attachments: [],
    blocks: [
      { kind: "heading", level: 1, text: `Payoff letter as of ${isoOf(figures.asOf)}` },
      ...noteBlocks(facts, figures),
      ...amountBlocks(facts, figures),
      ...perDiemBlocks(facts, figures),
      ...section("If it is paid a day late", [paragraph(paidLate(facts, figures))]),
      ...section("Whether payment is let through", paymentLetThrough(facts, figures)),
      ...section("How to pay", waysToPay(facts, figures)),
      ...section("Also on record", onRecord(facts, figures)),
      ...section("Effect of payment in full", effectOfPayment(facts)),
      ...section("What this letter is", [paragraph(whatItIs(facts))]),
    ],
  };
}

function noteBlocks(facts: NoteFacts, { asOf, goodThrough }: PayoffFigures): Block[] {
  const { terms, chainId, contract, id, through, standing, maker, termSheetHash, documentHash } = facts;
  const items = [
    { label: "Note", value: terms.title },
    { label: "On chain", value: `note ${String(id)} of contract ${contract}, chain ${String(chainId)}` },
    { label: "Borrower", value: partyInLetter(facts, standing.obligor) },
    ...(standing.obligor === maker ? [] : [{ label: "Maker, still bound", value: partyInLetter(facts, maker) }]),
    { label: "Holder", value: partyInLetter(facts, standing.holder) },
    { label: "Dated", value: isoOf(terms.dated) },
    { label: "Due", value: dueInLetter(facts) },
    { label: "Original principal", value: amountInLetter(terms, terms.principal) },
    { label: "Term sheet, Keccak-256", value: termSheetHash ?? "none" },
    { label: "Instrument, SHA-256", value: documentHash ?? "none" },
    { label: "As of", value: isoOf(asOf) },
    { label: "Good through", value: isoOf(goodThrough) },
    {
      label: "State of the chain",
      value: `block ${through.blockNumber}, ${momentOf(through.timestamp)}, ${isoOf(through.day)} in ${terms.calendar.zone}`,
    },
  ];
  return [{ kind: "fields", items }];
}

function amountBlocks({ terms }: NoteFacts, { days, goodThrough, asOf }: PayoffFigures): Block[] {
  const [first] = days;
  const { statement } = first;
  const row = (label: string, units: bigint): string[] => [label, amountInLetter(terms, units)];
  const blocks: Block[] = [
    {
      kind: "table",
      columns: [
        { title: "Owed", align: "left" },
        { title: isoOf(asOf), align: "right" },
      ],
      rows: [
        row("Charges", statement.charges),
        row("Overdue interest", statement.overdueInterest),
        row("Interest", statement.interest),
        row("Principal", statement.principal),
        row("Amount to pay", statement.total),
      ],
    },
  ];
  if (goodThrough > asOf) {
    blocks.push(paragraph("Paid on another day, the amount to pay is that day's:"), {
      kind: "table",
      columns: ["Paid on", "Interest", "Overdue interest", "Amount to pay"].map((title, place) => ({
        title,
        align: place === 0 ? ("left" as const) : ("right" as const),
      })),
      rows: days.map((day) => [
        isoOf(day.day),
        amountInLetter(terms, day.statement.interest),
        amountInLetter(terms, day.statement.overdueInterest),
        amountInLetter(terms, day.statement.total),
      ]),
    });
  }
  return section("Amount to pay", blocks);
}

function perDiemBlocks({ terms }: NoteFacts, { perDiem, days, dayLate, asOf }: PayoffFigures): Block[] {
  if (perDiem === null) {
    const why =
      asOf <= terms.lastDayToPay
        ? `interest has stopped at maturity, ${isoOf(terms.maturity)}, and no overdue interest runs through the last day to pay, ${isoOf(terms.lastDayToPay)}`
        : "interest has stopped at maturity, and under the terms none runs after it";
    return section("Per diem", [paragraph(`None: ${why}.`)]);
  }
  const { kind, base, rate, fraction, amount } = perDiem;
  const [first] = days;
  const next = days[1] ?? dayLate;
  const worked =
    `${kind === "interest" ? "Interest" : "Overdue interest"} on ${amountInLetter(terms, base)} at ${percent(rate)} a year, ` +
    `${terms.dayCount}: from ${isoOf(asOf)} to the next day ${String(fraction.numerator)}/${String(fraction.denominator)} of a ` +
    `year, that is ${exactInLetter(terms, amount)} a day.`;
  const rounding =
    `What is owed on a day is worked exactly from the beginning and rounded down once, to the smallest unit of the ` +
    `currency, so that what one day adds can differ from this by a unit.${daysDiffer(terms.dayCount)} ` +
    `Owed on ${isoOf(next.day)}: ${amountInLetter(terms, next.statement.total)}, ` +
    `${amountInLetter(terms, next.statement.total - first.statement.total)} more than on ${isoOf(first.day)}.`;
  return section("Per diem", [paragraph(worked), paragraph(rounding)]);
}

/** Under these conventions alone each day is the same part of a year. */
function daysDiffer(convention: DayCountConvention): string {
  const isUniform = convention === "ACT_365F" || convention === "ACT_360";
  return isUniform ? "" : " Under the convention named, days do not all count alike.";
}

function paidLate({ terms }: NoteFacts, { days, dayLate, goodThrough }: PayoffFigures): string {
  const last: PayoffDay = days.at(-1) ?? days[0];
  const more = dayLate.statement.total - last.statement.total;
  const owed = `On ${isoOf(dayLate.day)} ${amountInLetter(terms, dayLate.statement.total)} will be owed`;
  const compared =
    more === 0n
      ? `, as on ${isoOf(goodThrough)}.`
      : `, ${amountInLetter(terms, more)} more than on ${isoOf(goodThrough)}.`;
  const isFirstOverdue = goodThrough <= terms.lastDayToPay && dayLate.day > terms.lastDayToPay;
  const overdue =
    isFirstOverdue && terms.overdue !== null
      ? ` It is the first day after the last day to pay, and overdue interest then runs from maturity, ${isoOf(terms.maturity)}.`
      : "";
  return (
    `This letter is good through ${isoOf(goodThrough)} and no longer. ${owed}${compared}${overdue} ` +
    `A payment of less than is owed is a part payment: it does not end the note, and cures no default.`
  );
}

function whatItIs({ through, contract }: NoteFacts): string {
  return (
    `This letter was drawn by software from what the chain showed at block ${through.blockNumber} (${momentOf(through.timestamp)}), ` +
    `with nothing supposed but that time passes. Nobody has signed it, and by itself it binds nobody. A conversion, payment, charge ` +
    `or release after that block changes what is owed. What contract ${contract} says is owed when the payment is made decides: ask it, ` +
    `or have this letter drawn again, on the day of payment.`
  );
}

function dueInLetter({ terms: { maturity, lastDayToPay } }: NoteFacts): string {
  return lastDayToPay === maturity
    ? isoOf(maturity)
    : `${isoOf(maturity)}, payable through ${isoOf(lastDayToPay)}, the next business day`;
}

/** A section under a heading of its own. */
function section(title: string, blocks: readonly Block[]): Block[] {
  return [{ kind: "heading", level: 2, text: title }, ...blocks];
}

function paragraph(text: string): Block {
  return { kind: "paragraph", text };
}
