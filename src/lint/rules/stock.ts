import { formatMoney, formatRational, formatShares } from "../../math/decimal.ts";
import { compare, divide, floor, rational } from "../../math/rational.ts";
import { priceInUnits } from "../../terms/price.ts";
import type { Draft } from "../draft.ts";
import { conventionOf, decimalsOf, interestAtMaturity, principalOf } from "../figures.ts";
import type { Fault } from "../finding.ts";

const UNITS_PER_SHARE = 10n ** 18n;

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

/**
 * Making the note reserves the shares of full conversion at maturity, and fails without them.
 *
 *     shares = floor((principal + interest at maturity) / price)
 *
 * 250,682.803191 at 0.05 a share takes 5,013,656 shares.
 */
export function authorizedSharesShort(draft: Draft): readonly Fault[] {
  const [convention, decimals, principal] = [conventionOf(draft), decimalsOf(draft), principalOf(draft)];
  const [price, authorized] = [draft.price("conversion.pricePerShare"), draft.shares("conversion.stock.authorized")];
  if (convention === null || decimals === null || principal === null || price === null || authorized === null)
    return [];
  const interest = interestAtMaturity(draft, convention);
  if (interest === null) return [];
  const owed = principal + interest;
  const shares = floor(divide(rational(owed), priceInUnits(price, decimals)));
  if (shares * UNITS_PER_SHARE <= authorized) return [];
  return [
    {
      code: "authorized-shares-short",
      field: "conversion.stock.authorized",
      message:
        `Converting all that is owed at maturity, ${formatMoney(owed, decimals)}, at ${formatRational(price)} a share takes ` +
        `${shares} shares, and ${formatShares(authorized)} are authorized.`,
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
