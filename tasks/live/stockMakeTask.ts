import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { requireSound } from "../../src/chain/acts/issue.ts";
import { sheetOnChain } from "../../src/chain/acts/sheetOnChain.ts";
import { prepareStock } from "../../src/chain/acts/stockOfSheet.ts";
import { withCost } from "../../src/chain/acts/workOut.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { run, UsageError } from "../command.ts";
import { signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { carryOut } from "./carryOut.ts";
import { onlyBorrower } from "./issueTask.ts";
import { openChain } from "./openNote.ts";
import { timeoutOf } from "./sending.ts";

type StockMakeArguments = Written & { readonly file: string };

/** `npx hardhat note stock make FILE --network NETWORK …` */
export default async function stockMakeTask(args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(() => makeStock(args as StockMakeArguments, hre));
}

async function makeStock(args: StockMakeArguments, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  if (args.file === "") throw new UsageError("note stock make: no term sheet named");
  const sheet = await readTermSheet(args.file);
  const live = await openChain(hre, args.deployments);
  const borrower = await onlyBorrower(args, live.signers);
  const named = await sheetOnChain(live, args.file, sheet, new ActOptions(args, 0), borrower);
  const party = { title: "the borrower", address: named.accounts.borrower };
  const signer = await signerFor(live, args, "stock make", [party], "borrower");
  const { figures } = named;
  const worked = await withCost(live, signer.address, figures, async () => {
    await requireSound(live, signer.address, named);
    return await prepareStock(live, args.file, named);
  });
  return await carryOut(args, { act: "stock make", live, signer, worked, figures, note: null });
}
