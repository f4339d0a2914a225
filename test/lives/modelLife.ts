import { calendarFor } from "../../src/calendar/calendars.ts";
import { rational } from "../../src/math/rational.ts";
import { make } from "../../src/model/life.ts";
import type { Made } from "../../src/model/life.ts";
import type { Act } from "../../src/model/acts.ts";
import type { StockState } from "../../src/model/state.ts";
import { foundStock, mint } from "../../src/model/stock.ts";
import type { Terms } from "../../src/terms/terms.ts";
import type { Fraction, LifeAct, LifeConversion, LifeReplacement, LifeTerms } from "./life.ts";

const UNITS_PER_TOKEN = 10n ** 9n;

/** Makes a note of the model. */
export function makeInModel(terms: LifeTerms): Made {
  const parties = { borrower: "borrower", lender: "lender", attestor: terms.hasAttestor ? "attestor" : null };
  const stock = terms.conversion === null ? {} : { stock: stockOf(terms.conversion) };
  const registrar = terms.hasRegistry ? "registrar" : null;
  return make(modelTermsOf(terms), parties, terms.madeOn, { registrar, currencyIssuer: "issuer", ...stock });
}

/** An act as the model is told it: of a life of notes on such terms at first. */
export function modelActOf(terms: LifeTerms, act: LifeAct): Act {
  if (act.do === "recapitalize") return { ...act, authorized: terms.conversion?.successors ?? 0n };
  if (act.do !== "novate") return act;
  const { maker, attestor } = act.replacement;
  return { ...act, replacement: { maker, attestor, terms: modelTermsOf(replacementTerms(terms, act.replacement)) } };
}

/** The terms of a replacement: calendar, register and currency stay, and so does the stock. */
export function replacementTerms(first: LifeTerms, replacement: LifeReplacement): LifeTerms {
  const { conversion } = replacement;
  const noHistory = { authorized: 0n, issued: 0n, successors: 0n, split: null, distribution: null };
  return {
    ...first,
    ...replacement,
    hasAttestor: replacement.attestor !== null,
    conversion: conversion === null ? null : { ...conversion, ...noHistory },
  };
}

function modelTermsOf(terms: LifeTerms): Terms {
  const { zone, overdue, conversion, maturity, extendDeadlines } = terms;
  const calendar = calendarFor(zone);
  return {
    ...terms,
    title: "a note",
    borrower: { name: "borrower" },
    lender: { name: "lender" },
    currency: "USD",
    predecessor: null,
    lastDayToPay: extendDeadlines ? calendar.roll(maturity) : maturity,
    calendar,
    rate: rateOf(terms.rate),
    rateScaled: BigInt(terms.rate),
    overdue:
      overdue === null ? null : { base: overdue.base, rate: rateOf(overdue.rate), rateScaled: BigInt(overdue.rate) },
    conversion:
      conversion === null
        ? null
        : {
            after: conversion.after,
            until: conversion.until,
            price: reduced(conversion.price),
            stock: { name: "Stock", symbol: "STOCK", authorized: conversion.authorized },
          },
  };
}

function stockOf({ authorized, issued, split, distribution }: LifeConversion): StockState {
  return {
    ...mint(foundStock("borrower", authorized), "borrower", issued * UNITS_PER_TOKEN),
    splitFactor: reduced(split),
    distributionFactor: reduced(distribution),
  };
}

function rateOf(scaled: number) {
  return rational(BigInt(scaled), 10n ** 8n);
}

function reduced(fraction: Fraction | null) {
  return fraction === null ? rational(1n) : rational(fraction.numerator, fraction.denominator);
}
