import { HardhatError } from "@nomicfoundation/hardhat-errors";
import type { EIP1193Provider } from "@nomicfoundation/ignition-core";
import { parseUnits } from "ethers";

import { inGwei } from "../../src/chain/acts/fee.ts";
import { UsageError } from "../command.ts";
import { AGAIN } from "./failure.ts";

/** Times the price of the moment, unless told otherwise: a transaction offered four times more, a tenth more each time, comes to half as much again. */
const HEADROOM = 2n;

/**
 * The most that a transaction is to offer for a unit of gas, in wei.
 *
 * @param option In gwei; empty for twice what is offered at the price of the moment.
 * @param present What is offered at the price of the moment, in wei.
 * @throws UsageError if the option is no amount, or less than that.
 */
export function maxFeeOf(option: string, present: bigint): bigint {
  if (option === "") return HEADROOM * present;
  if (!/^\d{1,9}(\.\d{1,9})?$/.test(option)) throw new UsageError(`--max-fee: "${option}" is not an amount of gwei`);
  const most = parseUnits(option, "gwei");
  if (most >= present) return most;
  throw new UsageError(
    `--max-fee: ${inGwei(most)}, and at the price of the moment a transaction offers ${inGwei(present)} for a unit of gas; nothing was sent`,
  );
}

/** What Ignition asks with a transaction: whether it would pass, before it notes in the journal that it sends it, and to take it. */
const WITH_TRANSACTION: ReadonlySet<string> = new Set(["eth_call", "eth_sendTransaction"]);

/** A client that is handed no transaction that offers more for a unit of gas. Ignition keeps to a limit only when it offers one first. */
export function within(most: bigint, client: EIP1193Provider): EIP1193Provider {
  return {
    request: async (call) => {
      if (WITH_TRANSACTION.has(call.method)) {
        const { maxFeePerGas, gasPrice } = (call.params as Readonly<Record<string, string | undefined>>[])[0] ?? {};
        if (BigInt(maxFeePerGas ?? gasPrice ?? 0) > most) throw tooDear(most);
      }
      return (await client.request(call)) as unknown;
    },
  };
}

/** What Ignition throws at its limit, as one line; anything else as it is. */
export function dearness(error: unknown, most: bigint): unknown {
  const { MAX_FEE_PER_GAS_EXCEEDS_GAS_LIMIT } = HardhatError.ERRORS.IGNITION.EXECUTION;
  return HardhatError.isHardhatError(error, MAX_FEE_PER_GAS_EXCEEDS_GAS_LIMIT) ? tooDear(most) : error;
}

function tooDear(most: bigint): UsageError {
  return new UsageError(
    `--max-fee: by now a transaction would have to offer more than ${inGwei(most)} for a unit of gas, the most that was agreed to; ` +
      `wait or name more, then ${AGAIN}`,
  );
}
