import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { getAddress } from "ethers";

/** How far the journal says the deployment of one contract has come. */
export interface Entry {
  /** Module and contract: `Notes#PromissoryNotes`. */
  readonly id: string;
  readonly from: string;
  /** Whether through the factory that gives the same address on every chain. */
  readonly sameAddress: boolean;
  readonly constructorArguments: readonly unknown[];
  /** Nonce set aside for its transaction; null if none is. */
  readonly nonce: number | null;
  /** Of the transactions sent for it with that nonce, the newest last; empty if none is known to have been. */
  readonly hashes: readonly string[];
  /** Block with its transaction; null if that is not yet confirmed. */
  readonly block: number | null;
  /** Where the contract is; null if it is not yet. */
  readonly address: string | null;
  readonly hasFailed: boolean;
}

interface Message {
  readonly type: string;
  readonly futureId: string;
  readonly from: string;
  readonly strategy: string;
  readonly constructorArgs?: readonly unknown[];
  readonly nonce: number;
  readonly transaction: { readonly hash: string };
  readonly hash: string;
  readonly receipt: { readonly blockNumber: number };
  readonly result: { readonly type: string; readonly address?: string };
}

const FILE = "journal.jsonl";
const OFFERED_MORE = "ONCHAIN_INTERACTION_BUMP_FEES";
const TIMED_OUT = "ONCHAIN_INTERACTION_TIMEOUT";

/** What Ignition wrote down in a folder, by contract; empty if there is nothing. */
export async function readJournal(folder: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for (const line of await linesOf(folder)) {
    const message = JSON.parse(line) as Message;
    const { futureId: id, type } = message;
    if (type === "DEPLOYMENT_EXECUTION_STATE_INITIALIZE") {
      const blank = { nonce: null, hashes: [], block: null, address: null, hasFailed: false };
      entries.set(id, {
        id,
        from: getAddress(message.from),
        sameAddress: message.strategy === "create2",
        constructorArguments: message.constructorArgs ?? [],
        ...blank,
      });
    } else if (type === "WIPE_APPLY") {
      entries.delete(id);
    } else {
      const entry = entries.get(id);
      if (entry !== undefined) entries.set(id, { ...entry, ...changeBy(message, entry) });
    }
  }
  return entries;
}

/**
 * Makes a journal readable again that was cut off in the middle of a line, and goes back to waiting for a transaction that was given up on:
 * it may be mined yet, and another in its place would deploy the contract twice.
 */
export async function mendLines(folder: string): Promise<void> {
  const lines = await linesOf(folder);
  const kept = lines.filter((line) => isWhole(line) && (JSON.parse(line) as Message).type !== TIMED_OUT);
  if (kept.length === lines.length) return;
  await rewrite(folder, kept);
}

/**
 * Takes back what a journal says last of a contract, if that is that its transaction is to be offered once more. Ignition would offer it without
 * looking, and be refused for good if what it had sent before is in a block by now; as it is it waits for that, and offers more if need be.
 */
export async function takeBackOffers(folder: string): Promise<void> {
  const lines = await linesOf(folder);
  const last = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    const { futureId, type } = JSON.parse(line) as Message;
    if (type === OFFERED_MORE) last.set(futureId, index);
    else last.delete(futureId);
  }
  const unsent = new Set(last.values());
  if (unsent.size > 0)
    await rewrite(
      folder,
      lines.filter((_, index) => !unsent.has(index)),
    );
}

async function rewrite(folder: string, lines: readonly string[]): Promise<void> {
  const path = join(folder, FILE);
  await writeFile(`${path}.mended`, lines.map((line) => `\n${line}`).join(""));
  await rename(`${path}.mended`, path);
}

function changeBy({ type, nonce, transaction, receipt, result }: Message, { hashes }: Entry): Partial<Entry> {
  switch (type) {
    case "TRANSACTION_PREPARE_SEND":
      return { nonce };
    case "TRANSACTION_SEND":
      return { hashes: [...hashes, transaction.hash] };
    case "TRANSACTION_CONFIRM":
      return { block: receipt.blockNumber };
    case "ONCHAIN_INTERACTION_REPLACED_BY_USER":
      return { nonce: null, hashes: [] };
    case "DEPLOYMENT_EXECUTION_STATE_COMPLETE":
      return result.type === "SUCCESS" ? { address: result.address ?? null } : { hasFailed: true };
    default:
      return {};
  }
}

async function linesOf(folder: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(join(folder, FILE), "utf8");
  } catch {
    return [];
  }
  return text.split("\n").filter((line) => line.trim() !== "");
}

function isWhole(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
