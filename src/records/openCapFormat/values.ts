import { divide, floor, multiply, rational } from "../../math/rational.ts";
import type { Rational } from "../../math/rational.ts";
import type { NoteFacts } from "../noteFacts.ts";

/** The decimals an Open Cap Format number can have. */
const MOST_DECIMALS = 10;

/** ISO 4217 for a transaction in no currency: what stands for a token whose symbol is no currency's code. */
const NO_CURRENCY = "XXX";

/** An amount of money as Open Cap Format has it. */
export interface Monetary {
  readonly amount: string;
  readonly currency: string;
}

/** An exact number, cut to what Open Cap Format holds. */
export interface Written {
  readonly text: string;
  /** Whether digits were cut off. */
  readonly isCut: boolean;
}

/**
 * A number that is not negative, cut to ten decimals.
 *
 * @example writeNumber(rational(1n, 20n)) // { text: "0.05", isCut: false }
 */
export function writeNumber(number: Rational): Written {
  const scaled = multiply(number, rational(10n ** BigInt(MOST_DECIMALS)));
  const digits = String(floor(scaled)).padStart(MOST_DECIMALS + 1, "0");
  const whole = digits.slice(0, -MOST_DECIMALS);
  const fraction = digits.slice(-MOST_DECIMALS).replace(/0+$/, "");
  return { text: fraction === "" ? whole : `${whole}.${fraction}`, isCut: scaled.denominator !== 1n };
}

/** Currency units as a number of the currency. */
export function inCurrency(units: Rational, { terms }: Pick<NoteFacts, "terms">): Rational {
  return divide(units, rational(10n ** BigInt(terms.decimals)));
}

/** Writes money, with the code given, else the currency's symbol if it can be a code. */
export function moneyWriter(facts: NoteFacts, code: string | undefined): (units: bigint) => Monetary {
  const { currency } = facts.terms;
  const written = code ?? (/^[A-Z]{3}$/.test(currency) ? currency : NO_CURRENCY);
  return (units) => ({ amount: writeNumber(inCurrency(rational(units), facts)).text, currency: written });
}

/** What all identifiers of a note begin with: where it is, as CAIP-19 names an asset. */
export function prefixOf({ chainId, contract, id }: NoteFacts): string {
  return `eip155:${String(chainId)}/erc721:${contract}/${String(id)}`;
}

/** A stakeholder's identifier: its account, as CAIP-10 names it. */
export function stakeholderId({ chainId }: NoteFacts, address: string): string {
  return `eip155:${String(chainId)}:${address}`;
}

/** A stock class's identifier, as CAIP-19 names the token. */
export function stockClassId({ chainId }: NoteFacts, address: string): string {
  return `eip155:${String(chainId)}/erc20:${address}`;
}
