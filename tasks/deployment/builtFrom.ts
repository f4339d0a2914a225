import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import type { DeploymentRecord } from "../../src/chain/deploymentRecord.ts";

interface BuildInformation {
  readonly solcVersion: string;
  readonly input: {
    readonly settings: {
      readonly evmVersion: string;
      readonly viaIR?: boolean;
      readonly optimizer: { readonly runs: number };
    };
  };
}

/** What decides the code that is deployed, as Git names paths. */
const SOURCES = ["contracts", "ignition/modules", "hardhat.config.ts", "package-lock.json"];

/** The commit the sources are of, with "-dirty" if they differ from it; "unknown" away from a repository. */
export async function commitOf(root: string): Promise<string> {
  const git = async (...args: string[]) => (await promisify(execFile)("git", args, { cwd: root })).stdout.trim();
  try {
    const commit = await git("rev-parse", "HEAD");
    const changed = await git("status", "--porcelain", "--", ...SOURCES);
    return changed === "" ? commit : `${commit}-dirty`;
  } catch {
    return "unknown";
  }
}

/** How `PromissoryNotes` was compiled, by the build's own word. */
export async function compilerOf({ artifacts }: HardhatRuntimeEnvironment): Promise<DeploymentRecord["compiler"]> {
  const id = await artifacts.getBuildInfoId("contracts/PromissoryNotes.sol:PromissoryNotes");
  const path = id === undefined ? undefined : await artifacts.getBuildInfoPath(id);
  if (path === undefined) throw new Error("PromissoryNotes has not been built");
  const { solcVersion, input } = JSON.parse(await readFile(path, "utf8")) as BuildInformation;
  const { evmVersion, viaIR, optimizer } = input.settings;
  return { version: solcVersion, evmVersion, viaIR: viaIR ?? false, optimizerRuns: optimizer.runs };
}
