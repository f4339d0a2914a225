import { DeploymentResultType } from "@nomicfoundation/ignition-core";
import type { DeployConfig, IgnitionModule } from "@nomicfoundation/ignition-core";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { NetworkConnection } from "hardhat/types/network";

import Allonge from "../../ignition/modules/Allonge.ts";
import AllongeWithTestDollar from "../../ignition/modules/AllongeWithTestDollar.ts";
import type { DeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import { UsageError } from "../command.ts";
import { alone } from "./alone.ts";
import { compile } from "./compile.ts";
import { failureOf, interruptionOf } from "./failure.ts";
import { ignite } from "./ignite.ts";
import { readJournal } from "./journal.ts";
import type { Entry } from "./journal.ts";
import { openJournal, placeOf } from "./place.ts";
import type { Place } from "./place.ts";
import { planOf } from "./plan.ts";
import type { DeploymentPlan } from "./plan.ts";
import { keepRecord } from "./record.ts";
import { registrarOf } from "./registrar.ts";
import { tryOut } from "./trial.ts";

/** What is asked for. */
export interface DeploymentOptions {
  /** Who writes in the register of control; empty for what the network's parameter file says. */
  readonly registrar: string;
  /** Whether to deploy a currency without value too. */
  readonly testDollar: boolean;
  /** Whether through CreateX, at addresses that are the same on every chain. */
  readonly sameAddress: boolean;
  /** The most a transaction offers for a unit of gas, in gwei; empty for twice what is offered at the price of the moment. */
  readonly maxFee: string;
  /** Folder of the records. One other than `deployments` keeps Ignition's journal too. */
  readonly deployments: string;
}

/** Who is told, and asked. */
export interface Audience {
  /** Resolves if the plan is agreed to, throws if not. */
  readonly agree: (plan: DeploymentPlan) => Promise<void>;
  /** Told before the contracts are compiled, if they have changed since they last were, or never were. */
  readonly compiling: () => void;
  /** Told of each transaction: how many contracts are deployed of how many, and which one it is about. */
  readonly progress: (done: number, all: number, id: string, isSent: boolean) => void;
}

/** What was done. */
export interface Deployment {
  readonly record: DeploymentRecord;
  readonly recordPath: string;
  readonly deployer: string;
  /** Contracts this run deployed; none if all were there. */
  readonly deployed: readonly string[];
  /** Gas this run used. */
  readonly gasUsed: bigint;
  /** Wei this run paid, what a rollup charges for its data left out. */
  readonly paid: bigint;
}

/**
 * Deploys what is not deployed yet, resuming what was interrupted, and writes the deployment record.
 *
 * @param pace How patient Ignition is; its own defaults unless given.
 * @throws UsageError, one line, before anything is sent if it cannot be done; and if it was interrupted: another run then goes on.
 */
export async function deployAllonge(
  hre: HardhatRuntimeEnvironment,
  connection: NetworkConnection,
  options: DeploymentOptions,
  audience: Audience,
  pace: Partial<DeployConfig> = {},
): Promise<Deployment> {
  try {
    const place = await placeOf(hre, connection, options);
    await compile(hre, audience.compiling);
    return await alone(place.folder, () => deployAt(place, hre, options, audience, pace));
  } catch (error) {
    throw interruptionOf(error, connection.networkName);
  }
}

async function deployAt(
  place: Place,
  hre: HardhatRuntimeEnvironment,
  options: DeploymentOptions,
  audience: Audience,
  pace: Partial<DeployConfig>,
): Promise<Deployment> {
  const before = await openJournal(hre, place, options);
  const { chainId, deployer, folder, network, provider } = place;
  const { ignition } = hre.config.paths;
  const registrar = await registrarOf({
    option: options.registrar,
    ignition,
    network,
    chainId,
    journal: before,
    deployer,
  });
  const module = options.testDollar ? AllongeWithTestDollar : Allonge;
  const parameters = { Registry: { registrar } };

  let maxFee: bigint | undefined;
  const missing = contractsOf(module).filter((id) => !isDeployed(before.get(id)));
  if (missing.length > 0) {
    const tried = await tryOut(hre, module, parameters, options.sameAddress);
    const gas = new Map([...tried].filter(([id]) => missing.includes(id)));
    const plan = await planOf(place, registrar, gas, options.maxFee);
    if (plan.balance < plan.mostCost) {
      throw new UsageError(
        `${deployer} holds ${plan.balance} wei on chain ${chainId}, and deploying may take ${plan.mostCost}`,
      );
    }
    await audience.agree(plan);
    ({ maxFee } = plan);
  }

  const confirmed = new Map<string, string>();
  const progress = (id: string, isSent: boolean) => {
    audience.progress(confirmed.size, missing.length, nameOf(id), isSent);
  };
  const result = await ignite(hre, {
    ...place,
    module,
    parameters,
    sameAddress: options.sameAddress,
    pace: { ...place.pace, ...pace },
    ...(maxFee === undefined ? {} : { maxFee }),
    onSent: (id) => {
      progress(id, true);
    },
    onConfirmed: (id, hash) => {
      confirmed.set(id, hash);
      progress(id, false);
    },
  });
  if (result.type !== DeploymentResultType.SUCCESSFUL_DEPLOYMENT) throw failureOf(result, folder);

  const { record, path } = await keepRecord(hre, place, options.deployments, await readJournal(folder));
  const receipts = await Promise.all([...confirmed.values()].map((hash) => provider.getTransactionReceipt(hash)));
  return {
    record,
    recordPath: path,
    deployer,
    deployed: missing.map(nameOf),
    gasUsed: receipts.reduce((sum, receipt) => sum + (receipt?.gasUsed ?? 0n), 0n),
    paid: receipts.reduce((sum, receipt) => sum + (receipt?.fee ?? 0n), 0n),
  };
}

function contractsOf({ futures, submodules }: IgnitionModule): string[] {
  return [...[...submodules].flatMap(contractsOf), ...[...futures].map(({ id }) => id)];
}

function isDeployed(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.address !== null;
}

/** Of the contract, without its module. */
function nameOf(id: string): string {
  return id.slice(id.indexOf("#") + 1);
}
