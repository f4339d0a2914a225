import type { DayCountConvention } from "../../src/math/dayCount.ts";

/** A convention, and what QuantLib calls the one it is compared with. */
export interface Pair {
  readonly convention: DayCountConvention;
  /** Class and convention, as Python spells them. */
  readonly counter: string;
}

/** Every convention of a note. The second 30/360 is no convention of a note's: it shows what the bare label "30/360" hides. */
export const PAIRS: readonly Pair[] = [
  { convention: "ACT_365F", counter: "Actual365Fixed" },
  { convention: "ACT_360", counter: "Actual360" },
  { convention: "ACT_ACT_ISDA", counter: "ActualActual.ISDA" },
  { convention: "THIRTY_360_BB", counter: "Thirty360.BondBasis" },
  { convention: "THIRTY_360_BB", counter: "Thirty360.USA" },
  { convention: "THIRTY_E_360", counter: "Thirty360.EurobondBasis" },
  { convention: "THIRTY_E_360_ISDA", counter: "Thirty360.ISDA" },
  { convention: "NL_365", counter: "Actual365Fixed.NoLeap" },
];

/** Calendars of QuantLib's that the New York calendar is compared with; the first is nearest to it. */
export const CALENDARS = ["UnitedStates.FederalReserve", "UnitedStates.Settlement", "UnitedStates.NYSE"] as const;

/** A calendar of QuantLib's. */
export type CalendarName = (typeof CALENDARS)[number];
