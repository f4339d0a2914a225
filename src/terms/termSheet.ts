import type * as z from "zod";

import { termSheetSchema } from "./termSheetSchema.ts";
import type { TermSheet } from "./termSheetSchema.ts";

export type { TermSheet } from "./termSheetSchema.ts";

/** A term sheet that cannot be taken. The message is one line: the source, each field that is wrong, and why. */
export class TermSheetError extends Error {
  override readonly name = "TermSheetError";
}

/**
 * Checks a term sheet.
 *
 * @param value What JSON.parse gave.
 * @param source Where it came from, for the message: a path, as the user gave it.
 * @throws TermSheetError naming each field that is wrong.
 * @example parseTermSheet(JSON.parse(json), "terms/infinite-group-2003.json")
 */
export function parseTermSheet(value: unknown, source: string): TermSheet {
  if (isScenario(value)) throw new TermSheetError(`${source}: is a scenario, not a term sheet; note simulate plays it`);
  const { sheet, wrong } = checkTermSheet(value);
  if (sheet !== undefined) return sheet;
  throw new TermSheetError(oneLine(`${source}: ${wrong.join("; ")}`));
}

/** A term sheet, or each field that is wrong with it, and why. */
export type CheckedTermSheet =
  | { readonly sheet: TermSheet; readonly wrong: readonly [] }
  | { readonly sheet?: undefined; readonly wrong: readonly string[] };

/** Checks a term sheet, for those who say otherwise where it comes from. A `$schema` at its top, which editors go by, is no part of it. */
export function checkTermSheet(value: unknown): CheckedTermSheet {
  const result = termSheetSchema.safeParse(value, { error: explain });
  if (!result.success) return { wrong: result.error.issues.flatMap(describe) };
  const sheet = { ...result.data };
  delete sheet.$schema;
  return { sheet, wrong: [] };
}

/** One thing that the schema refuses: the dotted path of a field, empty for the whole, and why. */
export interface RefusedField {
  readonly field: string;
  readonly why: string;
}

/** Everything the schema refuses in a value, field by field; nothing if it is a term sheet. */
export function refusedFields(value: unknown): RefusedField[] {
  const { error } = termSheetSchema.safeParse(value, { error: explain });
  return error?.issues.flatMap(fieldsOf) ?? [];
}

/** Whether a value is meant for a scenario, which has a timeline. */
export function isScenario(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, "timeline");
}

/** Text with its line breaks written out. */
export function oneLine(text: string): string {
  return text.replaceAll("\r", "\\r").replaceAll("\n", "\\n");
}

/** What is wrong with which field, a line for each. */
export function describe(issue: z.core.$ZodIssue): string[] {
  return fieldsOf(issue).map(({ field, why }) => (field === "" ? why : `${field}: ${why}`));
}

function fieldsOf({ path, message, ...issue }: z.core.$ZodIssue): RefusedField[] {
  if (issue.code !== "unrecognized_keys") return [{ field: path.join("."), why: message }];
  return issue.keys.map((key) => ({ field: [...path, key].join("."), why: "unknown key" }));
}

/** What is wrong where the schema does not say so itself. */
export function explain(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.input === undefined) return "missing";
  const input = JSON.stringify(issue.input);
  switch (issue.code) {
    case "invalid_type":
      return explainType(issue.expected, issue.input, input);
    case "invalid_value":
      return `${input} is not one of ${issue.values.join(", ")}`;
    case "too_small":
      return `${input} is below ${issue.minimum}`;
    case "too_big":
      return `${input} is above ${issue.maximum}`;
    default:
      return undefined;
  }
}

function explainType(expected: string, value: unknown, written: string): string {
  if (expected === "string" && typeof value === "number") {
    return `${written} is a JSON number; write it as a string, "${written}"`;
  }
  if (expected === "int") return `${written} is not a whole number`;
  return `${written} is not ${expected === "object" ? "an object" : `a ${expected}`}`;
}
