import type { Entries, Subject } from "./entry.ts";

const NO_ATTESTOR = "nobody (the note names no attestor)";
const ENDINGS = ["not at all", "paid", "converted", "replaced by a new note", "released by the holder"];

const entries = {
  NotHolder: {
    sentence: ({ caller, holder }, say) =>
      `Only the holder of the note, ${say.address(holder)}, may do this; the caller is ${say.address(caller)}.`,
    remedy: "Act from the holder's account; if the note has been transferred, only its present holder can do this.",
  },
  NotBorrower: {
    sentence: ({ caller, borrower }, say) =>
      `Only the borrower, ${say.address(borrower)}, may do this; the caller is ${say.address(caller)}.`,
    remedy:
      "Act from the borrower's account; if the debt has been assigned to an affiliate, that is the affiliate and no longer the maker.",
  },
  NotBorrowerOrAttestor: {
    clause: "Default; Charges",
    sentence: ({ caller, borrower, attestor }, say) =>
      `Only the borrower, ${say.address(borrower)}, or the attestor, ${say.addressOr(attestor, NO_ATTESTOR)}, may do this; the caller is ${say.address(caller)}.`,
    remedy:
      "Ask the borrower or the attestor to do it; the holder's word counts for a demand, a cure or a waiver, but not for a default or a charge.",
  },
  NotHolderOrAttestor: {
    clause: "Default",
    sentence: ({ caller, holder, attestor }, say) =>
      `Only the holder, ${say.address(holder)}, or the attestor, ${say.addressOr(attestor, NO_ATTESTOR)}, may report a cure; the caller is ${say.address(caller)}.`,
    remedy: "Ask the holder or the attestor to report the cure; the borrower cannot report its own.",
  },
  NotAttestor: {
    clause: "Lost note",
    sentence: ({ caller, attestor }, say) =>
      `Only the attestor, ${say.addressOr(attestor, NO_ATTESTOR)}, may declare the note lost; the caller is ${say.address(caller)}.`,
    remedy: ({ attestor }, say) =>
      say.addressOr(attestor, "") === ""
        ? "Nothing: the terms name no attestor, so this note cannot be declared lost."
        : "Ask the attestor named in the terms to declare it.",
  },
  NoteUnknown: {
    sentence: ({ id }) => `There is no note ${id} in this contract.`,
    remedy:
      "Check the number of the note, the contract's address and the chain; notes are numbered from 1 as they are made.",
  },
  NoteEnded: {
    sentence: ({ id, ending }, say) => `Note ${id} has ended: it was ${say.oneOf(ENDINGS, ending)}.`,
    remedy:
      "Nothing: a note that has ended cannot be acted on; its record stays readable, and money held can still be withdrawn.",
  },
  ZeroAmount: {
    clause: "Payment; Charges",
    sentence: () => "The amount is zero.",
    remedy: "Name an amount greater than zero.",
  },
  UntilPassed: {
    clause: "Making; Prepayment; Transfer by the lender",
    sentence: ({ until, today }, say) =>
      `The last day named, ${say.day(until)}, has already passed; today is ${say.day(today)}.`,
    remedy: "Name today or a later day; the last day is included.",
  },
} satisfies Entries;

/** Who may act, and on which note. */
export const parties: Subject = {
  title: "Who may act, and on which note",
  contract: "PromissoryNotes",
  clause: "All",
  entries,
};
