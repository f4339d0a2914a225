import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

const PARTIES = ["borrower", "lender", "attestor"] as const;
const CONTRACTS = ["currency", "stock", "calendar", "registry"] as const;

/** An address that cannot be both; of two parties the contract says so itself. */
export function accountsShared(draft: Draft): readonly Fault[] {
  const roles = [...PARTIES, ...CONTRACTS];
  return CONTRACTS.flatMap((role) => {
    const address = draft.text(`accounts.${role}`);
    const other = roles
      .slice(0, roles.indexOf(role))
      .find((earlier) => draft.text(`accounts.${earlier}`)?.toLowerCase() === address?.toLowerCase());
    if (address === null || other === undefined) return [];
    return [
      {
        code: "accounts-shared",
        field: `accounts.${role}`,
        message: `${address} is said to be both ${other} and ${role}.`,
      },
    ];
  });
}

/** Powers of somebody whom the sheet does not name. */
export function attestorUnnamed(draft: Draft): readonly Fault[] {
  const account = draft.text("accounts.attestor");
  if (account === null || draft.has("attestor")) return [];
  return [
    {
      code: "attestor-unnamed",
      field: "attestor",
      message: `${account} is to be the attestor's account, and no attestor is named.`,
    },
  ];
}

/** Days that somebody else counts. */
export function calendarNamed(draft: Draft): readonly Fault[] {
  const calendar = draft.text("accounts.calendar");
  if (calendar === null) return [];
  return [
    {
      code: "calendar-named",
      field: "accounts.calendar",
      message: `The contract at ${calendar} is to say which day it is, whatever calendar.zone says.`,
    },
  ];
}

/** Affiliates that somebody else records. */
export function registryNamed(draft: Draft): readonly Fault[] {
  const registry = draft.text("accounts.registry");
  if (registry === null) return [];
  return [
    {
      code: "registry-named",
      field: "accounts.registry",
      message: `The contract at ${registry} is to say who is an affiliate of whom.`,
    },
  ];
}

/** A currency by whatever symbol. */
export function currencyNamedByAddress(draft: Draft): readonly Fault[] {
  const currency = draft.text("accounts.currency");
  if (currency === null) return [];
  return [
    {
      code: "currency-named-by-address",
      field: "accounts.currency",
      message: `The note is paid in the token at ${currency}, whether or not that is ${draft.text("currency.symbol") ?? "what the sheet says"}.`,
    },
  ];
}
