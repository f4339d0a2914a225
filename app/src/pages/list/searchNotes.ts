import { findNotes } from "allonge";
import type { FoundNote } from "allonge";

import type { OpenChain } from "../../desk/openChain.ts";
import type { Head } from "../../desk/useHead.ts";
import { parseKept, writeKept } from "./keptNotes.ts";
import type { KeptNotes } from "./keptNotes.ts";

/** Blocks searched before what was found is kept. */
const KEPT_EVERY_BLOCKS = 50_000;
/** Blocks at the end of a chain that may yet be dropped, and are searched each time. */
const UNSETTLED_BLOCKS = 64;

/**
 * Every note made on a chain, by number. What was searched before is not searched again, after a reload neither.
 *
 * @param onProgress Told how far it has come, from zero to one.
 */
export async function searchNotes(
  chain: OpenChain,
  head: Head,
  onProgress: (share: number) => void,
): Promise<readonly FoundNote[]> {
  const { startBlock } = chain.record;
  const kept = await stillTrue(chain, readKept(chain));
  let found = kept?.found ?? [];
  let from = (kept?.through ?? startBlock - 1) + 1;
  const settled = head.number - UNSETTLED_BLOCKS;
  const tell = (through: number) => {
    onProgress(head.number <= startBlock ? 1 : (through - startBlock) / (head.number - startBlock));
  };
  while (from <= head.number) {
    const to = Math.min(from + KEPT_EVERY_BLOCKS - 1, from <= settled ? settled : head.number);
    found = [...found, ...(await findNotes(chain.contracts, { fromBlock: from, toBlock: to, onProgress: tell }))];
    if (to <= settled) await keep(chain, to, found);
    from = to + 1;
  }
  return found;
}

function keyOf({ chainId, record }: OpenChain): string {
  return `allonge.notes.${String(chainId)}.${record.contracts.PromissoryNotes.toLowerCase()}`;
}

function readKept(chain: OpenChain): KeptNotes | null {
  try {
    return parseKept(localStorage.getItem(keyOf(chain)));
  } catch {
    return null;
  }
}

/** What was kept, unless the block it goes through is not the chain's any more. */
async function stillTrue(chain: OpenChain, kept: KeptNotes | null): Promise<KeptNotes | null> {
  if (kept === null) return null;
  const block = await chain.provider.getBlock(kept.through);
  return block?.hash === kept.hash ? kept : null;
}

async function keep(chain: OpenChain, through: number, found: readonly FoundNote[]): Promise<void> {
  const block = await chain.provider.getBlock(through);
  if (block?.hash == null) return;
  try {
    localStorage.setItem(keyOf(chain), writeKept({ through, hash: block.hash, found }));
  } catch {
    // a browser that keeps nothing searches anew each time
  }
}
