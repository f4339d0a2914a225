import type { Log, Provider, Result } from "ethers";
import { toBeHex, zeroPadValue } from "ethers";

import type { PromissoryNotes } from "../../typechain-types/index.ts";
import { foldEvents, readEvent } from "./foldEvents.ts";
import type { FoldedNote } from "./foldEvents.ts";

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
export interface HistoryOptions {
  /** Block that made the contract, from its deployment record: no note has an earlier log. */
  readonly fromBlock: number;
  /** The latest unless given. */
  readonly toBlock?: number;
  /** Most blocks to ask of the node at once; 50,000 unless given, and halved whenever the node finds it too many. */
  readonly span?: number;
  /** Told after every answer of the node how far the reading has come. */
  readonly onProgress?: (throughBlock: number, toBlock: number) => void;
}

/** A note of which the chain has no log. */
export class NoSuchNoteError extends Error {
  override readonly name = "NoSuchNoteError";
}

const MOST_BLOCKS = 50_000;
const FEWEST_BLOCKS = 16;

/**
 * Reads everything that happened to a note from the chain's logs.
 *
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
  const asked = [
    [null, number],
    [notes.interface.getEvent("Transfer").topicHash, null, null, number],
  ];

  const logs: Log[] = [];
  let span = options.span ?? MOST_BLOCKS;
  for (let fromBlock = options.fromBlock; fromBlock <= toBlock;) {
    const last = Math.min(fromBlock + span - 1, toBlock);
    try {
      const filters = asked.map((topics) => ({ address, topics, fromBlock, toBlock: last }));
      const answers = await Promise.all(filters.map((filter) => provider.getLogs(filter)));
      logs.push(...answers.flat().sort((a, b) => a.blockNumber - b.blockNumber || a.index - b.index));
    } catch (error) {
      if (span <= FEWEST_BLOCKS) throw error;
      span = Math.ceil(span / 2);
      continue;
    }
    options.onProgress?.(last, toBlock);
    fromBlock = last + 1;
  }
  const note = foldEvents(logs).get(id);
  if (note === undefined) throw new NoSuchNoteError(`no note ${id} in ${address} through block ${toBlock}`);
  return { id, events: await eventsOf(provider, logs), note, throughBlock: toBlock };
}

async function eventsOf(provider: Provider, logs: readonly Log[]): Promise<NoteEvent[]> {
  const blocks = [...new Set(logs.map(({ blockNumber }) => blockNumber))];
  const timestamps = new Map<number, number>();
  for (const number of blocks) {
    const block = await provider.getBlock(number);
    if (block === null) throw new Error(`the node has logs of block ${number}, but not the block`);
    timestamps.set(number, block.timestamp);
  }
  return logs.flatMap((log) => {
    const told = readEvent(log);
    if (told === undefined) return [];
    const { blockNumber, transactionHash, index } = log;
    return [{ ...told, blockNumber, timestamp: timestamps.get(blockNumber) ?? 0, transactionHash, index }];
  });
}
