import Table from "cli-table3";
import colors from "picocolors";

import type { Row } from "../../src/chain/acts/act.ts";

/** Writes a sentence and the figures under it: as they are, and as they will be. */
export function actTable(says: string, rows: readonly Row[], changed = "after"): string {
  const [alone, compared] = [
    rows.filter(({ before }) => before === undefined),
    rows.filter(({ before }) => before !== undefined),
  ];
  const parts = [colors.bold(says)];
  if (alone.length > 0)
    parts.push(
      table(
        [],
        alone.map(({ label, after }) => [label, after]),
      ),
    );
  if (compared.length > 0) {
    parts.push(
      table(
        ["", "before", changed],
        compared.map(({ label, before = "", after }) => [label, before, after]),
      ),
    );
  }
  return parts.join("\n");
}

function table(head: readonly string[], rows: readonly string[][]): string {
  const built = new Table({
    head: head.map((heading) => colors.bold(heading)),
    style: { head: [], border: [], compact: true },
  });
  built.push(...rows);
  return built.toString();
}
