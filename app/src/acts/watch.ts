import type { OpenChain } from "../desk/openChain.ts";
import type { JournalEntry } from "./journal.ts";

const LOOK_EVERY_MILLISECONDS = 1000;
/** Looks at which a transaction must be missing before it counts as dropped. */
const MISSED = 10;
/** Blocks on top of a transaction's after which nobody expects the chain to take it back. */
const SETTLED_AFTER = 12;

/**
 * Watches a transaction until nothing more can become of it, or the signal ends it. A node that does not answer is asked again.
 *
 * @param current What is known of it by now; undefined once it is forgotten.
 * @param change Told whatever is new.
 */
export async function watchEntry(
  chain: OpenChain,
  current: () => JournalEntry | undefined,
  change: (change: Partial<JournalEntry>) => void,
  signal: AbortSignal,
): Promise<void> {
  let missed = 0;
  while (!signal.aborted) {
    const entry = current();
    if (entry === undefined || entry.settled) return;
    try {
      const found = await look(chain, entry);
      missed = found === "missing" ? missed + 1 : 0;
      if (found === "missing" && missed >= MISSED) change(lost(entry));
      else if (typeof found === "object" && !aborted(signal)) change(found);
    } catch {
      missed = 0;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MILLISECONDS));
  }
}

/** What is new of a transaction; "missing" if the node knows nothing of it, "waiting" if nothing is new. */
async function look(chain: OpenChain, entry: JournalEntry): Promise<Partial<JournalEntry> | "missing" | "waiting"> {
  const { provider } = chain;
  const { hash, from, nonce, block, state } = entry;
  // the nonce is read first: if it is used and there is still no receipt, another transaction has used it
  const used = await provider.getTransactionCount(from, "latest");
  const receipt = await provider.getTransactionReceipt(hash);
  if (receipt !== null) {
    const head = await provider.getBlockNumber();
    const settled = head - receipt.blockNumber >= SETTLED_AFTER;
    if (block?.hash === receipt.blockHash && state !== "undone") return settled ? { settled } : "waiting";
    const { tellOutcome } = await import("./tellOutcome.ts");
    return {
      state: receipt.status === 0 ? "failed" : "mined",
      told: await tellOutcome(chain, entry, receipt),
      block: { number: receipt.blockNumber, hash: receipt.blockHash },
      settled,
    };
  }
  if (state === "mined" || state === "failed") return { state: "undone", hidden: false };
  const known = await provider.getTransaction(hash);
  if (known !== null) return known.nonce === nonce ? "waiting" : { nonce: known.nonce };
  if (used > nonce && state === "sent") return { state: "replaced", settled: true, hidden: false };
  return "missing";
}

function lost({ state }: JournalEntry): Partial<JournalEntry> {
  return state === "undone" ? { settled: true } : { state: "dropped", settled: true, hidden: false };
}

function aborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
