import { dayOf, isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import type { DayCountConvention } from "../../src/math/dayCount.ts";
import type { ActOf, Deed } from "../../src/model/acts.ts";
import type { Party } from "../../src/model/state.ts";
import type { OverdueBase } from "../../src/terms/terms.ts";

/** Everyone there is, in the order in which the stage seats them. */
export const PEOPLE = [
  "borrower",
  "lender",
  "attestor",
  "registrar",
  "sister",
  "subsidiary",
  "holdco",
  "stranger",
  "issuer",
] as const;

/** A fraction as it was drawn, not in lowest terms. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** The right of conversion, and the stock as it stands when the note is made. */
export interface LifeConversion {
  readonly after: Day;
  readonly until: Day | null;
  /** Currency units per whole share. */
  readonly price: Fraction;
  /** Tokens as they stood before any split. */
  readonly authorized: bigint;
  /** Tokens issued to the borrower before any split. */
  readonly issued: bigint;
  /** Tokens authorized in each of the stocks that may succeed it. */
  readonly successors: bigint;
  /** A split before the note was made. */
  readonly split: Fraction | null;
  /** A distribution before the note was made. */
  readonly distribution: Fraction | null;
}

/** Terms as plain data, which model and contracts are each told in their own way. Rates are scaled by 1e8. */
export interface LifeTerms {
  readonly dated: Day;
  readonly madeOn: Day;
  readonly maturity: Day;
  readonly principal: bigint;
  readonly decimals: number;
  readonly rate: number;
  readonly overdue: { readonly rate: number; readonly base: OverdueBase } | null;
  readonly dayCount: DayCountConvention;
  readonly zone: string;
  readonly extendDeadlines: boolean;
  readonly prepaymentAllowed: boolean;
  readonly affiliatesFree: boolean;
  readonly hasAttestor: boolean;
  readonly hasRegistry: boolean;
  readonly graceDays: number;
  readonly dismissalDays: number;
  readonly judgmentDays: number;
  readonly conversion: LifeConversion | null;
}

/** Terms of a note that replaces another: whatever of them may change. */
export interface LifeReplacement extends Pick<
  LifeTerms,
  | "dated"
  | "maturity"
  | "principal"
  | "rate"
  | "overdue"
  | "dayCount"
  | "prepaymentAllowed"
  | "extendDeadlines"
  | "affiliatesFree"
  | "graceDays"
  | "dismissalDays"
  | "judgmentDays"
> {
  readonly maker: Party;
  readonly attestor: Party | null;
  readonly conversion: Pick<LifeConversion, "after" | "until" | "price"> | null;
}

/** The stock replaced by a successor, whose authorized shares the terms of the life tell. */
type Recapitalization = Omit<Extract<Deed, { readonly do: "recapitalize" }>, "authorized">;

/** What is done by one party to one note, or to what is around it. */
export type PlainDeed = Exclude<Deed, { readonly do: "novate" | "recapitalize" }> | Recapitalization;

/** Something so done by someone on a day. */
export type PlainAct = PlainDeed & { readonly on: Day; readonly by: Party };

/** Novation, the new terms as plain data. */
export type LifeNovation = Omit<ActOf<"novate">, "replacement"> & { readonly replacement: LifeReplacement };

/** An act as a life tells of it. */
export type LifeAct = PlainAct | LifeNovation;

/** A note, those that replaced it, and what befell them. */
export interface Life {
  readonly terms: LifeTerms;
  readonly acts: readonly LifeAct[];
}

const DATES: ReadonlySet<string> = new Set(["on", "until", "occurred", "dated", "madeOn", "maturity", "after"]);

/** A life as JSON, an act a line: dates as ISO dates, amounts as decimal strings with an "n". */
export function writeLife({ terms, acts }: Life): string {
  const lines = acts.map((act) => `    ${write(act)}`).join(",\n");
  return `{\n  "terms": ${write(terms)},\n  "acts": [\n${lines}\n  ]\n}`;
}

/** Reads JSON in which lives are written as {@link writeLife} writes them. */
export function readLives<Shape>(json: string): Shape {
  return JSON.parse(json, (key, value: unknown) => {
    if (typeof value !== "string") return value;
    if (DATES.has(key)) return dayOf(value);
    return /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value;
  }) as Shape;
}

function write(part: object): string {
  return JSON.stringify(part, (key, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`;
    return typeof value === "number" && DATES.has(key) ? isoOf(value) : value;
  });
}
