import { counted } from "../../wording/numbers.ts";
import type { Draft } from "../draft.ts";
import type { Fault } from "../finding.ts";

const DAYS_OF_YEAR = 365;

/** Periods of default: what runs out with them, and how many days it takes at least to do something against it. */
const PERIODS = [
  { field: "default.graceDays", fact: "Unpaid debt", since: "the demand", least: null },
  {
    field: "default.dismissalDays",
    fact: "A bankruptcy petition by others",
    since: "it was filed",
    least: { days: 21, why: "a petition may be answered within 21" },
  },
  {
    field: "default.judgmentDays",
    fact: "A judgment",
    since: "it was entered",
    least: { days: 30, why: "an appeal may be taken within 30" },
  },
] as const;

/** A default before anybody could avert it. */
export function periodShort(draft: Draft): readonly Fault[] {
  return PERIODS.flatMap(({ field, fact, since, least }) => {
    const days = draft.count(field);
    if (days === null || least === null || days >= least.days) return [];
    return [
      {
        code: "period-short",
        field,
        message: `${fact} is a default ${counted(String(days), "day")} after ${since}, and ${least.why}.`,
      },
    ];
  });
}

/** A default that hardly ever comes. */
export function periodLong(draft: Draft): readonly Fault[] {
  return PERIODS.flatMap(({ field, fact, since }) => {
    const days = draft.count(field);
    if (days === null || days <= DAYS_OF_YEAR) return [];
    return [
      {
        code: "period-long",
        field,
        message: `${fact} is no default until ${days} days after ${since}, ${counted(String(Math.floor(days / DAYS_OF_YEAR)), "year")} or more.`,
      },
    ];
  });
}
