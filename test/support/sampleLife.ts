import { encodeBytes32String } from "ethers";
import type { ContractTransactionResponse } from "ethers";

import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { newYorkTime } from "../helpers/time.ts";
import { dayOf } from "./days.ts";
import type { makeLiveNote } from "./liveNote.ts";

type LiveNote = Awaited<ReturnType<typeof makeLiveNote>>;

/** 2003-12-31 16:00 in New York. */
export const SECOND_OF_MAKING = 1072904400;

const JUDGMENT = 5;
const COLLECTION_COST = 1;

/** Moves a local client's clock to an hour of New York, with a block of its own. */
export async function moveTo({ provider }: Pick<LiveNote, "provider">, date: string, clock = "12:00"): Promise<void> {
  await provider.send("evm_setNextBlockTimestamp", [newYorkTime(date, clock)]);
  await provider.send("evm_mine", []);
}

/**
 * Lives a note of the sample's terms: 100,000 converted on 2005-09-02, a split of 3:2 on 2006-03-15, a judgment reported on 2006-05-01 and cured in time,
 * a consent to a transfer on 2006-10-02, demand on 2007-01-03, costs of 500 admitted on 2007-01-10, nothing paid.
 */
export async function liveIntoDefault(live: LiveNote): Promise<void> {
  const { notes, id, people, stock } = live;
  const { borrower, lender, attestor, stranger } = people;
  const on = async (date: string, send: () => Promise<ContractTransactionResponse>) => {
    await moveTo(live, date);
    await (await send()).wait();
  };
  const name = encodeBytes32String("county");
  await on("2005-09-02", () => notes.connect(lender).convert(id, 100_000_000000n, 0n, 1n, "letter 1"));
  await on("2006-03-15", () => CommonStock__factory.connect(stock ?? "", borrower).split(3n, 2n));
  await on("2006-05-01", () =>
    notes.connect(borrower).report(id, name, JUDGMENT, dayOf("2006-04-28"), "ipfs://judgment"),
  );
  await on("2006-06-01", () => notes.connect(attestor).cure(id, name, dayOf("2006-05-30"), "ipfs://satisfied"));
  await on("2006-10-02", () => notes.connect(borrower).consentToTransfer(id, stranger, dayOf("2007-12-31")));
  await on("2007-01-03", () => notes.connect(lender).demand(id, "letter 2"));
  await on("2007-01-10", () => notes.connect(borrower).admitCharge(id, COLLECTION_COST, 500_000000n, "invoice 7"));
}
