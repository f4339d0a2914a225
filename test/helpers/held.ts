import { getCreateAddress } from "ethers";

import type { HeldPayments } from "../../typechain-types/HeldPayments.ts";
import type { Dollar } from "../../typechain-types/mocks/Dollar.ts";
import type { AddressLike } from "ethers";
import type { GivenNotes } from "./notes.ts";

/** Where money is kept for a holder of a note. */
export async function boxOf(given: GivenNotes, id: bigint, holder: AddressLike = given.lender): Promise<string> {
  return (await given.notes.heldFor(id, holder)).box;
}

/** What is kept for a holder of a note, in the sample's currency unless another is given. */
export async function heldOf(
  given: GivenNotes,
  id: bigint,
  holder: AddressLike = given.lender,
  currency: Pick<Dollar, "balanceOf"> = given.currency,
): Promise<bigint> {
  return await currency.balanceOf(await boxOf(given, id, holder));
}

/** Addresses of everything deployed together with the notes, before them. */
export async function deployedWith(given: GivenNotes): Promise<readonly string[]> {
  const { provider } = given.connection.ethers;
  const notes = await given.notes.getAddress();
  const found: string[] = [];
  for (let nonce = 0; ; nonce++) {
    const address = getCreateAddress({ from: given.deployer.address, nonce });
    if (address === notes) return found;
    if ((await provider.getCode(address)) !== "0x") found.push(address);
  }
}

/** The contract that keeps held payments: of those deployed with the notes, the one that opens the boxes they name. */
export async function heldPaymentsOf(given: GivenNotes): Promise<HeldPayments> {
  const box = await boxOf(given, 1n);
  for (const address of await deployedWith(given)) {
    const candidate = await given.connection.ethers.getContractAt("HeldPayments", address);
    const named = await candidate.boxOf(given.notes, 1n, given.lender).catch(() => undefined);
    if (named === box) return candidate;
  }
  throw new Error("no contract opens the boxes of these notes");
}
