import type { HardhatEthersSigner } from "@nomicfoundation/hardhat-ethers/types";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import type { ActChain } from "../../src/chain/acts/act.ts";
import { actChain } from "../../src/chain/acts/actChain.ts";
import { readDeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import { noSuchNote } from "../../src/chain/noSuchNote.ts";
import { UsageError } from "../command.ts";
import { reachNode } from "./reachNode.ts";

/** The chain that `--network` names, and what is deployed there. */
export interface LiveChain extends ActChain {
  /** Accounts whose keys the network is configured with, in that order; asked for only by commands that send. */
  readonly signers: () => Promise<HardhatEthersSigner[]>;
}

/** A note on a live chain. */
export interface LiveNote extends LiveChain {
  readonly id: bigint;
}

/**
 * Connects to the network named with `--network` and finds the contracts there by the record of its chain.
 *
 * @param deployments Folder of the records.
 * @throws UsageError if no network is named or its node does not answer, DeploymentRecordError if nothing is recorded, Error if no contract is at the recorded address.
 */
export async function openChain(hre: HardhatRuntimeEnvironment, deployments: string): Promise<LiveChain> {
  // declared as always there, which it is not
  const network = hre.globalOptions.network as string | undefined;
  if (network === undefined) throw new UsageError("--network: missing; name the network the note is on");
  const { provider } = (await connect(hre, network, false)).ethers;
  const { chainId } = await reachNode(hre, network, () => provider.getNetwork());
  const record = await readDeploymentRecord(deployments, chainId);
  const { PromissoryNotes } = record.contracts;
  if ((await provider.getCode(PromissoryNotes)) === "0x") {
    throw new UsageError(
      `no contract at ${PromissoryNotes} on chain ${chainId}, where ${deployments} says the notes are; ` +
        (network === "past"
          ? "past is a chain in this process alone: name localhost for a client on this machine"
          : "if the chain was started anew, run note deploy again"),
    );
  }
  let signing: ReturnType<typeof connect> | undefined;
  return {
    ...actChain(record, provider),
    // one connection for all who ask, so that a keystore is opened once
    signers: async () => (await (signing ??= connect(hre, network, true))).ethers.getSigners(),
  };
}

/** Reading takes no key, so that none is asked for: a public network's configuration names one. */
function connect(hre: HardhatRuntimeEnvironment, network: string, isSigning: boolean) {
  const isRemote = hre.config.networks[network]?.type === "http";
  return hre.network.create(isRemote && !isSigning ? { network, override: { accounts: "remote" } } : { network });
}

/**
 * Connects as `openChain` does, to one note.
 *
 * @param id As the user wrote it: a whole number from one.
 * @throws UsageError if no note has that number.
 */
export async function openNote(hre: HardhatRuntimeEnvironment, id: string, deployments: string): Promise<LiveNote> {
  if (id === "") throw new UsageError("--id: missing; name the number of the note");
  if (!/^[1-9]\d{0,18}$/.test(id)) throw new UsageError(`--id: "${id}" is not the number of a note (1, 2, …)`);
  const chain = await openChain(hre, deployments);
  const count = await chain.notes.noteCount();
  if (BigInt(id) > count) throw new UsageError(`--id: ${noSuchNote(BigInt(id), count)} on chain ${chain.chainId}`);
  return { ...chain, id: BigInt(id) };
}
