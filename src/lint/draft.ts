import { dayOf } from "../math/civilDate.ts";
import type { Day } from "../math/civilDate.ts";
import { parseDecimal, parseExact } from "../math/decimal.ts";
import type { Rational } from "../math/rational.ts";
import { parsePrice } from "../terms/price.ts";
import { parseRate } from "../terms/rate.ts";

/**
 * A term sheet that may be faulty: each field is read by itself, and is null where it is missing or cannot be read, so that one fault hides no
 * other. Fields are dotted paths.
 */
export interface Draft {
  readonly value: unknown;
  /** Null if what is past is not to be judged. */
  readonly today: Day | null;
  /** What stands at a field as JSON has it; undefined if nothing does. */
  at(field: string): unknown;
  /** Whether something other than null stands at a field. */
  has(field: string): boolean;
  text(field: string): string | null;
  day(field: string): Day | null;
  /** A yearly rate: 31/400 for "7.75%". */
  rate(field: string): Rational | null;
  /** Money in the currency, exact. */
  money(field: string): Rational | null;
  /** A price of a share in the currency. */
  price(field: string): Rational | null;
  /** Shares, in units of 1e-18. */
  shares(field: string): bigint | null;
  /** A whole number that is not negative. */
  count(field: string): number | null;
}

/** Reads a term sheet that may be faulty. */
export function draftOf(value: unknown, today: Day | null): Draft {
  const at = (field: string): unknown => field.split(".").reduce(memberOf, value);
  const reader =
    <T>(read: (text: string) => T) =>
    (field: string): T | null =>
      attempt(at(field), read);
  return {
    value,
    today,
    at,
    has: (field) => at(field) != null,
    text: reader((text) => (text.trim() === "" ? null : text.trim())),
    day: reader(dayOf),
    rate: reader(parseRate),
    money: reader(parseExact),
    price: reader(parsePrice),
    shares: reader((text) => parseDecimal(text, 18)),
    count: (field) => {
      const number = at(field);
      return typeof number === "number" && Number.isSafeInteger(number) && number >= 0 ? number : null;
    },
  };
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

function attempt<T>(value: unknown, read: (text: string) => T): T | null {
  if (typeof value !== "string") return null;
  try {
    return read(value);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
