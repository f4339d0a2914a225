import { ZeroAddress, ZeroHash } from "ethers";

import type { TermsStruct } from "../../typechain-types/PromissoryNotes.ts";
import { DAY_COUNT_CONVENTIONS } from "../math/dayCount.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import { termSheetHash } from "../terms/termSheetHash.ts";
import type { OverdueBase, Terms } from "../terms/terms.ts";

export { termSheetHash } from "../terms/termSheetHash.ts";

/** In the order the contracts number them. */
const OVERDUE_BASES: readonly OverdueBase[] = ["principal", "sumDue"];

/** Where the parties and the contracts a note relies on are found on the chain. */
export interface TermsAccounts {
  /** The maker. */
  readonly borrower: string;
  /** Null for none. */
  readonly attestor: string | null;
  readonly currency: string;
  readonly calendar: string;
  /** Null for none: then no one is anyone's affiliate. */
  readonly registry: string | null;
  /** Left aside by terms without a right of conversion. */
  readonly stock: string | null;
}

/**
 * The terms as `PromissoryNotes.make` takes them: rates scaled by 1e8, the price of a whole share in currency units.
 *
 * @param terms What the sheet states, by `termsOf`.
 * @param sheet The sheet itself, which the note keeps the hash of.
 * @throws RangeError if the terms convert and no stock is named.
 * @example await notes.make(termsOnChain(termsOf(sheet), sheet, accounts), lender)
 */
export function termsOnChain(terms: Terms, sheet: TermSheet, accounts: TermsAccounts): TermsStruct {
  const { conversion, overdue } = terms;
  if (conversion !== null && accounts.stock === null) throw new RangeError("the terms convert, but no stock is named");
  return {
    borrower: accounts.borrower,
    attestor: accounts.attestor ?? ZeroAddress,
    currency: accounts.currency,
    calendar: accounts.calendar,
    registry: accounts.registry ?? ZeroAddress,
    stock: conversion === null ? ZeroAddress : (accounts.stock ?? ZeroAddress),
    principal: terms.principal,
    rate: terms.rateScaled,
    overdueRate: overdue?.rateScaled ?? 0n,
    overdueBase: OVERDUE_BASES.indexOf(overdue?.base ?? "principal"),
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
    document: sheet.document === undefined ? ZeroHash : `0x${sheet.document.sha256}`,
    termSheet: termSheetHash(sheet),
    // days on chain begin with 1970; the sheet, whose hash is kept, says it in any case
    predecessorDated: Math.max(terms.predecessor?.dated ?? 0, 0),
    predecessorPrincipal: terms.predecessor?.principal ?? 0n,
  };
}
