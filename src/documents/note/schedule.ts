import { dayOf } from "../../math/civilDate.ts";
import type { Day } from "../../math/civilDate.ts";
import { formatMoney } from "../../math/decimal.ts";
import type { Block } from "../document.ts";
import { conversionWindow, workedDays } from "./examples.ts";
import { dateOf, fullDateOf } from "../../wording/days.ts";
import { grouped } from "../../wording/numbers.ts";
import { sharesOf } from "../../wording/shares.ts";
import { daysOf } from "./wording.ts";
import type { NoteText } from "./wording.ts";

type Row = readonly [label: string, value: string];

/** The terms, the days that matter and figures worked out for them. */
export function schedule(text: NoteText): Block[] {
  return [
    { kind: "heading", level: 2, text: "Schedule" },
    {
      kind: "table",
      caption: "Terms",
      columns: [
        { title: "Term", align: "left" },
        { title: "As agreed", align: "left" },
      ],
      rows: [...moneyTerms(text), ...partyTerms(text), ...accountTerms(text)],
    },
    keyDates(text),
    workedFigures(text),
    {
      kind: "paragraph",
      text: text.terms.conversion === null ? WORKED_ON : `${WORKED_ON} Shares are of converting everything.`,
    },
  ];
}

const WORKED_ON = "Worked out for a note on which nothing has been paid, converted or charged.";

function moneyTerms({ sheet, terms, money, price }: NoteText): Row[] {
  const { interest, conversion, replaces } = sheet;
  const overdue = interest.overdue;
  const stock = conversion?.stock;
  const perShare = (amount: string): string => `${terms.currency} ${grouped(amount)} a share`;
  return rowsOf([
    ["Principal", money(terms.principal)],
    ["Currency", `${terms.currency}, ${terms.decimals} decimals`],
    ["Interest", `${interest.rate} a year, simple`],
    ["Day count", terms.dayCount],
    [
      "Overdue interest",
      overdue === undefined
        ? "none"
        : `${overdue.rate} a year on ${overdue.base === "principal" ? "principal" : "principal and interest"}`,
    ],
    ["Payment before maturity", sheet.prepayment],
    ["Grace after notice and demand", daysOf(terms.graceDays)],
    ["To have a petition dismissed", daysOf(terms.dismissalDays)],
    ["To satisfy a judgment", daysOf(terms.judgmentDays)],
    ["Calendar", terms.calendar.zone],
    ["Periods extended to a business day", terms.extendDeadlines ? "yes" : "no"],
    ["Transfer to affiliates without consent", terms.affiliatesFree ? "yes" : "no"],
    ["Conversion", terms.conversion === null ? "none" : `${price(terms.conversion.price)} a share`],
    ["Stock", stock && `${stock.name} (${stock.symbol})`],
    ["Authorized shares", terms.conversion === null ? undefined : sharesOf(terms.conversion.stock.authorized)],
    ["Par value", stock?.parValue && perShare(stock.parValue)],
    ["Fair value at issue", stock?.fairValueAtIssue && perShare(stock.fairValueAtIssue)],
    [
      "Replaces",
      replaces && terms.predecessor
        ? `${replaces.description}, ${dateOf(terms.predecessor.dated)}, ${money(terms.predecessor.principal)}`
        : undefined,
    ],
    ["Maker of the note replaced", replaces?.maker],
    ["Payee of the note replaced", replaces?.payee],
    ["Note replaced assigned on", replaces?.assigned && dateOf(dayOf(replaces.assigned))],
  ]);
}

function partyTerms({ sheet, attestor }: NoteText): Row[] {
  return rowsOf([
    ["Attestor", attestor ?? "none"],
    ["Governing law", sheet.governingLaw ?? "none named"],
    ["Document on record (SHA-256)", sheet.document?.sha256],
  ]);
}

function accountTerms({ sheet: { accounts } }: NoteText): Row[] {
  return rowsOf([
    ["Account of the borrower", accounts?.borrower],
    ["Account of the lender", accounts?.lender],
    ["Account of the attestor", accounts?.attestor],
    ["Contract of the currency", accounts?.currency],
    ["Contract of the stock", accounts?.stock],
    ["Contract of the calendar", accounts?.calendar],
    ["Register of control", accounts?.registry],
  ]);
}

function rowsOf(rows: readonly (readonly [string, string | undefined])[]): Row[] {
  return rows.flatMap(([label, value]): Row[] => (value === undefined ? [] : [[label, value]]));
}

function keyDates({ terms }: NoteText): Block {
  const { dated, maturity, lastDayToPay, overdue, conversion } = terms;
  const window = conversionWindow(terms);
  const days: (readonly [Day, string])[] = [[dated, "Dated: the first day that interest counts"]];
  if (window !== null) days.push([window.first, "First day to convert"]);
  if (conversion?.until != null) days.push([conversion.until, "Last day to convert"]);
  days.push([maturity, "Maturity"], [lastDayToPay, "Last day to pay"]);
  days.push([
    lastDayToPay + 1,
    overdue === null
      ? "First day to give notice and demand"
      : "First day to give notice and demand; overdue interest, from maturity, is owed",
  ]);
  return {
    kind: "table",
    caption: "Key dates",
    columns: [
      { title: "Day", align: "left" },
      { title: "What it is", align: "left" },
    ],
    rows: days.toSorted(([a], [b]) => a - b).map(([day, what]) => [fullDateOf(day), what]),
  };
}

function workedFigures({ terms }: NoteText): Block {
  const { currency, decimals, conversion } = terms;
  const money = (units: bigint): string => grouped(formatMoney(units, decimals));
  const columns = ["Interest", ...(terms.overdue === null ? [] : ["Overdue interest"]), "Owed in all"];
  const rows = workedDays(terms).map(({ label, quote }) => [
    `${label}, ${dateOf(quote.on)}`,
    money(quote.interest),
    ...(terms.overdue === null ? [] : [money(quote.overdueInterest)]),
    money(quote.total),
    ...(quote.conversion === null
      ? []
      : quote.convertible
        ? [grouped(String(quote.conversion.shares)), money(quote.conversion.residue)]
        : ["not open", "—"]),
  ]);
  return {
    kind: "table",
    caption: `Figures, in ${currency}`,
    columns: [
      { title: "Day", align: "left" },
      ...[...columns, ...(conversion === null ? [] : ["Shares", "Left over"])].map((title) => ({
        title,
        align: "right" as const,
      })),
    ],
    rows,
  };
}
