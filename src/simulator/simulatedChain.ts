import { resolveAddress } from "ethers";
import type { Addressable, Provider, Signer } from "ethers";

/** A chain in the same process, whose clock and accounts the simulator sets. Hardhat's provider for ethers is one. */
export interface SimulatedChain extends Provider {
  send(method: string, params: unknown[]): Promise<unknown>;
  getSigner(index: number): Promise<Signer>;
}

/** What an account sends. */
export interface Call {
  readonly to: string | Addressable;
  readonly data: string;
}

/** More than any act takes, and within the limit of a transaction. */
const GAS = `0x${(10_000_000).toString(16)}`;

const BALANCE = `0x${(10n ** 24n).toString(16)}`;

/** Gives the next block its second; else a chain counts on with the clock of the machine. */
export async function holdAt(chain: SimulatedChain, timestamp: number): Promise<void> {
  await chain.send("evm_setNextBlockTimestamp", [timestamp]);
}

/** Mines an empty block at a second, so that every view speaks as of then. */
export async function moveTo(chain: SimulatedChain, timestamp: number): Promise<void> {
  await holdAt(chain, timestamp);
  await chain.send("evm_mine", []);
}

/**
 * Sends a transaction from an account, mined in a block of its own at a second.
 *
 * @throws What the chain throws when it reverts.
 */
export async function sendAs(chain: SimulatedChain, from: string, call: Call, timestamp: number): Promise<void> {
  const to = await resolveAddress(call.to);
  await holdAt(chain, timestamp);
  await chain.send("eth_sendTransaction", [{ from, to, data: call.data, gas: GAS }]);
}

/** Lets the chain send from an address nobody has the key of. */
export async function openAccount(chain: SimulatedChain, address: string): Promise<void> {
  await chain.send("hardhat_impersonateAccount", [address]);
  await chain.send("hardhat_setBalance", [address, BALANCE]);
}

/** Marks the present state. */
export async function mark(chain: SimulatedChain): Promise<unknown> {
  return chain.send("evm_snapshot", []);
}

/** Goes back to a mark, which is then spent. */
export async function goBackTo(chain: SimulatedChain, marked: unknown): Promise<void> {
  await chain.send("evm_revert", [marked]);
}
