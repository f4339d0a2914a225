import type { ArtifactResolver, EIP1193Provider } from "@nomicfoundation/ignition-core";
import { trackTransaction, wipe } from "@nomicfoundation/ignition-core";
import type { Provider } from "ethers";

import { UsageError } from "../command.ts";
import { mendLines, readJournal, takeBackOffers } from "./journal.ts";
import type { Entry } from "./journal.ts";

/** What resuming asks and tells. */
interface Resuming {
  readonly folder: string;
  readonly provider: Provider;
  readonly rawProvider: EIP1193Provider;
  readonly artifacts: ArtifactResolver;
}

/**
 * Puts a journal in order after whatever stopped the last run, so that nothing is lost and nothing deployed twice.
 *
 * Between setting a nonce aside and writing down the transaction's hash a run can be killed, or its client refuse or not answer. Then the
 * chain knows better than the journal: if the nonce is unused the contract is forgotten and deployed anew with it; if it is used, its
 * transaction is looked up. A contract whose transaction failed is forgotten too.
 *
 * @returns The journal as it then is.
 * @throws UsageError if a transaction is not yet in a block, or cannot be found, or is in a block and the client does not know it.
 */
export async function resume(resuming: Resuming): Promise<Map<string, Entry>> {
  const { folder, provider, rawProvider, artifacts } = resuming;
  await mendLines(folder);
  await takeBackOffers(folder);
  const entries = [...(await readJournal(folder)).values()];
  for (const { id } of entries.filter(({ hasFailed }) => hasFailed)) await wipe(folder, artifacts, id);
  for (const { id, from, nonce } of entries.filter(isLost)) {
    if ((await provider.getTransactionCount(from, "pending")) <= nonce) {
      await wipe(folder, artifacts, id);
    } else {
      await trackTransaction(folder, await transactionBy(provider, from, nonce), rawProvider, 1);
    }
  }
  for (const entry of entries.filter(isUnderWay)) await requireKnown(provider, entry);
  return readJournal(folder);
}

function isUnderWay(entry: Entry): entry is Entry & { readonly nonce: number } {
  return !entry.hasFailed && entry.nonce !== null && entry.block === null && entry.hashes.length > 0;
}

/** Ignition takes a transaction that is not known for one that another has replaced, if its nonce is used, and deploys the contract again. */
async function requireKnown(
  provider: Provider,
  { id, from, nonce, hashes }: Entry & { readonly nonce: number },
): Promise<void> {
  const known = await Promise.all(hashes.map((hash) => provider.getTransaction(hash)));
  if (known.some((found) => found !== null)) return;
  if ((await provider.getTransactionCount(from)) <= nonce) return;
  const mined = await transactionBy(provider, from, nonce);
  if (!hashes.includes(mined)) return;
  throw new UsageError(
    `${id}: its transaction ${mined} is in a block, and the client says it does not know it; nothing was sent; ` +
      "run the command again when it does, or through another client",
  );
}

function isLost(entry: Entry): entry is Entry & { readonly nonce: number } {
  return !entry.hasFailed && entry.nonce !== null && entry.hashes.length === 0;
}

/** Looks from the newest block back in steps that double, then halves: recent state is the one every client keeps. */
async function transactionBy(provider: Provider, from: string, nonce: number): Promise<string> {
  const hasUsedIt = async (block: number) => (await provider.getTransactionCount(from, block)) > nonce;
  let after = await provider.getBlockNumber();
  if (!(await hasUsedIt(after))) {
    throw new UsageError(
      `the transaction with nonce ${nonce} of ${from} is not in a block yet; run the command again when it is`,
    );
  }
  let before = after;
  for (let step = 1; before >= 0 && (await hasUsedIt(before)); step *= 2) {
    after = before;
    before -= step;
  }
  before = Math.max(before, -1);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (await hasUsedIt(middle)) after = middle;
    else before = middle;
  }
  const block = await provider.getBlock(after, true);
  const found = block?.prefetchedTransactions.find((sent) => sent.from === from && sent.nonce === nonce);
  if (found === undefined) throw new UsageError(`block ${after} has no transaction with nonce ${nonce} of ${from}`);
  return found.hash;
}
