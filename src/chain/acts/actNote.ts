import type { Provider } from "ethers";

import type { MakingFactsStructOutput, TermsStructOutput } from "../../../typechain-types/PromissoryNotes.ts";
import { ICalendar__factory } from "../../../typechain-types/factories/interfaces/ICalendar__factory.ts";
import type { Day } from "../../math/civilDate.ts";
import type { ActChain } from "./act.ts";
import type { Figures } from "../../errors/explain.ts";
import { readCurrency } from "../readNote.ts";
import { readNote } from "./noteState.ts";
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
 */
export async function openActNote({ notes: connected, ...rest }: ActChain, id: bigint): Promise<ActNote> {
  // reads are nobody's: a contract connected to a signer would make them that signer's
  const chain = { ...rest, notes: connected.connect(rest.provider) };
  const [[terms, making], { state }] = await Promise.all([chain.notes.termsOf(id), readNote(chain.notes, id)]);
  const [figures, stockSymbol] = await Promise.all([
    figuresOf(chain, terms.currency, terms.calendar),
    BigInt(terms.stock) === 0n ? "" : symbolOf(chain.provider, terms.stock),
  ]);
  return { ...chain, id, terms, making, state, figures, stockSymbol };
}

/** How amounts of a currency are written, and in which zone moments are. A currency that says nothing of itself is counted in its smallest unit. */
export async function figuresOf({ provider, record }: ActChain, currency: string, calendar: string): Promise<Figures> {
  const { decimals, symbol } = await readCurrency(provider, currency, { blockTag: await provider.getBlockNumber() });
  const { NewYorkCalendar, UTCCalendar } = record.contracts;
  if (BigInt(calendar) === BigInt(NewYorkCalendar)) return { decimals, symbol, zone: "America/New_York" };
  return BigInt(calendar) === BigInt(UTCCalendar) ? { decimals, symbol, zone: "UTC" } : { decimals, symbol };
}

/** The last second of a day in a calendar on the chain. */
export async function lastSecondOf(chain: ActChain, calendar: string, day: Day): Promise<bigint> {
  return (await ICalendar__factory.connect(calendar, chain.provider).startOf(day + 1)) - 1n;
}

async function symbolOf(provider: Provider, token: string): Promise<string> {
  return (await readCurrency(provider, token, { blockTag: await provider.getBlockNumber() })).symbol;
}
