import { Result } from "ethers";
import type { TransactionReceipt } from "ethers";

import { ICommonStockFactory__factory } from "../../../typechain-types/factories/interfaces/ICommonStockFactory__factory.ts";
import { ICommonStock__factory } from "../../../typechain-types/factories/interfaces/ICommonStock__factory.ts";
import { isoOf } from "../../math/civilDate.ts";
import { readEvent } from "../foldEvents.ts";
import type { Figures } from "./noteOnChain.ts";
import { FACTS, nameOfFact, STATUSES } from "./noteState.ts";
import { money } from "./rows.ts";

/** What a contract told of in a transaction. */
export interface ToldEvent {
  readonly name: string;
  readonly args: Result;
}

const stock = ICommonStock__factory.createInterface();
const factory = ICommonStockFactory__factory.createInterface();

/**
 * The events of a receipt, of the notes first by their own interface, of others as far as they are those of a stock, a currency or the
 * factory of stocks.
 *
 * @param notes Address of the notes' contract.
 */
export function eventsOf(receipt: TransactionReceipt, notes: string): ToldEvent[] {
  return receipt.logs.flatMap((log) => {
    const entry = { topics: [...log.topics], data: log.data };
    if (log.address.toLowerCase() === notes.toLowerCase()) return readEvent(entry) ?? [];
    const parsed = stock.parseLog(entry) ?? factory.parseLog(entry);
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

type Sentence = (args: Result, figures: Figures) => string;

const sum = (taken: unknown): bigint =>
  (taken as Result).toArray().reduce((total: bigint, each: unknown) => total + (each as bigint), 0n);
const day = (value: unknown): string => isoOf(Number(value));
const text = (value: unknown): string => String(value);

const SENTENCES: Readonly<Record<string, Sentence>> = {
  NoteMade: ({ id, borrower, lender }) => `note ${text(id)} made by ${text(borrower)} to ${text(lender)}`,
  NoteOffered: ({ lender, until }) => `offered to ${text(lender)}, through ${day(until)}`,
  OfferWithdrawn: ({ lender }) => `offer to ${text(lender)} withdrawn`,
  NoteSubscribed: ({ lender, borrower, principal }, figures) =>
    `${text(lender)} paid the principal of ${money(principal as bigint, figures)} to ${text(borrower)}`,
  NoteReplaced: ({ id, replacement }) => `note ${text(id)} replaced by note ${text(replacement)}`,
  SignatureCancelled: ({ signer, nonce }) => `whatever ${text(signer)} signs with nonce ${text(nonce)} is void`,
  PaymentMade: ({ payer, taken }, figures) => `${text(payer)} paid ${money(sum(taken), figures)}`,
  PaymentHeld: ({ holder, amount }, figures) =>
    `${money(amount as bigint, figures)} could not go to ${text(holder)} and is kept for it`,
  HeldPaymentWithdrawn: ({ to, amount }, figures) => `${money(amount as bigint, figures)} kept was sent to ${text(to)}`,
  PaymentAcknowledged: ({ taken, reference_ }, figures) =>
    `${money(sum(taken), figures)} acknowledged as paid elsewhere, reference "${text(reference_)}"`,
  DebtReleased: ({ statement }, figures) =>
    `debt of ${money((statement as { total: bigint }).total, figures)} released`,
  NoteDischarged: ({ ending, day: on }) => `the note ended on ${day(on)}: ${STATUSES[Number(ending) + 3] ?? ""}`,
  Converted: ({ taken, shares, leftover }, figures) =>
    `${money(sum(taken), figures)} converted into ${text(shares)} shares of the note's date, ` +
    `${money(leftover as bigint, figures)} left over`,
  PrepaymentPermitted: ({ until }) => `prepayment permitted through ${day(until)}`,
  PrepaymentPermissionRevoked: () => "permission to prepay taken back",
  Demanded: ({ day: on }) => `payment demanded on ${day(on)}`,
  FactReported: ({ name, kind, occurred, begins }) =>
    `fact "${nameOfFact(text(name))}" recorded (${FACTS[Number(kind)] ?? ""} of ${day(occurred)}), a default from ${day(begins)} unless cured or waived`,
  CureReported: ({ name, occurred, closes }) =>
    `cure of "${nameOfFact(text(name))}" recorded, of ${day(occurred)}: ${closes === true ? "in time" : "too late"}`,
  FactWaived: ({ name }) => `fact "${nameOfFact(text(name))}" waived`,
  ChargeAdmitted: ({ amount }, figures) => `charge of ${money(amount as bigint, figures)} admitted`,
  ConsentGiven: ({ to, until }) => `consent given to a transfer to ${text(to)}, through ${day(until)}`,
  ConsentRevoked: ({ to }) => `consent to a transfer to ${text(to)} revoked`,
  AssignmentAccepted: ({ assignee }) => `${text(assignee)} accepts to owe the debt`,
  AcceptanceWithdrawn: ({ assignee }) => `${text(assignee)} withdrew its acceptance`,
  ObligorChanged: ({ from, to }) => `${text(to)} owes the debt in place of ${text(from)}`,
  AssignedToStranger: ({ to }) => `assigned to ${text(to)}, who is no affiliate: a default, and the obligor stays`,
  NoteDeclaredLost: ({ holder }) => `the key of ${text(holder)} is declared lost`,
  RecoveryConsented: ({ to }) => `recovery by ${text(to)} consented to`,
  RecoveryConsentRevoked: ({ to }) => `consent to recovery by ${text(to)} taken back`,
  RecoveryObjected: ({ holder }) => `${text(holder)} objected to the recovery`,
  NoteRecovered: ({ from, to }) => `the note moved from ${text(from)} to ${text(to)}`,
  StockMade: ({ stock: made, symbol }) => `stock ${text(symbol)} made at ${text(made)}`,
  ConversionGranted: ({ converter }) => `conversion granted to ${text(converter)}, for good`,
  Split: ({ numerator, denominator }) => `stock split, ${text(numerator)} new for ${text(denominator)} old`,
  Distribution: ({ numerator, denominator }) => `distribution recorded, ${text(numerator)}:${text(denominator)}`,
};

/** What the events of an act tell, in words. Transfers that come of another event's act are left out where that event tells of them. */
export function eventsInWords(events: readonly ToldEvent[], figures: Figures): string[] {
  const told = events.flatMap(({ name, args }) => SENTENCES[name]?.(args, figures) ?? []);
  if (told.length > 0) return told;
  return events.flatMap(({ name, args }) =>
    name === "Transfer" && args.length === 3 ? [`transferred from ${text(args[0])} to ${text(args[1])}`] : [],
  );
}
