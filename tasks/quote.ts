import { dayOf } from "../src/math/civilDate.ts";
import type { Day } from "../src/math/civilDate.ts";
import { quote } from "../src/quote/quote.ts";
import { quoteEntry } from "../src/quote/quoteEntry.ts";
import type { QuoteEntry } from "../src/quote/quoteEntry.ts";
import { readTermSheet } from "../src/terms/readTermSheet.ts";
import { termsOf } from "../src/terms/terms.ts";
import type { Terms } from "../src/terms/terms.ts";
import { run, UsageError } from "./command.ts";

interface QuoteArguments {
  readonly files: string[];
  readonly on: string;
  readonly json: boolean;
}

/** `npx hardhat note quote FILE... --on DATE[,DATE...] [--json]` */
export default async function quoteTask({ files, on, json }: QuoteArguments): Promise<void> {
  await run(async () => {
    if (files.length === 0) throw new UsageError("note quote: no file named");
    const days = parseDays(on);

    const notes: { file: string; terms: Terms }[] = [];
    for (const file of files) notes.push({ file, terms: termsOf(await readTermSheet(file)) });
    const quotes = notes.map(({ file, terms }) => ({ terms, entries: days.map((day) => entryOf(file, terms, day)) }));

    if (json)
      return JSON.stringify(
        quotes.flatMap(({ entries }) => entries),
        null,
        2,
      );
    const { quoteTables } = await import("./quoteTable.ts");
    return quoteTables(quotes);
  });
}

function entryOf(file: string, terms: Terms, day: Day): QuoteEntry {
  try {
    return quoteEntry(file, terms, quote(terms, day));
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(`${file}: --on: ${error.message}`) : error;
  }
}

/**
 * Reads the days of `--on`.
 *
 * @throws UsageError if there is none, or one is no day.
 */
export function parseDays(on: string): Day[] {
  if (on.trim() === "") throw new UsageError("--on: missing; name a day, or several with commas between");
  return on.split(",").map((iso) => {
    try {
      return dayOf(iso.trim());
    } catch (error) {
      throw new UsageError(`--on: ${(error as RangeError).message}`);
    }
  });
}
