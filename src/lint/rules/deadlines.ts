import { civil, dayOf, isoOf } from "../../math/civilDate.ts";
import type { Draft } from "../draft.ts";
import { weekdayOf } from "../../wording/days.ts";
import { deadlinesOf, isWeekend } from "../figures.ts";
import type { Fault } from "../finding.ts";

/** Weekends and holidays beyond it are not reckoned with. */
const LAST_DAY = dayOf("9999-12-01");

const MOST_YEARS = 30;

/** Interest needs a day to run. */
export function maturityNotAfterDated(draft: Draft): readonly Fault[] {
  const [dated, maturity] = [draft.day("dated"), draft.day("maturity")];
  if (dated === null || maturity === null || maturity > dated) return [];
  return [
    {
      code: "maturity-not-after-dated",
      field: "maturity",
      message: `Maturity, ${isoOf(maturity)}, is not after ${isoOf(dated)}, the day the note is dated.`,
    },
  ];
}

/** A year of another century. */
export function maturityRemote(draft: Draft): readonly Fault[] {
  const [dated, maturity] = [draft.day("dated"), draft.day("maturity")];
  if (dated === null || maturity === null) return [];
  const [from, to] = [civil(dated), civil(maturity)];
  const began = from.month > to.month || (from.month === to.month && from.day >= to.day);
  const years = to.year - from.year - (began ? 1 : 0);
  if (years < MOST_YEARS) return [];
  return [
    {
      code: "maturity-remote",
      field: "maturity",
      message: `Maturity, ${isoOf(maturity)}, is more than ${years} years after ${isoOf(dated)}, the day the note is dated.`,
    },
  ];
}

/** Maturity when banks are closed. */
export function maturityOnNonBusinessDay(draft: Draft): readonly Fault[] {
  const deadlines = deadlinesOf(draft);
  if (deadlines === null || deadlines.calendar.isBusinessDay(deadlines.maturity)) return [];
  const { maturity } = deadlines;
  const reason = isWeekend(maturity)
    ? `a ${weekdayOf(maturity)}`
    : `a ${weekdayOf(maturity)} and a public holiday of New York`;
  return [
    {
      code: "maturity-on-non-business-day",
      field: "maturity",
      message: `Maturity, ${isoOf(maturity)}, is ${reason}.`,
    },
  ];
}

/** The last day to pay, where that is not maturity. */
export function lastDayToPayExtended(draft: Draft): readonly Fault[] {
  const deadlines = deadlinesOf(draft);
  if (deadlines === null || deadlines.lastDayToPay === deadlines.maturity) return [];
  const { maturity, lastDayToPay } = deadlines;
  return [
    {
      code: "last-day-to-pay-extended",
      field: "maturity",
      message:
        `The last day to pay is ${weekdayOf(lastDayToPay)}, ${isoOf(lastDayToPay)}, and not maturity, ` +
        `${isoOf(maturity)}; interest stops at maturity all the same.`,
    },
  ];
}

/** A day on which nobody can pay, and no other day instead. */
export function deadlineNotExtended(draft: Draft): readonly Fault[] {
  const deadlines = deadlinesOf(draft);
  if (deadlines === null || deadlines.extended || deadlines.calendar.isBusinessDay(deadlines.maturity)) return [];
  const { calendar, maturity } = deadlines;
  return [
    {
      code: "deadline-not-extended",
      field: "calendar.extendDeadlines",
      message: `Payment is due on ${isoOf(maturity)} itself, which is no business day, and not on ${isoOf(calendar.roll(maturity))}, the next that is.`,
    },
  ];
}

/**
 * The first day that can be a default by non-payment, where weekends or holidays move it.
 *
 *     counted  = maturity + 1 + grace + 1
 *     computed = roll(roll(maturity) + 1 + grace) + 1
 *
 * Maturity 2007-01-01, ten days of grace: counted, 2007-01-13; demand on 2007-01-03, grace through 2007-01-16, and so 2007-01-17.
 */
export function firstDefaultExtended(draft: Draft): readonly Fault[] {
  const deadlines = deadlinesOf(draft);
  const grace = draft.count("default.graceDays");
  if (deadlines === null || grace === null || !deadlines.extended) return [];
  const { calendar, maturity, lastDayToPay } = deadlines;
  const demand = lastDayToPay + 1;
  if (demand + grace > LAST_DAY) return [];
  const lastOfGrace = calendar.roll(demand + grace);
  const counted = maturity + 1 + grace + 1;
  if (lastOfGrace + 1 === counted) return [];
  return [
    {
      code: "first-default-extended",
      field: "default.graceDays",
      message:
        `Demanded at once, on ${isoOf(demand)}, payment is in time through ${isoOf(lastOfGrace)}, and non-payment is a default ` +
        `from ${isoOf(lastOfGrace + 1)}; counted without weekends and holidays it would be ${isoOf(counted)}.`,
    },
  ];
}

/** A weekend that the calendar does not know. */
export function weekendInUtc(draft: Draft): readonly Fault[] {
  const deadlines = deadlinesOf(draft);
  if (deadlines?.calendar.zone !== "UTC" || !isWeekend(deadlines.maturity)) return [];
  return [
    {
      code: "weekend-in-utc",
      field: "maturity",
      message: `Maturity, ${isoOf(deadlines.maturity)}, is a ${weekdayOf(deadlines.maturity)}, and in UTC a day like any other.`,
    },
  ];
}

/** No time to receive a demand and pay. */
export function noGrace(draft: Draft): readonly Fault[] {
  if (draft.count("default.graceDays") !== 0) return [];
  return [
    {
      code: "no-grace",
      field: "default.graceDays",
      message: "With 0 days of grace, a demand must be met on the day it is made.",
    },
  ];
}
