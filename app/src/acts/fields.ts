import { describeAct } from "allonge/acts";
import type { ActName, OptionDescription } from "allonge/acts";

import { CHARGE_KINDS, REPORTED_FACTS } from "../../../src/chain/ordinals.ts";

/** How an option of an act is asked for. */
export type FieldKind = "money" | "day" | "address" | "choice" | "flag" | "text" | "whole" | "fact" | "files";

/** A field of an act's form. */
export interface Field {
  /** Of the option it fills. */
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  /** Whether "all" can be said. */
  readonly hasMost: boolean;
  /** What can be chosen, by what the act calls it. */
  readonly choices: readonly (readonly [value: string, label: string])[];
}

const LABELS: Readonly<Record<string, string>> = {
  principal: "Principal to convert",
  charges: "Admitted charges to convert with it",
  leastShares: "Least shares accepted",
  notice: "Notice",
  amount: "Amount",
  permit: "Sign a permit instead of sending an approval",
  reference: "Reference of the payment",
  until: "Last day",
  to: "To",
  default: "Go on even though the assignment is a default",
  fact: "Fact",
  occurred: "Day on which it occurred",
  name: "Name of the fact",
  evidence: "Evidence",
  kind: "Kind of charge",
  holder: "Holder for whom it was kept",
  nonce: "Nonce",
  ratio: "Ratio",
  description: "What was distributed",
  deadline: "Last day on which it can be submitted",
  stock: "Stock",
  attestor: "Attestor",
  currency: "Currency",
  registry: "Register of control",
  borrower: "Maker",
  lender: "Lender",
  despite: "Errors of the sheet that are meant",
  signed: "Signed files of the other parties",
  rebase: "Move all dates",
};

const KINDS: Readonly<Record<string, FieldKind>> = {
  principal: "money",
  charges: "money",
  amount: "money",
  leastShares: "whole",
  nonce: "whole",
  until: "day",
  occurred: "day",
  deadline: "day",
  to: "address",
  holder: "address",
  stock: "address",
  attestor: "address",
  currency: "address",
  registry: "address",
  borrower: "address",
  fact: "choice",
  kind: "choice",
  signed: "files",
};

const CHOICES: Readonly<Record<string, Field["choices"]>> = {
  fact: REPORTED_FACTS.map((fact) => [fact, inWords(fact)]),
  kind: CHARGE_KINDS.map((kind) => [kind, inWords(kind)]),
};

/** What the label leaves to be said; what the act says of the option, unless it stands here. */
const HINTS: Readonly<Record<string, string>> = {
  principal: "",
  amount: "",
  permit: "",
  fact: "",
  kind: "",
  to: "",
  until: "Inclusive, in the note's calendar",
  deadline: "Inclusive, in the note's calendar",
  charges: "None unless given",
  leastShares: "As shares stood when the note was made; what is promised now unless given",
  holder: "The account that acts, or who held a note recovered to it, unless given",
  occurred: "Today unless given",
  ratio: "Whole numbers, such as 3:2",
};

/** Acts in which a fact is named that is on record already. */
const OF_A_FACT = new Set<ActName>(["cure", "waive"]);

/** What an option is called in one act, where that says more. */
const LABELS_OF_ACTS: Partial<Record<ActName, Readonly<Record<string, string>>>> = {
  consent: { to: "Transferee", until: "Last day of the consent" },
  transfer: { to: "Transferee" },
  assign: { to: "Assignee" },
  withdraw: { to: "Send it to" },
  "consent-recovery": { to: "New address of the holder" },
  "permit-prepayment": { until: "Last day of the permission" },
};

/** What a field of an option is called. @example labelOf("leastShares") // "Least shares accepted" */
export function labelOf(option: string): string {
  return LABELS[option] ?? inWords(option);
}

/** The fields of an act's form, in the order of its options; the required ones first. */
export function fieldsOf(act: ActName): readonly Field[] {
  const fields = describeAct(act).options.map((option) => fieldOf(act, option));
  return [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
}

/** What is asked for besides, when an act is signed instead of sent. */
export function signingFields(): readonly Field[] {
  const field = (name: string, hint: string, required: boolean): Field => ({
    name,
    label: labelOf(name),
    hint,
    kind: KINDS[name] ?? "text",
    required,
    hasMost: false,
    choices: [],
  });
  return [
    field("deadline", HINTS["deadline"] ?? "", true),
    field("nonce", "A number not used yet; alternatives get the same. Any free one unless given", false),
  ];
}

function fieldOf(act: ActName, { name, description, flag }: OptionDescription): Field {
  const kind = name === "name" && OF_A_FACT.has(act) ? "fact" : (KINDS[name] ?? "text");
  const said = description.replace(/^Required[^.]*\. /, "").replace(/,? YYYY-MM-DD/, "");
  return {
    name,
    label: LABELS_OF_ACTS[act]?.[name] ?? labelOf(name),
    hint: HINTS[name] ?? said,
    kind: flag === true ? "flag" : kind,
    required: description.startsWith("Required. "),
    hasMost: kind === "money" && / or all\b/.test(description),
    choices: CHOICES[name] ?? [],
  };
}

/** @example inWords("assignmentForCreditors") // "Assignment for creditors" */
function inWords(name: string): string {
  const spaced = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
