import Table from "cli-table3";
import colors from "picocolors";

import type { TermSheet } from "../../src/terms/termSheet.ts";
import { grouped } from "../../src/wording/numbers.ts";
import { PLAIN_BORDERS } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

/** The terms of a note, for reading. */
export function termsTable(sheet: TermSheet, { width, unicode }: Terminal): string {
  const rows = rowsOf(sheet);
  const labels = Math.max(...rows.map(([label]) => label.length)) + 2;
  const table = new Table({
    colWidths: [labels, width - labels - 5],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
    ...(unicode ? {} : { chars: PLAIN_BORDERS }),
  });
  for (const [label, text] of rows) table.push([colors.dim(label), text]);
  return indented(table.toString());
}

/** Text moved in by two columns. */
export function indented(text: string): string {
  return text.replace(/^/gm, "  ");
}

function rowsOf(sheet: TermSheet): [label: string, text: string][] {
  const { borrower, lender, currency, interest, calendar, conversion } = sheet;
  const rows: [string, string][] = [
    ["Borrower", partyOf(borrower)],
    ["Lender", partyOf(lender)],
    ["Principal", colors.bold(`${currency.symbol} ${grouped(sheet.principal)}`)],
    ["Interest", `${interest.rate} a year, simple, ${interest.dayCount}; paid with the principal in one lump sum`],
    ["Dated, due", `${sheet.dated}, ${sheet.maturity}${calendar.extendDeadlines ? " or the next business day" : ""}`],
    ["Prepayment", sheet.prepayment],
  ];
  if (conversion !== undefined) {
    const { after, pricePerShare, stock } = conversion;
    rows.push([
      "Conversion",
      `after ${after}, all or part, at ${currency.symbol} ${pricePerShare} a share of ${stock.symbol}`,
    ]);
  }
  if (interest.overdue !== undefined) {
    const base = interest.overdue.base === "sumDue" ? "the sum due" : "the principal";
    rows.push(["Overdue", `${interest.overdue.rate} a year on ${base}`]);
  }
  const { graceDays, dismissalDays, judgmentDays } = sheet.default;
  rows.push([
    "Default",
    `unpaid ${graceDays} days after notice; bankruptcy (${dismissalDays} days to dismiss); ` +
      `judgments (${judgmentDays} days to satisfy); assignment to a stranger`,
  ]);
  rows.push([
    "Transfer",
    `with the borrower's consent${sheet.transfer?.affiliatesFree ? ", affiliates excepted" : ""}`,
  ]);
  rows.push(["Days", `of ${calendar.zone}${sheet.governingLaw ? `; law of ${sheet.governingLaw}` : ""}`]);
  return rows;
}

function partyOf({ name, kind }: TermSheet["borrower"]): string {
  return kind === undefined ? name : `${name}, a ${kind}`;
}
