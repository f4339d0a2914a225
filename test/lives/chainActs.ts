import { encodeBytes32String, hexlify, toUtf8Bytes, zeroPadBytes, zeroPadValue, ZeroAddress, ZeroHash } from "ethers";

import { DAY_COUNT_CONVENTIONS } from "../../src/math/dayCount.ts";
import type { AmountOrAll, Signature } from "../../src/model/acts.ts";
import type { World } from "../../src/model/state.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { BlockingDollar__factory } from "../../typechain-types/factories/mocks/lives/BlockingDollar__factory.ts";
import { PromissoryNotes__factory } from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import type { LifeAct, LifeConversion, LifeNovation, LifeTerms } from "./life.ts";
import { replacementTerms } from "./modelLife.ts";
import type { Stage } from "./stage.ts";

const notes = PromissoryNotes__factory.createInterface();
const stock = CommonStock__factory.createInterface();
const dollar = BlockingDollar__factory.createInterface();
const registry = ControlRegistry__factory.createInterface();

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
export function stockCalls(stage: Stage, conversion: LifeConversion): readonly Call[] {
  const { authorized, issued, successors, split, distribution } = conversion;
  const [first, ...others] = stage.stocks;
  const callOn = (target: string, data: string): Call => ({ by: "borrower", target, data });
  const call = (data: string): Call => callOn(first!, data);
  const calls = [
    ...others.map((other) => callOn(other, stock.encodeFunctionData("setAuthorized", [successors]))),
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
  const struct = structOf(stage, terms, stage.stocks[0]!, "borrower", terms.hasAttestor ? "attestor" : null);
  return {
    by: "borrower",
    target: stage.notes,
    data: notes.encodeFunctionData("make", [struct, stage.addressOf("lender")]),
  };
}

function structOf(stage: Stage, terms: LifeTerms, inForce: string, maker: string, attestor: string | null) {
  const { conversion, overdue } = terms;
  return {
    borrower: stage.addressOf(maker),
    attestor: attestor === null ? ZeroAddress : stage.addressOf(attestor),
    currency: stage.currency,
    calendar: stage.calendarOf(terms.zone),
    registry: terms.hasRegistry ? stage.registry : ZeroAddress,
    stock: conversion === null ? ZeroAddress : inForce,
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
}

/**
 * The call an act comes to.
 *
 * @param terms The terms of the life's first note.
 * @param world What there is before the act.
 */
export function callOf(stage: Stage, terms: LifeTerms, act: LifeAct, world: World): Call {
  const { by } = act;
  const { holder } = world.note;
  const id = idOf(world);
  const onNotes = (data: string): Call => ({ by, target: stage.notes, data });
  const onStock = (data: string): Call => ({ by, target: stockInForce(stage, world), data });
  const onRegistry = (data: string): Call => ({ by, target: stage.registry, data });
  const { addressOf } = stage;
  switch (act.do) {
    case "convert": {
      const { principal, charges = 0n, leastShares = 0n } = act;
      return onNotes(
        notes.encodeFunctionData("convert", [id, amountOf(principal), amountOf(charges), leastShares, ""]),
      );
    }
    case "pay":
      return onNotes(notes.encodeFunctionData("pay", [id, amountOf(act.amount)]));
    case "acknowledge":
      return onNotes(notes.encodeFunctionData("acknowledge", [id, act.amount, ""]));
    case "permitPrepayment":
      return onNotes(notes.encodeFunctionData("permitPrepayment", [id, act.until]));
    case "revokePrepayment":
      return onNotes(notes.encodeFunctionData("revokePrepaymentPermission", [id]));
    case "demand":
      return onNotes(notes.encodeFunctionData("demand", [id, ""]));
    case "consent": {
      const to = addressOf(act.to);
      if (act.signed === undefined) return onNotes(notes.encodeFunctionData("consentToTransfer", [id, to, act.until]));
      return submitted(stage, by, "consentBySignature", [id, to, act.until, signatureOf(stage, by, act.signed)]);
    }
    case "revokeConsent":
      return onNotes(notes.encodeFunctionData("revokeConsent", [id]));
    case "transfer": {
      const { signed, consent } = act;
      const to = addressOf(act.to);
      if (signed === undefined && consent === undefined) {
        return onNotes(notes.encodeFunctionData("transferFrom", [addressOf(holder), to, id]));
      }
      const byBorrower = signatureOf(stage, world.note.obligor, consent);
      const values = [id, to, consent?.until ?? 0, byBorrower, signatureOf(stage, by, signed)];
      return submitted(stage, signed === undefined ? null : by, "transferBySignature", values, by);
    }
    case "approve":
      return onNotes(notes.encodeFunctionData("approve", [addressOf(act.to), id]));
    case "accept": {
      if (act.signed === undefined) return onNotes(notes.encodeFunctionData("acceptAssignment", [id]));
      return submitted(stage, by, "acceptBySignature", [id, addressOf(by), signatureOf(stage, by, act.signed)]);
    }
    case "withdrawAcceptance":
      return onNotes(notes.encodeFunctionData("withdrawAcceptance", [id]));
    case "assign": {
      const to = addressOf(act.to);
      if (act.signed === undefined) return onNotes(notes.encodeFunctionData("assign", [id, to]));
      const byAssignee = signatureOf(stage, act.to, act.acceptance);
      return submitted(stage, by, "assignBySignature", [id, to, signatureOf(stage, by, act.signed), byAssignee]);
    }
    case "report": {
      const kind = KINDS.indexOf(act.fact);
      return onNotes(notes.encodeFunctionData("report", [id, nameOf(act.name), kind, act.occurred, ""]));
    }
    case "cure":
      return onNotes(notes.encodeFunctionData("cure", [id, nameOf(act.name), act.occurred, ""]));
    case "waive":
      return onNotes(notes.encodeFunctionData("waive", [id, nameOf(act.name)]));
    case "charge":
      return onNotes(notes.encodeFunctionData("admitCharge", [id, act.kind === "lateFee" ? 0 : 1, act.amount, ""]));
    case "release":
      return onNotes(notes.encodeFunctionData("release", [id]));
    case "novate":
      return onNotes(notes.encodeFunctionData("novate", novationOf(stage, terms, act, world) as never));
    case "withdraw":
      return onNotes(notes.encodeFunctionData("withdraw", [act.note ?? id, addressOf(act.holder), addressOf(act.to)]));
    case "declareLost":
      return onNotes(notes.encodeFunctionData("declareLost", [id, ""]));
    case "consentToRecovery":
      return onNotes(notes.encodeFunctionData("consentToRecovery", [id, addressOf(act.to)]));
    case "revokeRecoveryConsent":
      return onNotes(notes.encodeFunctionData("revokeRecoveryConsent", [id]));
    case "object":
      return onNotes(notes.encodeFunctionData("object", [id]));
    case "recover":
      return onNotes(notes.encodeFunctionData("recover", [id]));
    case "cancelSignature":
      return onNotes(notes.encodeFunctionData("cancelSignature", [act.nonce]));
    case "block":
    case "unblock": {
      const data = dollar.encodeFunctionData("setBlocked", [addressOf(act.party), act.do === "block"]);
      return { by, target: stage.currency, data };
    }
    case "split":
      return onStock(stock.encodeFunctionData("split", [act.numerator, act.denominator]));
    case "distribute":
      return onStock(stock.encodeFunctionData("recordDistribution", [act.numerator, act.denominator, ""]));
    case "issue":
      return onStock(stock.encodeFunctionData("issue", [addressOf(act.to), act.amount]));
    case "authorize":
      return onStock(stock.encodeFunctionData("setAuthorized", [act.amount]));
    case "recapitalize": {
      const successor = stage.stocks[world.formerStocks.length + 1]!;
      return onStock(stock.encodeFunctionData("recapitalize", [successor, act.numerator, act.denominator]));
    }
    case "exchange":
      return { by, target: stage.stocks[act.generation]!, data: stock.encodeFunctionData("exchange", [ALL]) };
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

/** Number of the present note of a life: each replaces the one before it. */
export function idOf({ replaced }: World): bigint {
  return BigInt(replaced.length) + 1n;
}

/** Address of the stock in force: each replaces the one before it. */
function stockInForce(stage: Stage, { formerStocks }: World): string {
  return stage.stocks[formerStocks.length]!;
}

/** A call by somebody who has no part in the note, where others have signed. */
function submitted(stage: Stage, signer: string | null, act: SignedAct, values: readonly unknown[], caller = ""): Call {
  const somebody = signer === "registrar" ? "stranger" : "registrar";
  const data = notes.encodeFunctionData(act as "consentBySignature", values as never);
  return { by: signer === null ? caller : somebody, target: stage.notes, data };
}

type SignedAct = "consentBySignature" | "transferBySignature" | "acceptBySignature" | "assignBySignature";

/** A party's signature, which for people of the lives is their address; nothing where there is none. */
function signatureOf(stage: Stage, party: string, signature: Signature | undefined) {
  if (signature === undefined) return { nonce: UNUSED, deadline: ALL, signature: "0x" };
  const { nonce, flaw } = signature;
  const signer = flaw === "forged" ? stage.player : stage.addressOf(party);
  return { nonce, deadline: flaw === "expired" ? 0n : ALL, signature: zeroPadValue(signer, 32) };
}

/** A nonce nobody uses. */
const UNUSED = 1n << 200n;

function novationOf(stage: Stage, terms: LifeTerms, act: LifeNovation, world: World) {
  const { replacement } = act;
  const { note, stock } = world;
  const { maker, attestor } = replacement;
  const inForce = stockInForce(stage, world);
  const struct = structOf(stage, replacementTerms(terms, replacement), inForce, maker, attestor);
  const { splitFactor, distributionFactor } = stock !== null && replacement.conversion !== null ? stock : UNSPLIT;
  const factors = [
    splitFactor.numerator,
    splitFactor.denominator + (act.isStockStale === true ? 1n : 0n),
    distributionFactor.numerator,
    distributionFactor.denominator,
  ];
  const consents = [
    signatureOf(stage, note.holder, act.holder),
    signatureOf(stage, note.obligor, act.obligor),
    signatureOf(stage, maker, act.maker),
  ];
  return [idOf(world), struct, factors, consents];
}

const ONE = { numerator: 1n, denominator: 1n };
const UNSPLIT = { splitFactor: ONE, distributionFactor: ONE };

/** A fact's name as the contracts hold it; one of 32 bytes is passed on whole, to be refused. */
export function nameOf(name: string): string {
  const bytes = toUtf8Bytes(name);
  return bytes.length < 32 ? encodeBytes32String(name) : zeroPadBytes(hexlify(bytes), 32);
}

/** An amount as the contracts are told it. */
export function amountOf(amount: AmountOrAll): bigint {
  return amount === "all" ? ALL : amount;
}
