import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { readNote } from "../../src/chain/readNote.ts";
import { run } from "../command.ts";
import { noteEntry } from "./noteFigures.ts";
import { openNote } from "./openNote.ts";
import { readingProgress } from "./readingProgress.ts";

interface ShowArguments {
  readonly id: string;
  readonly deployments: string;
  readonly json: boolean;
}

/** `npx hardhat note show --id N --network X [--json]` */
export default async function showTask(
  { id: number, deployments, json }: ShowArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    const { id, notes, lens, record, chainId } = await openNote(hre, number, deployments);
    const progress = readingProgress(record.startBlock);
    const note = await readNote({ notes, lens }, id, { fromBlock: record.startBlock, onProgress: progress.show });
    progress.clear();
    const entry = noteEntry(note, { chainId, contract: record.contracts.PromissoryNotes });
    if (json) return JSON.stringify(entry, null, 2);
    const { noteTable } = await import("./showTable.ts");
    return noteTable(note, entry);
  });
}
