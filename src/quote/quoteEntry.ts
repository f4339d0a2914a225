import { isoOf } from "../math/civilDate.ts";
import { formatMoney, formatPrice } from "../math/decimal.ts";
import type { Terms } from "../terms/terms.ts";
import type { Quote } from "./quote.ts";

/** A quote as written: money and shares as decimal strings, days as ISO dates. */
export interface QuoteEntry {
  readonly file: string;
  readonly on: string;
  readonly status: string;
  readonly principal: string;
  readonly interest: string;
  readonly overdueInterest: string;
  readonly charges: string;
  readonly total: string;
  readonly dueOn: string;
  readonly payableThrough: string;
  readonly payable: boolean;
  readonly convertible: boolean;
  readonly pricePerShare: string | null;
  readonly shares: string | null;
  readonly residue: string | null;
}

/** Writes a quote of the terms that `file` holds. */
export function quoteEntry(file: string, { decimals }: Terms, quote: Quote): QuoteEntry {
  const { conversion } = quote;
  return {
    file,
    on: isoOf(quote.on),
    status: quote.status,
    principal: formatMoney(quote.principal, decimals),
    interest: formatMoney(quote.interest, decimals),
    overdueInterest: formatMoney(quote.overdueInterest, decimals),
    charges: formatMoney(quote.charges, decimals),
    total: formatMoney(quote.total, decimals),
    dueOn: isoOf(quote.dueOn),
    payableThrough: isoOf(quote.payableThrough),
    payable: quote.payable,
    convertible: quote.convertible,
    pricePerShare: conversion && formatPrice(conversion.price, decimals),
    shares: conversion && String(conversion.shares),
    residue: conversion && formatMoney(conversion.residue, decimals),
  };
}
