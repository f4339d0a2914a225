import { writeFile } from "node:fs/promises";

import { randomBytes, toBigInt } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { lastSecondOf, openActNote } from "../../src/chain/acts/actNote.ts";
import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { sayMessage } from "../../src/chain/acts/sayMessage.ts";
import { actToSign, makingToSign, SIGNABLE } from "../../src/chain/acts/sign.ts";
import type { SignableName, Unsigned } from "../../src/chain/acts/sign.ts";
import { signedMessage } from "../../src/chain/acts/signedMessage.ts";
import { sameAddress } from "../../src/chain/sameAddress.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { run, UsageError } from "../command.ts";
import { requireReady, signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { actTable } from "./actTable.ts";
import { openChain, openNote } from "./openNote.ts";
import type { LiveChain } from "./openNote.ts";
import { confirmed, hardhatAccount, show } from "./sending.ts";

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
  requireReady(args);
  const act = SIGNABLE.find((name) => name === args.act);
  if (act === undefined) throw new UsageError(`note sign: "${args.act}" is not one of ${SIGNABLE.join(", ")}`);
  if (args.out === "") throw new UsageError("--out: missing; name the file to write the signature to");
  const { live, unsigned, signer } = await messageOf(act, args, hre);
  const { name, contents, figures, termsFigures, rows, calendar } = unsigned;

  const options = new ActOptions(args, figures.decimals);
  const deadline = await lastSecondOf(live, calendar, options.day("deadline"));
  const { timestamp } = (await live.provider.getBlock("latest")) ?? { timestamp: 0 };
  if (deadline < BigInt(timestamp)) throw new UsageError(`--deadline: "${options.text("deadline")}" is past`);
  const nonce = args.nonce === "" ? toBigInt(randomBytes(8)) : options.whole("nonce");
  if (await live.notes.isNonceUsed(signer.address, nonce)) {
    throw new UsageError(`--nonce: ${nonce} of ${signer.address} is used; leave the option out for a free one`);
  }
  const plain = JSON.parse(
    JSON.stringify({ ...contents, nonce, deadline }, (_, value: unknown) =>
      typeof value === "bigint" || typeof value === "number" ? String(value) : value,
    ),
  ) as Parameters<typeof sayMessage>[1];
  const says = sayMessage(name, plain, signer.address, figures, termsFigures);
  show(
    args,
    actTable(`${says}.`, [
      ...rows,
      { label: "Signed by", after: signer.address },
      { label: "Nonce", after: String(nonce) },
    ]),
  );
  await confirmed(args, "Sign it? Whoever has the file can submit it.");
  const signed = await signedMessage(live, hardhatAccount(signer), name, contents, { nonce, deadline }, says);
  const text = JSON.stringify(signed, null, 2);
  try {
    await writeFile(args.out, `${text}\n`, { flag: "wx" });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`--out: ${args.out}: ${code === "EEXIST" ? "is there already; name another file" : message}`);
  }
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
