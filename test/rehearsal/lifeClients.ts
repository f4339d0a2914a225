import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { hasAnvil, startAnvil } from "../../scripts/clients/anvil.ts";
import { CLIENTS } from "../support/clients.ts";
import type { Client } from "../support/clients.ts";

/** A make of client that a note can live on. */
export interface LifeClient {
  readonly name: string;
  readonly chainId: number;
  /** @param folder For what it keeps. */
  readonly start: (folder: string) => Promise<Client>;
  /** Kills it once what it keeps has come as far as a block, and starts it again at the same address; null if it keeps nothing. */
  readonly killAndStartAgain: ((client: Client, folder: string, throughBlock: number) => Promise<Client>) | null;
}

const SEPOLIA = 11155111;
const HARDHAT = 31337;
const POLL_MILLISECONDS = 50;
const MOST_LOOKS = 200;

/** Every make of client there is for this machine: one plays Sepolia, the other is what it is. */
export const LIFE_CLIENTS: readonly LifeClient[] = [
  ...(hasAnvil
    ? [{ name: "anvil", chainId: SEPOLIA, start: startKeepingAnvil, killAndStartAgain: killAndStartAnvilAgain }]
    : []),
  ...CLIENTS.filter(({ name }) => name !== "anvil").map(({ name, start }) => ({
    name,
    chainId: HARDHAT,
    start: () => start(HARDHAT),
    killAndStartAgain: null,
  })),
];

/** Starts anvil so that it writes its chain to a file every second, and not only when it is asked to end. */
function startKeepingAnvil(folder: string, port?: number): Promise<Client> {
  const args = ["--state", stateIn(folder), "--state-interval", "1"];
  return startAnvil({ chainId: SEPOLIA, args, ...(port === undefined ? {} : { port }) });
}

async function killAndStartAnvilAgain({ url, stop }: Client, folder: string, throughBlock: number): Promise<Client> {
  await written(stateIn(folder), throughBlock);
  await stop();
  return startKeepingAnvil(folder, Number(new URL(url).port));
}

function stateIn(folder: string): string {
  return join(folder, "state.json");
}

/** Waits until a file has the chain through a block. */
async function written(state: string, throughBlock: number): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    if ((await lastBlockIn(state)) >= throughBlock) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  throw new Error(`${state} has not come as far as block ${throughBlock}`);
}

/** The last block in a file; none while it is missing or half written. */
async function lastBlockIn(state: string): Promise<number> {
  try {
    return (JSON.parse(await readFile(state, "utf8")) as { best_block_number: number }).best_block_number;
  } catch {
    return -1;
  }
}
