import { openChain } from "../ours/world.ts";
import { erc3525 } from "./erc3525.ts";
import { openZeppelin } from "./openZeppelin.ts";
import type { MeasuredPeer } from "./peer.ts";
import { sablier } from "./sablier.ts";
import { tokenizeIt } from "./tokenizeIt.ts";
import { tRex } from "./tRex.ts";

/** Measures each peer on a chain of its own. */
export async function measurePeers(tell: (name: string) => void): Promise<MeasuredPeer[]> {
  const measured: MeasuredPeer[] = [];
  for (const peer of [openZeppelin, tRex, erc3525, sablier, tokenizeIt]) {
    tell(peer.name);
    const { name, from, does } = peer;
    measured.push({ name, from, does, acts: await peer.measure(await openChain()) });
  }
  return measured;
}
