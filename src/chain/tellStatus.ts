import { isoOf } from "../math/civilDate.ts";
import type { NoteFact, Standing } from "./noteOnDay.ts";
import { saidOf } from "./noteWords.ts";

/**
 * Where a note stands, since when and why, in one sentence without a full stop.
 *
 * @example tellStatus(note) // "In default since 2007-01-17: non-payment after notice and demand of 2007-01-03"
 */
export function tellStatus({ status, since, defaults, dueOn, payableThrough }: Standing): string {
  const day = isoOf(since);
  switch (status) {
    case "outstanding":
      return `Outstanding since ${day}, due on ${isoOf(dueOn)}`;
    case "due":
      return `Due since ${day}, payable as on that day through ${isoOf(payableThrough)}`;
    case "overdue":
      return `Overdue since ${day}: the last day to pay was ${isoOf(payableThrough)}`;
    case "default":
      return `In default since ${day}: ${defaults.map(tellFact).join("; ")}`;
    case "paid":
      return `Paid on ${day}`;
    case "converted":
      return `Converted on ${day}`;
    case "replaced":
      return `Replaced by another note on ${day}`;
    case "released":
      return `Released on ${day}`;
  }
}

/** A fact as the reason of something. @example "judgment “Monroe County” of 2006-03-01" */
export function tellFact({ kind, name, occurred }: Pick<NoteFact, "kind" | "name" | "occurred">): string {
  const own = kind === "nonPayment" || kind === "assignment";
  return `${saidOf(kind)}${own ? "" : ` “${name}”`} of ${isoOf(occurred)}`;
}
