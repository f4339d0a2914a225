import { HardhatError } from "@nomicfoundation/hardhat-errors";
import { HardhatArtifactResolver } from "@nomicfoundation/hardhat-ignition/helpers";
import { deploy, ExecutionEventType } from "@nomicfoundation/ignition-core";
import type {
  DeployConfig,
  DeploymentParameters,
  DeploymentResult,
  EIP1193Provider,
  ExecutionEventListener,
  IgnitionModule,
} from "@nomicfoundation/ignition-core";
import type { Provider } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { dearness, within } from "./maxFee.ts";
import { resume } from "./resume.ts";

/** One run of Ignition. */
export interface Ignition {
  readonly provider: Provider;
  readonly rawProvider: EIP1193Provider;
  readonly module: IgnitionModule;
  readonly parameters: DeploymentParameters;
  /** Whether through the factory that gives the same address on every chain. */
  readonly sameAddress: boolean;
  /** The first of them deploys. */
  readonly accounts: readonly string[];
  /** Folder of the journal; undefined for none. */
  readonly folder?: string;
  readonly pace: Partial<DeployConfig>;
  /** The most a transaction offers for a unit of gas, in wei; undefined for whatever the client names. */
  readonly maxFee?: bigint;
  readonly onSent?: (id: string, hash: string) => void;
  readonly onConfirmed?: (id: string, hash: string) => void;
}

/**
 * Runs Ignition with the salt of the configuration. Unlike its own task it keeps the journal where it is told.
 *
 * When resumed it expects the nonce after the highest that is under way, though the client may have told it of later ones before: it then
 * refuses, having confirmed what was under way, and is right when run again, once the journal is in order. Without one it would deploy anew.
 *
 * @throws UsageError if a transaction would have to offer more for its gas than is allowed; what Ignition throws.
 */
export async function ignite(hre: HardhatRuntimeEnvironment, run: Ignition): Promise<DeploymentResult> {
  try {
    return await igniteOnce(hre, run);
  } catch (error) {
    const { folder, provider, rawProvider } = run;
    const { NONCE_TOO_HIGH } = HardhatError.ERRORS.IGNITION.EXECUTION;
    if (folder === undefined || !HardhatError.isHardhatError(error, NONCE_TOO_HIGH)) throw error;
    await resume({ folder, provider, rawProvider, artifacts: new HardhatArtifactResolver(hre.artifacts) });
    return igniteOnce(hre, run);
  }
}

async function igniteOnce(hre: HardhatRuntimeEnvironment, run: Ignition): Promise<DeploymentResult> {
  const { maxFee, rawProvider } = run;
  if (maxFee === undefined) return await deploy(parametersOf(hre, run));
  const limited = { ...parametersOf(hre, run), provider: within(maxFee, rawProvider), maxFeePerGasLimit: maxFee };
  return await deploy(limited).catch((error: unknown) => {
    throw dearness(error, maxFee);
  });
}

function parametersOf(hre: HardhatRuntimeEnvironment, run: Ignition): Parameters<typeof deploy>[0] {
  const accounts = run.accounts.map(inCapitals);
  return {
    provider: run.rawProvider,
    artifactResolver: new HardhatArtifactResolver(hre.artifacts),
    ignitionModule: run.module,
    deploymentParameters: run.parameters,
    ...(run.folder === undefined ? {} : { deploymentDir: run.folder }),
    accounts,
    ...(accounts[0] === undefined ? {} : { defaultSender: accounts[0] }),
    config: run.pace,
    executionEventListener: listener(run),
    ...(run.sameAddress
      ? {
          strategy: "create2" as const,
          strategyConfig: { salt: hre.config.ignition.strategyConfig?.create2?.salt ?? "" },
        }
      : { strategy: "basic" as const }),
  };
}

/**
 * Ignition goes through contracts with a transaction under way before the others, by comparing senders as text with one of capital Fs for "none
 * yet". A sender in small letters that begins with a to f comes after that, and a dropped transaction is then never sent again.
 */
function inCapitals(address: string): string {
  return `0x${address.slice("0x".length).toUpperCase()}`;
}

function listener({ onSent, onConfirmed }: Ignition): ExecutionEventListener {
  const silent = Object.values(ExecutionEventType).map((type) => [
    type.toLowerCase().replace(/_[a-z]/g, (letters) => letters.slice(1).toUpperCase()),
    () => Promise.resolve(),
  ]);
  const told: Partial<ExecutionEventListener> = {
    transactionSend: ({ futureId, hash }) => Promise.resolve(onSent?.(futureId, hash)),
    transactionConfirm: ({ futureId, hash }) => Promise.resolve(onConfirmed?.(futureId, hash)),
  };
  return { ...(Object.fromEntries(silent) as ExecutionEventListener), ...told };
}
