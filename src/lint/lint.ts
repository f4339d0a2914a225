import type { Day } from "../math/civilDate.ts";
import { CATALOGUE } from "./catalogue.ts";
import type { FindingCode } from "./catalogue.ts";
import { draftOf } from "./draft.ts";
import type { Fault, Finding, Severity } from "./finding.ts";
import { RULES } from "./rules.ts";
import { fieldRefused } from "./rules/fields.ts";

export { CATALOGUE, FINDING_CODES } from "./catalogue.ts";
export type { FindingCode } from "./catalogue.ts";
export type { CatalogueEntry, Finding, Severity } from "./finding.ts";

/** From the worst. */
export const SEVERITIES: readonly Severity[] = ["error", "warning", "notice"];

/** Codes that say better what the schema says of the same field. */
const INSTEAD_OF_THE_SCHEMA: ReadonlySet<FindingCode> = new Set<FindingCode>([
  "attestor-is-party",
  "compounding-refused",
  "conversion-ends-before-opening",
  "conversion-from-refused",
  "day-count-ambiguous",
  "day-count-missing",
  "maturity-not-after-dated",
  "parties-not-distinct",
  "principal-finer-than-currency",
]);

const NO_ADVICE = "this is a screen, not legal advice";

/** What a term sheet is judged by beside itself. */
export interface LintOptions {
  /** The day to judge from what is past; null to leave that aside. */
  readonly today: Day | null;
}

/**
 * Everything about a term sheet that its parties should know before they agree to it, the worst first.
 *
 * @param value What JSON.parse gave, though it be no term sheet: what the schema refuses is found as `field-refused`, or by a
 *   code of its own, and hides nothing else.
 * @example lint(JSON.parse(json), { today: dayOf("2026-03-02") }).map(({ code }) => code) // ["attestor-missing"]
 */
export function lint(value: unknown, { today }: LintOptions): Finding[] {
  const draft = draftOf(value, today);
  const found = isObject(value) ? RULES.flatMap((rule) => rule(draft)) : [];
  const answered = new Set(found.filter(({ code }) => INSTEAD_OF_THE_SCHEMA.has(code)).map(({ field }) => field));
  const refused = fieldRefused(draft).filter(({ field }) => !answered.has(field));
  return [...refused, ...found].map(findingOf).sort((a, b) => rank(a) - rank(b));
}

function findingOf({ code, field, message, remedy }: Fault): Finding {
  const entry = CATALOGUE[code];
  const { severity, legal } = entry;
  return { code, severity, field, message, remedy: withCaveat(remedy ?? entry.remedy, legal), legal };
}

function withCaveat(remedy: string, legal: boolean): string {
  return legal ? `${remedy.replace(/\.$/, "")}; ${NO_ADVICE}.` : remedy;
}

function rank({ severity }: Finding): number {
  return SEVERITIES.indexOf(severity);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
