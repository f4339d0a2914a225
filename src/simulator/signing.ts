import { domainOf, signMessage } from "../chain/signatures.ts";
import type { MessageName, SignatureArgument } from "../chain/signatures.ts";
import type { PromissoryNotes } from "../../typechain-types/index.ts";
import type { Cast } from "./cast.ts";
import type { SimulatedChain } from "./simulatedChain.ts";

/** Has somebody sign a message, for use in the present second. */
export type Sign = (
  name: string,
  message: MessageName,
  contents: Readonly<Record<string, unknown>>,
) => Promise<SignatureArgument>;

/** Signs with the keys of a cast; no number is used twice. */
export function signingWith(chain: SimulatedChain, notes: PromissoryNotes, cast: Cast): Sign {
  let signatures = 0n;
  return async (name, message, contents) => {
    const [domain, latest] = await Promise.all([domainOf(notes), chain.getBlock("latest")]);
    const last = { nonce: (signatures += 1n), deadline: BigInt(latest?.timestamp ?? 0) };
    return await signMessage(cast.walletOf(name), domain, message, contents, last);
  };
}
