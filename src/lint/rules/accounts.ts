import { sameAddress } from "../../terms/sameAddress.ts";
import type { FindingCode } from "../catalogue.ts";
import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

const PARTIES = ["borrower", "lender", "attestor"] as const;
const CONTRACTS = ["currency", "stock", "calendar", "registry"] as const;

/** Contracts whose word or whose money is somebody else's: what naming them by address comes to. */
const RELIED_ON: readonly (readonly [
  role: (typeof CONTRACTS)[number],
  code: FindingCode,
  message: (address: string, draft: Draft) => string,
])[] = [
  [
    "calendar",
    "calendar-named",
    (address) => `The contract at ${address} is to say which day it is, whatever calendar.zone says.`,
  ],
  [
    "currency",
    "currency-named-by-address",
    (address, draft) =>
      `The note is paid in the token at ${address}, whether or not that is ${draft.text("currency.symbol") ?? "what the sheet says"}.`,
  ],
  ["registry", "registry-named", (address) => `The contract at ${address} is to say who is an affiliate of whom.`],
];

/** An address that cannot be both; of two parties the contract says so itself. */
export function accountsShared(draft: Draft): readonly Fault[] {
  const roles = [...PARTIES, ...CONTRACTS];
  return CONTRACTS.flatMap((role) => {
    const address = draft.text(`accounts.${role}`);
    if (address === null) return [];
    const other = roles
      .slice(0, roles.indexOf(role))
      .find((earlier) => sameAddress(address, draft.text(`accounts.${earlier}`) ?? ""));
    if (other === undefined) return [];
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

/** Days, affiliates or money as somebody else says. */
export function contractsNamed(draft: Draft): readonly Fault[] {
  return RELIED_ON.flatMap(([role, code, message]) => {
    const [field, address] = [`accounts.${role}`, draft.text(`accounts.${role}`)];
    return address === null ? [] : [{ code, field, message: message(address, draft) }];
  });
}
