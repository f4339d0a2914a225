import { formatMoney } from "../math/decimal.ts";
import { floor, multiply, rational } from "../math/rational.ts";
import type { Rational } from "../math/rational.ts";
import type { FactKind } from "../model/state.ts";
import type { Terms } from "../terms/terms.ts";
import { moneyInProse } from "../wording/money.ts";
import { grouped } from "../wording/numbers.ts";
import { nameOf } from "./noteFacts.ts";
import type { NoteFacts } from "./noteFacts.ts";

/** What each kind of fact is called. */
export const FACTS: Readonly<Record<FactKind, string>> = {
  voluntaryPetition: "Voluntary petition in bankruptcy",
  consentedPetition: "Petition in bankruptcy to which the borrower consented",
  adjudication: "Adjudication in bankruptcy",
  assignmentForCreditors: "Assignment for the benefit of creditors",
  involuntaryPetition: "Involuntary petition in bankruptcy",
  judgment: "Judgment",
  nonPayment: "Non-payment after notice and demand",
  assignment: "Assignment by the borrower to one who is no affiliate",
};

/**
 * An amount as a letter writes it: the currency, thousands apart, exact.
 *
 * @example amountInLetter({ currency: "USD", decimals: 6 }, 250682803191n) // "USD 250,682.803191"
 */
export function amountInLetter({ currency, decimals }: Pick<Terms, "currency" | "decimals">, units: bigint): string {
  return moneyInProse(units, { decimals, symbol: currency });
}

/** An exact amount in currency units with further digits than the currency has, an ellipsis where they go on. */
export function exactInLetter({ currency, decimals }: Pick<Terms, "currency" | "decimals">, amount: Rational): string {
  const places = decimals + 4;
  const scaled = multiply(amount, rational(10n ** 4n));
  const digits = grouped(formatMoney(floor(scaled), places));
  return `${currency} ${digits}${scaled.denominator === 1n ? "" : "…"}`;
}

/** A party by name and address, or by address alone. */
export function partyInLetter(facts: Pick<NoteFacts, "names">, address: string): string {
  const name = nameOf(facts, address);
  return name === address ? address : `${name} (${address})`;
}
