import type { Entries, Subject } from "./entry.ts";

const FACTS = [
  "a voluntary petition",
  "a consented petition",
  "an adjudication",
  "an assignment for creditors",
  "an involuntary petition",
  "a judgment",
  "non-payment",
  "an assignment",
];
const CHARGES = ["late fee", "collection cost"];

const entries = {
  DemandPremature: {
    sentence: ({ today, lastDayToPay }, say) =>
      `Payment cannot be demanded yet: no default stands, and the last day to pay is ${say.day(lastDayToPay)}; today is ${say.day(today)}.`,
    remedy: "Demand payment from the day after the last day to pay on, or once a default stands.",
  },
  PrincipalNotOwed: {
    sentence: ({ id }) => `No principal of note ${id} is owed any more, so there is no non-payment to give notice of.`,
    remedy: "Nothing: what is left can be paid, acknowledged, converted or released at any time.",
  },
  FactUnknown: {
    sentence: ({ name }, say) => `No fact named ${say.name(name)} is on record for this note.`,
    remedy: "Check the name against the note's open facts.",
  },
  FactNameInvalid: {
    sentence: ({ name }, say) => `${say.name(name)} is no name for a fact: it takes 1 to 31 bytes.`,
    remedy: "Give the fact a shorter name, and not an empty one.",
  },
  FactNameReserved: {
    sentence: ({ name }, say) => `The name ${say.name(name)} is kept for facts that the contract records itself.`,
    remedy: "Choose another name.",
  },
  FactNameTaken: {
    sentence: ({ name }, say) =>
      `A fact named ${say.name(name)} was reported before, and a name is used only once in a note.`,
    remedy: "Check whether this fact is on record already; if it is another, choose a name that has not been used.",
  },
  FactKindReserved: {
    sentence: ({ kind }, say) => `The contract records ${say.oneOf(FACTS, kind)} itself; nobody reports it.`,
    remedy: "For non-payment the holder demands payment; an assignment is recorded when the borrower makes it.",
  },
  FactNotOpen: {
    sentence: ({ name }, say) =>
      `The fact ${say.name(name)} is not open: it is unknown, was cured in time, or has been waived.`,
    remedy: "Nothing to waive there; check the name against the note's open facts.",
  },
  FactNotCurable: {
    sentence: ({ name, kind }, say) =>
      `The fact ${say.name(name)} is ${say.oneOf(FACTS, kind)}, which has no cure by report.`,
    remedy: "The holder can waive it; non-payment can also be averted by paying within the days of grace.",
  },
  OccurredOutOfRange: {
    sentence: ({ occurred, earliest, latest }, say) =>
      `The day it occurred, ${say.day(occurred)}, is not between ${say.day(earliest)} and ${say.day(latest)}.`,
    remedy:
      "Give a day in that range: a fact lies between the note's date and today, a cure between the fact and today.",
  },
  TooManyOpenFacts: {
    sentence: ({ open, limit }) =>
      `There are ${open} open facts from this reporter already, and ${limit} are the most.`,
    remedy: "Have one of them cured in time or waived; one default on record is enough for all that follows from it.",
  },
  ChargesAboveLimit: {
    clause: "Charges",
    sentence: ({ kind, admitted, limit }, say) =>
      `A ${say.oneOf(CHARGES, kind)} of ${say.money(admitted)} would take the note's charges above what it can count; ${say.money(limit)} is left.`,
    remedy: ({ limit }, say) => `Admit at most ${say.money(limit)}, and check the amount's decimals.`,
  },
  AttestorChargesAboveLimit: {
    clause: "Charges",
    sentence: ({ kind, admitted, limit }, say) =>
      `A ${say.oneOf(CHARGES, kind)} of ${say.money(admitted)} is more than the attestor may still admit, ${say.money(limit)}: in all, the original principal.`,
    remedy: ({ limit }, say) => `Admit at most ${say.money(limit)}, or let the borrower admit the rest.`,
  },
} satisfies Entries;

/** Default, demand, cure and waiver; charges. */
export const defaults: Subject = {
  title: "Default and charges",
  contract: "PromissoryNotes",
  clause: "Default",
  entries,
};
