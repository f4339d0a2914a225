import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";

import { HardhatArtifactResolver } from "@nomicfoundation/hardhat-ignition/helpers";
import type { DeployConfig, EIP1193Provider } from "@nomicfoundation/ignition-core";
import { getAddress } from "ethers";
import type { Provider } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { NetworkConnection } from "hardhat/types/network";

import { DeploymentRecordError, deploymentRecordPath, readDeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import { UsageError } from "../command.ts";
import { CREATE_X, isLocalChain, isMainnet, isRehearsal } from "./chains.ts";
import type { DeploymentOptions } from "./deployment.ts";
import { mendLines, readJournal } from "./journal.ts";
import type { Entry } from "./journal.ts";
import { resume } from "./resume.ts";

/** Folder of the records unless the user names another. */
export const DEPLOYMENTS = "deployments";

/** Milliseconds between two looks at a client on this machine. */
const LOCAL_PACE = 100;

/** Where to deploy, as whom, and where that is written down. */
export interface Place {
  readonly network: string;
  readonly chainId: bigint;
  readonly provider: Provider;
  readonly rawProvider: EIP1193Provider;
  readonly accounts: readonly string[];
  readonly deployer: string;
  /** Of Ignition's journal. */
  readonly folder: string;
  readonly pace: Partial<DeployConfig>;
}

/**
 * Finds out where the connection leads.
 *
 * @throws UsageError if what is asked for cannot be had there.
 */
export async function placeOf(
  { config }: HardhatRuntimeEnvironment,
  { ethers, networkName: network, networkConfig, provider: rawProvider }: NetworkConnection,
  { deployments, sameAddress, testDollar }: DeploymentOptions,
): Promise<Place> {
  const { provider } = ethers;
  const { chainId } = await provider.getNetwork();
  const isOwn = resolve(config.paths.root, deployments) !== resolve(config.paths.root, DEPLOYMENTS);
  if (isRehearsal(network, chainId) && !isOwn) {
    throw new UsageError(
      `--deployments: missing; the client of ${network} plays chain ${chainId}, whose record is not to be mixed with this one`,
    );
  }
  if (testDollar && isMainnet(chainId)) {
    throw new UsageError(
      `--test-dollar: refused on chain ${chainId}, where a currency anyone may mint could be taken for money`,
    );
  }
  if (sameAddress && !isLocalChain(chainId) && (await provider.getCode(CREATE_X)) === "0x") {
    throw new UsageError(`--same-address: chain ${chainId} has no CreateX factory at ${CREATE_X}`);
  }
  const accounts = (await rawProvider.request({ method: "eth_accounts" })) as string[];
  if (accounts[0] === undefined) throw new UsageError(`${network}: no account to deploy with`);
  const journals = isOwn ? join(deployments, "journal") : join(config.paths.ignition, "deployments");
  const isHere = networkConfig.type === "http" && isOnThisMachine(await networkConfig.url.getUrl());
  return {
    network,
    chainId,
    provider,
    rawProvider,
    accounts,
    deployer: getAddress(accounts[0]),
    folder: resolve(config.paths.root, journals, `chain-${chainId}`),
    pace: isHere ? { blockPollingInterval: LOCAL_PACE, retryInterval: LOCAL_PACE } : {},
  };
}

/**
 * Reads the journal of the place, put in order. That of a local chain that has ended is thrown away.
 *
 * @throws UsageError if it or the record is of another deployment.
 */
export async function openJournal(
  { artifacts }: HardhatRuntimeEnvironment,
  place: Place,
  { deployments, sameAddress }: DeploymentOptions,
): Promise<Map<string, Entry>> {
  const { chainId, folder, provider } = place;
  await mendLines(folder);
  const deployed = [...(await readJournal(folder)).values()].flatMap(({ address }) => address ?? []);
  const codes = await Promise.all(deployed.map((address) => provider.getCode(address)));
  const gone = deployed.find((_, index) => codes[index] === "0x");
  if (gone !== undefined) {
    if (!isLocalChain(chainId)) {
      throw new UsageError(
        `${folder}: says a contract is at ${gone}, and chain ${chainId} has none there: it is of another chain`,
      );
    }
    await rm(folder, { recursive: true });
  }
  const journal = await resume({ ...place, artifacts: new HardhatArtifactResolver(artifacts) });
  if ([...journal.values()].some((entry) => entry.sameAddress !== sameAddress)) {
    const made = sameAddress ? "without" : "with";
    throw new UsageError(
      `--same-address: the deployment in ${folder} was made ${made} it, and stays so; name another folder with --deployments`,
    );
  }
  if (!isLocalChain(chainId)) await refuseOtherRecord(deployments, chainId, journal);
  return journal;
}

async function refuseOtherRecord(deployments: string, chainId: bigint, journal: ReadonlyMap<string, Entry>) {
  const recorded = await readDeploymentRecord(deployments, chainId).catch((error: unknown) => {
    if (error instanceof DeploymentRecordError && error.message.includes("not found")) return null;
    throw error;
  });
  if (recorded === null) return;
  const { PromissoryNotes } = recorded.contracts;
  if (journal.get("Notes#PromissoryNotes")?.address === PromissoryNotes) return;
  throw new UsageError(
    `${deploymentRecordPath(deployments, chainId)}: records a deployment at ${PromissoryNotes} that the journal does not know; name another folder with --deployments`,
  );
}

function isOnThisMachine(url: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);
}
