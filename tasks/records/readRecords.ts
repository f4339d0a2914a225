import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { OtherTermSheetError } from "../../src/chain/noteFacts.ts";
import { readNoteFacts } from "../../src/chain/readNoteFacts.ts";
import { dayOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import type { NoteFacts } from "../../src/records/noteFacts.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { UsageError } from "../command.ts";
import { openNote } from "../live/openNote.ts";
import { readingProgress } from "../live/readingProgress.ts";

/** What every command about a note's records is told. */
export interface NoteArguments {
  readonly id: string;
  readonly sheet: string;
  readonly deployments: string;
}

/**
 * Reads everything about a note on the chain that `--network` names.
 *
 * @throws UsageError if there is no such note, or the term sheet is another's.
 */
export async function readRecords(
  hre: HardhatRuntimeEnvironment,
  { id, sheet: path, deployments }: NoteArguments,
): Promise<NoteFacts> {
  const sheet = path === "" ? null : await readTermSheet(path);
  const place = await openNote(hre, id, deployments);
  const progress = readingProgress(place.record.startBlock);
  try {
    return await readNoteFacts(place, { sheet, onProgress: progress.show });
  } catch (error) {
    throw error instanceof OtherTermSheetError ? new UsageError(`--sheet: ${path} ${error.message}`) : error;
  } finally {
    progress.clear();
  }
}

/**
 * A day as an option names it; null if it was not given.
 *
 * @throws UsageError naming the option, if it is no date.
 */
export function dayIn(option: string, iso: string): Day | null {
  if (iso === "") return null;
  try {
    return dayOf(iso);
  } catch (error) {
    throw new UsageError(`${option}: ${(error as RangeError).message}`);
  }
}

/** Does what a day in an option was meant for; what is wrong with the day is said with the option. */
export function within<Result>(option: string | ((error: RangeError) => string), work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${typeof option === "string" ? option : option(error)}: ${error.message}`);
  }
}
