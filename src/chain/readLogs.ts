import type { Log, Provider } from "ethers";

/** Which logs: their contract, and their topics as a node filters them; null stands for any. */
export interface LogFilter {
  readonly address: string;
  readonly topics: readonly (string | readonly string[] | null)[];
}

/** How far and how logs are read. */
export interface LogOptions {
  /** Block that made the contract, from its deployment record: no note has an earlier log. */
  readonly fromBlock: number;
  /** The latest unless given. */
  readonly toBlock?: number;
  /** Most blocks to ask of the node at once; 50,000 unless given, and halved whenever the node finds it too many. */
  readonly span?: number;
  /** Told after every answer of the node how far the reading has come. */
  readonly onProgress?: (throughBlock: number, toBlock: number) => void;
}

const MOST_BLOCKS = 50_000;
const FEWEST_BLOCKS = 16;
/** Blocks asked for at a time. */
const BLOCKS_AT_ONCE = 25;

/**
 * Reads logs in spans of blocks that a node will answer.
 *
 * @param filters Logs that pass any of them are read; one that passes two comes twice.
 * @returns In the order of the chain.
 * @throws Whatever the node answers to the smallest of spans.
 */
export async function readLogs(
  provider: Provider,
  filters: readonly LogFilter[],
  options: LogOptions & { readonly toBlock: number },
): Promise<Log[]> {
  const { toBlock, onProgress } = options;
  const logs: Log[] = [];
  let span = options.span ?? MOST_BLOCKS;
  for (let fromBlock = options.fromBlock; fromBlock <= toBlock;) {
    const last = Math.min(fromBlock + span - 1, toBlock);
    try {
      const answers = await Promise.all(
        filters.map(({ address, topics }) =>
          provider.getLogs({ address, topics: topics.map(mutable), fromBlock, toBlock: last }),
        ),
      );
      logs.push(...answers.flat().sort((a, b) => a.blockNumber - b.blockNumber || a.index - b.index));
    } catch (error) {
      if (span <= FEWEST_BLOCKS) throw error;
      span = Math.ceil(span / 2);
      continue;
    }
    onProgress?.(last, toBlock);
    fromBlock = last + 1;
  }
  return logs;
}

/** Seconds since 1970-01-01T00:00:00Z of the blocks that logs are in, by block number. */
export async function readTimestamps(provider: Provider, logs: readonly Log[]): Promise<ReadonlyMap<number, number>> {
  const numbers = [...new Set(logs.map(({ blockNumber }) => blockNumber))];
  const timestamps = new Map<number, number>();
  for (let next = 0; next < numbers.length; next += BLOCKS_AT_ONCE) {
    const some = numbers.slice(next, next + BLOCKS_AT_ONCE);
    const blocks = await Promise.all(some.map((number) => provider.getBlock(number)));
    some.forEach((number, place) => {
      const block = blocks[place];
      if (block == null) throw new Error(`the node has logs of block ${number}, but not the block`);
      timestamps.set(number, block.timestamp);
    });
  }
  return timestamps;
}

function mutable(topic: string | readonly string[] | null): string | string[] | null {
  return typeof topic === "object" && topic !== null ? [...topic] : topic;
}
