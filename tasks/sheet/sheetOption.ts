import { dayOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { rebase } from "../../src/terms/rebase.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { UsageError } from "../command.ts";

/** The day that an option names; null if the option is not given. */
export function dayOption(name: string, value: string): Day | null {
  if (value === "") return null;
  try {
    return dayOf(value.trim());
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`--${name}: ${error.message}`) : error;
  }
}

/** A sheet with its dates moved as `--rebase` says, or as it is. */
export function rebased(file: string, sheet: TermSheet, dated: Day | null): TermSheet {
  if (dated === null) return sheet;
  try {
    return rebase(sheet, dated).sheet;
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`${file}: --rebase: ${error.message}`) : error;
  }
}
