import { formatMoney, formatRational, formatShares } from "../../math/decimal.ts";
import { compare, divide, floor, rational } from "../../math/rational.ts";
import { priceInUnits } from "../../terms/price.ts";
import type { Draft } from "../draft.ts";
import { conventionOf, decimalsOf, interestAtMaturity, principalOf } from "../figures.ts";
import type { Fault } from "../finding.ts";

const UNITS_PER_SHARE = 10n ** 18n;
const MOST_OF_VALUE = rational(2n);
const LEAST_OF_VALUE = rational(1n, 2n);

/** Shares are not issued below par. */
export function priceBelowPar(draft: Draft): readonly Fault[] {
  const [price, par] = [draft.price("conversion.pricePerShare"), draft.money("conversion.stock.parValue")];
  if (price === null || par === null || compare(price, par) >= 0) return [];
  return [
    {
      code: "price-below-par",
      field: "conversion.pricePerShare",
      message: `The price of ${formatRational(price)} a share is below its par value of ${formatRational(par)}.`,
    },
  ];
}

/** Making the note reserves the shares of full conversion at maturity, and fails without them. */
export function authorizedSharesShort(draft: Draft): readonly Fault[] {
  const [full, authorized] = [fullConversion(draft), draft.shares("conversion.stock.authorized")];
  if (full === null || authorized === null || full.shares * UNITS_PER_SHARE <= authorized) return [];
  return [
    {
      code: "authorized-shares-short",
      field: "conversion.stock.authorized",
      message: `${full.sentence} takes ${full.shares} shares, and ${formatShares(authorized)} are authorized.`,
    },
  ];
}

/** A right that buys nothing. */
export function conversionBuysNoShare(draft: Draft): readonly Fault[] {
  const full = fullConversion(draft);
  if (full?.shares !== 0n) return [];
  return [
    {
      code: "conversion-buys-no-share",
      field: "conversion.pricePerShare",
      message: `${full.sentence} buys no whole share.`,
    },
  ];
}

/** A decimal point in the wrong place, or a right that is none. */
export function priceFarFromValue(draft: Draft): readonly Fault[] {
  const [price, value] = [draft.price("conversion.pricePerShare"), draft.money("conversion.stock.fairValueAtIssue")];
  if (price === null || value === null || value.numerator === 0n) return [];
  const ratio = divide(price, value);
  if (compare(ratio, MOST_OF_VALUE) <= 0 && compare(ratio, LEAST_OF_VALUE) >= 0) return [];
  return [
    {
      code: "price-far-from-value",
      field: "conversion.pricePerShare",
      message: `A share costs ${formatRational(price)} on conversion, and is said to be worth ${formatRational(value)}.`,
    },
  ];
}

/** A token of unknown make, which may follow splits otherwise. */
export function stockMayAdjustTwice(draft: Draft): readonly Fault[] {
  const stock = draft.text("accounts.stock");
  if (stock === null) return [];
  return [
    {
      code: "stock-may-adjust-twice",
      field: "accounts.stock",
      message: `${stock} is taken for a CommonStock of the factory, where a split scales balances and price once; a token with its own multiplier would be adjusted twice.`,
    },
  ];
}

/**
 * The shares of converting all that is owed at maturity, and how a sentence on it begins; null if it cannot be reckoned.
 *
 *     shares = floor((principal + interest at maturity) / price)
 *
 * 250,682.803191 at 0.05 a share takes 5,013,656 shares.
 */
function fullConversion(draft: Draft): { readonly shares: bigint; readonly sentence: string } | null {
  const [convention, decimals, principal] = [conventionOf(draft), decimalsOf(draft), principalOf(draft)];
  const price = draft.price("conversion.pricePerShare");
  if (convention === null || decimals === null || principal === null || price === null) return null;
  const interest = interestAtMaturity(draft, convention);
  if (interest === null) return null;
  const owed = principal + interest;
  return {
    shares: floor(divide(rational(owed), priceInUnits(price, decimals))),
    sentence: `Converting all that is owed at maturity, ${formatMoney(owed, decimals)}, at ${formatRational(price)} a share`,
  };
}
