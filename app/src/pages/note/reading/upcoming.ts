import type { Calendar } from "../../../../../src/calendar/calendar.ts";
import type { NoteOnChain } from "../../../../../src/chain/noteOnChain.ts";
import { tellFact } from "../../../../../src/chain/tellStatus.ts";
import type { Day } from "../../../../../src/math/civilDate.ts";
import { shortened } from "../../../../../src/wording/shortened.ts";

/** Something that comes by itself if nothing is done before. */
export interface Upcoming {
  readonly key: string;
  /** In a few words. */
  readonly what: string;
  /** What it means, in a sentence. */
  readonly meaning: string;
  readonly day: Day;
  /** Whether it comes as that day begins, or lasts through its end. */
  readonly when: "from" | "through";
  /** Second of the day's beginning or of its end, since 1970-01-01T00:00:00Z; null if the note's calendar is not known here. */
  readonly moment: number | null;
}

type Dated = Omit<Upcoming, "moment">;

/** What of a note the days to come follow from. */
export type UpcomingSource = Pick<
  NoteOnChain,
  "today" | "ending" | "terms" | "window" | "facts" | "consent" | "prepaymentUntil" | "recovery" | "stored"
>;

/**
 * What comes by itself, the soonest first: nothing once the note has ended.
 *
 * @example upcoming(note)[0]?.what // "The right to convert opens"
 */
export function upcoming(note: UpcomingSource): Upcoming[] {
  if (note.ending !== null) return [];
  const { calendar } = note.terms;
  return [...ofTerms(note), ...ofFacts(note), ...ofPermissions(note)]
    .filter(({ day, when }) => (when === "from" ? day > note.today : day >= note.today))
    .map((event) => ({ ...event, moment: calendar === null ? null : momentOf(event, calendar) }))
    .sort((one, other) => boundary(one) - boundary(other));
}

function ofTerms({ terms, window }: UpcomingSource): Dated[] {
  const { maturity, lastDayToPay, overdue } = terms;
  const late =
    overdue === null
      ? "Later, the note is overdue."
      : "Later, the note is overdue, and overdue interest runs from maturity.";
  const moved = lastDayToPay === maturity ? "" : " Maturity is no business day.";
  const due: Dated[] = [
    {
      key: "due",
      what: "The note falls due",
      meaning: "Everything owed can be paid and is due. Interest stops.",
      day: maturity,
      when: "from",
    },
    {
      key: "last day to pay",
      what: "The last day to pay ends",
      meaning: `Payment until then counts as made on maturity.${moved} ${late}`,
      day: lastDayToPay,
      when: "through",
    },
  ];
  if (window === null) return due;
  const opens: Dated = {
    key: "window opens",
    what: "The right to convert opens",
    meaning: "From then on the lender may take shares for what is owed.",
    day: window.opensOn,
    when: "from",
  };
  const closes: readonly Dated[] =
    window.closesOn === null
      ? []
      : [
          {
            key: "window closes",
            what: "The right to convert ends",
            meaning: "After that nothing can be converted any more.",
            day: window.closesOn,
            when: "through",
          },
        ];
  return [opens, ...closes, ...due];
}

function ofFacts({ facts, today }: UpcomingSource): Dated[] {
  return facts
    .filter(({ open, begins }) => open && begins > today)
    .map((fact) => ({
      key: `fact ${String(fact.ordinal)}`,
      what: fact.kind === "nonPayment" ? "The days of grace end" : "The time to cure ends",
      meaning:
        fact.kind === "nonPayment"
          ? `If principal is still owed by then, the ${tellFact(fact)} is a default, and everything is due at once.`
          : `Unless cured by then, the ${tellFact(fact)} is a default, and everything is due at once.`,
      day: fact.begins - 1,
      when: "through",
    }));
}

function ofPermissions({ consent, prepaymentUntil, recovery }: UpcomingSource): Dated[] {
  const found: Dated[] = [];
  if (consent !== null) {
    found.push({
      key: "consent",
      what: "The consent to a transfer lapses",
      meaning: `Until then the lender may transfer the note to ${shortened(consent.to)}, once.`,
      day: consent.until,
      when: "through",
    });
  }
  if (prepaymentUntil !== null) {
    found.push({
      key: "prepayment",
      what: "The permission to prepay lapses",
      meaning: "Until then the note may be paid before it is due.",
      day: prepaymentUntil,
      when: "through",
    });
  }
  if (recovery?.objectionThrough != null) {
    found.push({
      key: "recovery",
      what: "The days to object to the recovery end",
      meaning: "If the holder does nothing until then, the lost note may be moved to the new address.",
      day: recovery.objectionThrough,
      when: "through",
    });
  }
  return found;
}

function momentOf({ day, when }: Dated, calendar: Calendar): number {
  return calendar.startOf(when === "from" ? day : day + 1);
}

/** The day as whose beginning it can be ordered. */
function boundary({ day, when }: Dated): number {
  return when === "from" ? day : day + 1;
}
