import { ZeroAddress, ZeroHash } from "ethers";

import type { Calendar } from "../calendar/calendar.ts";
import { DAY_COUNT_CONVENTIONS } from "../math/dayCount.ts";
import { rational } from "../math/rational.ts";
import { unscaleRate } from "../terms/rate.ts";
import type { ConversionTerms, Terms } from "../terms/terms.ts";
import type { UnpackedMakingFacts, UnpackedTerms } from "./termsCodec.ts";

/**
 * The terms of a note as the chain holds them, named as those of a term sheet are. Names and addresses of the parties, and the title, are in the
 * sheet alone, whose hash is here. Money in the currency's smallest unit.
 */
export interface ChainTerms extends Omit<
  Terms,
  "title" | "borrower" | "lender" | "currency" | "decimals" | "calendar" | "conversion"
> {
  /** The calendar the contract counts by; null if it is none of those known here. */
  readonly calendar: Calendar | null;
  /** Null without a right of conversion. */
  readonly conversion: Pick<ConversionTerms, "after" | "until" | "price"> | null;
  /** SHA-256 of the prose instrument, in hexadecimal with 0x; null for none. */
  readonly document: string | null;
  /** Keccak-256 of the canonical term sheet, in hexadecimal with 0x; null for none. */
  readonly termSheet: string | null;
}

/** A zero address is none. */
export function addressOrNull(address: string): string | null {
  return address === ZeroAddress ? null : address;
}

/** A hash of zeros is none. */
export function hashOrNull(hash: string): string | null {
  return hash === ZeroHash ? null : hash;
}

/** Days that are zero stand for none. */
export function dayOrNull(day: bigint): number | null {
  return day === 0n ? null : Number(day);
}

/**
 * Terms as the contracts hold them, as the rest of the project reads them.
 *
 * @param calendar The one at `terms.calendar`, if it is known.
 * @example termsFromChain(folded.terms, folded.making, newYorkCalendar).rate // 31/400
 */
export function termsFromChain(
  terms: UnpackedTerms,
  making: Pick<UnpackedMakingFacts, "lastDayToPay">,
  calendar: Calendar | null,
): ChainTerms {
  const dayCount = DAY_COUNT_CONVENTIONS[Number(terms.dayCount)];
  if (dayCount === undefined) throw new RangeError(`day count ${terms.dayCount} is beyond what is known`);
  return {
    dated: Number(terms.dated),
    maturity: Number(terms.maturity),
    lastDayToPay: Number(making.lastDayToPay),
    principal: terms.principal,
    rate: unscaleRate(terms.rate),
    rateScaled: terms.rate,
    dayCount,
    overdue:
      terms.overdueRate === 0n
        ? null
        : {
            rate: unscaleRate(terms.overdueRate),
            rateScaled: terms.overdueRate,
            base: terms.overdueBase === 1n ? "sumDue" : "principal",
          },
    prepaymentAllowed: terms.prepaymentAllowed,
    calendar,
    extendDeadlines: terms.extendDeadlines,
    graceDays: Number(terms.graceDays),
    dismissalDays: Number(terms.dismissalDays),
    judgmentDays: Number(terms.judgmentDays),
    conversion:
      terms.stock === ZeroAddress
        ? null
        : {
            after: Number(terms.convertibleAfter),
            until: dayOrNull(terms.convertibleUntil),
            price: rational(terms.priceNumerator, terms.priceDenominator),
          },
    affiliatesFree: terms.affiliatesFree,
    predecessor:
      terms.predecessorDated === 0n && terms.predecessorPrincipal === 0n
        ? null
        : { dated: Number(terms.predecessorDated), principal: terms.predecessorPrincipal },
    document: hashOrNull(terms.document),
    termSheet: hashOrNull(terms.termSheet),
  };
}
