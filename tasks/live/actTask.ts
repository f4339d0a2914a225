import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { chooseAccount, partiesOf } from "../../src/chain/acts/accounts.ts";
import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { describeAct } from "../../src/chain/acts/catalogue.ts";
import type { ActName } from "../../src/chain/acts/catalogue.ts";
import { openNoteOnChain } from "../../src/chain/acts/noteOnChain.ts";
import { perform } from "../../src/chain/acts/perform.ts";
import { rowsOfChange } from "../../src/chain/acts/rows.ts";
import { stateEntry } from "../../src/chain/acts/stateEntry.ts";
import { eventsInWords, eventsOf, plainEvent } from "../../src/chain/acts/told.ts";
import { workOut } from "../../src/chain/acts/workOut.ts";
import { run } from "../command.ts";
import { actTable } from "./actTable.ts";
import { openNote } from "./openNote.ts";
import { confirmed, hardhatAccount, progress, requireSomebody, show, timeoutOf } from "./sending.ts";
import type { SendingOptions } from "./sending.ts";

type Arguments = SendingOptions & { readonly id: string } & Record<string, string | boolean>;

/** `npx hardhat note ACT --network NETWORK --id NUMBER …` */
export function actTask(act: ActName) {
  return async (args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> => {
    await run(() => doAct(act, args as Arguments, hre));
  };
}

async function doAct(act: ActName, args: Arguments, hre: HardhatRuntimeEnvironment): Promise<string> {
  const timeoutSeconds = timeoutOf(args);
  requireSomebody(args);
  const live = await openNote(hre, args.id, args.deployments);
  const note = await openNoteOnChain(live, live.id);
  const signers = await live.signers();
  const configured = signers.map(({ address }) => address);
  const { role } = describeAct(act);
  const from = chooseAccount(configured, args.as, act, partiesOf(role, note), role);
  const signer = signers.find(({ address }) => address === from);
  if (signer === undefined) throw new Error(`no key of ${from}`);

  const { plan, cost } = await workOut(act, note, from, new ActOptions(args, note.figures.decimals));
  const steps = plan.preparations.map(({ says }) => ({ label: "First", after: says }));
  const sender = { label: "Sent by", after: `${from} on chain ${live.chainId}` };
  show(args, actTable(`${plan.says}.`, [sender, ...steps, ...plan.rows, ...cost]));
  await confirmed(args, "Send it?");

  const account = hardhatAccount(signer);
  const { before, receipt } = await perform(live.provider, account, plan, { timeoutSeconds, onProgress: progress });
  const after = await openNoteOnChain(live, live.id);
  const events = eventsOf(receipt, live.record.contracts.PromissoryNotes);
  if (args.json) {
    const entry = {
      act,
      id: String(live.id),
      from,
      transactionHash: receipt.hash,
      blockNumber: receipt.blockNumber,
      gasUsed: String(receipt.gasUsed),
      ...(before.length === 0
        ? {}
        : { before: before.map((each) => ({ does: each.says, transactionHash: each.receipt.hash })) }),
      events: events.map(plainEvent),
      state: await stateEntry(after),
    };
    return JSON.stringify(entry, null, 2);
  }
  const figures = [
    ...before.map((each) => ({ label: "First", after: `${each.says}: ${each.receipt.hash}` })),
    { label: "Transaction", after: receipt.hash },
    { label: "Block", after: String(receipt.blockNumber) },
    { label: "Gas used", after: String(receipt.gasUsed) },
    ...eventsInWords(events, note.figures).map((says) => ({ label: "Told", after: says })),
    ...rowsOfChange(note.state, after.state, note.figures),
  ];
  return actTable(`Done: ${plan.says}.`, figures, "now");
}
