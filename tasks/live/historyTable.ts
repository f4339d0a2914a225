import Table from "cli-table3";
import colors from "picocolors";

import { shortened } from "../../src/wording/shortened.ts";
import type { HistoryEntry } from "./history.ts";

/** Minting and burning of the token say nothing that the making and the end of the note do not. */
const TOLD_ELSEWHERE = /^The token was (minted|burned)/;

const WIDTH_OF_SENTENCE = 74;

/** Writes a history as a table with a row an act. */
export function historyTable(title: string, entries: readonly HistoryEntry[]): string {
  const table = new Table({
    head: ["On", "By", "What happened", "Transaction"].map((heading) => colors.bold(heading)),
    colWidths: [12, 15, WIDTH_OF_SENTENCE, 16],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const { on, by, sentence, transaction } of entries) {
    if (TOLD_ELSEWHERE.test(sentence)) continue;
    table.push([on, by ?? "", sentence, shortened(transaction)]);
  }
  return `${colors.bold(title)}\n${table.toString()}`;
}
