import { Interface, Result } from "ethers";
import type { TransactionReceipt } from "ethers";

import { ICommonStockFactory__factory } from "../../../typechain-types/factories/interfaces/ICommonStockFactory__factory.ts";
import { ICommonStock__factory } from "../../../typechain-types/factories/interfaces/ICommonStock__factory.ts";
import { IPromissoryNotes__factory } from "../../../typechain-types/factories/interfaces/IPromissoryNotes__factory.ts";
import { controlRegistryAbi } from "../../abi/ControlRegistry.ts";
import { isoOf } from "../../math/civilDate.ts";
import { readEvent } from "../foldEvents.ts";
import type { Figures } from "../../errors/explain.ts";
import { sameAddress } from "../sameAddress.ts";
import { tellEvent } from "../tellEvent.ts";

/** What a contract told of in a transaction. */
export interface ToldEvent {
  readonly name: string;
  readonly args: Result;
}

const stock = ICommonStock__factory.createInterface();
const factory = ICommonStockFactory__factory.createInterface();
const register = new Interface(controlRegistryAbi);

/**
 * The events of a receipt, of the notes first by their own interface, of others as far as they are those of a stock, a currency, the
 * factory of stocks or a register of control.
 *
 * @param notes Address of the notes' contract.
 */
export function eventsOf(receipt: TransactionReceipt, notes: string): ToldEvent[] {
  return receipt.logs.flatMap((log) => {
    const entry = { topics: [...log.topics], data: log.data };
    if (sameAddress(log.address, notes)) return readEvent(entry) ?? [];
    const parsed = stock.parseLog(entry) ?? factory.parseLog(entry) ?? register.parseLog(entry);
    return parsed === null ? [] : [{ name: parsed.name, args: parsed.args }];
  });
}

/** What an event tells, as JSON can hold it: numbers as decimal strings, in smallest units and days from 1970-01-01. */
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
  StockMade: ({ stock: made, symbol }) => `Stock ${text(symbol)} was made at ${text(made)}`,
  ConversionGranted: ({ converter }) => `Conversion was granted to ${text(converter)}, for good`,
  Split: ({ numerator, denominator }) => `The stock was split, ${text(numerator)} new for ${text(denominator)} old`,
  Distribution: ({ numerator, denominator }) =>
    `A distribution of ${text(numerator)}:${text(denominator)} was recorded`,
};

/**
 * What the events of an act tell, in words. Movements of the currency and of shares are told by the note's own events.
 *
 * @param nameOf What an address is called; itself unless given.
 */
export function eventsInWords(
  events: readonly ToldEvent[],
  { decimals }: Figures,
  nameOf: (address: string) => string = (address) => address,
): string[] {
  return events.flatMap(({ name, args }) => {
    const other = OTHERS[name];
    if (other !== undefined) return [other(args)];
    const ofTheNote =
      IPromissoryNotes__factory.createInterface().hasEvent(name) &&
      (name !== "Transfer" || "tokenId" in args.toObject());
    return ofTheNote ? [tellEvent({ name, args }, { decimals, nameOf })] : [];
  });
}
