import { Contract } from "ethers";

import type { MakingFactsStructOutput, TermsStructOutput } from "../../../typechain-types/PromissoryNotes.ts";
import { ICalendar__factory } from "../../../typechain-types/factories/interfaces/ICalendar__factory.ts";
import type { Day } from "../../math/civilDate.ts";
import type { ActChain } from "./act.ts";
import { readNote } from "./noteState.ts";
import type { NoteState } from "./noteState.ts";

/** How amounts are written: the decimals and symbol of the currency, and the zone of the calendar where it is known. */
export interface Figures {
  readonly decimals: number;
  readonly symbol: string;
  readonly zone?: string;
}

/** A note as it stands, with all that acts on it need to know. */
export interface NoteOnChain extends ActChain {
  readonly id: bigint;
  readonly terms: TermsStructOutput;
  readonly making: MakingFactsStructOutput;
  readonly state: NoteState;
  readonly figures: Figures;
  /** Of the stock the terms name, empty without one. */
  readonly stockSymbol: string;
}

const TOKEN = ["function decimals() view returns (uint8)", "function symbol() view returns (string)"];

/**
 * Reads a note as it stands in the chain's latest block.
 *
 * @param id Of a note that was made.
 */
export async function openNoteOnChain({ notes: connected, ...rest }: ActChain, id: bigint): Promise<NoteOnChain> {
  // reads are nobody's: a contract connected to a signer would make them that signer's
  const chain = { ...rest, notes: connected.connect(rest.provider) };
  const [[terms, making], { state }] = await Promise.all([chain.notes.termsOf(id), readNote(chain.notes, id)]);
  const [figures, stockSymbol] = await Promise.all([
    figuresOf(chain, terms.currency, terms.calendar),
    BigInt(terms.stock) === 0n ? "" : symbolOf(chain, terms.stock),
  ]);
  return { ...chain, id, terms, making, state, figures, stockSymbol };
}

/** How amounts of a currency are written. A currency that says nothing of itself is counted in its smallest unit. */
export async function figuresOf(chain: ActChain, currency: string, calendar: string): Promise<Figures> {
  const token = new Contract(currency, TOKEN, chain.provider);
  const [decimals, symbol] = await Promise.all([
    token
      .getFunction("decimals")
      .staticCall()
      .then(Number, () => 0),
    symbolOf(chain, currency),
  ]);
  const { NewYorkCalendar, UTCCalendar } = chain.record.contracts;
  if (BigInt(calendar) === BigInt(NewYorkCalendar)) return { decimals, symbol, zone: "America/New_York" };
  return BigInt(calendar) === BigInt(UTCCalendar) ? { decimals, symbol, zone: "UTC" } : { decimals, symbol };
}

/** The last second of a day in a calendar on the chain. */
export async function lastSecondOf(chain: ActChain, calendar: string, day: Day): Promise<bigint> {
  return (await ICalendar__factory.connect(calendar, chain.provider).startOf(day + 1)) - 1n;
}

async function symbolOf(chain: ActChain, token: string): Promise<string> {
  try {
    const symbol: unknown = await new Contract(token, TOKEN, chain.provider).getFunction("symbol").staticCall();
    // what a stranger's contract says of itself is shown on one line, and not at any length
    return typeof symbol === "string" ? symbol.replace(/[^\x20-\x7e]/g, "?").slice(0, 16) : "units";
  } catch {
    return "units";
  }
}
