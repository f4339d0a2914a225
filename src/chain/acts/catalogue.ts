import type { Role } from "./act.ts";

/** An option of an act, as a command line or a form offers it. */
export interface OptionDescription {
  /** In camel case; `leastShares` is `--least-shares`. */
  readonly name: string;
  readonly description: string;
  /** Whether it is said or not, without a value. */
  readonly flag?: true;
}

/** What an act is for a user, before anything of it is worked out. */
export interface ActDescription {
  readonly summary: string;
  readonly role: Role;
  readonly options: readonly OptionDescription[];
  /** Whether parties can also sign it for another to submit, and with which message. */
  readonly message?: "AcceptAssignment" | "AssignNote" | "ConsentToTransfer" | "NovateNote" | "TransferNote";
  /** Whether a term sheet is named with it. */
  readonly file?: true;
}

const option = (name: string, description: string): OptionDescription => ({ name, description });

const until = option("until", "Required. Last day, YYYY-MM-DD, inclusive");
const notice = option("notice", "Link to the written notice, or its hash");
const evidence = option("evidence", "Link to evidence, or its hash");
const occurred = option("occurred", "Day on which it occurred, YYYY-MM-DD; today unless given");

/** Every act on a note that there is, by its name on the command line. */
export const ACTS = {
  convert: {
    summary: "Convert principal, with the interest on it, into stock",
    role: "holder",
    options: [
      option("principal", "Required while any is owed. Principal to convert, or all"),
      option("charges", "Admitted charges to convert with it, or all; none unless given"),
      option("leastShares", "Least shares accepted, of the note's date; what is promised now unless given"),
      notice,
    ],
  },
  pay: {
    summary: "Pay what is owed, or part of it, to the holder",
    role: "payer",
    options: [
      option("amount", "Required. Money to pay, or all"),
      { name: "permit", description: "Sign an ERC-2612 permit instead of sending an approval", flag: true },
    ],
  },
  acknowledge: {
    summary: "Acknowledge a payment made elsewhere",
    role: "holder",
    options: [
      option("amount", "Required. Money received, or all"),
      option("reference", "Required. What identifies the payment, such as the reference of a wire"),
    ],
  },
  "permit-prepayment": { summary: "Permit payment before maturity", role: "holder", options: [until] },
  "revoke-prepayment": { summary: "Take that permission back", role: "holder", options: [] },
  demand: { summary: "Give notice and demand payment", role: "holder", options: [notice] },
  consent: {
    summary: "Consent to a transfer by the holder",
    role: "borrower",
    message: "ConsentToTransfer",
    options: [option("to", "Required. Address of the transferee"), until],
  },
  "revoke-consent": { summary: "Revoke the consent that stands", role: "borrower", options: [] },
  transfer: {
    summary: "Transfer the note",
    role: "holder",
    message: "TransferNote",
    options: [option("to", "Required. Address of the transferee")],
  },
  "accept-assignment": {
    summary: "Accept to owe the debt, should the borrower assign it",
    role: "self",
    message: "AcceptAssignment",
    options: [],
  },
  "withdraw-acceptance": { summary: "Withdraw an acceptance not yet used", role: "self", options: [] },
  assign: {
    summary: "Assign the obligation; a default, unless to an affiliate of the maker that has accepted",
    role: "borrower",
    message: "AssignNote",
    options: [
      option("to", "Required. Address of the assignee"),
      { name: "default", description: "Go on even though the assignment is a default", flag: true },
    ],
  },
  report: {
    summary: "Put on record a fact that is or may become a default",
    role: "borrowerOrAttestor",
    options: [
      option(
        "fact",
        "Required. voluntaryPetition, consentedPetition, adjudication, assignmentForCreditors, involuntaryPetition or judgment",
      ),
      occurred,
      option("name", "Name of the fact, unique on this note; its kind unless given"),
      evidence,
    ],
  },
  cure: {
    summary: "Put on record that a fact was cured",
    role: "holderOrAttestor",
    options: [option("name", "Required. Name of the fact"), occurred, evidence],
  },
  waive: {
    summary: "Waive a fact, for good",
    role: "holder",
    options: [option("name", "Required. Name of the fact; nonPayment and assignment are those of the contract itself")],
  },
  charge: {
    summary: "Admit a late fee or a cost of collection",
    role: "borrowerOrAttestor",
    options: [
      option("kind", "Required. lateFee or collectionCost"),
      option("amount", "Required. Money admitted"),
      evidence,
    ],
  },
  release: { summary: "Release the whole debt", role: "holder", options: [] },
  novate: {
    summary: "Replace the note by one on other terms, with the consent of all parties",
    role: "anyone",
    message: "NovateNote",
    file: true,
    options: [
      option("signed", "Files of the other parties' signatures, with commas between"),
      option("stock", "Stock of the new terms; the present one unless given"),
      option("attestor", "Attestor of the new terms, or none; the present one's unless given"),
      option("currency", "Currency of the new terms; the present one's unless given"),
      option("registry", "Register of control of the new terms, or none; the present one's unless given"),
      option("borrower", "Maker of the new terms; the present one unless given"),
      option("despite", "Codes of errors the sheet is meant to have, with commas between"),
    ],
  },
  withdraw: {
    summary: "Send money that is kept for a holder wherever its owner says",
    role: "self",
    options: [
      option("to", "Where to; the account that acts unless given"),
      option("holder", "For whom it was kept; the account that acts, or who held a note recovered to it, unless given"),
    ],
  },
  "declare-lost": { summary: "Declare that the holder has lost its key", role: "attestor", options: [evidence] },
  "consent-recovery": {
    summary: "Consent to a new address of a holder whose key is lost",
    role: "borrower",
    options: [option("to", "Required. The holder's new address")],
  },
  "revoke-recovery-consent": { summary: "Take that consent back", role: "borrower", options: [] },
  object: { summary: "Object to a recovery under way", role: "lostHolder", options: [] },
  "cancel-signature": {
    summary: "Cancel whatever the account has signed with a nonce",
    role: "self",
    options: [option("nonce", "Required. Nonce of what was signed")],
  },
  "stock split": {
    summary: "Split the stock a note converts into, or combine its shares",
    role: "issuer",
    options: [option("ratio", "Required. New shares for old ones, such as 3:2")],
  },
  "stock distribute": {
    summary: "Record value distributed to the shareholders, which lowers conversion prices",
    role: "issuer",
    options: [
      option("ratio", "Required. Value of a share before the distribution to its value after, such as 5:4"),
      option("description", "What was distributed"),
    ],
  },
  recover: { summary: "Move a lost note to the holder's new address", role: "anyone", options: [] },
} as const satisfies Record<string, ActDescription>;

/** Name of an act. */
export type ActName = keyof typeof ACTS;

/** What an act is for a user. @example describeAct("pay").options // amount and permit, with what they mean */
export function describeAct(name: ActName): ActDescription {
  return ACTS[name];
}
