import type { Entries, Subject } from "./entry.ts";

const entries = {
  PrepaymentNotPermitted: {
    clause: "Prepayment",
    sentence: ({ today, maturity }, say) =>
      `The note cannot be paid before maturity, ${say.day(maturity)}; today is ${say.day(today)}.`,
    remedy:
      "Wait for maturity, or ask the holder to permit prepayment; after a default it can be paid once the holder has demanded payment.",
  },
  PayerIsHolder: {
    sentence: ({ payer }, say) => `The payer, ${say.address(payer)}, is the holder, and cannot pay itself.`,
    remedy: "Acknowledge the payment as holder, or pay from another account.",
  },
  ExceedsOwed: {
    sentence: ({ amount, owed }, say) => `${say.money(amount)} is more than is owed, ${say.money(owed)}.`,
    remedy: ({ owed }, say) =>
      `Acknowledge at most ${say.money(owed)}; what was paid beyond that is for the parties to settle.`,
  },
  SafeERC20FailedOperation: {
    sentence: ({ token }, say) =>
      `The token at ${say.address(token)} refused to move the money without saying why, or there is no token at that address.`,
    remedy:
      "Check the payer's balance and its allowance to the notes' contract, and whether the token is paused or blocks an account.",
  },
  GasNotAmple: {
    sentence: ({ gas, ample }) =>
      `The holder could not be paid with the ${gas} gas that was left; its money may be held instead only if that happens with ${ample} or more.`,
    remedy:
      "Send it again with a higher gas limit; if the holder still cannot be reached, the money is held for it and the debt counts as paid.",
  },
  NotEntitled: {
    sentence: ({ caller, entitled }, say) =>
      `The money held belongs to ${say.address(entitled)}; the caller is ${say.address(caller)}.`,
    remedy: "Withdraw from the account it belongs to; that account may name any address to receive it.",
  },
} satisfies Entries;

/** Paying, acknowledging and withdrawing. */
export const payment: Subject = {
  title: "Payment",
  contract: "PromissoryNotes",
  clause: "Payment",
  entries,
};

const heldEntries = {
  NotKeeper: {
    sentence: ({ caller, keeper }, say) =>
      `Only the contract that keeps payments, ${say.address(keeper)}, may send this money on; the caller is ${say.address(caller)}.`,
    remedy: "Withdraw through the notes' contract.",
  },
  NothingHeld: {
    sentence: ({ box, currency }, say) =>
      `Nothing of the currency ${say.address(currency)} is held at ${say.address(box)}, the place of this holder's payments on this note.`,
    remedy:
      "Check the note and the holder named; payments that reached the holder are in its own account, and money withdrawn is gone from here.",
  },
  FailedDeployment: {
    sentence: () => "The place where the holder's money is kept could not be opened.",
    remedy: "Send it again with a higher gas limit.",
  },
  InsufficientBalance: {
    sentence: ({ balance, needed }) => `The contract has ${balance} wei of ether where ${needed} wei would be needed.`,
    remedy: "Nothing: no act of a note uses ether; report it.",
  },
} satisfies Entries;

/** Money kept for a holder who could not be paid. */
export const heldPayments: Subject = {
  title: "Held payments",
  contract: "HeldPayments",
  clause: "Payment",
  entries: heldEntries,
};
