import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { openActNote } from "../../src/chain/acts/actNote.ts";
import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { prepareNovation, replacementOf } from "../../src/chain/acts/novation.ts";
import { openSubmission } from "../../src/chain/acts/submission.ts";
import { withCost } from "../../src/chain/acts/workOut.ts";
import { sameAddress } from "../../src/terms/sameAddress.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { run, UsageError } from "../command.ts";
import { signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { carryOut } from "./carryOut.ts";
import { openNote } from "./openNote.ts";
import { timeoutOf } from "./sending.ts";
import { readSigned } from "./submitTask.ts";

type NovateArguments = Written & { readonly id: string; readonly file: string; readonly signed: string };

/** `npx hardhat note novate FILE --network NETWORK --id NUMBER --signed FILE,FILE …` */
export default async function novateTask(args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(() => novate(args as NovateArguments, hre));
}

async function novate(args: NovateArguments, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  if (args.file === "") throw new UsageError("note novate: no term sheet named");
  const sheet = await readTermSheet(args.file);
  const files = await readSigned(args.signed === "" ? [] : args.signed.split(",").map((path) => path.trim()));
  const live = await openNote(hre, args.id, args.deployments);
  const note = await openActNote(live, live.id);
  for (const { file, signed } of files) {
    if (signed.primaryType === "NovateNote" && signed.message["note"] === String(live.id)) continue;
    throw new UsageError(`--signed: ${file} is no agreement to replace note ${live.id}; nothing was sent`);
  }
  if (files.length > 0) await openSubmission(live, files);
  const options = new ActOptions(args, note.figures.decimals);
  const { replacement, stock, rows } = await replacementOf(note, args.file, sheet, options);
  const parties = [
    { title: "the holder", address: note.state.holder },
    { title: "the borrower", address: note.state.obligor },
  ];
  const unsigned = parties.filter(({ address }) => !files.some(({ signed }) => sameAddress(signed.signer, address)));
  const signer = await signerFor(live, args, "novate", unsigned, unsigned.length === 0 ? "anyone" : "holder");
  const worked = await withCost(live, signer.address, note.figures, () =>
    prepareNovation(
      note,
      signer.address,
      { replacement, stock },
      files.map(({ signed }) => signed),
      rows,
    ),
  );
  return await carryOut(args, { act: "novate", live, signer, worked, figures: note.figures, note });
}
