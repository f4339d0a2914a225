import { formatUnits } from "ethers";
import type { Provider } from "ethers";

import { ActError } from "./act.ts";
import type { Fee } from "./act.ts";

/** What a transaction is sent with for its gas, as JSON-RPC and ethers name it. */
export type Offered =
  { readonly maxFeePerGas: bigint; readonly maxPriorityFeePerGas: bigint } | { readonly gasPrice: bigint };

/**
 * What transactions are to offer for a unit of gas: twice the base fee of the latest block and the priority fee that the node names, so that
 * they are mined though the base fee rise.
 *
 * @example const { most } = await feeOf(provider); // 2100000000n, 2.1 gwei
 */
export async function feeOf(provider: Provider): Promise<Fee> {
  const { gasPrice, maxFeePerGas, maxPriorityFeePerGas } = await provider.getFeeData();
  const present = gasPrice ?? maxFeePerGas ?? 0n;
  if (maxFeePerGas === null) return { present, most: present, priority: null };
  const priority = maxPriorityFeePerGas ?? 0n;
  return { present, most: maxFeePerGas, priority: priority < maxFeePerGas ? priority : maxFeePerGas };
}

/** A fee as a transaction states it. */
export function offered({ most, priority }: Fee): Offered {
  return priority === null ? { gasPrice: most } : { maxFeePerGas: most, maxPriorityFeePerGas: priority };
}

/**
 * Sees to it that a transaction could be mined at no more than was shown.
 *
 * @throws ActError if the base fee has risen above that.
 */
export async function requireWithin(provider: Provider, { most }: Fee): Promise<void> {
  const block = await provider.getBlock("latest");
  const base = block?.baseFeePerGas ?? 0n;
  if (base <= most) return;
  throw new ActError(
    `not sent: the chain's base fee is ${inGwei(base)} by now, and the most that was shown for a unit of gas is ${inGwei(most)}; ` +
      "begin again to see what it costs now",
  );
}

/** @example inGwei(2_100_000_000n) // "2.1 gwei" */
export function inGwei(wei: bigint): string {
  return `${formatUnits(wei, "gwei").replace(/\.0$/, "")} gwei`;
}
