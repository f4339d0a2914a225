import { Interface, Result, ZeroAddress } from "ethers";
import type { TransactionReceipt } from "ethers";

import { commonStockAbi } from "../../abi/CommonStock.ts";
import { commonStockFactoryAbi } from "../../abi/CommonStockFactory.ts";
import { controlRegistryAbi } from "../../abi/ControlRegistry.ts";
import { isoOf } from "../../math/civilDate.ts";
import { readEvent } from "../foldEvents.ts";
import type { Figures } from "../../errors/explain.ts";
import { plainSymbol } from "../noteWords.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import { isTold, tellEvent } from "../tellEvent.ts";

/** What a contract told of in a transaction. */
export interface ToldEvent {
  readonly name: string;
  readonly args: Result;
}

/** Contracts beside that of the notes, each by its own events: no two of these are told by one name and mean different things. */
const BESIDE = [commonStockAbi, commonStockFactoryAbi, controlRegistryAbi].map(
  (abi) => new Interface(abi.filter(({ type }) => type === "event")),
);

/**
 * The events of a receipt, of the notes first by their own interface, of others as far as they are those of a stock, a currency, the
 * factory of stocks or a register of control.
 *
 * What is told of a stock or a register is heard of the contracts named alone: any contract that is called on the way, as a currency, can tell the
 * like of itself.
 *
 * @param notes Address of the notes' contract.
 * @param beside Addresses of a stock, the factory or a register; the contract that the transaction was sent to unless given.
 * @example eventsOf(receipt, record.contracts.PromissoryNotes).map(({ name }) => name) // ["Converted"]
 */
export function eventsOf(
  receipt: TransactionReceipt,
  notes: string,
  beside: readonly string[] = [receipt.to ?? ZeroAddress],
): ToldEvent[] {
  return receipt.logs.flatMap((log) => {
    const entry = { topics: [...log.topics], data: log.data };
    if (sameAddress(log.address, notes)) return readEvent(entry) ?? [];
    const told = BESIDE.map((abi) => parsedBy(abi, entry)).find((parsed) => parsed !== null);
    if (told == null) return [];
    const isHeard = beside.some((each) => sameAddress(each, log.address));
    return isHeard || !Object.hasOwn(OTHERS, told.name) ? [told] : [];
  });
}

/** Null for what is no event of the interface; a currency may tell anything, though it begin like one. */
function parsedBy(abi: Interface, log: { topics: string[]; data: string }): ToldEvent | null {
  try {
    const parsed = abi.parseLog(log);
    return parsed && { name: parsed.name, args: parsed.args };
  } catch {
    return null;
  }
}

/**
 * What an event tells, as JSON can hold it: numbers as decimal strings, in smallest units and days from 1970-01-01.
 *
 * @example JSON.stringify(eventsOf(receipt, notes).map(plainEvent))
 */
export function plainEvent({ name, args }: ToldEvent): { readonly name: string; readonly args: unknown } {
  return { name, args: plainValue(args) };
}

function plainValue(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (!(value instanceof Result)) return value;
  try {
    return Object.fromEntries(Object.entries(value.toObject()).map(([key, each]) => [key, plainValue(each)]));
  } catch {
    return value.toArray().map(plainValue);
  }
}

type Sentence = (args: Result) => string;

const text = (value: unknown): string => String(value);
const day = (value: unknown): string => isoOf(Number(value));

/** Events that are of no note yet, or of the stock, or of a register of control. */
const OTHERS: Readonly<Record<string, Sentence>> = {
  NoteOffered: ({ lender, until }) => `The note is offered to ${text(lender)}, through ${day(until)}`,
  OfferWithdrawn: ({ lender }) => `The offer to ${text(lender)} is withdrawn`,
  SignatureCancelled: ({ signer, nonce }) => `Whatever ${text(signer)} signs with nonce ${text(nonce)} is void`,
  ControlRecorded: ({ controller, controlled }) => `${text(controller)} controls ${text(controlled)} from now on`,
  ControlRevoked: ({ controller, controlled }) => `${text(controller)} controls ${text(controlled)} no more`,
  StockMade: ({ stock: made, symbol }) => `Stock ${plainSymbol(text(symbol))} was made at ${text(made)}`,
  ConversionGranted: ({ converter }) => `Conversion was granted to ${text(converter)}, for good`,
  Split: ({ numerator, denominator }) => `The stock was split, ${text(numerator)} new for ${text(denominator)} old`,
  Distribution: ({ numerator, denominator }) =>
    `A distribution of ${text(numerator)}:${text(denominator)} was recorded`,
};

/**
 * What the events of an act tell, in words. Movements of the currency and of shares are told by the note's own events, and so are the making and
 * the end of the token.
 *
 * @param figuresOf How the money of a note is written: an act may be on one note and make another, in another currency.
 * @param nameOf What an address is called; itself unless given.
 * @example eventsInWords(eventsOf(receipt, notes), () => note.figures, titlesOf(note)) // ["The holder converted 100,000.00 with …"]
 */
export function eventsInWords(
  events: readonly ToldEvent[],
  figuresOf: (note: bigint) => Figures,
  nameOf: (address: string) => string = (address) => address,
): string[] {
  return events.flatMap(({ name, args }) => {
    const other = OTHERS[name];
    if (other !== undefined) return [other(args)];
    if (!isTold(name)) return [];
    const { id, tokenId, from, to } = args.toObject() as Readonly<Record<string, bigint | string>>;
    const note = id ?? tokenId;
    // what has no note is a movement of the currency or of shares
    if (typeof note !== "bigint" || from === ZeroAddress || to === ZeroAddress) return [];
    return [tellEvent({ name, args }, { decimals: figuresOf(note).decimals, nameOf })];
  });
}
