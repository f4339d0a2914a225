import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { figuresOf } from "../../src/chain/acts/actNote.ts";
import { findOffer, prepareSubscription } from "../../src/chain/acts/subscription.ts";
import { withCost } from "../../src/chain/acts/workOut.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { run, UsageError } from "../command.ts";
import { signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { carryOut } from "./carryOut.ts";
import { openChain } from "./openNote.ts";
import { timeoutOf } from "./sending.ts";

type SubscribeArguments = Written & { readonly file: string; readonly offer: string };

/** `npx hardhat note subscribe [FILE] [--offer HASH] --network NETWORK …` */
export default async function subscribeTask(args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(() => subscribe(args as SubscribeArguments, hre));
}

async function subscribe(args: SubscribeArguments, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  if (args.file === "" && args.offer === "") {
    throw new UsageError("note subscribe: name the term sheet offered, or the offer with --offer");
  }
  if (args.offer !== "" && !/^0x[0-9a-f]{64}$/i.test(args.offer)) {
    throw new UsageError(`--offer: "${args.offer}" is no hash: 0x and 64 hexadecimal digits`);
  }
  const sheet = args.file === "" ? null : await readTermSheet(args.file);
  const live = await openChain(hre, args.deployments);
  const accounts = args.as === "" ? (await live.signers()).map(({ address }) => address) : [args.as];
  const offer = await findOffer(live, accounts, { hash: args.offer === "" ? null : args.offer, sheet });
  const lender = { title: "the lender", address: offer.lender };
  const signer = await signerFor(live, args, "subscribe", [lender], "holder");
  const figures = await figuresOf(live, offer.terms);
  const worked = await withCost(live, signer.address, figures, () => prepareSubscription(live, signer.address, offer));
  return await carryOut(args, { act: "subscribe", live, signer, worked, figures, note: null });
}
