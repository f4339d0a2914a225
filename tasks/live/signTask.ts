import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { openActNote } from "../../src/chain/acts/actNote.ts";
import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { actToSign, limitsOf, makingToSign, SIGNABLE } from "../../src/chain/acts/sign.ts";
import type { SignableName, Unsigned } from "../../src/chain/acts/sign.ts";
import { signedMessage } from "../../src/chain/acts/signedMessage.ts";
import { sameAddress } from "../../src/terms/sameAddress.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { run, UsageError } from "../command.ts";
import { signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { actTable } from "./actTable.ts";
import { requireFree, writeNew } from "./outFile.ts";
import { openChain, openNote } from "./openNote.ts";
import type { LiveChain } from "./openNote.ts";
import { confirmed, hardhatAccount, requireSomebody, show, timeoutOf } from "./sending.ts";

type SignArguments = Written & {
  readonly act: string;
  readonly file: string;
  readonly id: string;
  readonly out: string;
  readonly nonce: string;
};

/** `npx hardhat note sign ACT [FILE] --network NETWORK --out FILE --deadline DATE …` */
export default async function signTask(args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(() => sign(args as SignArguments, hre));
}

async function sign(args: SignArguments, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  const act = SIGNABLE.find((name) => name === args.act);
  if (act === undefined) throw new UsageError(`note sign: "${args.act}" is not one of ${SIGNABLE.join(", ")}`);
  if (args.out === "") throw new UsageError("--out: missing; name the file to write the signature to");
  await requireFree(args.out, null);
  const { live, unsigned, signer } = await messageOf(act, args, hre);
  const { name, contents, figures, rows } = unsigned;
  const options = new ActOptions(args, figures.decimals);
  const { says, ...limits } = await limitsOf(live, unsigned, signer.address, options);
  requireSomebody(args);
  show(
    args,
    actTable(`${says}.`, [
      ...rows,
      { label: "Signed by", after: signer.address },
      { label: "Nonce", after: String(limits.nonce) },
    ]),
  );
  await confirmed(args, "Sign it? Whoever has the file can submit it.");
  const signed = await signedMessage(live, hardhatAccount(signer), name, contents, limits, says);
  const text = JSON.stringify(signed, null, 2);
  await writeNew(args.out, `${text}\n`);
  return args.json
    ? text
    : `Signed by ${signer.address}, into ${args.out}. Whoever submits it runs: npx hardhat note submit ${args.out} --network NETWORK`;
}

async function messageOf(act: SignableName, args: SignArguments, hre: HardhatRuntimeEnvironment) {
  const sheet = args.file === "" ? null : await readTermSheet(args.file);
  if (act === "issue") {
    if (sheet === null) throw new UsageError("note sign issue: no term sheet named");
    const live = await openChain(hre, args.deployments);
    const unsigned = await makingToSign(live, args.file, sheet, new ActOptions(args, 0));
    return { live, unsigned, signer: await signerOf(live, args, unsigned) };
  }
  const live = await openNote(hre, args.id, args.deployments);
  const note = await openActNote(live, live.id);
  const options = new ActOptions(args, note.figures.decimals);
  const as = options.has("as") ? options.address("as") : null;
  const unsigned = await actToSign(act, note, as, options, args.file, sheet);
  return { live, unsigned, signer: await signerOf(live, args, unsigned) };
}

async function signerOf(live: LiveChain, args: SignArguments, { party }: Unsigned) {
  const signer = await signerFor(live, args, `sign ${args.act}`, party === null ? [] : [party], "self");
  if (party === null || sameAddress(party.address, signer.address)) return signer;
  throw new UsageError(`--as: ${signer.address} is not ${party.title}, ${party.address}, whose signature this takes`);
}
