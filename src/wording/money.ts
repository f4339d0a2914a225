import { formatMoney } from "../math/decimal.ts";
import { grouped } from "./numbers.ts";

/** How a currency is counted and called. */
export interface CurrencyFigures {
  readonly decimals: number;
  /** Stands with the figure: "USD". */
  readonly symbol: string;
}

/**
 * Money as it may be typed back, and its currency.
 *
 * @param units Amount in the currency's smallest unit.
 * @example moneyOf(203323700000n, { decimals: 6, symbol: "USD" }) // "203323.70 USD"
 */
export function moneyOf(units: bigint, { decimals, symbol }: CurrencyFigures): string {
  return `${formatMoney(units, decimals)} ${symbol}`;
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
