import type { Entries, Subject } from "./entry.ts";

const entries = {
  NotTheIssuer: {
    sentence: ({ caller, issuer }, say) =>
      `Only the issuer of the stock, ${say.address(issuer)}, may do this; the caller is ${say.address(caller)}.`,
    remedy: "Act from the issuer's account.",
  },
  NotAConverter: {
    sentence: ({ caller }, say) =>
      `${say.address(caller)} has not been granted the power to reserve shares and issue them on conversion.`,
    remedy: "Have the issuer grant conversion to the notes' contract before the note is made.",
  },
  AlreadyAConverter: {
    sentence: ({ converter }, say) => `${say.address(converter)} has been granted conversion already.`,
    remedy: "Nothing to do: the grant is for good.",
  },
  TooManyConverters: {
    sentence: ({ converters, most }) =>
      `This would be converter number ${converters} of the stock, and ${most} are the most.`,
    remedy: "Nothing: grants are for good; keep new notes in a contract that has been granted conversion.",
  },
  InvalidParty: {
    sentence: ({ party }, say) => `${say.address(party)} cannot take that part in the stock.`,
    remedy: "Name a real account: neither nobody, nor the old stock where shares are exchanged.",
  },
  InvalidRatio: {
    sentence: ({ numerator, denominator }, say) =>
      `${say.ratio(numerator, denominator)} is no ratio for this: both numbers must be positive, a split must change something, and a distribution cannot be below 1:1.`,
    remedy: "Check both numbers and their order; a split of two new shares for one old is 2:1.",
  },
  NotEnoughAuthorized: {
    sentence: ({ needed, authorized }, say) =>
      `Issued and reserved shares would come to ${say.originalShares(needed)}, more than the authorized ${say.originalShares(authorized)}.`,
    remedy: "Have the issuer raise the authorized shares, or name a smaller amount.",
  },
  NotEnoughClaimed: {
    sentence: ({ claimBefore, claims }, say) =>
      `The claim to give up, ${say.originalShares(claimBefore)}, is more than the caller has reserved, ${say.originalShares(claims)}.`,
    remedy: "Nothing: a converter gave up what it does not hold; report it.",
  },
  FractionExceedsClaim: {
    sentence: ({ fraction, claimAfter }, say) =>
      `The fraction named, ${say.originalShares(fraction)}, is more than the claim it is part of, ${say.originalShares(claimAfter)}.`,
    remedy: "Nothing: a converter named a false fraction; report it.",
  },
  StockRecapitalized: {
    sentence: ({ successor }, say) => `This stock has been replaced by the stock at ${say.address(successor)}.`,
    remedy: "Use the new stock: exchange old shares for new ones there, and name it in new notes.",
  },
  NotRecapitalized: {
    sentence: ({ stock }, say) =>
      `The stock at ${say.address(stock)} has not been replaced, so there is nothing to exchange for.`,
    remedy: "Nothing to do: its shares are good as they are.",
  },
  NotVouchedFor: {
    sentence: ({ stock, factory }, say) =>
      `The stock at ${say.address(stock)} was not made by the factory that made this one, ${say.address(factory)}.`,
    remedy: "Make the successor with the same factory.",
  },
  IssuersDiffer: {
    sentence: ({ issuer, issuerOfSuccessor }, say) =>
      `The stock is issued by ${say.address(issuer)}, its successor by ${say.address(issuerOfSuccessor)}.`,
    remedy: "Name a successor of the same issuer.",
  },
  SuccessorInUse: {
    sentence: ({ issued, claims, predecessor }, say) =>
      `The successor must be unused; it has issued ${say.originalShares(issued)}, reserved ${say.originalShares(claims)}, and replaces ${say.addressOr(predecessor, "no other stock")}.`,
    remedy: "Make a new stock with the same factory and name that.",
  },
  TooManyGenerations: {
    sentence: ({ generation, most }) =>
      `The successor would be stock number ${generation} in its line, and ${most} are the most.`,
    remedy: "Nothing: this line of stocks is at its end; splits and distributions remain possible.",
  },
  NotThePredecessor: {
    sentence: ({ caller, predecessor }, say) =>
      `Only the stock that this one replaces, ${say.addressOr(predecessor, "which is none")}, may do this; the caller is ${say.address(caller)}.`,
    remedy: "Act through the old stock.",
  },
  NotEnoughHeld: {
    sentence: ({ units, held }, say) =>
      `${say.originalShares(units)} is more than is held, ${say.originalShares(held)}.`,
    remedy: "Name less, or all.",
  },
  RatioTooLarge: {
    sentence: ({ numerator, denominator, maximum }) =>
      `Together with those before, the ratio would be ${numerator}/${denominator} in lowest terms, and neither number may exceed ${maximum}.`,
    remedy: "Choose a ratio of smaller or rounder numbers.",
  },
} satisfies Entries;

/** The borrower's stock. */
export const stock: Subject = {
  title: "Stock",
  contract: "CommonStock",
  clause: "CommonStock",
  entries,
};
