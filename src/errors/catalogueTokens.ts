import type { Entries, Subject } from "./entry.ts";

const MALLEABLE = "Have the signer sign anew with a wallet that gives signatures in the standard form.";

const entries = {
  ERC20InsufficientBalance: {
    sentence: ({ sender, balance, needed }, say) =>
      `${say.address(sender)} has ${say.money(balance)}, less than the ${say.money(needed)} to be moved.`,
    remedy: "Bring the balance up first, or move less.",
  },
  ERC20InsufficientAllowance: {
    sentence: ({ spender, allowance, needed }, say) =>
      `${say.address(spender)} is allowed to take ${say.money(allowance)}, less than the ${say.money(needed)} needed.`,
    remedy: ({ needed, spender }, say) =>
      `Approve at least ${say.money(needed)} for ${say.address(spender)}, or pay with a permit.`,
  },
  ERC20InvalidApprover: {
    sentence: ({ approver }, say) => `${say.address(approver)} cannot give an allowance.`,
    remedy: "Approve from a real account.",
  },
  ERC20InvalidReceiver: {
    sentence: ({ receiver }, say) => `${say.address(receiver)} cannot receive tokens.`,
    remedy: "Name a real account to receive them.",
  },
  ERC20InvalidSender: {
    sentence: ({ sender }, say) => `${say.address(sender)} cannot send tokens.`,
    remedy: "Send from a real account.",
  },
  ERC20InvalidSpender: {
    sentence: ({ spender }, say) => `${say.address(spender)} cannot be given an allowance.`,
    remedy: "Name a real account to be allowed.",
  },
  ERC2612ExpiredSignature: {
    sentence: ({ deadline }, say) => `The permit was good until ${say.moment(deadline)}, which has passed.`,
    remedy: "Sign a new permit with a later deadline.",
  },
  ERC2612InvalidSigner: {
    sentence: ({ signer, owner }, say) =>
      `The permit was signed by ${say.address(signer)} or is of another message; it must be by the owner, ${say.address(owner)}.`,
    remedy: "Sign the permit with the owner's account, for this token, chain, amount and next nonce.",
  },
  InvalidAccountNonce: {
    sentence: ({ account, currentNonce }, say) =>
      `The permit's nonce is not the next of ${say.address(account)}, ${currentNonce}.`,
    remedy: "Sign again with the next nonce; another permit was used in between.",
  },
  ECDSAInvalidSignature: {
    sentence: () => "The signature is by nobody.",
    remedy: "Have the message signed anew.",
  },
  ECDSAInvalidSignatureLength: {
    sentence: ({ length }) => `The signature is ${length} bytes long, which none is.`,
    remedy: "Check that the signature was copied whole; it has 65 bytes.",
  },
  ECDSAInvalidSignatureS: {
    sentence: ({ s }, say) =>
      `The signature is not in the one form accepted (its second half, ${say.hash(s)}, is too large).`,
    remedy: MALLEABLE,
  },
  EnforcedPause: {
    sentence: () => "The token is paused by whoever runs it.",
    remedy: "Wait until it moves again, or pay elsewhere and have the holder acknowledge it.",
  },
  ExpectedPause: {
    sentence: () => "The token is not paused.",
    remedy: "Nothing to do.",
  },
} satisfies Entries;

/** The currency, and shares as tokens. */
export const money: Subject = {
  title: "Currency and shares as tokens",
  contract: "ERC20",
  clause: "Standards spoken",
  entries,
};

const noteEntries = {
  ERC721IncorrectOwner: {
    sentence: ({ sender, tokenId, owner }, say) =>
      `Note ${tokenId} is held by ${say.address(owner)}, not by ${say.address(sender)}.`,
    remedy: "Name the present holder as the one it comes from.",
  },
  ERC721InsufficientApproval: {
    sentence: ({ operator, tokenId }, say) =>
      `${say.address(operator)} is not approved by the holder to move note ${tokenId}.`,
    remedy:
      "Transfer it from the holder's account, or have the holder approve the caller; the borrower's consent may be needed too.",
  },
  ERC721InvalidApprover: {
    sentence: ({ approver }, say) => `${say.address(approver)} may not approve others for this note.`,
    remedy: "Approve from the holder's account, or from one the holder has approved for all its notes.",
  },
  ERC721InvalidOperator: {
    sentence: ({ operator }, say) => `${say.address(operator)} cannot be approved.`,
    remedy: "Name a real account.",
  },
  ERC721InvalidOwner: {
    sentence: ({ owner }, say) => `${say.address(owner)} holds no notes.`,
    remedy: "Name a real account.",
  },
  ERC721InvalidReceiver: {
    sentence: ({ receiver }, say) =>
      `${say.address(receiver)} cannot receive a note: it is nobody, or a contract that does not say it can.`,
    remedy: "Name an account or a contract that accepts ERC-721 tokens.",
  },
  ERC721InvalidSender: {
    sentence: ({ sender }, say) => `${say.address(sender)} cannot send a note.`,
    remedy: "Send it from its holder's account.",
  },
  ERC721NonexistentToken: {
    sentence: ({ tokenId }) => `Note ${tokenId} was never made or has ended, so it has no holder.`,
    remedy: "Check the number; what a note that has ended was stays readable in its record.",
  },
} satisfies Entries;

/** Notes as tokens. */
export const noteTokens: Subject = {
  title: "Notes as tokens",
  contract: "PromissoryNotes",
  clause: "Transfer by the lender",
  entries: noteEntries,
};
