import type { Entries, Subject } from "./entry.ts";

const entries = {
  NoConversionRight: {
    sentence: ({ id }) => `Note ${id} has no right of conversion.`,
    remedy: "Nothing: the terms give none; the parties can agree on a new note that does.",
  },
  ConversionNotOpen: {
    sentence: ({ today, convertibleAfter }, say) =>
      `The note can be converted only after ${say.day(convertibleAfter)}; today is ${say.day(today)}.`,
    remedy: ({ convertibleAfter }, say) => `Convert on ${say.day(convertibleAfter + 1n)} or later.`,
  },
  ConversionClosed: {
    sentence: ({ today, convertibleUntil }, say) =>
      `The note could be converted until ${say.day(convertibleUntil)}; today is ${say.day(today)}.`,
    remedy: "Nothing: the right has ended and the debt is to be paid, unless the parties agree on a new note.",
  },
  PrincipalRequired: {
    sentence: ({ outstanding }, say) =>
      `A conversion must take some principal while any is owed; ${say.money(outstanding)} is.`,
    remedy: ({ outstanding }, say) =>
      `Name principal of at most ${say.money(outstanding)}, or all; charges alone convert only when no principal is left.`,
  },
  ExceedsPrincipal: {
    sentence: ({ principal, outstanding }, say) =>
      `${say.money(principal)} is more principal than is owed, ${say.money(outstanding)}.`,
    remedy: "Name less, or all, which is whatever is owed at the time.",
  },
  ExceedsCharges: {
    sentence: ({ charges, admitted }, say) =>
      `${say.money(charges)} is more than the charges admitted and unpaid, ${say.money(admitted)}.`,
    remedy: "Name less, or all; costs not yet admitted must first be admitted by the borrower or the attestor.",
  },
  NoWholeShare: {
    sentence: ({ amount, pricePerShare }, say) =>
      `The amount converted, ${say.money(amount)}, does not buy one share, which costs ${say.money(pricePerShare)}.`,
    remedy: "Convert more principal, or have the amount paid.",
  },
  FewerSharesThanLeast: {
    sentence: ({ shares, least }, say) =>
      `The conversion would give ${say.wholeShares(shares)}, fewer than the least accepted, ${say.wholeShares(least)} (as shares stood when the note was made).`,
    remedy: "See whether a payment or another conversion came first, and accept fewer or convert more.",
  },
  SharesNotReceived: {
    sentence: ({ received, promised }, say) =>
      `The stock gave the holder ${say.shares(received)} where ${say.shares(promised)} were promised, so nothing was converted.`,
    remedy: "Nothing on the holder's side: the stock does not keep its word; the debt is untouched.",
  },
} satisfies Entries;

/** Conversion into shares. */
export const conversion: Subject = {
  title: "Conversion",
  contract: "PromissoryNotes",
  clause: "Conversion",
  entries,
};
