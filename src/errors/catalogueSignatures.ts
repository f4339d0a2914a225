import type { Entries, Subject } from "./entry.ts";

const entries = {
  SignatureExpired: {
    sentence: ({ deadline, timestamp }, say) =>
      `The signature was good until ${say.moment(deadline)}; it is now ${say.moment(timestamp)}.`,
    remedy: "Ask the signer for a new signature with a later deadline.",
  },
  SignatureInvalid: {
    sentence: ({ signer, digest }, say) =>
      `The signature is not one by ${say.address(signer)} of the message required, whose hash is ${say.hash(digest)}.`,
    remedy:
      "Have the signer sign anew: another account signed, or a figure, a party, the chain or the contract differs, or the note has changed since it was signed.",
  },
  NonceUsed: {
    sentence: ({ signer, nonce }, say) =>
      `The nonce ${nonce} of ${say.address(signer)} is used up: a signature with it was submitted or cancelled.`,
    remedy:
      "Check whether the act has been done already; if it has not, ask the signer for a signature with another nonce.",
  },
} satisfies Entries;

/** Signatures in place of calls. */
export const signatures: Subject = {
  title: "Signatures in place of calls",
  contract: "PromissoryNotes",
  clause: "Signatures",
  entries,
};
