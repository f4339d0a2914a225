import type { Log } from "ethers";
import { getAddress, toBigInt, zeroPadValue } from "ethers";

import type { Day } from "../math/civilDate.ts";
import type { Status } from "../model/view.ts";
import { connectCalendar } from "./contracts.ts";
import type { NoteContracts } from "./contracts.ts";
import type { BlockRead, NoteCurrency } from "./noteOnChain.ts";
import { statusWord } from "./ordinals.ts";
import { readLogs } from "./readLogs.ts";
import type { LogFilter, LogOptions } from "./readLogs.ts";
import { providerOf, readBlock, readCurrency } from "./readNote.ts";
import { addressOrNull } from "./termsFromChain.ts";
import { untold } from "./untold.ts";

/** A note in a list. Money in the currency's smallest unit. */
export interface NoteSummary {
  readonly id: bigint;
  /** Signed it. */
  readonly maker: string;
  /** It was made to. */
  readonly payee: string;
  readonly obligor: string;
  /** Null once it has ended. */
  readonly holder: string | null;
  /** Null if it cannot be read: `unread` says why. */
  readonly status: Status | null;
  /** Original principal. */
  readonly principal: bigint;
  /** What is owed; null as `status` is. */
  readonly total: bigint | null;
  /** Why status and total cannot be read, in words without a full stop; null if they can. A note's calendar may be anybody's contract. */
  readonly unread: string | null;
  readonly currency: NoteCurrency;
  readonly dated: Day;
  readonly maturity: Day;
  readonly madeInBlock: number;
  readonly transactionHash: string;
}

/** Which notes to list, and how. */
export interface ListOptions extends LogOptions {
  /** Only notes this address made, or has become obligor of. */
  readonly borrower?: string;
  /** Only notes this address holds, or ever held. */
  readonly lender?: string;
}

/** That a note was made, as the log says. */
export interface FoundNote {
  readonly id: bigint;
  /** It was made to. */
  readonly payee: string;
  readonly madeInBlock: number;
  readonly transactionHash: string;
}

/** Notes read at a time. */
const AT_ONCE = 8;

/**
 * Lists the notes that were made, by their numbers, each as it stands; one that cannot say how it stands is listed with why.
 *
 * @param contracts Connected to a provider.
 * @throws TypeError if `borrower` or `lender` is no address.
 * @example
 * const mine = await listNotes(contracts, { fromBlock: record.startBlock, lender: myAddress });
 */
export async function listNotes(contracts: NoteContracts, options: ListOptions): Promise<NoteSummary[]> {
  const { notes } = contracts;
  const provider = providerOf(contracts);
  const block = await readBlock(provider, options.toBlock);
  const range = { ...options, toBlock: block.number };
  const { borrower, lender } = options;
  const address = await notes.getAddress();
  const topic = (name: "NoteMade" | "ObligorChanged" | "Transfer") => notes.interface.getEvent(name).topicHash;
  const filter = (...topics: (string | null)[]): LogFilter => ({ address, topics });

  const wanted: ReadonlySet<bigint>[] = [];
  if (borrower !== undefined) {
    const padded = topicOf(borrower);
    const made = filter(topic("NoteMade"), null, padded);
    const assigned = filter(topic("ObligorChanged"), null, null, padded);
    wanted.push(numbersIn(await readLogs(provider, [made, assigned], range), 1));
  }
  if (lender !== undefined) {
    wanted.push(numbersIn(await readLogs(provider, [filter(topic("Transfer"), null, topicOf(lender))], range), 3));
  }
  const made = (await findNotes(contracts, range)).filter(({ id }) => wanted.every((numbers) => numbers.has(id)));
  return await summarizeNotes(contracts, made, block.number);
}

/**
 * Finds which notes were made in a range of blocks, without looking at how they stand: what is found once need not be looked for again.
 *
 * @param contracts Connected to a provider.
 * @param options Through which block, too.
 * @example
 * const found = await findNotes(contracts, { fromBlock: record.startBlock, toBlock: head });
 * const newest = await summarizeNotes(contracts, found.slice(-20), head);
 */
export async function findNotes(
  contracts: NoteContracts,
  options: LogOptions & { readonly toBlock: number },
): Promise<FoundNote[]> {
  const { notes } = contracts;
  const address = await notes.getAddress();
  const topics = [notes.interface.getEvent("NoteMade").topicHash];
  const logs = await readLogs(providerOf(contracts), [{ address, topics }], options);
  return logs.map((log) => ({
    id: numberIn(log, 1),
    payee: getAddress(`0x${(log.topics[3] ?? "").slice(-40)}`),
    madeInBlock: log.blockNumber,
    transactionHash: log.transactionHash,
  }));
}

/**
 * Says how notes stand as of a block, each as `listNotes` does.
 *
 * @param found As `findNotes` gives them.
 * @param blockNumber None of them is made later.
 * @example (await summarizeNotes(contracts, found, head))[0]?.status // "outstanding"
 */
export async function summarizeNotes(
  contracts: NoteContracts,
  found: readonly FoundNote[],
  blockNumber: number,
): Promise<NoteSummary[]> {
  const block = await readBlock(providerOf(contracts), blockNumber);
  const currencies = new Map<string, Promise<NoteCurrency>>();
  const summaries: NoteSummary[] = [];
  for (let next = 0; next < found.length; next += AT_ONCE) {
    const some = found.slice(next, next + AT_ONCE);
    summaries.push(...(await Promise.all(some.map((note) => summaryOf(contracts, note, block, currencies)))));
  }
  return summaries;
}

async function summaryOf(
  contracts: NoteContracts,
  found: FoundNote,
  block: BlockRead,
  currencies: Map<string, Promise<NoteCurrency>>,
): Promise<NoteSummary> {
  const { notes } = contracts;
  const { id } = found;
  const at = { blockTag: block.number };
  const [[terms], record, standing] = await Promise.all([
    notes.termsOf(id, at),
    notes.recordOf(id, at),
    Promise.all([notes.statusOf(id, at), notes.statementOf(id, at)]).catch(untold(null)),
  ]);
  let currency = currencies.get(terms.currency);
  if (currency === undefined) {
    currency = readCurrency(providerOf(contracts), terms.currency, at);
    currencies.set(terms.currency, currency);
  }
  return {
    ...found,
    maker: terms.borrower,
    obligor: record.obligor,
    holder: addressOrNull(record.holder),
    status: standing && statusWord(standing[0]),
    principal: terms.principal,
    total: standing && standing[1].total,
    unread: standing === null ? await whyUnread(contracts, terms.calendar, block) : null,
    currency: await currency,
    dated: Number(terms.dated),
    maturity: Number(terms.maturity),
  };
}

/** All that a note needs of another contract to say how it stands is the day. */
async function whyUnread(contracts: NoteContracts, address: string, { number, timestamp }: BlockRead): Promise<string> {
  const calendar = connectCalendar(address, providerOf(contracts));
  const day = await calendar.dateOf(timestamp, { blockTag: number }).catch(untold(null));
  return day === null
    ? `its calendar, the contract at ${address}, does not say what day it is`
    : `its calendar, the contract at ${address}, says a day that the note cannot count with`;
}

function topicOf(address: string): string {
  return zeroPadValue(getAddress(address), 32);
}

function numberIn(log: Log, place: number): bigint {
  return toBigInt(log.topics[place] ?? "0x00");
}

function numbersIn(logs: readonly Log[], place: number): ReadonlySet<bigint> {
  return new Set(logs.map((log) => numberIn(log, place)));
}
