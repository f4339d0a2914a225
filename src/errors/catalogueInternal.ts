import type { Entries, Subject } from "./entry.ts";

const CHECK_NUMBERS = "Check the size and decimals of the numbers given; if they are right, report it.";

const PANICS: Readonly<Record<string, string>> = {
  "1": "a condition that always holds did not",
  "17": "a number became too large or fell below zero",
  "18": "a division by zero",
  "33": "a number that stands for none of the words it may be",
  "34": "stored text that is damaged",
  "49": "something taken from an empty list",
  "50": "a place beyond the end of a list",
  "65": "too much memory asked for",
  "81": "a function that is not there",
};

const entries = {
  ReentrancyGuardReentrantCall: {
    sentence: () => "The contract was called again while it was still at work on the same act.",
    remedy:
      "Nothing on the caller's side: the currency, the stock or a receiving contract called back; act from outside it.",
  },
  OnlyPassedOn: {
    sentence: ({ part }, say) => `${say.address(part)} is only a part of the notes' contract and takes no acts itself.`,
    remedy: "Send the act to the notes' contract.",
  },
  AddressEmptyCode: {
    sentence: ({ target }, say) => `There is no contract at ${say.address(target)}.`,
    remedy: "Check the address and the chain.",
  },
  FailedCall: {
    sentence: () => "One of the acts sent together failed without a reason.",
    remedy: "Send the acts one by one, with a higher gas limit, to see which fails.",
  },
  SafeCastOverflowedIntDowncast: {
    sentence: ({ bits, value }) => `${value} does not fit a number of ${bits} bits.`,
    remedy: CHECK_NUMBERS,
  },
  SafeCastOverflowedUintDowncast: {
    sentence: ({ bits, value }) => `${value} does not fit a number of ${bits} bits.`,
    remedy: CHECK_NUMBERS,
  },
  SafeCastOverflowedUintToInt: {
    sentence: ({ value }) => `${value} is too large to be counted.`,
    remedy: CHECK_NUMBERS,
  },
  InvalidShortString: {
    sentence: () => "A text kept with the contract is damaged.",
    remedy: "Nothing: report it.",
  },
  StringTooLong: {
    sentence: ({ str }) => `"${str}" is longer than 31 bytes.`,
    remedy: "Choose a shorter text.",
  },
  StringsInsufficientHexLength: {
    sentence: ({ value, length }) => `${value} cannot be written in ${length} bytes.`,
    remedy: "Nothing: report it.",
  },
  Error: {
    sentence: ({ reason }) => `The contract, or a token it uses, refused with these words: "${reason}".`,
    remedy: "See the words; for a token, check balance, allowance, and whether it blocks an account or is paused.",
  },
  Panic: {
    sentence: ({ code }) =>
      `The contract stopped because of a fault (code ${code}): ${PANICS[String(code)] ?? "one that is not known"}.`,
    remedy: CHECK_NUMBERS,
  },
} satisfies Entries;

/** What the language and its libraries refuse. */
export const internal: Subject = {
  title: "Of the language and its libraries",
  contract: "Solidity",
  clause: "None",
  entries,
};
