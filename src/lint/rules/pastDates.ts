import { civil, dayOfCivil, isoOf } from "../../math/civilDate.ts";
import type { Day } from "../../math/civilDate.ts";
import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

/** The contract makes no note before its date. */
export function datedInFuture(draft: Draft): readonly Fault[] {
  const { today } = draft;
  const dated = draft.day("dated");
  if (today === null || dated === null || dated <= today) return [];
  return [
    {
      code: "dated-in-future",
      field: "dated",
      message: `The note is dated ${isoOf(dated)} and today is ${isoOf(today)}.`,
    },
  ];
}

/** Interest for more than a year before the note is made. */
export function datedLongPast(draft: Draft): readonly Fault[] {
  const { today } = draft;
  const dated = draft.day("dated");
  if (today === null || dated === null || today <= yearAfter(dated)) return [];
  return [
    {
      code: "dated-long-past",
      field: "dated",
      message: `The note is dated ${isoOf(dated)}, more than a year before today, ${isoOf(today)}.`,
    },
  ];
}

/** A debt that is due already. */
export function maturityPast(draft: Draft): readonly Fault[] {
  const { today } = draft;
  const maturity = draft.day("maturity");
  if (today === null || maturity === null || maturity >= today) return [];
  return [
    {
      code: "maturity-past",
      field: "maturity",
      message: `Maturity, ${isoOf(maturity)}, is ${today - maturity} days before today, ${isoOf(today)}.`,
    },
  ];
}

/** A right that has ended already. */
export function conversionWindowPast(draft: Draft): readonly Fault[] {
  const { today } = draft;
  const until = draft.day("conversion.until");
  if (today === null || until === null || until >= today) return [];
  return [
    {
      code: "conversion-window-past",
      field: "conversion.until",
      message: `The last day to convert, ${isoOf(until)}, is before today, ${isoOf(today)}.`,
    },
  ];
}

function yearAfter(day: Day): Day {
  const { year, month, day: dayOfMonth } = civil(day);
  return dayOfCivil(year + 1, month, dayOfMonth);
}
