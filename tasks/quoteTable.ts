import Table from "cli-table3";
import colors from "picocolors";

import { plainText } from "../src/chain/noteWords.ts";
import type { QuoteEntry } from "../src/quote/quoteEntry.ts";
import { grouped } from "../src/wording/numbers.ts";
import type { Terms } from "../src/terms/terms.ts";

/** A column of the table; a statement of a note on a chain has the same fields. */
type Column = Omit<QuoteEntry, "file">;

type Row = readonly [label: string, read: (entry: Column) => string];

const ROWS: readonly Row[] = [
  ["Status", ({ status }) => status],
  ["Principal", ({ principal }) => grouped(principal)],
  ["Interest", ({ interest }) => grouped(interest)],
  ["Overdue interest", ({ overdueInterest }) => grouped(overdueInterest)],
  ["Charges", ({ charges }) => grouped(charges)],
  ["Total", ({ total }) => grouped(total)],
  ["Due on", ({ dueOn }) => dueOn],
  ["Payable through", ({ payableThrough }) => payableThrough],
  ["May be paid", ({ payable }) => yesOrNo(payable)],
  ["May be converted", ({ convertible }) => yesOrNo(convertible)],
];

const CONVERSION_ROWS: readonly Row[] = [
  ["Price per share", ({ pricePerShare }) => grouped(pricePerShare ?? "")],
  ["Shares for everything", ({ shares }) => grouped(shares ?? "")],
  ["Left over", ({ residue }) => grouped(residue ?? "")],
];

/** Writes the quotes of each note as a table with a column a day, colored where the terminal takes color. */
export function quoteTables(notes: readonly { terms: Terms; entries: readonly QuoteEntry[] }[]): string {
  return notes.map(({ terms, entries }) => quoteTable(terms, entries)).join("\n\n");
}

function quoteTable({ title, currency, conversion }: Terms, entries: readonly QuoteEntry[]): string {
  return entriesTable(title, currency, conversion !== null, entries);
}

/** Writes what is owed under one note as a table with a column a day. */
export function entriesTable(title: string, currency: string, converts: boolean, entries: readonly Column[]): string {
  const rows = converts ? [...ROWS, ...CONVERSION_ROWS] : ROWS;
  const table = new Table({
    head: [plainText(currency), ...entries.map(({ on }) => on)].map((heading) => colors.bold(heading)),
    colAligns: ["left", ...entries.map(() => "right" as const)],
    style: { head: [], border: [], compact: true },
  });
  for (const [label, read] of rows) {
    table.push([label, ...entries.map((entry) => (label === "Total" ? colors.bold(read(entry)) : read(entry)))]);
  }
  return `${colors.bold(plainText(title))}\n${table.toString()}`;
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}
