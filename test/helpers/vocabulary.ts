import type { Result } from "ethers";
import { encodeBytes32String, parseUnits } from "ethers";

/** The largest uint256, which stands for all. */
export const ALL = 2n ** 256n - 1n;

export const DATED = "2003-12-31";
export const MATURITY = "2007-01-01";

/** Ordinals of the contracts' enumerations, written out again so that a reordering is noticed. */
export const dayCounts = {
  ACT_365F: 0n,
  ACT_360: 1n,
  ACT_ACT_ISDA: 2n,
  THIRTY_360_BB: 3n,
  THIRTY_E_360: 4n,
  THIRTY_E_360_ISDA: 5n,
  NL_365: 6n,
} as const;
export const overdueBases = { principal: 0n, sumDue: 1n } as const;
export const statuses = [
  "outstanding",
  "due",
  "overdue",
  "default",
  "paid",
  "converted",
  "replaced",
  "released",
] as const;
export const endings = { none: 0n, paid: 1n, converted: 2n, replaced: 3n, released: 4n } as const;
export const facts = {
  voluntaryPetition: 0n,
  consentedPetition: 1n,
  adjudication: 2n,
  assignmentForCreditors: 3n,
  involuntaryPetition: 4n,
  judgment: 5n,
  nonPayment: 6n,
  assignment: 7n,
} as const;
export const reporters = { borrower: 0n, attestor: 1n, contract: 2n } as const;
export const chargeKinds = { lateFee: 0n, collectionCost: 1n } as const;
export const bases = { needsConsent: 0n, consent: 1n, affiliate: 2n, partyCannotHold: 3n, noteEnded: 4n } as const;

/** Names under which the contract itself records defaults (i) and (iv). */
export const NON_PAYMENT = encodeBytes32String("nonPayment");
export const ASSIGNMENT = encodeBytes32String("assignment");

/** Factors of a stock that was never split and has distributed nothing. */
export const UNSPLIT = {
  splitNumerator: 1n,
  splitDenominator: 1n,
  distributionNumerator: 1n,
  distributionDenominator: 1n,
};

/** Money of the sample's currency, six decimals. */
export function usd(amount: string): bigint {
  return parseUnits(amount, 6);
}

/** Shares of today in tokens, eighteen decimals. */
export function tokens(shares: string): bigint {
  return parseUnits(shares, 18);
}

/** The name of a fact. */
export function named(name: string): string {
  return encodeBytes32String(name);
}

/** A struct the chain answered, as an object of its fields. */
export function fieldsOf(struct: unknown): Record<string, unknown> {
  return (struct as Result).toObject();
}
