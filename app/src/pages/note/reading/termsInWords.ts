import type { ChainTerms, DayCountConvention, NoteOnChain } from "allonge";

import { dateOf, fullDateOf } from "../../../../../src/wording/days.ts";
import { moneyOf, priceOf } from "../../../../../src/wording/money.ts";
import { percent } from "../../../../../src/wording/numbers.ts";
import { placeOf } from "../../../kit/moments.ts";

/** A clause: what it is called, its figure, and what it says. */
export interface TermInWords {
  readonly name: string;
  readonly figure: string;
  readonly words: string;
}

/** What of a note its terms are told by. */
export type TermsSource = Pick<NoteOnChain, "terms" | "currency" | "zone" | "replaces" | "registry">;

const DAY_COUNTS: Readonly<Record<DayCountConvention, string>> = {
  ACT_365F: "each day that has passed is 1/365 of a year, in leap years too",
  ACT_360: "each day that has passed is 1/360 of a year",
  ACT_ACT_ISDA: "each day that has passed is 1/366 of a year in leap years and 1/365 in others",
  THIRTY_360_BB: "months count 30 days and years 360 (bond basis)",
  THIRTY_E_360: "months count 30 days and years 360 (Eurobond basis)",
  THIRTY_E_360_ISDA: "months count 30 days and years 360, February too (ISDA)",
  NL_365: "each day that has passed but February 29 is 1/365 of a year",
};

/** The terms of a note, clause by clause. */
export function termsInWords(note: TermsSource): TermInWords[] {
  return [...money(note), ...time(note), ...conversion(note), ...defaults(note), ...change(note)];
}

function money({ terms, currency }: TermsSource): TermInWords[] {
  const { principal, rate, dayCount, overdue, prepaymentAllowed } = terms;
  return [
    {
      name: "Principal",
      figure: moneyOf(principal, currency),
      words: "What was lent. It is paid back with the interest in one sum.",
    },
    {
      name: "Interest",
      figure: `${percent(rate)} a year`,
      words: "Simple interest from the date of the note to maturity. Interest bears no interest.",
    },
    { name: "Day count", figure: dayCount, words: `How days become years: ${DAY_COUNTS[dayCount]}.` },
    {
      name: "Overdue interest",
      figure: overdue === null ? "none" : `${percent(overdue.rate)} a year`,
      words:
        overdue === null
          ? "However late it is paid, nothing is added after maturity."
          : `If the last day to pay passes, it runs from maturity on ${overdue.base === "principal" ? "the principal" : "the principal and its interest"}.`,
    },
    {
      name: "Prepayment",
      figure: prepaymentAllowed ? "allowed" : "prohibited",
      words: prepaymentAllowed
        ? "All or part may be paid before maturity."
        : "Before maturity no payment is taken, unless the lender permits it or calls the debt in a default.",
    },
  ];
}

function time({ terms, zone }: TermsSource): TermInWords[] {
  const { dated, maturity, lastDayToPay, extendDeadlines } = terms;
  const place = zone === null ? "of a calendar not known here" : placeOf(zone);
  return [
    { name: "Dated", figure: dateOf(dated), words: "Interest is counted from this day." },
    { name: "Maturity", figure: dateOf(maturity), words: `The note falls due on ${fullDateOf(maturity)}.` },
    {
      name: "Last day to pay",
      figure: dateOf(lastDayToPay),
      words: lastDayWords(terms),
    },
    {
      name: "Calendar",
      figure: zone ?? "unknown",
      words: `Days begin and end at midnight ${place}. ${
        extendDeadlines
          ? "A period that ends on a day that is no business day ends on the next one that is."
          : "No period is made longer because it ends on a day that is no business day."
      }`,
    },
  ];
}

function lastDayWords({ maturity, lastDayToPay }: ChainTerms): string {
  return lastDayToPay === maturity
    ? "Whoever pays later pays late."
    : "Maturity is no business day. Whoever pays by this day pays what was owed at maturity, and is not late.";
}

function conversion({ terms, currency }: TermsSource): TermInWords[] {
  const right = terms.conversion;
  if (right === null) {
    return [{ name: "Conversion", figure: "none", words: "The note gives no right to shares." }];
  }
  return [
    {
      name: "Conversion",
      figure: `after ${dateOf(right.after)}${right.until === null ? "" : `, until ${dateOf(right.until)}`}`,
      words:
        "In these days the lender, and nobody else, may take shares for all or part of the principal and the interest on it.",
    },
    {
      name: "Conversion price",
      figure: `${priceOf(right.price, currency)} a share`,
      words: "For a share as shares stood when the note was made. Splits and distributions adjust it by themselves.",
    },
  ];
}

function defaults({ terms }: TermsSource): TermInWords[] {
  const { graceDays, dismissalDays, judgmentDays } = terms;
  return [
    {
      name: "Grace",
      figure: days(graceDays),
      words: "After the last day to pay and a notice of the lender, this long remains to pay before it is a default.",
    },
    {
      name: "Petition of others",
      figure: days(dismissalDays),
      words: "A petition in bankruptcy filed by others is a default unless dismissed or stayed within this time.",
    },
    {
      name: "Judgment",
      figure: days(judgmentDays),
      words: "A judgment is a default unless paid, satisfied, discharged, stayed or bonded within this time.",
    },
  ];
}

function change({ terms, currency, registry, replaces }: TermsSource): TermInWords[] {
  const { affiliatesFree, predecessor } = terms;
  const found: TermInWords[] = [
    {
      name: "Transfer",
      figure: affiliatesFree ? "affiliates freely" : "with consent",
      words: affiliatesFree
        ? `The lender may transfer to its affiliates freely${registry === null ? ", though no register of affiliates is named" : ""}, to anyone else with the borrower's consent.`
        : "The lender may transfer only with the borrower's consent.",
    },
  ];
  if (predecessor !== null) {
    found.push({
      name: "Replaces",
      figure: moneyOf(predecessor.principal, currency),
      words: `It takes the place of an earlier note on paper, dated ${dateOf(predecessor.dated)}, with this principal.`,
    });
  }
  if (replaces !== null) {
    found.push({ name: "Replaces", figure: `note ${String(replaces)}`, words: "It cancelled and replaced that note." });
  }
  return found;
}

function days(count: number): string {
  return count === 1 ? "1 day" : `${String(count)} days`;
}
