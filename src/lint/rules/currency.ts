import type { Draft } from "../draft.ts";
import { decimalsOf } from "../figures.ts";
import type { Fault } from "../finding.ts";
import { knownToken } from "../knownTokens.ts";

const AS_THOUSANDS = /^\d{1,3}\.\d{3}$/;

/** A holder that cannot receive. */
export function currencyFreezable(draft: Draft): readonly Fault[] {
  const token = knownToken(draft.text("currency.symbol"));
  if (token === undefined) return [];
  return [
    {
      code: "currency-freezable",
      field: "currency.symbol",
      message: `${token.issuer} can freeze any account in ${token.symbol}; a payment to a frozen holder is held for it.`,
    },
  ];
}

/** Decimals that the token does not have. */
export function currencyDecimalsUnusual(draft: Draft): readonly Fault[] {
  const token = knownToken(draft.text("currency.symbol"));
  const decimals = decimalsOf(draft);
  if (token === undefined || decimals === null || decimals === token.decimals) return [];
  return [
    {
      code: "currency-decimals-unusual",
      field: "currency.decimals",
      message: `${token.symbol} has ${token.decimals} decimals on Ethereum, and the sheet says ${decimals}.`,
    },
  ];
}

/** A principal that is no whole number of units. */
export function principalFinerThanCurrency(draft: Draft): readonly Fault[] {
  const [principal, decimals] = [draft.text("principal"), decimalsOf(draft)];
  if (principal === null || decimals === null || draft.money("principal") === null) return [];
  const written = principal.split(".")[1]?.length ?? 0;
  if (written <= decimals) return [];
  return [
    {
      code: "principal-finer-than-currency",
      field: "principal",
      message: `${principal} has ${written} decimals, and the currency has ${decimals}.`,
    },
  ];
}

/** A dot that parts decimals for one reader and thousands for another. */
export function amountReadsAsThousands(draft: Draft): readonly Fault[] {
  return ["principal", "replaces.principal", "conversion.stock.authorized"].flatMap((field) => {
    const amount = draft.text(field);
    if (amount === null || !AS_THOUSANDS.test(amount)) return [];
    const whole = amount.replace(".", "");
    return [
      {
        code: "amount-reads-as-thousands",
        field,
        message: `${amount} is less than ${BigInt(amount.split(".")[0] ?? 0) + 1n}, and may be read as ${BigInt(whole)}.`,
      },
    ];
  });
}
