import { dayOf, isoOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import type { TermSheet } from "./termSheet.ts";
import { counted } from "../wording/numbers.ts";

const FIRST_DAY = dayOf("1970-01-01");
const LAST_DAY = dayOf("9999-12-31");
const FIRST_DAY_OF_A_PREDECESSOR = dayOf("0001-01-01");

/** A term sheet whose dates have been moved, and by how many days: negative for back. */
export interface Rebased {
  readonly sheet: TermSheet;
  readonly days: number;
}

/**
 * A term sheet with every date moved by as many days, so that it is dated as wished: an old note made today, with the same number of days
 * between any two of its dates, and so the same interest wherever actual days are counted. Weekends, holidays and conventions that look at months
 * or leap years fall as they fall.
 *
 * The hash of the document is left out, because the prose has other dates; the title says that the dates were moved. A sheet that is
 * dated so already comes back as it is.
 *
 * @param dated What the sheet is to be dated.
 * @throws RangeError naming the field whose date would be before 1970-01-01 (a replaced note's, before year 1) or after 9999-12-31.
 * @example rebase(sheet, dayOf("2026-01-02")).days // 8038 for the sample: 2003-12-31 becomes 2026-01-02, and 2007-01-01, 2029-01-03
 */
export function rebase(sheet: TermSheet, dated: Day): Rebased {
  const days = dated - dayOf(sheet.dated);
  if (days === 0) return { sheet, days };

  const move = (field: string, iso: string, first = FIRST_DAY): string => moved(field, iso, days, first);
  const { conversion, replaces } = sheet;
  const rebased: TermSheet = {
    ...sheet,
    title: `${sheet.title} (dates moved ${days > 0 ? "forward" : "back"} by ${counted(String(Math.abs(days)), "day")})`,
    dated: move("dated", sheet.dated),
    maturity: move("maturity", sheet.maturity),
  };
  delete rebased.document;
  if (conversion !== undefined) {
    rebased.conversion = { ...conversion, after: move("conversion.after", conversion.after) };
    if (conversion.until != null) rebased.conversion.until = move("conversion.until", conversion.until);
  }
  if (replaces !== undefined) {
    const first = FIRST_DAY_OF_A_PREDECESSOR;
    rebased.replaces = { ...replaces, dated: move("replaces.dated", replaces.dated, first) };
    if (replaces.assigned !== undefined) {
      rebased.replaces.assigned = move("replaces.assigned", replaces.assigned, first);
    }
  }
  return { sheet: rebased, days };
}

function moved(field: string, iso: string, days: number, first: Day): string {
  const day = dayOf(iso) + days;
  if (day >= first && day <= LAST_DAY) return isoOf(day);
  const [limit, side] = day < first ? [first, "before"] : [LAST_DAY, "after"];
  throw new RangeError(`${field}: "${iso}" moved by ${counted(String(days), "day")} is ${side} ${isoOf(limit)}`);
}
