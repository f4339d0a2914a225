import { getAddress, ZeroAddress } from "ethers";

import type { TermsStruct } from "../../../typechain-types/PromissoryNotes.ts";
import { quote } from "../../quote/quote.ts";
import type { Figures } from "../../errors/explain.ts";
import type { TermSheet } from "../../terms/termSheet.ts";
import { termsOf } from "../../terms/terms.ts";
import type { Terms } from "../../terms/terms.ts";
import { grouped } from "../../wording/numbers.ts";
import { sharesOf } from "../../wording/shares.ts";
import { readCurrency } from "../readNote.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import { termsOnChain } from "../termsOnChain.ts";
import { ActError } from "./act.ts";
import type { ActChain } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import { optionName, parseAddress } from "./actOptions.ts";

/** Where the parties to a sheet and what it relies on are found on a chain. Null for none. */
export interface SheetAccounts {
  readonly borrower: string;
  readonly lender: string;
  readonly attestor: string | null;
  readonly currency: string;
  readonly calendar: string;
  readonly registry: string | null;
  /** Null for one still to be made, and for terms without a right of conversion. */
  readonly stock: string | null;
}

/** A term sheet, its terms, and its accounts on one chain. */
export interface SheetOnChain {
  readonly sheet: TermSheet;
  readonly terms: Terms;
  readonly accounts: SheetAccounts;
  readonly figures: Figures;
  /** Whether the currency is the one without value that is recorded for the chain. */
  readonly isTrial: boolean;
}

/** What stands for an account that neither an option nor the sheet names. */
export type Defaults = Partial<SheetAccounts>;

/**
 * Finds the accounts of a sheet: as the options say, else as the sheet does, else as the defaults do; calendar and registry are those
 * recorded for the chain, unless the sheet or an option names others. Where no currency is named and one without value is recorded that counts
 * as the sheet does, it is that.
 *
 * @param file Where the sheet came from, for the messages.
 * @example const named = await sheetOnChain(chain, "sheet.json", sheet, new ActOptions({ lender }, 0));
 * @throws ActError naming the account that is missing, or the currency that counts otherwise than the sheet, or shares that cannot suffice.
 */
export async function sheetOnChain(
  chain: ActChain,
  file: string,
  sheet: TermSheet,
  options: ActOptions,
  defaults: Defaults = {},
): Promise<SheetOnChain> {
  const terms = termsOf(sheet);
  const { NewYorkCalendar, UTCCalendar, ControlRegistry } = chain.record.contracts;
  const calendar = sheet.accounts?.calendar ?? (sheet.calendar.zone === "UTC" ? UTCCalendar : NewYorkCalendar);
  const named = (role: keyof SheetAccounts): string | null | undefined => {
    const written = options.has(role) ? options.text(role) : sheet.accounts?.[role];
    if (written === "none") return null;
    return written === undefined ? undefined : addressOf(optionName(role), written);
  };
  const needed = (role: "borrower" | "lender" | "currency"): string => {
    const found = named(role) ?? defaults[role];
    if (found != null) return found;
    throw new ActError(`${file}: accounts.${role}: missing; name it there or with ${optionName(role)}`);
  };
  const attestor = orDefault(named("attestor"), defaults.attestor ?? null);
  if (attestor === null && sheet.attestor !== undefined && !options.has("attestor")) {
    throw new ActError(
      `${file}: accounts.attestor: missing, though the sheet appoints an attestor, ${sheet.attestor.name}; ` +
        "name its account there or with --attestor, or say --attestor none",
    );
  }
  const [borrower, lender] = [needed("borrower"), needed("lender")];
  const trial = await trialCurrency(chain, sheet);
  const isNamed = named("currency") != null || defaults.currency !== undefined;
  const currency = isNamed || trial === null ? needed("currency") : trial;
  const accounts: SheetAccounts = {
    borrower,
    lender,
    attestor,
    currency,
    calendar: getAddress(calendar),
    registry: orDefault(named("registry"), defaults.registry === undefined ? ControlRegistry : defaults.registry),
    stock: sheet.conversion === undefined ? null : orDefault(named("stock"), defaults.stock ?? null),
  };
  const figures = await figuresFor(chain, file, sheet, accounts.currency);
  requireShares(file, terms);
  return { sheet, terms, accounts, figures, isTrial: trial !== null && sameAddress(trial, currency) };
}

/** The terms as `PromissoryNotes` takes them. @throws ActError if they convert and there is no stock yet. */
export function structOf({ sheet, terms, accounts }: SheetOnChain, stock = accounts.stock): TermsStruct {
  if (terms.conversion !== null && stock === null)
    throw new ActError("--stock: missing; the terms convert, and the stock must be there first");
  return termsOnChain(terms, sheet, { ...accounts, stock });
}

function orDefault(named: string | null | undefined, fallback: string | null): string | null {
  return named === undefined ? fallback : named;
}

/** Of a party or a contract that is to be there: nobody's address is none of one. */
function addressOf(where: string, written: string): string {
  if (written.toLowerCase() === ZeroAddress) {
    throw new ActError(`${where}: ${written} is nobody's address; for none, say none or leave it out`);
  }
  return parseAddress(written, where);
}

async function figuresFor(chain: ActChain, file: string, sheet: TermSheet, currency: string): Promise<Figures> {
  const { provider } = chain;
  if ((await provider.getCode(currency)) === "0x") {
    throw new ActError(`${file}: accounts.currency: no contract at ${currency} on chain ${chain.chainId}`);
  }
  const { decimals, symbol } = await readCurrency(provider, currency, { blockTag: await provider.getBlockNumber() });
  if (decimals !== sheet.currency.decimals) {
    throw new ActError(
      `${file}: currency.decimals: ${sheet.currency.decimals}, but ${symbol} at ${currency} counts ${decimals}; all money would be off`,
    );
  }
  return { decimals, symbol, zone: sheet.calendar.zone };
}

/** The currency without value that is recorded for the chain, if it counts as the sheet does. */
async function trialCurrency({ provider, record }: ActChain, sheet: TermSheet): Promise<string | null> {
  const { TestDollar } = record.contracts;
  if (TestDollar === undefined || (await provider.getCode(TestDollar)) === "0x") return null;
  const { decimals } = await readCurrency(provider, TestDollar, { blockTag: await provider.getBlockNumber() });
  return decimals === sheet.currency.decimals ? getAddress(TestDollar) : null;
}

/** Making a note reserves the shares of a conversion of everything at maturity. */
function requireShares(file: string, terms: Terms): void {
  const { conversion, maturity } = terms;
  const shares = quote(terms, maturity).conversion?.shares ?? 0n;
  const authorized = conversion?.stock.authorized ?? 0n;
  if (conversion === null || shares * 10n ** 18n <= authorized) return;
  throw new ActError(
    `${file}: conversion.stock.authorized: ${sharesOf(authorized)} shares, fewer than the ${grouped(String(shares))} that everything converts into at maturity`,
  );
}
