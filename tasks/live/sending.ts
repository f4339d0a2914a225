import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import { toQuantity } from "ethers";

import type { Account } from "../../src/chain/acts/act.ts";
import { accountOf } from "../../src/chain/acts/perform.ts";
import { plainText } from "../../src/chain/noteWords.ts";
import { UsageError } from "../command.ts";

/** Options of every command that sends. */
export interface SendingOptions {
  readonly as: string;
  readonly yes: boolean;
  readonly json: boolean;
  readonly timeout: string;
  readonly deployments: string;
}

/** A signer of Hardhat's as an account: its own way of sending would wait without end for a transaction that the node has dropped. */
export function hardhatAccount(signer: HardhatEthersSigner): Account {
  const provider = signer.provider as unknown as { send: (method: string, params: unknown[]) => Promise<unknown> };
  return {
    ...accountOf(signer, signer.address),
    send: async ({ to, data, gasLimit, nonce, ...fee }) => {
      const offered = Object.entries(fee).map(([name, wei]) => [name, toQuantity(wei)]);
      const transaction = { from: signer.address, to, data, gas: toQuantity(gasLimit), nonce: toQuantity(nonce) };
      return (await provider.send("eth_sendTransaction", [
        { ...transaction, ...Object.fromEntries(offered) },
      ])) as string;
    },
  };
}

/** Seconds to wait for a transaction. Asked for before anything is read too, since what is no number can be refused then. */
export function timeoutOf({ timeout }: SendingOptions): number {
  if (!/^[1-9]\d{0,5}$/.test(timeout)) throw new UsageError(`--timeout: "${timeout}" is not a number of seconds`);
  return Number(timeout);
}

/** Shows on stderr what is about to happen, unless only a machine is listening. */
export function show({ yes, json }: SendingOptions, preview: string): void {
  if (!(yes && json)) process.stderr.write(`${preview}\n`);
}

/** Says on stderr what is being waited for, if somebody watches. */
export function progress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${plainText(message)}\n`);
}

/**
 * Sees to it that there is somebody to ask. It is the last thing to be refused: whatever else is wrong is the user's, and is said first.
 *
 * @throws UsageError if there is not.
 */
export function requireSomebody({ yes }: SendingOptions): void {
  if (yes || process.stdin.isTTY) return;
  throw new UsageError("nobody is there to confirm (no terminal); say --yes to send without asking; nothing was sent");
}

/**
 * Asks once whether to go on.
 *
 * @throws UsageError if the answer is no.
 */
export async function confirmed({ yes }: SendingOptions, question: string): Promise<void> {
  if (yes) return;
  const { confirm } = await import("@inquirer/prompts");
  const answer = await confirm({ message: question, default: false }, { output: process.stderr }).catch(() => false);
  if (!answer) throw new UsageError("not confirmed; nothing was sent");
}
