import * as z from "zod";

import { ZONES } from "../calendar/calendars.ts";
import { dayOf } from "../math/civilDate.ts";
import { parseDecimal } from "../math/decimal.ts";
import {
  account,
  anyDate,
  dayCount,
  dayCountdown,
  money,
  ownDate,
  price,
  rate,
  schemaReference,
  sha256,
  shares,
  text,
} from "./fields.ts";
import { parsePrice, priceInUnits } from "./price.ts";
import { sameAddress } from "./sameAddress.ts";

const MOST_PRINCIPAL = 2n ** 96n - 1n;
const MOST_PRICE_NUMERATOR = 2n ** 96n - 1n;
const MOST_PRICE_DENOMINATOR = 2n ** 32n - 1n;

const party = z.strictObject({ name: text, kind: text.optional(), address: text.optional() });

const stock = z.strictObject({
  name: text,
  symbol: text,
  authorized: shares,
  parValue: money.optional(),
  fairValueAtIssue: money.optional(),
});

const termSheetShape = z.strictObject({
  $schema: schemaReference("term-sheet.schema.json"),
  title: text,
  borrower: party,
  lender: party,
  dated: ownDate,
  principal: money,
  currency: z.strictObject({ symbol: text, decimals: z.int().min(0).max(18) }),
  interest: z.strictObject({
    rate,
    dayCount,
    overdue: z.strictObject({ rate, base: z.enum(["principal", "sumDue"]) }).optional(),
  }),
  maturity: ownDate,
  prepayment: z.enum(["prohibited", "allowed"]),
  calendar: z.strictObject({ zone: z.enum(ZONES), extendDeadlines: z.boolean() }),
  default: z.strictObject({ graceDays: dayCountdown, dismissalDays: dayCountdown, judgmentDays: dayCountdown }),
  conversion: z
    .strictObject({ after: ownDate, until: ownDate.nullable().optional(), pricePerShare: price, stock })
    .optional(),
  transfer: z.strictObject({ affiliatesFree: z.boolean() }).optional(),
  replaces: z
    .strictObject({
      description: text,
      dated: anyDate,
      principal: money,
      maker: text.optional(),
      payee: text.optional(),
      assigned: anyDate.optional(),
    })
    .optional(),
  document: z.strictObject({ sha256 }).optional(),
  governingLaw: text.optional(),
  attestor: z.strictObject({ name: text }).optional(),
  accounts: z
    .strictObject({
      borrower: account.optional(),
      lender: account.optional(),
      attestor: account.optional(),
      currency: account.optional(),
      stock: account.optional(),
      calendar: account.optional(),
      registry: account.optional(),
    })
    .optional(),
});

type WrittenTermSheet = z.infer<typeof termSheetShape>;

/** A term sheet: what a note's parties agree, in JSON. */
export type TermSheet = Omit<WrittenTermSheet, "$schema">;

/** The schema of a term sheet, with what its parts demand of each other. */
export const termSheetSchema = termSheetShape
  .check((context) => {
    // a field that is out of range by itself can be compared with no other
    if (context.issues.length > 0) return;
    const refuse = (path: string[], message: string): void => {
      context.issues.push({ code: "custom", path, message, input: context.value });
    };
    refuseDates(context.value, refuse);
    refuseAmounts(context.value, refuse);
    refuseParties(context.value, refuse);
  })
  .meta({ title: "Term sheet of a convertible promissory note" });

type Refuse = (path: string[], message: string) => void;

function refuseDates({ dated, maturity, conversion }: TermSheet, refuse: Refuse): void {
  if (dayOf(maturity) <= dayOf(dated)) refuse(["maturity"], `"${maturity}" is not after dated, "${dated}"`);
  if (conversion?.until != null && dayOf(conversion.until) <= dayOf(conversion.after)) {
    refuse(["conversion", "until"], `"${conversion.until}" is not after conversion.after, "${conversion.after}"`);
  }
}

function refuseAmounts({ principal, currency, conversion }: TermSheet, refuse: Refuse): void {
  const { decimals } = currency;
  try {
    const units = parseDecimal(principal, decimals);
    if (units > MOST_PRINCIPAL) {
      refuse(["principal"], `"${principal}" is ${units} units; at most ${MOST_PRINCIPAL} can be held`);
    }
  } catch (error) {
    refuse(["principal"], (error as RangeError).message);
  }
  if (conversion === undefined) return;
  const { numerator, denominator } = priceInUnits(parsePrice(conversion.pricePerShare), decimals);
  if (numerator > MOST_PRICE_NUMERATOR || denominator > MOST_PRICE_DENOMINATOR) {
    refuse(
      ["conversion", "pricePerShare"],
      `"${conversion.pricePerShare}" is ${numerator}/${denominator} units in lowest terms; ` +
        `at most ${MOST_PRICE_NUMERATOR}/${MOST_PRICE_DENOMINATOR} can be held`,
    );
  }
}

function refuseParties({ accounts }: TermSheet, refuse: Refuse): void {
  const roles = ["borrower", "lender", "attestor"] as const;
  for (const [index, role] of roles.entries()) {
    const own = accounts?.[role];
    if (own === undefined) continue;
    const same = roles.slice(0, index).find((earlier) => sameAddress(own, accounts?.[earlier] ?? ""));
    if (same !== undefined) refuse(["accounts", role], `${own} is the account of the ${same}, too`);
  }
}
