import { explain } from "allonge";
import { eventsInWords, eventsOf } from "allonge/acts";
import type { TransactionReceipt } from "ethers";

import type { OpenChain } from "../desk/openChain.ts";
import type { JournalEntry } from "./journal.ts";

/** What a mined transaction has done, or why it was reverted, in sentences; none where it tells nothing. */
export async function tellOutcome(
  chain: OpenChain,
  { figures, titles }: Pick<JournalEntry, "figures" | "titles">,
  receipt: TransactionReceipt,
): Promise<string[]> {
  if (receipt.status === 0) return await tellFailure(chain, figures, receipt);
  const { PromissoryNotes, CommonStockFactory } = chain.record.contracts;
  const beside = [CommonStockFactory, ...(receipt.to === null ? [] : [receipt.to])];
  return eventsInWords(
    eventsOf(receipt, PromissoryNotes, beside),
    () => figures,
    (address) => titles[address.toLowerCase()] ?? address,
  );
}

async function tellFailure(
  { provider }: OpenChain,
  figures: JournalEntry["figures"],
  { hash, blockNumber }: TransactionReceipt,
): Promise<string[]> {
  const sent = await provider.getTransaction(hash);
  if (sent === null) return [];
  try {
    await provider.call({ from: sent.from, to: sent.to, data: sent.data, blockTag: blockNumber });
    return ["It ran out of gas, or what it found had changed by then."];
  } catch (error) {
    const refused = explain(error, figures);
    return refused === null ? [] : [refused.sentence, refused.remedy];
  }
}
