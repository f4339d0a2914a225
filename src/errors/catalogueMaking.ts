import type { Entries, Subject } from "./entry.ts";
import type { Speech } from "./figures.ts";

interface Factors {
  readonly splitNumerator: bigint;
  readonly splitDenominator: bigint;
  readonly distributionNumerator: bigint;
  readonly distributionDenominator: bigint;
}

function factors(of: Factors, say: Speech): string {
  const split = say.ratio(of.splitNumerator, of.splitDenominator);
  return `splits ${split} and distributions ${say.ratio(of.distributionNumerator, of.distributionDenominator)}`;
}

const entries = {
  PartiesNotDistinct: {
    sentence: ({ borrower, lender, attestor }, say) =>
      `Borrower, lender and attestor must be three different accounts; they are ${say.address(borrower)}, ${say.address(lender)} and ${say.addressOr(attestor, "none")}.`,
    remedy: "Name a different account for each, or no attestor.",
  },
  NotAContract: {
    sentence: ({ account }, say) =>
      `The terms name a contract at ${say.address(account)} (as currency, calendar, registry or stock), but there is none.`,
    remedy: "Check the addresses in the terms and the chain; use those of the deployment record.",
  },
  PrincipalZero: {
    sentence: () => "The principal is zero.",
    remedy: "Give the terms a principal greater than zero.",
  },
  RateTooHigh: {
    sentence: ({ rate, below }, say) => `A rate of ${say.rate(rate)} a year is not below ${say.rate(below)}.`,
    remedy: "Lower the interest rate or the overdue rate, and check its scale: on chain 7.75% is 7750000.",
  },
  MaturityNotAfterDated: {
    sentence: ({ maturity, dated }, say) =>
      `Maturity, ${say.day(maturity)}, is not after the day the note is dated, ${say.day(dated)}.`,
    remedy: "Choose a later maturity or an earlier date for the note.",
  },
  DatedInFuture: {
    sentence: ({ dated, today }, say) =>
      `The note is dated ${say.day(dated)}, which is after today, ${say.day(today)}.`,
    remedy: "Make the note on that day or later, or date it today or earlier.",
  },
  PriceZero: {
    sentence: ({ numerator, denominator }) =>
      `The price per share, ${numerator}/${denominator}, is not a price: both numbers must be greater than zero.`,
    remedy: "Give the conversion a price greater than zero, or give the note no right of conversion.",
  },
  WindowEmpty: {
    sentence: ({ convertibleAfter, convertibleUntil }, say) =>
      `The note would be convertible only after ${say.day(convertibleAfter)} and not after ${say.day(convertibleUntil)}, which leaves no day.`,
    remedy: "Choose a later last day of conversion, or none.",
  },
  StockNotOfBorrower: {
    sentence: ({ issuer, borrower }, say) =>
      `The stock is issued by ${say.address(issuer)}, not by the borrower, ${say.address(borrower)}.`,
    remedy: "Name a stock whose issuer is the borrower, or the issuer as borrower.",
  },
  OfferUnknown: {
    sentence: ({ offer }, say) =>
      `The borrower has made no offer of these terms to this lender that still stands (offer ${say.hash(offer)}).`,
    remedy:
      "Compare every term and the lender's account with the offer; if it was withdrawn or taken already, ask the borrower to offer again.",
  },
  OfferExpired: {
    sentence: ({ until, today }, say) => `The offer stood until ${say.day(until)}; today is ${say.day(today)}.`,
    remedy: "Ask the borrower to offer the terms again with a later last day.",
  },
  StockFactorsDiffer: {
    sentence: ({ found, seen }, say) =>
      `The stock has changed since the lender looked: it now stands at ${factors(found, say)}; seen were ${factors(seen, say)}.`,
    remedy: "Look at the price and the stock as they now are, and if they are still wanted give the present factors.",
  },
  ReceivedDiffers: {
    clause: "Making; Payment",
    sentence: ({ received, expected }, say) =>
      `The currency delivered ${say.money(received)} where ${say.money(expected)} was sent.`,
    remedy:
      "Pay outside the contract and have the holder acknowledge it: a currency that keeps a fee or changes balances cannot be used.",
  },
  TermsMisplaced: {
    sentence: ({ pointer, expected }, say) =>
      `The terms were written at ${say.address(pointer)} and not where they belong, ${say.address(expected)}.`,
    remedy: "Nothing: this chain counts a contract's creations differently; report it, for notes cannot be kept there.",
  },
} satisfies Entries;

/** Making a note, and replacing one. */
export const making: Subject = {
  title: "Making and novation",
  contract: "PromissoryNotes",
  clause: "Making; Novation",
  entries,
};
