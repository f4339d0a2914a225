import { isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { knownToken } from "../../src/lint/knownTokens.ts";

/** What has been answered so far: the term sheet as far as it goes, read by dotted path; "" where nothing is. */
export interface Answers {
  at(field: string): string;
  readonly today: Day;
}

/** A question whose answer is one field of the sheet. */
export interface Question {
  /** Dotted path. */
  readonly field: string;
  readonly message: string;
  /** How it is asked, and what is written: a text, some words, a symbol, a number, one of the choices, true or false. */
  readonly kind: "text" | "words" | "symbol" | "number" | "choice" | "yesNo";
  readonly choices?: readonly { readonly value: string; readonly name: string }[];
  readonly default?: string | ((answers: Answers) => string);
  /** Whether nothing may be answered, which leaves the field out. */
  readonly optional?: true;
}

/** Questions that belong together; behind a gate they are asked only if it is answered with yes. */
export interface Section {
  readonly gate?: { readonly message: string; readonly default: boolean };
  readonly questions: readonly Question[];
}

const DATE = "(YYYY-MM-DD)";
const OR_NOTHING = "(or nothing)";
const OR_NONE = "(- for none)";

/** Everything that a term sheet says, in the order in which people agree on it. */
export const SECTIONS: readonly Section[] = [
  { questions: [...partyQuestions("borrower"), ...partyQuestions("lender")] },
  {
    questions: [
      { field: "currency.symbol", kind: "symbol", message: "Currency, by its symbol", default: "USDC" },
      {
        field: "currency.decimals",
        kind: "number",
        message: "Decimals of its smallest unit",
        default: (answers) => String(knownToken(answers.at("currency.symbol"))?.decimals ?? 2),
      },
      { field: "principal", kind: "text", message: "Principal, such as 203323.70" },
      {
        field: "dated",
        kind: "text",
        message: `First day that interest counts ${DATE}`,
        default: ({ today }) => isoOf(today),
      },
      { field: "maturity", kind: "text", message: `Day the debt falls due ${DATE}` },
      { field: "interest.rate", kind: "text", message: "Interest a year, simple, such as 7.75%" },
      {
        field: "interest.dayCount",
        kind: "choice",
        message: "How days are counted",
        choices: [
          { value: "ACT_365F", name: "ACT_365F: actual days, of 365" },
          { value: "ACT_360", name: "ACT_360: actual days, of 360" },
          { value: "ACT_ACT_ISDA", name: "ACT_ACT_ISDA: actual days, of 366 in leap years and 365 in others" },
          { value: "THIRTY_360_BB", name: "THIRTY_360_BB: months of 30 days, Bond Basis" },
          { value: "THIRTY_E_360", name: "THIRTY_E_360: months of 30 days, Eurobond Basis" },
          { value: "THIRTY_E_360_ISDA", name: "THIRTY_E_360_ISDA: the same, ends of February as 30 too" },
          { value: "NL_365", name: "NL_365: actual days but for February 29, of 365" },
        ],
      },
    ],
  },
  {
    gate: { message: "Does interest run if payment is late?", default: true },
    questions: [
      {
        field: "interest.overdue.rate",
        kind: "text",
        message: "Overdue interest a year",
        default: (answers) => answers.at("interest.rate"),
      },
      {
        field: "interest.overdue.base",
        kind: "choice",
        message: "On what overdue interest runs",
        choices: [
          { value: "principal", name: "principal alone" },
          { value: "sumDue", name: "principal and the interest due with it" },
        ],
      },
    ],
  },
  {
    questions: [
      {
        field: "prepayment",
        kind: "choice",
        message: "Payment before maturity",
        choices: [
          { value: "prohibited", name: "only with the lender's permission" },
          { value: "allowed", name: "at any time" },
        ],
      },
      {
        field: "calendar.zone",
        kind: "choice",
        message: "By which calendar days are counted",
        choices: [
          { value: "America/New_York", name: "New York, its weekends and public holidays out" },
          { value: "UTC", name: "UTC, in which every day is a business day" },
        ],
      },
      {
        field: "calendar.extendDeadlines",
        kind: "yesNo",
        message: "Does a last day that is no business day move to the next that is?",
        default: "true",
      },
      {
        field: "default.graceDays",
        kind: "number",
        message: "Days of grace after notice of non-payment",
        default: "10",
      },
      {
        field: "default.dismissalDays",
        kind: "number",
        message: "Days in which a bankruptcy petition by others must be dismissed",
        default: "90",
      },
      {
        field: "default.judgmentDays",
        kind: "number",
        message: "Days in which a judgment against the borrower must be satisfied",
        default: "90",
      },
    ],
  },
  {
    gate: { message: "May the lender convert the debt into shares?", default: false },
    questions: [
      {
        field: "conversion.after",
        kind: "text",
        message: `Day after which it may; on that day itself it may not yet ${DATE}`,
        default: (answers) => answers.at("dated"),
      },
      {
        field: "conversion.until",
        kind: "text",
        message: `Last day on which it may ${DATE} ${OR_NONE}`,
        default: (answers) => answers.at("maturity"),
        optional: true,
      },
      { field: "conversion.pricePerShare", kind: "text", message: "Price of a share, such as 0.05 or 1/30" },
      { field: "conversion.stock.name", kind: "words", message: "Name of the stock" },
      { field: "conversion.stock.symbol", kind: "symbol", message: "Symbol of the stock" },
      { field: "conversion.stock.authorized", kind: "text", message: "Shares authorized" },
      {
        field: "conversion.stock.parValue",
        kind: "text",
        message: `Par value of a share ${OR_NOTHING}`,
        optional: true,
      },
      {
        field: "conversion.stock.fairValueAtIssue",
        kind: "text",
        message: `What a share is worth today ${OR_NOTHING}`,
        optional: true,
      },
    ],
  },
  {
    questions: [
      {
        field: "transfer.affiliatesFree",
        kind: "yesNo",
        message: "May the lender transfer the note to its affiliates without consent?",
        default: "false",
      },
    ],
  },
  {
    gate: { message: "Does this note replace an earlier one?", default: false },
    questions: [
      { field: "replaces.description", kind: "words", message: "What the earlier note is called" },
      { field: "replaces.dated", kind: "text", message: `Its date ${DATE}` },
      { field: "replaces.principal", kind: "text", message: "Its principal" },
      { field: "replaces.maker", kind: "words", message: `Who made it ${OR_NOTHING}`, optional: true },
      { field: "replaces.payee", kind: "words", message: `To whom ${OR_NOTHING}`, optional: true },
      {
        field: "replaces.assigned",
        kind: "text",
        message: `Day it was assigned to the lender ${DATE} ${OR_NOTHING}`,
        optional: true,
      },
    ],
  },
  {
    gate: { message: "Is a neutral person named, whose word on defaults and lost keys is taken?", default: true },
    questions: [{ field: "attestor.name", kind: "words", message: "Name of that person" }],
  },
  {
    questions: [
      {
        field: "governingLaw",
        kind: "words",
        message: `Governing law ${OR_NONE}`,
        default: (answers) => (answers.at("calendar.zone") === "America/New_York" ? "New York" : ""),
        optional: true,
      },
      {
        field: "document.sha256",
        kind: "text",
        message: `SHA-256 of the file of the signed prose ${OR_NOTHING}`,
        optional: true,
      },
      {
        field: "title",
        kind: "words",
        message: "What the note is called",
        default: (answers) => `${answers.at("borrower.name")} to ${answers.at("lender.name")}, ${answers.at("dated")}`,
      },
    ],
  },
];

function partyQuestions(party: "borrower" | "lender"): Question[] {
  const who = party === "borrower" ? "Borrower" : "Lender";
  return [
    { field: `${party}.name`, kind: "words", message: `${who}, by full name` },
    {
      field: `${party}.kind`,
      kind: "words",
      message: `What the ${party} is, such as corporation or individual ${OR_NOTHING}`,
      optional: true,
    },
    { field: `${party}.address`, kind: "words", message: `Address of the ${party} ${OR_NOTHING}`, optional: true },
  ];
}
