import type { ContractTransactionResponse } from "ethers";

import { readNoteFacts } from "../../src/chain/readNoteFacts.ts";
import type { NoteFacts } from "../../src/records/noteFacts.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { newYorkTime } from "../helpers/time.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import { makeLiveNote } from "../support/liveNote.ts";

/** What the contract says is owed, in currency units. */
export interface Said {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly overdueInterest: bigint;
  readonly charges: bigint;
  readonly total: bigint;
}

/** An act, and what the contract said when it was done. */
export interface Played {
  readonly on: string;
  readonly act: string;
  readonly transactionHash: string;
  readonly said: Said;
}

/** Evidence that a spreadsheet would run. */
export const FORMULA = '=HYPERLINK("http://example.org","receipt")';

const SECOND_OF_MAKING = newYorkTime("2003-12-31", "10:00");

/** Starts a client of another make on the sample's date, with the sample's note on it. */
export async function openLife(changes: Readonly<Record<string, unknown>> = {}) {
  const anvil = await startAnvil({ timestamp: SECOND_OF_MAKING });
  const live = await makeLiveNote(anvil.url, sheetWith(changes));
  const { notes, id, provider, people } = live;

  const played: Played[] = [];

  /** Does something on a day in New York, and keeps what the contract says afterwards. */
  async function act(on: string, name: string, does: () => Promise<ContractTransactionResponse>): Promise<void> {
    await goTo(on);
    const receipt = await (await does()).wait();
    if (receipt === null) throw new Error(`${name} was not mined`);
    const { principal, interest, overdueInterest, charges, total } = await notes.statementOf(id);
    const said = { principal, interest, overdueInterest, charges, total };
    played.push({ on, act: name, transactionHash: receipt.hash, said });
  }

  /** Goes to noon of a day, where the next block is mined. */
  async function goTo(on: string): Promise<void> {
    const latest = await provider.getBlock("latest");
    const noon = newYorkTime(on, "12:00");
    if (latest !== null && latest.timestamp < noon) {
      await provider.send("evm_setNextBlockTimestamp", [noon]);
      await provider.send("evm_mine", []);
    }
  }

  /** Keeps the client's state; what is answered goes back to it. */
  async function snapshot(): Promise<() => Promise<void>> {
    const state = (await provider.send("evm_snapshot", [])) as string;
    return async () => {
      await provider.send("evm_revert", [state]);
      played.length = 0;
    };
  }

  /** The plain facts of the note, as of the latest block. */
  async function read(): Promise<NoteFacts> {
    const { chainId } = await provider.getNetwork();
    return await readNoteFacts({ provider, chainId, record: live.record, notes, id }, { sheet: live.sheet });
  }

  return {
    ...live,
    played,
    act,
    goTo,
    snapshot,
    read,
    by: (person: keyof typeof people) => notes.connect(people[person]),
    stockOfBorrower: () => CommonStock__factory.connect(live.stock ?? "", people.borrower),
    close: async () => {
      await live.close();
      await anvil.stop();
    },
  };
}

/** A life open to act in. */
export type LiveLife = Awaited<ReturnType<typeof openLife>>;

/** Half converted, the stock split, the note transferred, charged, paid in part, and paid off. */
export async function playToTheEnd(life: LiveLife): Promise<void> {
  const { act, by, id, people } = life;
  const most = 10n ** 15n;
  await act("2005-09-02", "convert", () => by("lender").convert(id, 100_000_000000n, 0n, 0n, "notice of conversion"));
  await act("2006-03-15", "split", () => life.stockOfBorrower().split(3n, 2n));
  await act("2006-06-01", "transfer", () => by("lender").transferFrom(people.lender, people.sister, id));
  await act("2006-12-01", "charge", () => by("borrower").admitCharge(id, 1n, 500_000000n, FORMULA));
  await act("2007-01-05", "pay in part", () => by("payer").pay(id, 50_000_000000n));
  await act("2007-01-08", "convert", () => by("sister").convert(id, 20_000_000000n, 0n, 0n, ""));
  await act("2007-01-10", "acknowledge", () => by("sister").acknowledge(id, 10_000_000000n, "+1 wire 0042"));
  await act("2007-01-11", "pay off", () => by("borrower").pay(id, most));
}
