import { formatMoney, formatPrice } from "../math/decimal.ts";
import type { Rational } from "../math/rational.ts";
import { grouped } from "./numbers.ts";

/** How a currency is counted and called. */
export interface CurrencyFigures {
  readonly decimals: number;
  /** Stands with the figure: "USD". */
  readonly symbol: string;
}

/**
 * Money as a table or a sentence for people has it, its currency behind.
 *
 * @param units Amount in the currency's smallest unit.
 * @example moneyOf(203323700000n, { decimals: 6, symbol: "USD" }) // "203,323.70 USD"
 */
export function moneyOf(units: bigint, { decimals, symbol }: CurrencyFigures): string {
  return `${grouped(formatMoney(units, decimals))} ${symbol}`;
}

/**
 * A price as a table or a sentence for people has it, exact.
 *
 * @param price In the currency's smallest unit.
 * @example priceOf(rational(50000n), { decimals: 6, symbol: "USD" }) // "0.05 USD"
 */
export function priceOf(price: Rational, { decimals, symbol }: CurrencyFigures): string {
  return `${grouped(formatPrice(price, decimals))} ${symbol}`;
}

/**
 * Money as a document or a letter writes it.
 *
 * @param units Amount in the currency's smallest unit.
 * @example moneyInProse(203323700000n, { decimals: 6, symbol: "USD" }) // "USD 203,323.70"
 */
export function moneyInProse(units: bigint, { decimals, symbol }: CurrencyFigures): string {
  return `${symbol} ${grouped(formatMoney(units, decimals))}`;
}
