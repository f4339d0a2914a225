import { DeploymentResultType } from "@nomicfoundation/ignition-core";
import type { DeploymentResult } from "@nomicfoundation/ignition-core";
import { HardhatError } from "@nomicfoundation/hardhat-errors";

import { UsageError } from "../command.ts";

/** What to do about most of what can go wrong. */
export const AGAIN = "run the command again and it goes on where it stopped";

/** How the factory says that a contract is at the address already. */
const ADDRESS_TAKEN = "FailedContractCreation";

type Unsuccessful = Exclude<DeploymentResult, { type: DeploymentResultType.SUCCESSFUL_DEPLOYMENT }>;

/** What Ignition did not do, as one line. */
export function failureOf(result: Unsuccessful, folder: string): UsageError {
  switch (result.type) {
    case DeploymentResultType.RECONCILIATION_ERROR:
      return new UsageError(
        `the journal in ${folder} is of a deployment that differs (${listed(result.errors)}); a journal stands for one build, one registrar and one way of deploying: name another folder with --deployments`,
      );
    case DeploymentResultType.EXECUTION_ERROR: {
      const taken = result.failed.filter(({ error }) => error.includes(ADDRESS_TAKEN)).map(({ futureId }) => futureId);
      if (taken.length > 0) {
        return new UsageError(
          `--same-address: already there, deployed by somebody else with the same code and salt: ${taken.join(", ")}; use that deployment`,
        );
      }
      const failed = result.failed.map(({ futureId, error }) => `${futureId}: ${error}`);
      const late = result.timedOut.map(({ futureId }) => `${futureId}: not mined in time`);
      return new UsageError(`not all was deployed (${[...failed, ...late].join("; ")}); ${AGAIN}`);
    }
    case DeploymentResultType.VALIDATION_ERROR:
    case DeploymentResultType.PREVIOUS_RUN_ERROR:
      return new UsageError(`nothing was deployed (${listed(result.errors)})`);
  }
}

/** What went wrong between here and the chain, as one line that says what to do. */
export function interruptionOf(error: unknown, network: string): unknown {
  if (error instanceof UsageError || !(error instanceof Error)) return error;
  const { NETWORK } = HardhatError.ERRORS.CORE;
  if (HardhatError.isHardhatError(error, NETWORK.NETWORK_TIMEOUT)) {
    return new UsageError(`${network}: the client did not answer in time; ${AGAIN}`);
  }
  if (HardhatError.isHardhatError(error, NETWORK.CONNECTION_REFUSED)) {
    return new UsageError(`${network}: no client listens at its address; when one does, ${AGAIN}`);
  }
  if ("code" in error && error.code === LIMIT_EXCEEDED) {
    return new UsageError(`${network}: the client answers no more requests for now (429); wait, then ${AGAIN}`);
  }
  return new UsageError(`${network}: ${withoutNumber(error.message)}; ${AGAIN}`);
}

/** JSON-RPC's number for too many requests. */
const LIMIT_EXCEEDED = -32005;

function withoutNumber(message: string): string {
  return message.replace(/^HHE\d+: /, "").replace(/\.?\s*$/, "");
}

function listed(errors: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(errors)
    .flatMap(([id, said]) => said.map((text) => `${id}: ${text}`))
    .join("; ");
}
