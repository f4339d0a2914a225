import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { chooseAccount, partiesOf } from "../../src/chain/acts/accounts.ts";
import type { Party } from "../../src/chain/acts/accounts.ts";
import type { Role } from "../../src/chain/acts/act.ts";
import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { describeAct } from "../../src/chain/acts/catalogue.ts";
import type { ActName } from "../../src/chain/acts/catalogue.ts";
import { openActNote } from "../../src/chain/acts/actNote.ts";
import { workOut } from "../../src/chain/acts/workOut.ts";
import { run } from "../command.ts";
import { carryOut } from "./carryOut.ts";
import { openNote } from "./openNote.ts";
import type { LiveChain } from "./openNote.ts";
import { timeoutOf } from "./sending.ts";
import type { SendingOptions } from "./sending.ts";

/** Options of a command, as Hardhat gives them. */
export type Written = SendingOptions & Readonly<Record<string, string | boolean>>;

/** `npx hardhat note ACT --network NETWORK --id NUMBER …` */
export function actTask(act: ActName) {
  return async (args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> => {
    await run(() => doAct(act, args as Written & { id: string }, hre));
  };
}

async function doAct(act: ActName, args: Written & { id: string }, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  const live = await openNote(hre, args.id, args.deployments);
  const note = await openActNote(live, live.id);
  const { role } = describeAct(act);
  const signer = await signerFor(live, args, act, partiesOf(role, note), role);
  const worked = await workOut(act, note, signer.address, new ActOptions(args, note.figures.decimals));
  return await carryOut(args, { act, live, signer, worked, figures: note.figures, note });
}

/** The account that is to act, as `chooseAccount` finds it among those whose keys the network has. */
export async function signerFor(
  live: LiveChain,
  args: Pick<SendingOptions, "as">,
  act: string,
  parties: readonly Party[],
  role: Role,
): Promise<HardhatEthersSigner> {
  const signers = await live.signers();
  const configured = signers.map(({ address }) => address);
  const from = chooseAccount(configured, args.as, act, parties, role);
  const signer = signers.find(({ address }) => address === from);
  if (signer === undefined) throw new Error(`no key of ${from}`);
  return signer;
}
