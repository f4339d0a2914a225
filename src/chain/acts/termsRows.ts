import { ZeroAddress, ZeroHash } from "ethers";

import type { TermsStruct } from "../../../typechain-types/PromissoryNotes.ts";
import type { Figures } from "../../errors/explain.ts";
import { DAY_COUNT_CONVENTIONS } from "../../math/dayCount.ts";
import { isoOf } from "../../math/civilDate.ts";
import { rational } from "../../math/rational.ts";
import { unscaleRate } from "../../terms/rate.ts";
import { moneyOf, priceOf } from "../../wording/money.ts";
import { percent } from "../../wording/numbers.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import type { UnpackedTerms } from "../termsCodec.ts";
import type { ActChain, Row } from "./act.ts";

/**
 * Terms that somebody else has drawn up, all of them, as the contract would take them: their hash of a term sheet is whatever its maker has put
 * there. Contracts that a note relies on are said to be those recorded for the chain, or not to be.
 */
export async function rowsOfStruct(chain: ActChain, terms: UnpackedTerms, figures: Figures): Promise<Row[]> {
  const { NewYorkCalendar, UTCCalendar, ControlRegistry } = chain.record.contracts;
  const calendars = [
    [NewYorkCalendar, "America/New_York"],
    [UTCCalendar, "UTC"],
  ] as const;
  const [, zone] = calendars.find(([address]) => sameAddress(address, terms.calendar)) ?? [];
  const calendar = zone ?? "NOT one of those recorded for this chain";
  const isRecorded = sameAddress(terms.registry, ControlRegistry);
  const register = `${terms.registry}, ${isRecorded ? "the recorded one" : "NOT the one recorded for this chain"}`;
  const days = [terms.graceDays, terms.dismissalDays, terms.judgmentDays];
  const base = terms.overdueBase === 1n ? "principal and interest" : "principal";
  const overdue = `${percent(unscaleRate(terms.overdueRate))} on ${base}`;
  const { predecessorDated, predecessorPrincipal } = terms;
  return [
    { label: "Borrower", after: terms.borrower },
    { label: "Attestor", after: terms.attestor === ZeroAddress ? "none" : terms.attestor },
    { label: "Principal", after: moneyOf(terms.principal, figures) },
    { label: "Currency", after: `${figures.symbol} at ${terms.currency}` },
    {
      label: "Interest",
      after: `${percent(unscaleRate(terms.rate))}, ${DAY_COUNT_CONVENTIONS[Number(terms.dayCount)] ?? "by no day count known here"}`,
    },
    { label: "Overdue interest", after: terms.overdueRate === 0n ? "none" : overdue },
    { label: "Dated, due", after: `${isoOf(Number(terms.dated))}, ${isoOf(Number(terms.maturity))}` },
    { label: "Deadlines extended", after: terms.extendDeadlines ? "yes" : "no" },
    { label: "Prepayment", after: terms.prepaymentAllowed ? "allowed" : "prohibited" },
    { label: "Days of grace, dismissal, judgment", after: days.join(", ") },
    { label: "Affiliates free to receive it", after: terms.affiliatesFree ? "yes" : "no" },
    ...(terms.stock === ZeroAddress ? [] : await rowsOfConversion(chain, terms, figures)),
    { label: "Register of control", after: terms.registry === ZeroAddress ? "none" : register },
    { label: "Calendar", after: `${terms.calendar}, ${calendar}` },
    ...(predecessorDated === 0n && predecessorPrincipal === 0n
      ? []
      : [
          {
            label: "Replaces",
            after: `a note of ${isoOf(Number(predecessorDated))} over ${moneyOf(predecessorPrincipal, figures)}`,
          },
        ]),
    { label: "Document", after: terms.document === ZeroHash ? "none" : terms.document },
    { label: "Term sheet", after: terms.termSheet },
  ];
}

/** Terms as a call or a message has them, its numbers however they are written, as the contract's own are read. */
export function unpackedOf(terms: TermsStruct | Readonly<Record<string, unknown>>): UnpackedTerms {
  const members = Object.entries(terms as Record<string, bigint | boolean | number | string>).map(([name, value]) => [
    name,
    typeof value === "number" || (typeof value === "string" && !value.startsWith("0x")) ? BigInt(value) : value,
  ]);
  return Object.fromEntries(members) as UnpackedTerms;
}

async function rowsOfConversion({ stocks }: ActChain, terms: UnpackedTerms, figures: Figures): Promise<Row[]> {
  const price = rational(terms.priceNumerator, terms.priceDenominator);
  const until = terms.convertibleUntil === 0n ? "without end" : `through ${isoOf(Number(terms.convertibleUntil))}`;
  const vouched = (await stocks.isStock(terms.stock))
    ? "made by the recorded factory"
    : "NOT made by the recorded factory";
  return [
    { label: "Convertible", after: `after ${isoOf(Number(terms.convertibleAfter))}, ${until}` },
    { label: "Price per share", after: priceOf(price, figures) },
    { label: "Stock", after: `${terms.stock}, ${vouched}` },
  ];
}
