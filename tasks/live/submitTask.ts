import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { sayMessage } from "../../src/chain/acts/sayMessage.ts";
import { parseSignedMessage } from "../../src/chain/acts/signedMessage.ts";
import { openSubmission, prepareSubmission } from "../../src/chain/acts/submission.ts";
import type { SignedFile } from "../../src/chain/acts/submission.ts";
import { withCost } from "../../src/chain/acts/workOut.ts";
import { readJson } from "../../src/terms/readTermSheet.ts";
import { run, UsageError } from "../command.ts";
import { signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { carryOut } from "./carryOut.ts";
import { openChain } from "./openNote.ts";
import { timeoutOf } from "./sending.ts";

type SubmitArguments = Written & { readonly files: string[]; readonly again: boolean };

/** `npx hardhat note submit FILE... --network NETWORK` */
export default async function submitTask(args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(() => submit(args as unknown as SubmitArguments, hre));
}

async function submit(args: SubmitArguments, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  if (args.files.length === 0) throw new UsageError("note submit: no file named");
  const files = await readSigned(args.files);
  const live = await openChain(hre, args.deployments);
  const submission = await openSubmission(live, files, args.again);
  const lender = files[0]?.signed.message["lender"];
  const payer = typeof lender === "string" && files[0]?.signed.message["againstPayment"] === true;
  const parties = payer ? [{ title: "the lender", address: lender }] : [];
  const signer = await signerFor(live, args, "submit", parties, payer ? "holder" : "anyone");
  const { figures, termsFigures, note } = submission;
  const worked = await withCost(live, signer.address, figures, () =>
    prepareSubmission(live, signer.address, submission),
  );
  const said = files.map(({ file, signed: { primaryType, message, signer: by } }) => ({
    label: file,
    after: sayMessage(primaryType, message, by, figures, termsFigures),
  }));
  const plan = { ...worked.plan, rows: [...said, ...worked.plan.rows] };
  return await carryOut(args, { act: "submit", live, signer, worked: { ...worked, plan }, figures, note });
}

/** Reads files of signed messages. */
export async function readSigned(paths: readonly string[]): Promise<SignedFile[]> {
  const files: SignedFile[] = [];
  for (const file of paths) files.push({ file, signed: parseSignedMessage(await readJson(file), file) });
  return files;
}
