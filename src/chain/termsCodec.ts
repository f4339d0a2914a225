import { dataSlice, getAddress, toBigInt } from "ethers";

/** The terms of a note and what was fixed beside them, as the contract packs them into the log and keeps them. */
export interface MadeTerms {
  /** The members of `Terms`, by name; money in currency units, days from 1970-01-01, rates scaled by 1e8. */
  readonly terms: UnpackedTerms;
  /** The members of `MakingFacts`, by name. */
  readonly making: UnpackedMakingFacts;
}

/** `Terms` of the contracts. */
export interface UnpackedTerms {
  readonly borrower: string;
  readonly attestor: string;
  readonly currency: string;
  readonly calendar: string;
  readonly registry: string;
  readonly stock: string;
  readonly principal: bigint;
  readonly rate: bigint;
  readonly overdueRate: bigint;
  readonly overdueBase: bigint;
  readonly dayCount: bigint;
  readonly prepaymentAllowed: boolean;
  readonly extendDeadlines: boolean;
  readonly affiliatesFree: boolean;
  readonly dated: bigint;
  readonly maturity: bigint;
  readonly graceDays: bigint;
  readonly dismissalDays: bigint;
  readonly judgmentDays: bigint;
  readonly convertibleAfter: bigint;
  readonly convertibleUntil: bigint;
  readonly priceNumerator: bigint;
  readonly priceDenominator: bigint;
  readonly document: string;
  readonly termSheet: string;
  readonly predecessorDated: bigint;
  readonly predecessorPrincipal: bigint;
}

/** `MakingFacts` of the contracts. */
export interface UnpackedMakingFacts {
  readonly lastDayToPay: bigint;
  readonly splitNumerator: bigint;
  readonly splitDenominator: bigint;
  readonly distributionNumerator: bigint;
  readonly distributionDenominator: bigint;
  readonly replaces: bigint;
}

const FLAGS = {
  baseIsSumDue: 1n,
  prepaymentAllowed: 2n,
  extendDeadlines: 4n,
  affiliatesFree: 8n,
  factors: 16n,
  predecessor: 32n,
  replaces: 64n,
} as const;

/** Reads a packed record from front to back. */
class Reader {
  readonly #data: string;
  #offset = 0;

  constructor(data: string) {
    this.#data = data;
  }

  hash(): string {
    return dataSlice(this.#data, this.#offset, (this.#offset += 32));
  }

  address(): string {
    return getAddress(dataSlice(this.#data, this.#offset, (this.#offset += 20)));
  }

  uint(bits: number): bigint {
    return toBigInt(dataSlice(this.#data, this.#offset, (this.#offset += bits / 8)));
  }
}

/**
 * Unpacks the terms that `NoteMade` tells.
 *
 * @param packed Bytes in hexadecimal, laid out as `TermsCodec` of the contracts says.
 * @throws RangeError if they are too short.
 * @example unpackTerms(event.args.terms).terms.principal // 203323700000n
 */
export function unpackTerms(packed: string): MadeTerms {
  const read = new Reader(packed);
  const [borrower, attestor, currency] = [read.address(), read.address(), read.address()];
  const [calendar, registry, stock] = [read.address(), read.address(), read.address()];
  const [principal, rate, overdueRate] = [read.uint(96), read.uint(32), read.uint(32)];
  const [dated, maturity, lastDayToPay] = [read.uint(24), read.uint(24), read.uint(24)];
  const [graceDays, dismissalDays, judgmentDays] = [read.uint(16), read.uint(16), read.uint(16)];
  const [convertibleAfter, convertibleUntil] = [read.uint(24), read.uint(24)];
  const [priceNumerator, priceDenominator] = [read.uint(96), read.uint(32)];
  const [dayCount, flags] = [read.uint(8), read.uint(8)];
  const [document, termSheet] = [read.hash(), read.hash()];
  const has = (flag: bigint) => (flags & flag) !== 0n;
  const factors = has(FLAGS.factors) ? [64, 64, 64, 64].map((bits) => read.uint(bits)) : [1n, 1n, 1n, 1n];
  const [splitNumerator = 1n, splitDenominator = 1n, distributionNumerator = 1n, distributionDenominator = 1n] =
    factors;
  const predecessorDated = has(FLAGS.predecessor) ? read.uint(24) : 0n;
  const predecessorPrincipal = has(FLAGS.predecessor) ? read.uint(96) : 0n;
  const replaces = has(FLAGS.replaces) ? read.uint(64) : 0n;
  return {
    terms: {
      borrower,
      attestor,
      currency,
      calendar,
      registry,
      stock,
      principal,
      rate,
      overdueRate,
      overdueBase: has(FLAGS.baseIsSumDue) ? 1n : 0n,
      dayCount,
      prepaymentAllowed: has(FLAGS.prepaymentAllowed),
      extendDeadlines: has(FLAGS.extendDeadlines),
      affiliatesFree: has(FLAGS.affiliatesFree),
      dated,
      maturity,
      graceDays,
      dismissalDays,
      judgmentDays,
      convertibleAfter,
      convertibleUntil,
      priceNumerator,
      priceDenominator,
      document,
      termSheet,
      predecessorDated,
      predecessorPrincipal,
    },
    making: {
      lastDayToPay,
      splitNumerator,
      splitDenominator,
      distributionNumerator,
      distributionDenominator,
      replaces,
    },
  };
}
