import { keccak256 } from "ethers";
import type { JsonRpcProvider } from "ethers";

import { startFaultyProxy } from "../support/faultyProxy.ts";
import type { FaultyProxy } from "../support/faultyProxy.ts";

/** From when on there are too many requests: when a transaction is asked to be taken, or once it is. */
export type Since = "asked" | "taken";

/** In front of a client: from its nth transaction on it answers no more requests. */
export async function tooManyRequests(nth: number, since: Since, clientUrl: string): Promise<FaultyProxy> {
  let sent = 0;
  return startFaultyProxy(clientUrl, ({ method }) => {
    const sending = method === "eth_sendRawTransaction";
    if (sending) sent++;
    const allowed = sending && since === "taken" ? nth : nth - 1;
    return sent > allowed ? { status: 429 } : null;
  });
}

/** In front of a client: the nth transaction is taken, and forgotten again before it is mined. */
export async function dropping(nth: number, clientUrl: string, provider: JsonRpcProvider): Promise<FaultyProxy> {
  let sent = 0;
  let waiting: string | null = null;
  const proxy = await startFaultyProxy(clientUrl, async ({ method, params }) => {
    if (waiting !== null) {
      await provider.send("hardhat_dropTransaction", [waiting]);
      waiting = null;
    }
    if (method === "eth_sendRawTransaction" && ++sent === nth) {
      await provider.send("evm_setAutomine", [false]);
      waiting = keccak256(params[0] as string);
    }
    return null;
  });
  const stop = async () => {
    await proxy.stop();
    await provider.send("evm_setAutomine", [true]);
  };
  return { url: proxy.url, stop };
}
