import { isoOf } from "../../math/civilDate.ts";
import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

/** A note is made, assigned, replaced, in this order. */
export function replacedNoteOutOfOrder(draft: Draft): readonly Fault[] {
  const days = ["replaces.dated", "replaces.assigned", "dated"].flatMap((field) => {
    const day = draft.day(field);
    return day === null ? [] : [{ field, day }];
  });
  return days.slice(0, -1).flatMap(({ field, day }, index) => {
    const later = days[index + 1];
    if (later === undefined || day <= later.day) return [];
    return [
      {
        code: "replaced-note-out-of-order",
        field,
        message: `The day in ${field}, ${isoOf(day)}, is after that in ${later.field}, ${isoOf(later.day)}.`,
      },
    ];
  });
}
