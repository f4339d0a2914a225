import type { ContractTransactionResponse } from "ethers";
import { id } from "ethers";

import type { GivenNotes } from "../../test/helpers/notes.ts";
import { breakdownOf } from "./breakdown.ts";
import type { Breakdown } from "./breakdown.ts";
import type { Step } from "./steps.ts";

interface Trace {
  readonly failed: boolean;
  readonly structLogs: readonly (Step & { readonly refund: number })[];
}

const TRANSFER = id("Transfer(address,address,uint256)");
/** Of a currency's event; a note's has its number as a topic too. */
const TOPICS_OF_MONEY = 3;

/** Traces transactions of a world and divides their gas. */
export async function tracer(
  given: GivenNotes,
): Promise<(sent: Promise<ContractTransactionResponse>) => Promise<Breakdown>> {
  const { connection, notes, calendar, registry, stock } = given;
  const names = new Map<string, string>();
  for (const [name, contract] of Object.entries({ notes, calendar, register: registry, stock })) {
    names.set((await contract.getAddress()).toLowerCase(), name);
  }
  const stocks = new Set([(await stock.getAddress()).toLowerCase()]);

  return async (sent) => {
    const response = await sent;
    const receipt = await response.wait();
    if (receipt === null || response.to === null) throw new Error("not mined");
    const money = new Set<string>();
    for (const { address, topics } of receipt.logs) {
      const from = address.toLowerCase();
      if (topics[0] === TRANSFER && topics.length === TOPICS_OF_MONEY && !stocks.has(from)) money.add(from);
    }
    const { failed, structLogs } = (await connection.provider.request({
      method: "debug_traceTransaction",
      params: [response.hash, { disableMemory: true, disableStorage: true }],
    })) as Trace;
    if (failed) throw new Error(`${response.hash} failed`);
    for (const address of money) if (!names.has(address)) names.set(address, "currency");
    const refund = structLogs.at(-1)?.refund ?? 0;
    const { to, data } = response;
    return breakdownOf({ to, data, gasUsed: Number(receipt.gasUsed), refund, steps: structLogs, money, names });
  };
}
