import type { NoteOnChain } from "allonge";
import type { ActName } from "allonge/acts";

import { fullDateOf } from "../../../src/wording/days.ts";

type Reason = (note: NoteOnChain) => string | null;

/** Why an act is not to be had as the note stands, before its form is filled in; the chain has the last word. */
const REASONS: Partial<Record<ActName, Reason>> = {
  convert: (note) => {
    if (note.window === null) return "the note has no right of conversion";
    if (note.convertible) return null;
    const { opensOn, closesOn } = note.window;
    if (note.today < opensOn) return `opens on ${momentAt(note, opensOn)}`;
    return closesOn === null ? null : `closed after ${fullDateOf(closesOn)}`;
  },
  pay: ({ payable, terms }) =>
    payable ? null : `cannot be paid before ${fullDateOf(terms.maturity)} unless the holder permits or calls it`,
  demand: ({ today, payableThrough, defaults }) =>
    today > payableThrough || defaults.length > 0
      ? null
      : `premature: the last day to pay is ${fullDateOf(payableThrough)}, and no default stands`,
  "revoke-prepayment": ({ prepaymentUntil }) => (prepaymentUntil === null ? "no permission stands" : null),
  "revoke-consent": ({ consent }) => (consent === null ? "no consent stands" : null),
  cure: ({ facts }) => (facts.some(({ open }) => open) ? null : "no fact is open"),
  waive: ({ facts }) => (facts.some(({ open }) => open) ? null : "no fact is open"),
  "revoke-recovery-consent": ({ recovery }) => (recovery?.consent == null ? "no consent to a recovery stands" : null),
  object: ({ recovery }) => (recovery === null ? "no recovery is under way" : null),
  recover: ({ recovery, today }) => {
    if (recovery?.objectionThrough == null) return "no recovery is under way";
    if (today > recovery.objectionThrough) return null;
    return `the holder can object through ${fullDateOf(recovery.objectionThrough)}`;
  },
  withdraw: ({ held }) => (held.every(({ amount }) => amount === 0n) ? "no money is held" : null),
  "stock split": ({ stock }) => (stock === null ? "the note has no right of conversion" : null),
  "stock distribute": ({ stock }) => (stock === null ? "the note has no right of conversion" : null),
};

/** Acts that do not need the note to be alive. */
export const BEYOND_THE_END: ReadonlySet<ActName> = new Set<ActName>([
  "withdraw",
  "cancel-signature",
  "stock split",
  "stock distribute",
]);

/** Why an act is not to be had now, in a sentence; null if nothing is known against it. */
export function unavailable(act: ActName, note: NoteOnChain): string | null {
  if (note.ending !== null && !BEYOND_THE_END.has(act)) return `Not now: the note was ${note.ending.how}.`;
  const reason = REASONS[act]?.(note) ?? null;
  if (reason !== null) return `Not now: ${reason}.`;
  if (act !== "transfer" || note.consent !== null) return null;
  return note.terms.affiliatesFree
    ? "To an affiliate only, as the borrower has consented to nobody else."
    : "Not now: the borrower has not consented to a transfer.";
}

/** The first moment of a day, as the note's calendar has it. @example "Friday, September 2, 2005, 12:00 a.m. in New York" */
export function momentAt({ zone }: Pick<NoteOnChain, "zone">, day: number): string {
  if (zone === null) return fullDateOf(day);
  const place = zone === "UTC" ? "UTC" : `in ${zone.replace(/^.*\//, "").replaceAll("_", " ")}`;
  return `${fullDateOf(day)}, 12:00 a.m. ${place}`;
}
