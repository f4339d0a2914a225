import { connectContracts } from "allonge";
import type { NoteContracts } from "allonge";
import { actChain } from "allonge/acts";
import type { ActChain } from "allonge/acts";
import { JsonRpcProvider } from "ethers";

import type { DeskChain } from "./deskConfig.ts";

/** A chain, connected. */
export interface OpenChain extends DeskChain {
  readonly provider: JsonRpcProvider;
  readonly contracts: NoteContracts;
  /** The same, as acts want it. */
  readonly acts: ActChain;
}

/** Connects to a chain; asks it for nothing yet. */
export function openChain(chain: DeskChain): OpenChain {
  const provider = new JsonRpcProvider(chain.rpc, chain.chainId, { staticNetwork: true, cacheTimeout: -1 });
  return {
    ...chain,
    provider,
    contracts: connectContracts(chain.record.contracts, provider),
    acts: actChain(chain.record, provider),
  };
}
