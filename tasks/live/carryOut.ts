import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";

import { titlesOf } from "../../src/chain/acts/accounts.ts";
import { ActError } from "../../src/chain/acts/act.ts";
import type { Row } from "../../src/chain/acts/act.ts";
import { openActNote } from "../../src/chain/acts/actNote.ts";
import type { ActNote } from "../../src/chain/acts/actNote.ts";
import { perform, UnfinishedError } from "../../src/chain/acts/perform.ts";
import type { Performed } from "../../src/chain/acts/perform.ts";
import { refusedWith } from "../../src/chain/acts/refusal.ts";
import { rowsOfChange } from "../../src/chain/acts/rows.ts";
import { stateEntry } from "../../src/chain/acts/stateEntry.ts";
import { eventsInWords, eventsOf, plainEvent } from "../../src/chain/acts/told.ts";
import type { WorkedOut } from "../../src/chain/acts/workOut.ts";
import type { Figures } from "../../src/errors/explain.ts";
import { actTable } from "./actTable.ts";
import type { LiveChain } from "./openNote.ts";
import { confirmed, hardhatAccount, progress, requireSomebody, show, timeoutOf } from "./sending.ts";
import type { SendingOptions } from "./sending.ts";

/** An act that is worked out, for one account to send. */
export interface Ready {
  readonly act: string;
  readonly live: LiveChain;
  readonly signer: HardhatEthersSigner;
  readonly worked: WorkedOut;
  readonly figures: Figures;
  /** The note as it stands; null if the act makes one, or is on none. */
  readonly note: ActNote | null;
  /** Done once it is confirmed, before anything is sent. */
  readonly onConfirmed?: () => Promise<void>;
}

/** Shows an act, asks, sends it, and says what has happened: a table, or JSON for machines. */
export async function carryOut(args: SendingOptions, ready: Ready): Promise<string> {
  requireSomebody(args);
  const { live, signer, figures } = ready;
  const { plan, cost } = ready.worked;
  const from = signer.address;
  const steps = plan.preparations.map(({ says }) => ({ label: "First", after: says }));
  const sender = { label: "Sent by", after: `${from} on chain ${live.chainId}` };
  show(args, actTable(`${plan.says}.`, [sender, ...steps, ...plan.rows, ...cost]));
  await confirmed(args, "Send it?");
  await ready.onConfirmed?.();

  const done = await sent(args, ready);
  try {
    return await outcome(args, ready, done);
  } catch (error) {
    throw new ActError(
      `transaction ${done.receipt.hash} was mined in block ${done.receipt.blockNumber}: the act is done, do not repeat it; ` +
        `only what it led to could not be read: ${lineOf(refusedWith(error, figures))}`,
    );
  }
}

/** What was done, and how the note stands after it. */
async function outcome(args: SendingOptions, ready: Ready, done: Performed): Promise<string> {
  const { act, live, signer, figures, note } = ready;
  const from = signer.address;
  const { receipt } = done;
  const { PromissoryNotes, CommonStockFactory } = live.record.contracts;
  const prepared = done.before.flatMap((each) => eventsOf(each.receipt, PromissoryNotes, [CommonStockFactory]));
  const made = prepared.filter(({ name }) => name === "StockMade");
  const events = [...made, ...eventsOf(receipt, PromissoryNotes)];
  const madeId = events.find(({ name }) => name === "NoteMade")?.args["id"] as bigint | undefined;
  const id = madeId ?? note?.id ?? null;
  const after = id === null ? null : await openActNote(live, id);
  if (args.json) {
    const before = done.before.map(({ says, receipt: { hash } }) => ({ does: says, transactionHash: hash }));
    const entry = {
      act,
      id: id === null ? null : String(id),
      from,
      transactionHash: receipt.hash,
      blockNumber: receipt.blockNumber,
      gasUsed: String(receipt.gasUsed),
      ...(before.length === 0 ? {} : { before }),
      events: events.map(plainEvent),
      state: after && (await stateEntry(after)),
    };
    return JSON.stringify(entry, null, 2);
  }
  const titled = note ?? after ?? undefined;
  const figuresOfNote = (each: bigint) => (each === id && after !== null ? after.figures : figures);
  const told = eventsInWords(events, figuresOfNote, titled && titlesOf(titled));
  const rows: Row[] = [
    ...done.before.map(({ says, receipt: { hash } }) => ({ label: "First", after: `${says}: ${hash}` })),
    ...(id === null ? [] : [{ label: "Note", after: String(id) }]),
    { label: "Transaction", after: receipt.hash },
    { label: "Block", after: String(receipt.blockNumber) },
    { label: "Gas used", after: String(receipt.gasUsed) },
    ...told.map((says) => ({ label: "Told", after: says })),
    ...(note === null || after === null
      ? []
      : rowsOfChange(note.state, (note.id === id ? after : await openActNote(live, note.id)).state, figures)),
  ];
  return actTable("Done.", rows, "now");
}

async function sent(args: SendingOptions, { live, signer, worked, figures }: Ready): Promise<Performed> {
  const watch = { timeoutSeconds: timeoutOf(args), figures, onProgress: progress };
  try {
    return await perform(live.provider, hardhatAccount(signer), worked.plan, watch);
  } catch (error) {
    if (!(error instanceof UnfinishedError)) throw refusedWith(error, figures);
    const already = error.before.map(({ says, receipt: { hash } }) => `${says} (${hash})`).join(", ");
    throw new ActError(`done already: ${already}; then: ${lineOf(refusedWith(error.cause, figures))}`);
  }
}

function lineOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
