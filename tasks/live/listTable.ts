import Table from "cli-table3";
import colors from "picocolors";

import { grouped } from "../../src/wording/numbers.ts";
import { shortened } from "../../src/wording/shortened.ts";
import type { ListEntry } from "./list.ts";

/** Writes a list of notes as a table with a row a note, and under it why some of a note is not in it. */
export function listTable(entries: readonly ListEntry[]): string {
  const table = new Table({
    head: ["Note", "Status", "Dated", "Maturity", "Principal", "Owed", "", "Borrower", "Lender"].map((heading) =>
      colors.bold(heading),
    ),
    colAligns: ["right", "left", "left", "left", "right", "right", "left", "left", "left"],
    style: { head: [], border: [], compact: true },
  });
  for (const { id, status, dated, maturity, principal, total, currency, borrower, lender } of entries) {
    const who = [shortened(borrower), lender === null ? "" : shortened(lender)];
    const owed = total === null ? "unknown" : grouped(total);
    table.push([id, status ?? "unknown", dated, maturity, grouped(principal), owed, currency, ...who]);
  }
  const unread = entries.flatMap((each) => (each.unread === null ? [] : [`Note ${each.id}: ${each.unread}.`]));
  return [table.toString(), ...unread].join("\n");
}
