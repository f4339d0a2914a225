import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { getAddress, isAddress } from "ethers";

import { UsageError } from "../command.ts";
import { isLocalChain } from "./chains.ts";
import type { Entry } from "./journal.ts";

/** Where the registrar may be named. */
interface Named {
  /** What the user wrote; empty if nothing. */
  readonly option: string;
  /** Folder of Ignition's modules and parameters. */
  readonly ignition: string;
  readonly network: string;
  readonly chainId: bigint;
  readonly journal: ReadonlyMap<string, Entry>;
  readonly deployer: string;
}

/**
 * Who writes in the register of control: as the option says, or the network's parameter file, or an earlier run; on a local chain the deployer
 * if none does.
 *
 * @throws UsageError if what is named is no address, or on a public chain nobody is.
 */
export async function registrarOf(named: Named): Promise<string> {
  const { option, ignition, network, chainId, journal, deployer } = named;
  if (option !== "") return addressOf(option, "--registrar");
  const path = join(ignition, "parameters", `${network}.json`);
  const written = await registrarIn(path);
  if (written !== undefined) return addressOf(written, `${path}: Registry.registrar`);
  const earlier = journal.get("Registry#ControlRegistry")?.constructorArguments[0];
  if (typeof earlier === "string") return earlier;
  if (isLocalChain(chainId)) return deployer;
  throw new UsageError(`--registrar: missing, and ${path} does not name one; it writes in the register of control`);
}

async function registrarIn(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch {
    return undefined;
  }
  try {
    return (JSON.parse(text) as { Registry?: { registrar?: unknown } }).Registry?.registrar;
  } catch (error) {
    throw new UsageError(`${path}: is no JSON: ${(error as Error).message}`);
  }
}

function addressOf(written: unknown, where: string): string {
  if (typeof written !== "string" || !isAddress(written)) {
    throw new UsageError(
      `${where}: "${String(written)}" is no address: 0x and 40 hexadecimal digits, with the capitals of its checksum or with none`,
    );
  }
  return getAddress(written);
}
