import type { CatalogueEntry } from "../finding.ts";

/** Findings on the addresses in a sheet. */
export const ACCOUNTS = {
  "accounts-shared": {
    severity: "warning",
    about: "one address for two things",
    why: "A party is no contract of the note, and a currency is no stock: a note that is paid in the borrower's own shares is paid in what the borrower can issue.",
    remedy: "Compare both addresses with their sources, and name another for one of the two.",
    source: "docs/term-sheet.md, accounts",
    legal: false,
  },
  "attestor-unnamed": {
    severity: "warning",
    about: "an account of an attestor, and no attestor",
    why: "The account has the attestor's powers on chain, over defaults, charges and lost keys, and nobody reads in the sheet whose it is.",
    remedy: "Name the attestor in attestor.name, or take accounts.attestor away.",
    source: "docs/clauses.md; decisions 52 to 57",
    legal: false,
  },
  "calendar-named": {
    severity: "warning",
    about: "a calendar other than the one on record, perhaps",
    why: "Whoever wrote it decides which day it is: with one that stands still nothing falls due, and with one that runs ahead everything does.",
    remedy:
      "Take accounts.calendar away, so that the calendar on record for the chain is used, or read the code at the address.",
    source: "docs/term-sheet.md, calendar",
    legal: false,
  },
  "registry-named": {
    severity: "warning",
    about: "a register of affiliates other than the one on record, perhaps",
    why: "Whoever keeps it decides who is an affiliate: to whom the lender may transfer without consent, and to whom the borrower may assign the debt without default.",
    remedy:
      "Take accounts.registry away, so that the register on record for the chain is used, or find out who keeps it.",
    source: "docs/control.md",
    legal: false,
  },
  "currency-named-by-address": {
    severity: "notice",
    about: "a currency named by its address",
    why: "The note is paid in whatever is at the address. Anybody can make a token of any symbol.",
    remedy: "Compare the address with the one that the currency's issuer publishes for the chain.",
    source: "ERC-20, symbol",
    legal: false,
  },
} as const satisfies Record<string, CatalogueEntry>;
