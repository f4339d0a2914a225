import type { Provider, Signer, TransactionReceipt } from "ethers";

import { counted } from "../../wording/numbers.ts";
import { ActError } from "./act.ts";
import type { Account, Call, Fee, Plan } from "./act.ts";
import { offered, requireWithin } from "./fee.ts";
import { explain } from "../../errors/explain.ts";
import { explainFailure } from "../../errors/explainFailure.ts";
import type { Figures } from "../../errors/explain.ts";

/** How a transaction is watched. */
export interface Watch {
  /** Seconds to wait for it to be mined; 300 unless given. */
  readonly timeoutSeconds?: number;
  /** Milliseconds between two looks at the chain; 1000 unless given. */
  readonly pollMilliseconds?: number;
  /** How amounts are written in the reason for a refusal. */
  readonly figures?: Figures;
  /** Told what is being waited for. */
  readonly onProgress?: (message: string) => void;
}

/** A transaction that was sent and did not do what it was to. The message says what to do. */
export class TransactionError extends Error {
  override readonly name = "TransactionError";
  readonly hash: string;

  constructor(message: string, hash: string) {
    super(message);
    this.hash = hash;
  }
}

/** A preparation that was mined. */
export interface Prepared {
  readonly says: string;
  readonly receipt: TransactionReceipt;
}

/** A plan that was carried out. */
export interface Performed {
  /** Of the preparations, in order. */
  readonly before: readonly Prepared[];
  readonly receipt: TransactionReceipt;
}

/** A plan that failed after some of its preparations were mined. The cause is why. */
export class UnfinishedError extends Error {
  override readonly name = "UnfinishedError";
  readonly before: readonly Prepared[];

  constructor(before: readonly Prepared[], cause: unknown) {
    super("the plan was begun and not finished", { cause });
    this.before = before;
  }
}

/** Part of the estimated gas that is added to it: between estimate and block a day may begin, which takes more steps to count. */
const MARGIN = 4n;
/** Looks at the chain at which a transaction must be missing before it counts as dropped. */
const MISSED = 10;

/** An account as ethers has it. @example accountOf(await browserProvider.getSigner(), from) */
export function accountOf(signer: Signer, address: string): Account {
  return {
    address,
    send: async (transaction) => (await signer.sendTransaction(transaction)).hash,
    signTypedData: (domain, types, message) => signer.signTypedData(domain, types, message),
  };
}

/**
 * Sends a plan's transactions, each once the one before it is mined. None offers more for its gas than the plan's fee.
 *
 * @param account Who signs and sends, by `accountOf`.
 * @throws ActError if the account has transactions that are not mined yet, or the base fee is above the plan's; TransactionError if one reverts, is replaced or dropped, or is not mined in time; what the node throws if it does not take one;
 * UnfinishedError with either as its cause, if preparations were mined before.
 * @example const { receipt } = await perform(provider, accountOf(signer, from), plan, { onProgress: show });
 */
export async function perform(provider: Provider, account: Account, plan: Plan, watch: Watch = {}): Promise<Performed> {
  await requireNonePending(provider, account.address);
  const before: Prepared[] = [];
  try {
    for (const { says, call } of plan.preparations) {
      watch.onProgress?.(`${says} …`);
      before.push({ says, receipt: await sendAndWait(provider, account, await call(), watch, plan.fee) });
    }
    const call = await plan.call(account);
    return { before, receipt: await sendAndWait(provider, account, call, watch, plan.fee) };
  } catch (error) {
    throw before.length === 0 ? error : new UnfinishedError(before, error);
  }
}

/** Gas of a call, with room for what may change until it is mined. */
export async function gasFor(provider: Provider, from: string, { to, data }: Call): Promise<bigint> {
  const estimate = await provider.estimateGas({ from, to, data });
  return estimate + estimate / MARGIN;
}

/** What a plan does was worked out without transactions that still wait, one of which may be this very act, sent before. */
async function requireNonePending(provider: Provider, from: string): Promise<void> {
  const [mined, sent] = await Promise.all(
    ["latest", "pending"].map((block) => provider.getTransactionCount(from, block)),
  );
  if (mined === undefined || sent === undefined || sent <= mined) return;
  throw new ActError(
    `${from} has ${counted(String(sent - mined), "transaction")} sent and not mined yet, from nonce ${mined} on, which may be this very act: ` +
      "wait until they are mined or replaced, then look at the note; nothing was sent",
  );
}

async function sendAndWait(
  provider: Provider,
  account: Account,
  { to, data }: Call,
  watch: Watch,
  fee: Fee | undefined,
): Promise<TransactionReceipt> {
  if (fee !== undefined) await requireWithin(provider, fee);
  const gasLimit = await gasFor(provider, account.address, { to, data });
  const nonce = await provider.getTransactionCount(account.address, "pending");
  const hash = await account.send({ to, data, gasLimit, nonce, ...(fee === undefined ? {} : offered(fee)) });
  watch.onProgress?.(`sent ${hash}, waiting for it to be mined …`);
  const receipt = await waitFor(provider, account.address, hash, nonce, watch);
  if (receipt.status !== 0) return receipt;
  const why = await reasonOf(provider, { from: account.address, to, data }, receipt.blockNumber, watch.figures);
  throw new TransactionError(
    `transaction ${hash} was mined in block ${receipt.blockNumber} and reverted${why}: nothing of the note has changed, its gas is spent; ` +
      "look at the note, then the command can safely be repeated",
    hash,
  );
}

async function waitFor(
  provider: Provider,
  from: string,
  hash: string,
  nonce: number,
  { timeoutSeconds = 300, pollMilliseconds = 1000 }: Watch,
): Promise<TransactionReceipt> {
  const end = Date.now() + timeoutSeconds * 1000;
  let missed = 0;
  let unanswered: unknown;
  for (;;) {
    try {
      // the nonce is read first: if it is used and there is still no receipt, another transaction has used it
      const used = await provider.getTransactionCount(from, "latest");
      const receipt = await provider.getTransactionReceipt(hash);
      if (receipt !== null) return receipt;
      if (used > nonce) throw new TransactionError(replaced(hash, from, nonce), hash);
      missed = (await provider.getTransaction(hash)) === null ? missed + 1 : 0;
      unanswered = undefined;
    } catch (error) {
      if (error instanceof TransactionError) throw error;
      // a node that fails to answer says nothing of the transaction, which it took
      unanswered = error;
    }
    if (missed >= MISSED) throw new TransactionError(dropped(hash, from, nonce), hash);
    if (Date.now() >= end) throw new TransactionError(late(hash, timeoutSeconds, unanswered), hash);
    await new Promise((resolve) => setTimeout(resolve, pollMilliseconds));
  }
}

function replaced(hash: string, from: string, nonce: number): string {
  return (
    `transaction ${hash} was replaced: another of ${from} with nonce ${nonce} was mined in its place; ` +
    "look at the note to see whether the act was done, and repeat the command only if it was not"
  );
}

function dropped(hash: string, from: string, nonce: number): string {
  return (
    `transaction ${hash} was dropped: the node knows it no more, and nonce ${nonce} of ${from} is unused; ` +
    "the command can be repeated, as the same nonce is then used, so that not both can be mined"
  );
}

function late(hash: string, seconds: number, unanswered: unknown): string {
  const why = unanswered === undefined ? null : explainFailure(unanswered);
  const seen = unanswered === undefined ? "was not mined" : "was sent, but could not be seen to be mined";
  return (
    `transaction ${hash} ${seen} within ${seconds} seconds and still may be${why === null ? "" : ` (${why.sentence.replace(/\.$/, "")})`}; ` +
    "do not repeat the command, which would do the act twice: look the transaction up first, or replace it by one with more gas and the same nonce"
  );
}

async function reasonOf(
  provider: Provider,
  call: Call & { readonly from: string },
  blockTag: number,
  figures: Figures | undefined,
): Promise<string> {
  try {
    await provider.call({ ...call, blockTag });
    return " (it ran out of gas, or what it found has changed since)";
  } catch (error) {
    const refused = explain(error, figures);
    return refused === null ? "" : ` with ${refused.name}: ${refused.sentence.replace(/\.$/, "")}`;
  }
}
