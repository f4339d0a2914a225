import type { DeploymentRecord } from "allonge";
import { isAddress } from "ethers";

/** A chain that the page reads, as `desk.json` beside the page names it. */
export interface DeskChain {
  readonly chainId: number;
  readonly name: string;
  /** Where it is asked; nothing else is. */
  readonly rpc: string;
  /** A block explorer's address, without a slash at its end; null for none. */
  readonly explorer: string | null;
  /** Whether it is a chain of one's own, whose clock can be moved and whose accounts are open to the page. */
  readonly isOwn: boolean;
  readonly record: DeploymentRecord;
}

/** What the file says cannot be used. The message is one line. */
export class DeskConfigError extends Error {
  override readonly name = "DeskConfigError";
}

const FILE = "desk.json";

/** Reads which chains there are. @throws DeskConfigError if the file is missing or cannot be taken. */
export async function loadDesk(): Promise<readonly DeskChain[]> {
  const answer = await fetch(`./${FILE}`, { cache: "no-cache" }).catch(() => null);
  if (answer?.ok !== true) throw new DeskConfigError(`${FILE}: is not beside the page`);
  const json: unknown = await answer.json().catch(() => null);
  return parseDesk(json);
}

/** @throws DeskConfigError naming what is wrong. */
export function parseDesk(json: unknown): readonly DeskChain[] {
  const { chains } = (json ?? {}) as { chains?: unknown };
  if (!Array.isArray(chains) || chains.length === 0) throw new DeskConfigError(`${FILE}: chains: names no chain`);
  return chains.map((each: unknown, place) =>
    chainFrom(each as Record<string, unknown>, `${FILE}: chains[${String(place)}]`),
  );
}

function chainFrom({ name, rpc, explorer, own, record }: Record<string, unknown>, where: string): DeskChain {
  if (typeof name !== "string" || name === "") throw new DeskConfigError(`${where}.name: missing`);
  if (typeof rpc !== "string" || !/^https?:\/\//.test(rpc))
    throw new DeskConfigError(`${where}.rpc: is no http address`);
  const parsed = recordFrom(record, `${where}.record`);
  return {
    chainId: parsed.chainId,
    name,
    rpc,
    explorer: typeof explorer === "string" && explorer !== "" ? explorer.replace(/\/$/, "") : null,
    isOwn: own === true,
    record: parsed,
  };
}

/** What the page needs of a deployment record; the whole of it was checked when the file was written. */
function recordFrom(record: unknown, where: string): DeploymentRecord {
  const { chainId, startBlock, contracts } = (record ?? {}) as Partial<Record<string, unknown>>;
  for (const [name, value] of Object.entries({ chainId, startBlock })) {
    if (!Number.isSafeInteger(value)) throw new DeskConfigError(`${where}.${name}: is no whole number`);
  }
  const addresses = Object.entries((contracts ?? {}) as Record<string, unknown>);
  if (addresses.length === 0) throw new DeskConfigError(`${where}.contracts: names no contract`);
  for (const [name, address] of addresses) {
    if (!isAddress(address)) throw new DeskConfigError(`${where}.contracts.${name}: is no address`);
  }
  return record as DeploymentRecord;
}
