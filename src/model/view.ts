import type { Day } from "../math/civilDate.ts";
import type { Rational } from "../math/rational.ts";
import { isConvertible, pricePerShare } from "./conversion.ts";
import { standingDefaults } from "./default.ts";
import { statementOf } from "./interest.ts";
import type { Statement } from "./interest.ts";
import { isPayable } from "./prepayment.ts";
import type { Ending, FactKind, NoteState, Party, World } from "./state.ts";

/** Where a note stands. The last four are endings. */
export type Status = "outstanding" | "due" | "overdue" | "default" | Ending;

/** A default that stands. */
export interface StandingDefault {
  readonly name: string;
  readonly kind: FactKind;
  /** First day of the default. */
  readonly begins: Day;
}

/** A note as it shows on a day, or on the day it ended; amounts in the currency's smallest unit. */
export interface View extends Statement {
  readonly status: Status;
  /** Null once the note has ended. */
  readonly holder: Party | null;
  readonly obligor: Party;
  /** Maturity, or the first day of the earliest standing default if that is earlier. */
  readonly dueOn: Day;
  /** Last day to pay. */
  readonly payableThrough: Day;
  /** Whether a payment would be taken. */
  readonly payable: boolean;
  /** Whether the window of conversion is open. */
  readonly convertible: boolean;
  /** Currency units per whole share of today; null without a right of conversion. */
  readonly pricePerShare: Rational | null;
  /** In the order of recording. */
  readonly defaults: readonly StandingDefault[];
  /** What is owed on any later day if nothing is done before. */
  statementOn(day: Day): Statement;
}

/**
 * A note as it shows on a day, which is not before the last act.
 *
 * @example view(world, dayOf("2007-01-02")).total // 250682803191n
 */
export function view(world: World, today: Day): View {
  const { note } = world;
  const day = note.ended === null ? today : Math.min(today, note.ended.on);
  const defaults = standingDefaults(note, day).map(({ name, kind, begins }) => ({ name, kind, begins }));
  return {
    ...statementOf(note.terms, note.debt, day),
    status: statusOf(note, day),
    holder: note.ended === null ? note.holder : null,
    obligor: note.obligor,
    dueOn: Math.min(note.terms.maturity, ...defaults.map(({ begins }) => begins)),
    payableThrough: note.terms.lastDayToPay,
    payable: note.ended === null && isPayable(note, day),
    convertible: isConvertible(note, day),
    pricePerShare: pricePerShare(world),
    defaults,
    statementOn: (later) => statementOf(note.terms, note.debt, later),
  };
}

/** Where a note stands on a day: an ending, else a standing default, else what the calendar says. */
export function statusOf(note: Pick<NoteState, "terms" | "facts" | "ended">, day: Day): Status {
  if (note.ended !== null) return note.ended.how;
  if (standingDefaults(note, day).length > 0) return "default";
  if (day < note.terms.maturity) return "outstanding";
  return day <= note.terms.lastDayToPay ? "due" : "overdue";
}
