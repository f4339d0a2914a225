import { encodeBytes32String, hexlify, toUtf8Bytes, zeroPadBytes, ZeroAddress, ZeroHash } from "ethers";

import { DAY_COUNT_CONVENTIONS } from "../../src/math/dayCount.ts";
import type { Act, AmountOrAll } from "../../src/model/acts.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { Dollar__factory } from "../../typechain-types/factories/mocks/Dollar__factory.ts";
import { PromissoryNotes__factory } from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import type { LifeConversion, LifeTerms } from "./life.ts";
import type { Stage } from "./stage.ts";

const notes = PromissoryNotes__factory.createInterface();
const stock = CommonStock__factory.createInterface();
const dollar = Dollar__factory.createInterface();
const registry = ControlRegistry__factory.createInterface();

/** Identifier of the one note of a life. */
const ID = 1n;
const ALL = (1n << 256n) - 1n;
const KINDS = [
  "voluntaryPetition",
  "consentedPetition",
  "adjudication",
  "assignmentForCreditors",
  "involuntaryPetition",
  "judgment",
  "nonPayment",
  "assignment",
];

/** One call by one person. */
export interface Call {
  readonly by: string;
  readonly target: string;
  readonly data: string;
}

/** The calls that bring the stock to where it stands when the note is made. */
export function stockCalls(stage: Stage, { authorized, issued, split, distribution }: LifeConversion): readonly Call[] {
  const call = (data: string): Call => ({ by: "borrower", target: stage.stock, data });
  const calls = [
    call(stock.encodeFunctionData("setAuthorized", [authorized])),
    call(stock.encodeFunctionData("issue", [stage.addressOf("borrower"), issued])),
  ];
  if (split !== null) calls.push(call(stock.encodeFunctionData("split", [split.numerator, split.denominator])));
  if (distribution !== null) {
    const { numerator, denominator } = distribution;
    calls.push(call(stock.encodeFunctionData("recordDistribution", [numerator, denominator, ""])));
  }
  return calls;
}

/** The call that makes the note. */
export function makeCall(stage: Stage, terms: LifeTerms): Call {
  const { conversion, overdue } = terms;
  const struct = {
    borrower: stage.addressOf("borrower"),
    attestor: terms.hasAttestor ? stage.addressOf("attestor") : ZeroAddress,
    currency: stage.currency,
    calendar: stage.calendarOf(terms.zone),
    registry: terms.hasRegistry ? stage.registry : ZeroAddress,
    stock: conversion === null ? ZeroAddress : stage.stock,
    principal: terms.principal,
    rate: terms.rate,
    overdueRate: overdue?.rate ?? 0,
    overdueBase: overdue?.base === "sumDue" ? 1 : 0,
    dayCount: DAY_COUNT_CONVENTIONS.indexOf(terms.dayCount),
    prepaymentAllowed: terms.prepaymentAllowed,
    extendDeadlines: terms.extendDeadlines,
    affiliatesFree: terms.affiliatesFree,
    dated: terms.dated,
    maturity: terms.maturity,
    graceDays: terms.graceDays,
    dismissalDays: terms.dismissalDays,
    judgmentDays: terms.judgmentDays,
    convertibleAfter: conversion?.after ?? 0,
    convertibleUntil: conversion?.until ?? 0,
    priceNumerator: conversion?.price.numerator ?? 0n,
    priceDenominator: conversion?.price.denominator ?? 0n,
    document: ZeroHash,
    termSheet: ZeroHash,
    predecessorDated: 0,
    predecessorPrincipal: 0n,
  };
  return {
    by: "borrower",
    target: stage.notes,
    data: notes.encodeFunctionData("make", [struct, stage.addressOf("lender")]),
  };
}

/**
 * The call an act comes to.
 *
 * @param holder Whose token it is, as whoever transfers it must say.
 */
export function callOf(stage: Stage, act: Act, holder: string): Call {
  const { by } = act;
  const onNotes = (data: string): Call => ({ by, target: stage.notes, data });
  const onStock = (data: string): Call => ({ by, target: stage.stock, data });
  const onRegistry = (data: string): Call => ({ by, target: stage.registry, data });
  const { addressOf } = stage;
  switch (act.do) {
    case "convert": {
      const { principal, charges = 0n, leastShares = 0n } = act;
      return onNotes(
        notes.encodeFunctionData("convert", [ID, amountOf(principal), amountOf(charges), leastShares, ""]),
      );
    }
    case "pay":
      return onNotes(notes.encodeFunctionData("pay", [ID, amountOf(act.amount)]));
    case "acknowledge":
      return onNotes(notes.encodeFunctionData("acknowledge", [ID, act.amount, ""]));
    case "permitPrepayment":
      return onNotes(notes.encodeFunctionData("permitPrepayment", [ID, act.until]));
    case "revokePrepayment":
      return onNotes(notes.encodeFunctionData("revokePrepaymentPermission", [ID]));
    case "demand":
      return onNotes(notes.encodeFunctionData("demand", [ID, ""]));
    case "consent":
      return onNotes(notes.encodeFunctionData("consentToTransfer", [ID, addressOf(act.to), act.until]));
    case "revokeConsent":
      return onNotes(notes.encodeFunctionData("revokeConsent", [ID]));
    case "transfer":
      return onNotes(notes.encodeFunctionData("transferFrom", [addressOf(holder), addressOf(act.to), ID]));
    case "accept":
      return onNotes(notes.encodeFunctionData("acceptAssignment", [ID]));
    case "withdrawAcceptance":
      return onNotes(notes.encodeFunctionData("withdrawAcceptance", [ID]));
    case "assign":
      return onNotes(notes.encodeFunctionData("assign", [ID, addressOf(act.to)]));
    case "report": {
      const kind = KINDS.indexOf(act.fact);
      return onNotes(notes.encodeFunctionData("report", [ID, nameOf(act.name), kind, act.occurred, ""]));
    }
    case "cure":
      return onNotes(notes.encodeFunctionData("cure", [ID, nameOf(act.name), act.occurred, ""]));
    case "waive":
      return onNotes(notes.encodeFunctionData("waive", [ID, nameOf(act.name)]));
    case "charge":
      return onNotes(notes.encodeFunctionData("admitCharge", [ID, act.kind === "lateFee" ? 0 : 1, act.amount, ""]));
    case "release":
      return onNotes(notes.encodeFunctionData("release", [ID]));
    case "split":
      return onStock(stock.encodeFunctionData("split", [act.numerator, act.denominator]));
    case "distribute":
      return onStock(stock.encodeFunctionData("recordDistribution", [act.numerator, act.denominator, ""]));
    case "issue":
      return onStock(stock.encodeFunctionData("issue", [addressOf(act.to), act.amount]));
    case "authorize":
      return onStock(stock.encodeFunctionData("setAuthorized", [act.amount]));
    case "control":
      return onRegistry(
        registry.encodeFunctionData("recordControl", [addressOf(act.controller), addressOf(act.controlled), ""]),
      );
    case "uncontrol":
      return onRegistry(registry.encodeFunctionData("revokeControl", [addressOf(act.controlled), ""]));
    case "look":
      return { by, target: stage.currency, data: dollar.encodeFunctionData("decimals") };
  }
}

/** A fact's name as the contracts hold it; one of 32 bytes is passed on whole, to be refused. */
export function nameOf(name: string): string {
  const bytes = toUtf8Bytes(name);
  return bytes.length < 32 ? encodeBytes32String(name) : zeroPadBytes(hexlify(bytes), 32);
}

/** An amount as the contracts are told it. */
export function amountOf(amount: AmountOrAll): bigint {
  return amount === "all" ? ALL : amount;
}
