import type { Provider } from "ethers";

import type { MakingFactsStructOutput, TermsStructOutput } from "../../../typechain-types/PromissoryNotes.ts";
import type { Day } from "../../math/civilDate.ts";
import type { ActChain } from "./act.ts";
import type { Figures } from "../../errors/explain.ts";
import { connectCalendar } from "../contracts.ts";
import { readCurrency, zoneOf } from "../readNote.ts";
import { readStockNames } from "../readStock.ts";
import { addressOrNull } from "../termsFromChain.ts";
import { readNoteState } from "./noteState.ts";
import type { NoteState } from "./noteState.ts";

/** A note as it stands, with all that acts on it need to know. */
export interface ActNote extends ActChain {
  readonly id: bigint;
  readonly terms: TermsStructOutput;
  readonly making: MakingFactsStructOutput;
  readonly state: NoteState;
  readonly figures: Figures;
  /** Of the stock the terms name, empty without one. */
  readonly stockSymbol: string;
}

/**
 * Reads a note as it stands in the chain's latest block.
 *
 * @param id Of a note that was made.
 * @example const note = await openActNote(actChain(record, provider), 1n);
 */
export async function openActNote({ notes: connected, ...rest }: ActChain, id: bigint): Promise<ActNote> {
  // reads are nobody's: a contract connected to a signer would make them that signer's
  const chain = { ...rest, notes: connected.connect(rest.provider) };
  const [[terms, making], { state }] = await Promise.all([chain.notes.termsOf(id), readNoteState(chain.notes, id)]);
  const [figures, stockSymbol] = await Promise.all([
    figuresOf(chain, terms),
    addressOrNull(terms.stock) === null ? "" : stockSymbolOf(chain.provider, terms.stock),
  ]);
  return { ...chain, id, terms, making, state, figures, stockSymbol };
}

/**
 * How amounts of a currency are written, and in which zone moments are. A currency that says nothing of itself is counted in its smallest unit.
 *
 * @param terms Of a note that is made or is yet to be.
 * @example await figuresOf(chain, offer.terms) // { decimals: 6, symbol: "USD", zone: "America/New_York" }
 */
export async function figuresOf(
  { provider }: Pick<ActChain, "provider">,
  { currency, calendar, dated }: { readonly currency: string; readonly calendar: string; readonly dated: bigint },
): Promise<Figures> {
  const at = { blockTag: await provider.getBlockNumber() };
  const [{ decimals, symbol }, zone] = await Promise.all([
    readCurrency(provider, currency, at),
    zoneOf(provider, calendar, dated, at),
  ]);
  return zone === null ? { decimals, symbol } : { decimals, symbol, zone };
}

/** The last second of a day in a calendar on the chain. */
export async function lastSecondOf(chain: ActChain, calendar: string, day: Day): Promise<bigint> {
  return (await connectCalendar(calendar, chain.provider).startOf(day + 1)) - 1n;
}

async function stockSymbolOf(provider: Provider, stock: string): Promise<string> {
  return (await readStockNames(provider, stock, { blockTag: await provider.getBlockNumber() })).symbol;
}
