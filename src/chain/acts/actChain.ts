import type { Provider } from "ethers";

import { connectLens, connectNotes, connectStockFactory } from "../contracts.ts";
import type { DeploymentRecord } from "../parseDeploymentRecord.ts";
import type { ActChain } from "./act.ts";

/**
 * A chain to act on, and the contracts recorded for it.
 *
 * @param provider Reads and sends there; who acts is named with each act.
 * @example
 * const chain = actChain(record, new BrowserProvider(window.ethereum));
 * const note = await openActNote(chain, 1n);
 */
export function actChain(record: DeploymentRecord, provider: Provider): ActChain {
  const { PromissoryNotes, NoteLens, CommonStockFactory } = record.contracts;
  return {
    provider,
    chainId: BigInt(record.chainId),
    record,
    notes: connectNotes(PromissoryNotes, provider),
    lens: connectLens(NoteLens, provider),
    stocks: connectStockFactory(CommonStockFactory, provider),
  };
}
