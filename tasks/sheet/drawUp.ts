import { lint } from "../../src/lint/lint.ts";
import type { FindingCode } from "../../src/lint/lint.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { symbolFault } from "../../src/terms/symbol.ts";
import { mergePatch } from "../../src/terms/mergePatch.ts";
import { parseTermSheet, refusedFields } from "../../src/terms/termSheet.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import type { Ask } from "./ask.ts";
import { SECTIONS } from "./questions.ts";
import type { Answers, Question } from "./questions.ts";

type Fields = Record<string, unknown>;

/** Any sheet that can be taken, whose fields stand in for those not answered yet, so that each answer is judged as the schema judges it. */
const STAND_IN = {
  title: "-",
  borrower: { name: "-" },
  lender: { name: "-" },
  dated: "1970-01-01",
  principal: "1",
  currency: { symbol: "-", decimals: 0 },
  interest: { rate: "0%", dayCount: "ACT_365F", overdue: { rate: "0%", base: "principal" } },
  maturity: "9999-12-31",
  prepayment: "prohibited",
  calendar: { zone: "UTC", extendDeadlines: false },
  default: { graceDays: 0, dismissalDays: 0, judgmentDays: 0 },
  conversion: { after: "1970-01-01", pricePerShare: "1", stock: { name: "-", symbol: "-", authorized: "1" } },
  transfer: { affiliatesFree: false },
  replaces: { description: "-", dated: "1970-01-01", principal: "1" },
  governingLaw: "-",
  attestor: { name: "-" },
};

/** Findings on an answer by itself, or beside those before it; all others wait for the whole sheet. */
const ASKED_AGAIN: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "attestor-is-party",
  "characters-hidden",
  "parties-not-distinct",
]);

/**
 * Draws up a term sheet by asking for each of its fields.
 *
 * @param ask Who is asked; an answer that is none to the question, or that the schema refuses, is asked for again, with the reason.
 * @param today Default of the day the note is dated.
 */
export async function drawUp(ask: Ask, today: Day): Promise<TermSheet> {
  let fields: Fields = {};
  const answers: Answers = { today, at: (field) => textAt(fields, field) };
  for (const { gate, questions } of SECTIONS) {
    if (gate !== undefined && !(await ask.confirm(gate))) continue;
    for (const question of questions) {
      const answer = await answerTo(question, ask, answers, fields);
      if (answer !== undefined) fields = withField(fields, question.field, answer);
    }
  }
  return parseTermSheet(fields, "note init");
}

async function answerTo(question: Question, ask: Ask, answers: Answers, fields: Fields): Promise<unknown> {
  const { message, kind, choices = [], optional = false } = question;
  const preset = typeof question.default === "function" ? question.default(answers) : (question.default ?? "");
  if (kind === "choice") return ask.choose({ message, choices });
  if (kind === "yesNo") return ask.confirm({ message, default: preset === "true" });

  const leavesOut = (answer: string): boolean => optional && /^(-|none)?$/i.test(answer);
  const refuse = (answer: string): string | null => {
    if (leavesOut(answer)) return null;
    const answered = withField(fields, question.field, written(kind, answer));
    return refusal(answered, question.field) ?? mismatch(kind, answer) ?? fault(answered, question.field);
  };
  const answer = await ask.text({ message, default: preset, refuse });
  return leavesOut(answer) ? undefined : written(kind, answer);
}

/** What the schema says against one field, whatever else is still to come. */
function refusal(fields: Fields, field: string): string | null {
  return refusedFields(mergePatch(STAND_IN, fields)).find((refused) => refused.field === field)?.why ?? null;
}

/** What keeps a text from being an answer to a question of its kind. */
function mismatch(kind: Question["kind"], answer: string): string | null {
  if (kind === "symbol") return symbolFault(answer);
  if (kind === "words" && !/\p{L}/u.test(answer))
    return `${JSON.stringify(answer)} has no letter; it is to be said in words`;
  return null;
}

function fault(fields: Fields, field: string): string | null {
  const found = lint(fields, { today: null }).find(
    (finding) => finding.field === field && ASKED_AGAIN.has(finding.code),
  );
  return found?.message ?? null;
}

function written(kind: Question["kind"], answer: string): string | number {
  return kind === "number" && /^\d{1,9}$/.test(answer) ? Number(answer) : answer;
}

function withField(fields: Fields, field: string, value: unknown): Fields {
  const patch = field.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return mergePatch(fields, patch) as Fields;
}

function textAt(fields: Fields, field: string): string {
  const value = field.split(".").reduce<unknown>((inner, key) => (inner as Fields | undefined)?.[key], fields);
  return typeof value === "string" ? value : "";
}
