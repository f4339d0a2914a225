import type { Entries, Subject } from "./entry.ts";

const YEAR = 365n;

const entries = {
  ConsentRequired: {
    sentence: ({ to, consentTo, consentUntil, today }, say) =>
      `A transfer to ${say.address(to)} needs the borrower's consent; ${
        consentUntil === 0n
          ? `none stands today, ${say.day(today)}`
          : `the consent on record is for ${say.address(consentTo)} until ${say.day(consentUntil)}, and today is ${say.day(today)}`
      }.`,
    remedy:
      "Ask the borrower to consent to this transferee; a consent ends with a payment, a conversion, a charge, a transfer or a change of borrower.",
  },
  PartyCannotHold: {
    sentence: ({ to }, say) =>
      `${say.address(to)} cannot hold the note: it is the maker, the borrower, the attestor, or the account the note is or was recovered from.`,
    remedy: "Name another account.",
  },
  NoConsent: {
    sentence: ({ id }) => `No consent to a transfer of note ${id} stands today.`,
    remedy: "Nothing to revoke: no transfer that needs consent can pass.",
  },
  SameObligor: {
    clause: "Assignment by the borrower",
    sentence: ({ obligor }, say) => `${say.address(obligor)} is the borrower already.`,
    remedy: "Nothing to assign: name another company if one was meant.",
  },
  NotAffiliate: {
    clause: "Assignment by the borrower",
    sentence: ({ account, maker }, say) =>
      `${say.address(account)} is no affiliate of the maker, ${say.address(maker)}, in the registry that the note names.`,
    remedy:
      "Have control recorded in the registry first; to anyone but an affiliate the borrower can assign only by its own call, and that is a default.",
  },
  PartyCannotOwe: {
    clause: "Assignment by the borrower",
    sentence: ({ to }, say) => `${say.address(to)} cannot become the borrower: it is the holder or the attestor.`,
    remedy: "Assign to another affiliate of the maker.",
  },
  AssignmentNotAccepted: {
    clause: "Assignment by the borrower",
    sentence: ({ to, accepted, debt }, say) =>
      /^0x0+$/.test(accepted)
        ? `${say.address(to)} has not accepted the debt as it stands (${say.hash(debt)}).`
        : `${say.address(to)} accepted the debt as it stood before (${say.hash(accepted)}); it has changed since (${say.hash(debt)}).`,
    remedy: "Ask the affiliate to accept the debt as it stands now, then assign.",
  },
  NoAcceptance: {
    clause: "Assignment by the borrower",
    sentence: ({ assignee }, say) => `${say.address(assignee)} has no acceptance on record.`,
    remedy: "Nothing to withdraw: it owes nothing under this note unless it is the borrower already.",
  },
  DeclaredWithinYear: {
    clause: "Lost note",
    sentence: ({ today, lastDeclaredOn }, say) =>
      `The note was declared lost on ${say.day(lastDeclaredOn)}, within a year of today, ${say.day(today)}.`,
    remedy: ({ lastDeclaredOn }, say) => `It can be declared lost again after ${say.day(lastDeclaredOn + YEAR)}.`,
  },
  NotDeclaredLost: {
    clause: "Lost note",
    sentence: ({ id }) => `Note ${id} has not been declared lost, or the holder has objected since.`,
    remedy: "Ask the attestor to declare it lost; the holder then has 30 days to object.",
  },
  RecoveryAlreadyConsented: {
    clause: "Lost note",
    sentence: ({ to }, say) => `The borrower has named ${say.address(to)} as the new address already.`,
    remedy: "Nothing to do: that consent stands, and naming the address again would not change its days.",
  },
  RecoveryNotConsented: {
    clause: "Lost note",
    sentence: ({ id }) => `The borrower has named no new address for note ${id}, or its consent has ended.`,
    remedy: "Ask the borrower to consent to the new address; the holder then has 30 days to object.",
  },
  RecoveryPremature: {
    clause: "Lost note",
    sentence: ({ today, objectionThrough }, say) =>
      `The holder may still object, through ${say.day(objectionThrough)}; today is ${say.day(today)}.`,
    remedy: ({ objectionThrough }, say) => `Move the note from ${say.day(objectionThrough + 1n)} on; anyone may.`,
  },
  NoRecovery: {
    clause: "Lost note",
    sentence: ({ id }) => `No recovery of note ${id} is under way.`,
    remedy: "Nothing to object to.",
  },
} satisfies Entries;

/** Transfer by the lender, assignment by the borrower, and the note that is lost. */
export const transfer: Subject = {
  title: "Transfer, assignment and lost notes",
  contract: "PromissoryNotes",
  clause: "Transfer by the lender",
  entries,
};
