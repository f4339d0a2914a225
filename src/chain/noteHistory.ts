import type { Log, Provider, Result } from "ethers";
import { toBeHex, zeroPadValue } from "ethers";

import type { PromissoryNotes } from "../../typechain-types/PromissoryNotes.ts";
import { foldEvents, foldTold, readEvent } from "./foldEvents.ts";
import type { FoldedNote } from "./foldEvents.ts";
import { readLogs, readTimestamps } from "./readLogs.ts";
import type { LogOptions } from "./readLogs.ts";

/** Something that happened to a note, as its event tells it. */
export interface NoteEvent {
  readonly name: string;
  readonly args: Result;
  readonly blockNumber: number;
  /** Seconds since 1970-01-01T00:00:00Z, of the block. */
  readonly timestamp: number;
  readonly transactionHash: string;
  /** Its place among the logs of its block. */
  readonly index: number;
}

/** All that happened to a note, and what it came to. */
export interface NoteHistory {
  readonly id: bigint;
  /** In the order of the chain. */
  readonly events: readonly NoteEvent[];
  /** What the events come to, without a call to the chain. */
  readonly note: FoldedNote;
  /** The last block read. */
  readonly throughBlock: number;
}

/** How a history is read. */
export type HistoryOptions = LogOptions;

/** A note of which the chain has no log. */
export class NoSuchNoteError extends Error {
  override readonly name = "NoSuchNoteError";
}

/**
 * Reads everything that happened to a note from the chain's logs.
 *
 * @param notes Connected to a provider.
 * @param id The note.
 * @param options From which block on, and how.
 * @throws NoSuchNoteError if no note of that number was made by the last block read.
 * @example
 * const { events, note } = await readHistory(notes, 1n, { fromBlock: record.startBlock });
 */
export async function readHistory(notes: PromissoryNotes, id: bigint, options: HistoryOptions): Promise<NoteHistory> {
  const provider = notes.runner?.provider;
  if (provider == null) throw new TypeError("the contract is connected to no provider");
  const toBlock = options.toBlock ?? (await provider.getBlockNumber());
  const address = await notes.getAddress();
  const number = zeroPadValue(toBeHex(id), 32);
  // acts and facts have the note's number first, transfers of the token have it last
  const filters = [
    { address, topics: [null, number] },
    { address, topics: [notes.interface.getEvent("Transfer").topicHash, null, null, number] },
  ];
  const logs = await readLogs(provider, filters, { ...options, toBlock });
  const note = foldEvents(logs).get(id);
  if (note === undefined) throw new NoSuchNoteError(`no note ${id} in ${address} through block ${toBlock}`);
  return { id, events: await eventsOf(provider, logs), note, throughBlock: toBlock };
}

/**
 * The note as it stood after the last event before a moment.
 *
 * @param before Seconds since 1970-01-01T00:00:00Z.
 * @returns undefined if it was not made by then.
 * @example foldedBefore(history, newYorkCalendar.startOf(dayOf("2006-01-01")))?.record.principal
 */
export function foldedBefore({ id, events }: NoteHistory, before: number): FoldedNote | undefined {
  return foldTold(events.filter(({ timestamp }) => timestamp < before)).get(id);
}

async function eventsOf(provider: Provider, logs: readonly Log[]): Promise<NoteEvent[]> {
  const timestamps = await readTimestamps(provider, logs);
  return logs.flatMap((log) => {
    const told = readEvent(log);
    if (told === undefined) return [];
    const { blockNumber, transactionHash, index } = log;
    return [{ ...told, blockNumber, timestamp: timestamps.get(blockNumber) ?? 0, transactionHash, index }];
  });
}
