import { isAddress, ZeroAddress } from "ethers";
import * as z from "zod";

import { dayOf } from "../math/civilDate.ts";
import { DAY_COUNT_CONVENTIONS } from "../math/dayCount.ts";
import { parseDecimal, parseExact } from "../math/decimal.ts";
import { parsePrice } from "./price.ts";
import { parseRate } from "./rate.ts";

const DATE_PATTERN = "^\\d{4}-\\d{2}-\\d{2}$";
const DECIMAL_PATTERN = "^(0|[1-9]\\d*)(\\.\\d+)?$";
const PRICE_PATTERN = "^((0|[1-9]\\d*)(\\.\\d+)?|\\d+/[1-9]\\d*)$";
const RATE_PATTERN = "^(0|[1-9]\\d?)(\\.\\d{1,6})?%$";

/** Labels that libraries read differently, whatever follows them: Act/365, 30/360, Actual/Actual, ACT_365, 30E/360. */
const BARE_DAY_COUNT = /^(a(ct(ual)?)?|30e?|thirty(_e)?|nl)\s*[/_ -]?\s*(36[0-6](\.25)?|a(ct(ual)?)?|thirty|30)l?$/i;

/** Whether a label such as "Act/365" or "30/360" says which kind of convention is meant, but not which convention. */
export function isBareDayCount(label: string): boolean {
  return BARE_DAY_COUNT.test(label.trim());
}

/**
 * Where an editor finds the JSON Schema of a file: a path or an address that ends in its name. It is no term and hashed with none, so it must
 * be nothing that could be read as one.
 *
 * @param name Of the published file.
 */
export function schemaReference(name: string): z.ZodOptional<z.ZodString> {
  const reference = new RegExp(`^([!-~]*/)?${name.replaceAll(".", "\\.")}$`);
  const error = ({ input }: { readonly input?: unknown }): string | undefined =>
    typeof input === "string"
      ? `${JSON.stringify(input)} is no path or address of ${name}; it is for editors, and nothing else belongs there`
      : undefined;
  return z.string().regex(reference, { error }).optional();
}

/** Any text that is not empty. */
export const text = read(
  (value) => {
    if (value.trim() === "") throw new RangeError("is empty");
  },
  { pattern: "\\S" },
);

/** A decimal string above zero, in the currency. */
export const money = read(
  (value) => {
    if (parseExact(value).numerator === 0n) throw new RangeError(`"${value}" is zero`);
  },
  { pattern: DECIMAL_PATTERN, examples: ["203323.70"], description: "Money in the currency, as a decimal string." },
);

/** A price per share, which no decimal may be able to hold. */
export const price = read(parsePrice, {
  pattern: PRICE_PATTERN,
  examples: ["0.05", "1/30"],
  description:
    "Price of a whole share in the currency: a decimal string, or a fraction where no finite decimal will do.",
});

/** Shares, with at most eighteen decimals. */
export const shares = read(
  (value) => {
    if (parseDecimal(value, 18) === 0n) throw new RangeError(`"${value}" is zero`);
  },
  { pattern: DECIMAL_PATTERN, examples: ["60000000"], description: "Shares, as a decimal string." },
);

/** A yearly rate. */
export const rate = read(parseRate, {
  pattern: RATE_PATTERN,
  examples: ["7.75%"],
  description: "A yearly rate below 100%, with at most six decimals of a percent.",
});

/** Any day of the calendar. */
export const anyDate = read(dayOf, {
  pattern: DATE_PATTERN,
  format: "date",
  examples: ["2002-10-10"],
  description: "A civil day, YYYY-MM-DD.",
});

/** A day of the note itself, which the contracts count from 1970. */
export const ownDate = read(
  (value) => {
    if (dayOf(value) < 0) throw new RangeError(`"${value}" is before 1970-01-01`);
  },
  {
    pattern: DATE_PATTERN,
    format: "date",
    examples: ["2003-12-31"],
    description: "A civil day of the note's calendar, YYYY-MM-DD, from 1970-01-01 on.",
  },
);

/** A number of days a contract can hold. */
export const dayCountdown = z.int().min(0).max(65_535);

/** A day-count convention, by its unambiguous name. */
export const dayCount = z.enum(DAY_COUNT_CONVENTIONS, {
  error: ({ input }) => {
    const choices = `use one of ${DAY_COUNT_CONVENTIONS.join(", ")}`;
    if (input === undefined) return `missing; ${choices}`;
    const ambiguous = typeof input === "string" && isBareDayCount(input);
    return `${JSON.stringify(input)} is ${ambiguous ? "ambiguous" : "no day-count convention"}; ${choices}`;
  },
});

/** An account on the chain, somebody's, and with the right checksum (EIP-55) if it has one. */
export const account = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/, {
    error: ({ input }) => `${JSON.stringify(input)} is no address (0x and 40 hexadecimal digits)`,
    abort: true,
  })
  .check((context) => {
    const { value } = context;
    if (value.toLowerCase() === ZeroAddress) {
      refuse(context, `"${value}" is the zero address, which is nobody's; leave the field out if there is none`);
    } else if (!isAddress(context.value)) {
      refuse(context, `"${value}" has the wrong checksum (EIP-55): a digit is mistyped, compare it with its source`);
    }
  });

/** A SHA-256, in hexadecimal. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, {
  error: ({ input }) => `${JSON.stringify(input)} is no SHA-256 (64 hexadecimal digits, lower case)`,
});

/** A string that a reader accepts; what the reader throws is what is wrong with it. */
function read(reader: (value: string) => unknown, published: z.GlobalMeta & { pattern: string }): z.ZodString {
  return z
    .string()
    .check((context) => {
      try {
        reader(context.value);
      } catch (error) {
        refuse(context, (error as RangeError).message);
      }
    })
    .meta(published);
}

function refuse(context: z.core.ParsePayload<string>, message: string): void {
  context.issues.push({ code: "custom", message, input: context.value });
}
