import type { Day, NoteOnChain } from "allonge";

import { owedOn } from "../../../../src/chain/noteOnDay.ts";

/** Days shown beyond the last day to pay, so that overdue interest is seen to run. */
const BEYOND = 180;
const POINTS = 160;

/** The last day shown. */
export function horizonOf({ today, terms }: Pick<NoteOnChain, "today" | "terms">): Day {
  return Math.max(terms.lastDayToPay, today) + BEYOND;
}

/** A day, and what is owed on it; currency units. */
export interface Point {
  readonly day: Day;
  readonly total: bigint;
}

/** What is owed from today through a day, at evenly spread days, and at each on which the figure bends. */
export function accrualOf(note: Pick<NoteOnChain, "today" | "terms" | "stored">, last: Day): readonly Point[] {
  const { today, terms, stored } = note;
  const span = last - today;
  const spread = Array.from({ length: POINTS + 1 }, (_, place) => today + Math.round((span * place) / POINTS));
  const bends = [terms.maturity, terms.lastDayToPay, terms.lastDayToPay + 1].filter(
    (day) => day >= today && day <= last,
  );
  const days = [...new Set([...spread, ...bends])].sort((one, other) => one - other);
  return days.map((day) => ({ day, total: owedOn(terms, stored, day).total }));
}
