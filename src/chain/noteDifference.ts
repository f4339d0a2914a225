import { toBeHex, zeroPadValue } from "ethers";

import type { TermSheet } from "../terms/termSheet.ts";
import type { ActChain } from "./acts/act.ts";
import { logsOf } from "./acts/logsOf.ts";
import type { NoteCurrency } from "./noteOnChain.ts";
import { readCurrency } from "./readNote.ts";
import { sameAddress } from "../terms/sameAddress.ts";
import type { UnpackedTerms } from "./termsCodec.ts";
import { attestorDifference, termsDifference } from "./termsDifference.ts";

/**
 * What a note says otherwise than a sheet whose hash it carries: in its terms, in an attestor whom the sheet does not appoint, in its currency's
 * decimals, and in whom it was made to.
 *
 * @returns As `termsDifference`.
 * @example await noteDifference(chain, 1n, terms, sheet) // null
 */
export async function noteDifference(
  chain: ActChain,
  id: bigint,
  terms: UnpackedTerms,
  sheet: TermSheet,
): Promise<string | null> {
  const { provider, record } = chain;
  const ofTerms = attestorDifference(terms, sheet) ?? termsDifference(terms, sheet, record.contracts);
  if (ofTerms !== null) return ofTerms;
  const at = { blockTag: await provider.getBlockNumber() };
  const ofCurrency = currencyDifference(await readCurrency(provider, terms.currency, at), sheet);
  if (ofCurrency !== null || sheet.accounts?.lender === undefined) return ofCurrency;
  return lenderDifference(await firstHolder(chain, id), sheet);
}

/** Whether a currency counts other decimals than a sheet says, which makes other sums of the same units. */
export function currencyDifference({ address, symbol, decimals }: NoteCurrency, sheet: TermSheet): string | null {
  if (decimals === sheet.currency.decimals) return null;
  return `its currency, ${symbol} at ${address}, counts ${decimals} decimals, not ${sheet.currency.decimals}`;
}

/**
 * Whether a currency goes by another symbol than a sheet says. It proves nothing, as any token can go by any symbol, and one bridged from another
 * chain often goes by a longer one; but the prose of the note speaks of the sheet's.
 */
export function symbolDifference({ address, symbol }: NoteCurrency, sheet: TermSheet): string | null {
  if (symbol === sheet.currency.symbol) return null;
  return `the currency at ${address} goes by ${symbol}, and the sheet says ${sheet.currency.symbol}`;
}

/** Whether a note was made to another than the lender, if the sheet names the lender's account. */
export function lenderDifference(lender: string, { accounts }: TermSheet): string | null {
  if (accounts?.lender === undefined || sameAddress(lender, accounts.lender)) return null;
  return `it was made to ${lender}, not ${accounts.lender}`;
}

async function firstHolder(chain: ActChain, id: bigint): Promise<string> {
  const { interface: abi } = chain.notes;
  const topics = [abi.getEvent("NoteMade").topicHash, zeroPadValue(toBeHex(id), 32)];
  const [made] = await logsOf(chain, await chain.notes.getAddress(), topics);
  if (made === undefined) throw new Error(`no log tells of the making of note ${id}`);
  return abi.decodeEventLog("NoteMade", made.data, made.topics)["lender"] as string;
}
