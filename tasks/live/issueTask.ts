import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { prepareIssue } from "../../src/chain/acts/issue.ts";
import { sheetOnChain } from "../../src/chain/acts/sheetOnChain.ts";
import { meantErrors } from "../../src/chain/acts/toMind.ts";
import { withCost } from "../../src/chain/acts/workOut.ts";
import { dayOf, isoOf } from "../../src/math/civilDate.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { rebase } from "../../src/terms/rebase.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { run, UsageError } from "../command.ts";
import { signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { carryOut } from "./carryOut.ts";
import { requireFree, writeNew } from "./outFile.ts";
import { openChain } from "./openNote.ts";
import { timeoutOf } from "./sending.ts";

type IssueArguments = Written & {
  readonly file: string;
  readonly rebase: string;
  readonly out: string;
  readonly until: string;
  readonly againstPayment: boolean;
  readonly again: boolean;
};

/** `npx hardhat note issue FILE --network NETWORK …` */
export default async function issueTask(args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(() => issue(args as IssueArguments, hre));
}

async function issue(args: IssueArguments, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  const options = new ActOptions(args, 0);
  const { sheet, out } = await sheetToIssue(args);
  // the sheet whose hash the note will carry
  const written = `${JSON.stringify(sheet, null, 2)}\n`;
  if (out !== null) await requireFree(out, written);
  const offerUntil = args.againstPayment ? options.day("until") : null;
  if (!args.againstPayment && options.has("until")) {
    throw new UsageError("--until: is of an offer; say --against-payment too");
  }
  const live = await openChain(hre, args.deployments);
  const named = await sheetOnChain(live, args.file, sheet, options, await onlyBorrower(args, live.signers));
  const { borrower } = named.accounts;
  const signer = await signerFor(live, args, "issue", [{ title: "the borrower", address: borrower }], "borrower");
  const issuing = { offerUntil, again: args.again, despite: meantErrors(options) };
  const worked = await withCost(live, signer.address, named.figures, () =>
    prepareIssue(live, signer.address, named, issuing),
  );
  return await carryOut(args, {
    act: "issue",
    live,
    signer,
    worked,
    figures: named.figures,
    note: null,
    onConfirmed: async () => {
      if (out !== null) await writeNew(out, written);
    },
  });
}

/** Who acts is the borrower, where neither sheet nor option says who that is. */
export async function onlyBorrower({ as }: Pick<Written, "as">, signers: () => Promise<{ address: string }[]>) {
  if (as !== "") return { borrower: new ActOptions({ as }, 0).address("as") };
  const [only, another] = await signers();
  return only === undefined || another !== undefined ? {} : { borrower: only.address };
}

/** The sheet, its dates moved if asked for, and where it is to be written as it is issued. */
async function sheetToIssue({
  file,
  rebase: dated,
  out,
}: IssueArguments): Promise<{ sheet: TermSheet; out: string | null }> {
  if (file === "") throw new UsageError("note issue: no file named");
  const sheet = await readTermSheet(file);
  if (dated === "") return { sheet, out: out === "" ? null : out };
  try {
    const moved = rebase(sheet, dayOf(dated)).sheet;
    return { sheet: moved, out: out === "" ? `${file.replace(/\.json$/, "")}.dated-${isoOf(dayOf(dated))}.json` : out };
  } catch (error) {
    throw new UsageError(`${file}: --rebase: ${(error as RangeError).message}`);
  }
}
