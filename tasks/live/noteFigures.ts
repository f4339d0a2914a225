import { isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { formatMoney, formatPrice, formatRational, formatShares } from "../../src/math/decimal.ts";
import type { Rational } from "../../src/math/rational.ts";
import { momentOf } from "../../src/wording/days.ts";
import { percent } from "../../src/wording/numbers.ts";
import type { ConversionPreview, EvidencedFact, NoteOnChain } from "../../src/chain/noteOnChain.ts";
import type { ChainTerms } from "../../src/chain/termsFromChain.ts";
import { tellStatus } from "../../src/chain/tellStatus.ts";

/** A note as written: money and shares as decimal strings, days as ISO dates, nothing as null. */
export function noteEntry(note: NoteOnChain, network: { readonly chainId: bigint; readonly contract: string }) {
  const { currency, statement, parties, stock, conversion, recovery } = note;
  const money = (units: bigint) => formatMoney(units, currency.decimals);
  const price = (rate: Rational | null) => rate && formatPrice(rate, currency.decimals);
  return {
    id: Number(note.id),
    chainId: Number(network.chainId),
    contract: network.contract,
    block: note.block.number,
    time: momentOf(note.block.timestamp),
    on: isoOf(note.on),
    today: isoOf(note.today),
    zone: note.zone,
    status: note.status,
    since: isoOf(note.since),
    why: tellStatus(note),
    principal: money(statement.principal),
    interest: money(statement.interest),
    overdueInterest: money(statement.overdueInterest),
    charges: money(statement.charges),
    total: money(statement.total),
    perDiem: money(note.perDiem.floored),
    perDiemExact: price(note.perDiem.exact),
    dueOn: isoOf(note.dueOn),
    payableThrough: isoOf(note.payableThrough),
    payable: note.payable,
    convertible: note.convertible,
    pricePerShare: price(note.pricePerShare),
    window: note.window && { opensOn: isoOf(note.window.opensOn), closesOn: dateOrNull(note.window.closesOn) },
    conversion: conversion && conversionEntry(conversion, currency.decimals),
    parties,
    currency,
    stock: stock && {
      address: stock.address,
      convertsInto: stock.convertsInto,
      name: stock.name,
      symbol: stock.symbol,
      splitFactor: formatRational(stock.splitFactor),
      distributionFactor: formatRational(stock.distributionFactor),
      splitSinceMaking: formatRational(stock.splitSinceMaking),
      distributionSinceMaking: formatRational(stock.distributionSinceMaking),
      authorized: stock.authorized === null ? null : formatShares(stock.authorized),
      reserved: stock.reserved === null ? null : formatShares(stock.reserved),
      issued: stock.issued === null ? null : formatShares(stock.issued),
    },
    calendar: note.calendar,
    registry: note.registry,
    terms: termsEntry(note.terms, currency.decimals),
    consent: note.consent && { to: note.consent.to, until: isoOf(note.consent.until) },
    prepaymentUntil: dateOrNull(note.prepaymentUntil),
    calledOn: dateOrNull(note.calledOn),
    chargesAdmitted: money(note.charges.admitted),
    chargesByAttestor: money(note.charges.byAttestor),
    facts: note.facts.map(factEntry),
    recovery: recovery && {
      declared: recovery.declared && { holder: recovery.declared.holder, on: isoOf(recovery.declared.on) },
      consent: recovery.consent && { to: recovery.consent.to, on: isoOf(recovery.consent.on) },
      objectionThrough: dateOrNull(recovery.objectionThrough),
    },
    held: note.held.map((each) => ({ ...each, amount: each.amount === null ? null : money(each.amount) })),
    ending: note.ending && { how: note.ending.how, on: isoOf(note.ending.on) },
    replaces: note.replaces === null ? null : Number(note.replaces),
    replacedBy: note.replacedBy === null ? null : Number(note.replacedBy),
  };
}

/** A conversion as written; its price left over as `residue`, as in a quote. */
export function conversionEntry(preview: ConversionPreview, decimals: number) {
  const money = (units: bigint) => formatMoney(units, decimals);
  return {
    amount: money(preview.amount),
    shares: String(preview.shares),
    tokens: formatShares(preview.tokens),
    residue: money(preview.leftover),
    ends: preview.ends,
  };
}

function termsEntry(terms: ChainTerms, decimals: number) {
  const { overdue, conversion, predecessor } = terms;
  return {
    dated: isoOf(terms.dated),
    maturity: isoOf(terms.maturity),
    lastDayToPay: isoOf(terms.lastDayToPay),
    principal: formatMoney(terms.principal, decimals),
    rate: percent(terms.rate),
    dayCount: terms.dayCount,
    overdue: overdue && { rate: percent(overdue.rate), base: overdue.base },
    prepayment: terms.prepaymentAllowed ? "allowed" : "prohibited",
    extendDeadlines: terms.extendDeadlines,
    graceDays: terms.graceDays,
    dismissalDays: terms.dismissalDays,
    judgmentDays: terms.judgmentDays,
    conversion: conversion && {
      after: isoOf(conversion.after),
      until: dateOrNull(conversion.until),
      pricePerShare: formatPrice(conversion.price, decimals),
    },
    affiliatesFree: terms.affiliatesFree,
    replaces: predecessor && {
      dated: isoOf(predecessor.dated),
      principal: formatMoney(predecessor.principal, decimals),
    },
    document: terms.document,
    termSheet: terms.termSheet,
  };
}

function factEntry({ occurred, begins, cured, cures, ...fact }: EvidencedFact) {
  return {
    ...fact,
    occurred: isoOf(occurred),
    begins: isoOf(begins),
    cured: dateOrNull(cured),
    cures: cures.map((cure) => ({ ...cure, occurred: isoOf(cure.occurred) })),
  };
}

function dateOrNull(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}
