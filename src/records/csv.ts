import { stringify } from "csv-stringify/sync";

/** A column of a table of records: its heading, and what a row says in it. */
export interface Column<Row> {
  readonly title: string;
  /**
   * `text` is what people wrote, and made safe for spreadsheets; `amount` is money or shares, whose thousands a table for people sets apart;
   * `figure` is another number, a date or a hash.
   */
  readonly kind: "text" | "amount" | "figure";
  readonly read: (row: Row) => string;
}

/** What spreadsheets take for the beginning of a formula, full-width signs included. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Writes rows as comma-separated values (RFC 4180): a header row, lines that end in CRLF, exact decimals.
 *
 * @example toCsv([{ title: "Date", kind: "figure", read: ({ on }) => on }], [{ on: "2005-09-02" }]) // "Date\r\n2005-09-02\r\n"
 */
export function toCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const header = columns.map(({ title }) => title);
  const lines = rows.map((row) =>
    columns.map(({ kind, read }) => (kind === "text" ? withoutFormula(read(row)) : read(row))),
  );
  return stringify([header, ...lines], { record_delimiter: "windows" });
}

/**
 * Text that no spreadsheet runs as a formula: an apostrophe goes before what begins like one.
 *
 * @example withoutFormula("=1+1") // "'=1+1"
 */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
