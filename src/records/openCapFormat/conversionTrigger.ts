import { isoOf } from "../../math/civilDate.ts";
import type { DayCountConvention } from "../../math/dayCount.ts";
import { formatPrice } from "../../math/decimal.ts";
import type { Terms } from "../../terms/terms.ts";
import type { NoteFacts } from "../noteFacts.ts";
import { percent } from "../../wording/numbers.ts";
import { stockClassId, writeNumber } from "./values.ts";

/** Open Cap Format has two day counts; the nearest stands for the others, and the comments say so. */
const DAY_COUNTS: Readonly<Record<DayCountConvention, readonly [word: string, isExact: boolean]>> = {
  ACT_365F: ["ACTUAL_365", true],
  ACT_360: ["ACTUAL_365", false],
  ACT_ACT_ISDA: ["ACTUAL_365", false],
  NL_365: ["ACTUAL_365", false],
  THIRTY_360_BB: ["30_360", true],
  THIRTY_E_360: ["30_360", false],
  THIRTY_E_360_ISDA: ["30_360", false],
};

/** The trigger of every conversion of a note: its identifier is unique within the issuance. */
export function triggerId({ id }: Pick<NoteFacts, "id">): string {
  return `CN-${String(id)}.TRIG.1`;
}

/**
 * The right of conversion as Open Cap Format has it: elective, from a day on. It has no place for a fixed price per share, which the
 * description gives.
 *
 * @param address Of the stock into which the note then converts.
 * @throws RangeError if the note has no right of conversion, for which Open Cap Format has no word.
 */
export function conversionTrigger(facts: NoteFacts, address: string): object {
  const { terms } = facts;
  const { conversion } = terms;
  if (conversion === null) {
    throw new RangeError(
      `note ${String(facts.id)} has no right of conversion, and Open Cap Format has no debt without one`,
    );
  }
  const price = `${terms.currency} ${formatPrice(conversion.price, terms.decimals)}`;
  const condition = `On any day after ${isoOf(conversion.after)} while anything is owed, at the holder's election`;
  const when =
    conversion.until === null
      ? { type: "ELECTIVE_ON_CONDITION", trigger_condition: `${condition}.` }
      : { type: "ELECTIVE_IN_RANGE", start_date: isoOf(conversion.after + 1), end_date: isoOf(conversion.until) };
  return {
    trigger_id: triggerId(facts),
    nickname: "Conversion at the holder's election",
    trigger_description:
      `All or part of the principal, with the interest that follows it and such admitted charges as the holder names, into whole shares at ` +
      `${price} a share as shares stood when the note was made, adjusted for splits and distributions since.`,
    ...when,
    conversion_right: {
      type: "CONVERTIBLE_CONVERSION_RIGHT",
      conversion_mechanism: {
        type: "CONVERTIBLE_NOTE_CONVERSION",
        interest_rates: interestRates(terms),
        day_count_convention: DAY_COUNTS[terms.dayCount][0],
        interest_payout: "DEFERRED",
        interest_accrual_period: "DAILY",
        compounding_type: "SIMPLE",
      },
      converts_to_future_round: false,
      converts_to_stock_class_id: stockClassId(facts, address),
    },
  };
}

/** The end date is inclusive, and interest does not count maturity. */
function interestRates({ rate, dated, maturity, overdue }: Terms): object[] {
  const rates = [
    {
      rate: writeNumber(rate).text,
      accrual_start_date: isoOf(dated),
      accrual_end_date: isoOf(maturity - 1),
    },
  ];
  const overdueRate = overdue && { rate: writeNumber(overdue.rate).text, accrual_start_date: isoOf(maturity) };
  return overdueRate === null ? rates : [...rates, overdueRate];
}

/** What the terms say that Open Cap Format has no field or no word for. */
export function termsWithoutWord({ terms }: Pick<NoteFacts, "terms">): string[] {
  const [word, isExact] = DAY_COUNTS[terms.dayCount];
  const { conversion, overdue } = terms;
  const comments = [
    `Interest: simple, ${percent(terms.rate)} a year, paid with the principal on ${isoOf(terms.maturity)}.`,
  ];
  if (!isExact)
    comments.push(`Day count: ${terms.dayCount}; day_count_convention has no word for it, and says ${word}.`);
  else comments.push(`Day count: ${terms.dayCount}.`);
  if (overdue !== null) {
    comments.push(
      `Overdue interest: ${percent(overdue.rate)} a year from maturity, on ${overdue.base === "principal" ? "the principal" : "principal and interest"}, ` +
        `only if the debt is not paid by ${isoOf(terms.lastDayToPay)}; interest_rates cannot say the condition.`,
    );
  }
  if (conversion !== null) {
    const price = formatPrice(conversion.price, terms.decimals);
    comments.push(
      `Conversion price: ${terms.currency} ${price} a share as shares stood when the note was made; the mechanism has no field for a fixed price.`,
    );
  }
  comments.push(
    `Prepayment: ${terms.prepaymentAllowed ? "allowed" : "prohibited before maturity unless the holder permits it"}.`,
  );
  return comments;
}
