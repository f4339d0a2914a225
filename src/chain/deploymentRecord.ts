import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { DeploymentRecordError, parseDeploymentRecord } from "./parseDeploymentRecord.ts";
import type { DeploymentRecord } from "./parseDeploymentRecord.ts";

// reading a file is for Node alone; what a page can use is in a module of its own
export { DeploymentRecordError, parseDeploymentRecord } from "./parseDeploymentRecord.ts";
export type { DeploymentRecord } from "./parseDeploymentRecord.ts";

/**
 * Where the record of a chain is kept: one file a chain.
 *
 * @param directory `deployments` unless the user names another.
 * @example deploymentRecordPath("deployments", 11155111) // "deployments/11155111.json"
 */
export function deploymentRecordPath(directory: string, chainId: number | bigint): string {
  return join(directory, `${chainId}.json`);
}

/**
 * Reads the record of a chain.
 *
 * @param directory `deployments` unless the user names another.
 * @example const { contracts, startBlock } = await readDeploymentRecord("deployments", 11155111n);
 * @throws DeploymentRecordError if there is none, or it is not one, or is of another chain.
 */
export async function readDeploymentRecord(directory: string, chainId: number | bigint): Promise<DeploymentRecord> {
  const path = deploymentRecordPath(directory, chainId);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    throw new DeploymentRecordError(
      `${path}: not found; nothing is deployed on chain ${chainId}, as far as is known here`,
    );
  }
  const record = parseDeploymentRecord(text, path);
  if (BigInt(record.chainId) !== BigInt(chainId)) {
    throw new DeploymentRecordError(`${path}: is of chain ${record.chainId}, not ${chainId}`);
  }
  return record;
}

/**
 * Writes the record of a chain, whole or not at all; the folder is made if need be.
 *
 * @returns The file's path.
 */
export async function writeDeploymentRecord(directory: string, record: DeploymentRecord): Promise<string> {
  const path = deploymentRecordPath(directory, record.chainId);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(record, null, 2)}\n`);
  await rename(`${path}.new`, path);
  return path;
}
