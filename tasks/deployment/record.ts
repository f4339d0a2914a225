import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { deploymentRecordPath, readDeploymentRecord, writeDeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import type { DeploymentRecord } from "../../src/chain/deploymentRecord.ts";
import { commitOf, compilerOf } from "./builtFrom.ts";
import type { Entry } from "./journal.ts";
import type { Place } from "./place.ts";

const CONTRACTS = {
  PromissoryNotes: "Notes#PromissoryNotes",
  NoteLens: "Notes#NoteLens",
  NewYorkCalendar: "Calendars#NewYorkCalendar",
  UTCCalendar: "Calendars#UTCCalendar",
  ControlRegistry: "Registry#ControlRegistry",
  CommonStockFactory: "Stock#CommonStockFactory",
} as const;

/**
 * Writes the record of a finished deployment, unless there is one that says the same of its contracts: what an earlier run was built from
 * stands. A record that is missing may name the present build, since Ignition goes on only with the same code.
 */
export async function keepRecord(
  hre: HardhatRuntimeEnvironment,
  { network, chainId }: Place,
  deployments: string,
  journal: ReadonlyMap<string, Entry>,
): Promise<{ record: DeploymentRecord; path: string }> {
  const path = deploymentRecordPath(deployments, chainId);
  const addressOf = (id: string) => journal.get(id)?.address ?? "";
  const testDollar = addressOf("TestDollar#Dollar");
  const contracts = {
    ...(Object.fromEntries(
      Object.entries(CONTRACTS).map(([name, id]) => [name, addressOf(id)]),
    ) as unknown as DeploymentRecord["contracts"]),
    ...(testDollar === "" ? {} : { TestDollar: testDollar }),
  };
  const kept = await readDeploymentRecord(deployments, chainId).catch(() => null);
  if (kept !== null && JSON.stringify(kept.contracts) === JSON.stringify(contracts)) return { record: kept, path };
  const record = {
    chainId: Number(chainId),
    network,
    startBlock: journal.get(CONTRACTS.PromissoryNotes)?.block ?? 0,
    contracts,
    commit: await commitOf(hre.config.paths.root),
    compiler: await compilerOf(hre),
  };
  await writeDeploymentRecord(deployments, record);
  return { record, path };
}
