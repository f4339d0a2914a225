import { isoOf } from "../math/civilDate.ts";
import { formatMoney } from "../math/decimal.ts";
import type { Parts, Statement } from "../model/interest.ts";
import { toCsv } from "./csv.ts";
import type { Column } from "./csv.ts";
import { counterpartyOf, entryInWords, referenceOf } from "./entryInWords.ts";
import { nameOf } from "./noteFacts.ts";
import type { NoteFacts } from "./noteFacts.ts";
import { postingsOf } from "./postings.ts";
import type { Accrued } from "./postings.ts";

/**
 * A line of the ledger: an account of what the borrower owes, so that debits add to it and credits take off it. For each balance,
 * balance before + accrued + debit − credit = balance after, to the unit.
 */
export interface LedgerRow {
  /** Civil day in the note's zone, YYYY-MM-DD. */
  readonly date: string;
  readonly entry: string;
  /** Who paid, converted, charged or took over: a name where one is known. */
  readonly counterparty: string;
  readonly counterpartyAddress: string;
  /** Interest accrued since the line before, or since the note is dated; currency units. */
  readonly accrued: Accrued;
  readonly debits: Parts;
  readonly credits: Parts;
  readonly balances: Statement;
  /** Whole shares issued, as shares stood when the note was made; null if none. */
  readonly shares: bigint | null;
  /** What was written beside the entry, such as the reference of a wire. */
  readonly reference: string;
  readonly transactionHash: string;
  readonly blockNumber: number;
}

/**
 * Every entry that changed what is owed, or who owes or holds it, in the order of the chain.
 *
 * @throws DoesNotFootError if what happened does not come to what the chain says is owed.
 * @example ledgerOf(facts).at(-1)?.balances.total // 0n, of a note paid off
 */
export function ledgerOf(facts: NoteFacts): readonly LedgerRow[] {
  return postingsOf(facts).map(({ entry, accrued, debits, credits, balances }) => ({
    date: isoOf(entry.day),
    entry: entryInWords(entry, facts.terms),
    counterparty: nameOf(facts, counterpartyOf(entry)),
    counterpartyAddress: counterpartyOf(entry),
    accrued,
    debits,
    credits,
    balances,
    shares: entry.kind === "conversion" ? entry.shares : null,
    reference: referenceOf(entry),
    transactionHash: entry.transactionHash,
    blockNumber: entry.blockNumber,
  }));
}

const BALANCES = [
  ["Principal", "principal"],
  ["Interest", "interest"],
  ["Overdue interest", "overdueInterest"],
  ["Charges", "charges"],
] as const;

/**
 * The ledger as comma-separated values: dates as in ISO 8601, money as exact decimals of the currency.
 *
 * @example ledgerCsv(ledgerOf(facts), facts)
 */
export function ledgerCsv(rows: readonly LedgerRow[], { terms }: Pick<NoteFacts, "terms">): string {
  return toCsv(columnsOf(terms.decimals), rows);
}

/**
 * The ledger as it goes into JSON: money as decimal strings.
 *
 * @example JSON.stringify(ledgerJson(ledgerOf(facts), facts))
 */
export function ledgerJson(rows: readonly LedgerRow[], { terms }: Pick<NoteFacts, "terms">): readonly object[] {
  const money = (amounts: Readonly<Record<string, bigint>>) => moneyOf(amounts, terms.decimals);
  return rows.map((row) => ({
    date: row.date,
    entry: row.entry,
    counterparty: row.counterparty,
    counterpartyAddress: row.counterpartyAddress,
    accrued: money({ ...row.accrued }),
    debits: money({ ...row.debits }),
    credits: money({ ...row.credits }),
    balances: money({ ...row.balances }),
    shares: row.shares === null ? null : String(row.shares),
    reference: row.reference,
    transactionHash: row.transactionHash,
    blockNumber: row.blockNumber,
  }));
}

function columnsOf(decimals: number): readonly Column<LedgerRow>[] {
  const figure = (title: string, read: (row: LedgerRow) => bigint): Column<LedgerRow> => ({
    title,
    kind: "amount",
    read: (row) => formatMoney(read(row), decimals),
  });
  return [
    { title: "Date", kind: "figure", read: ({ date }) => date },
    { title: "Entry", kind: "text", read: ({ entry }) => entry },
    { title: "Counterparty", kind: "text", read: ({ counterparty }) => counterparty },
    ...BALANCES.flatMap(([title, part]) => [
      ...(part === "interest" || part === "overdueInterest"
        ? [figure(`${title} accrued`, ({ accrued }) => accrued[part])]
        : []),
      figure(`${title} debit`, ({ debits }) => debits[part]),
      figure(`${title} credit`, ({ credits }) => credits[part]),
      figure(`${title} balance`, ({ balances }) => balances[part]),
    ]),
    figure("Total balance", ({ balances }) => balances.total),
    { title: "Shares issued", kind: "amount", read: ({ shares }) => (shares === null ? "" : String(shares)) },
    { title: "Reference", kind: "text", read: ({ reference }) => reference },
    { title: "Counterparty address", kind: "figure", read: ({ counterpartyAddress }) => counterpartyAddress },
    { title: "Transaction hash", kind: "figure", read: ({ transactionHash }) => transactionHash },
    { title: "Block", kind: "figure", read: ({ blockNumber }) => String(blockNumber) },
  ];
}

/** The columns of a ledger on a terminal: what the entry came to, without the figures of each balance apart. */
export function ledgerSummaryColumns({ terms }: Pick<NoteFacts, "terms">): readonly Column<LedgerRow>[] {
  const sum = (parts: Readonly<Record<string, bigint>>): string =>
    formatMoney(
      Object.values(parts).reduce((total, part) => total + part, 0n),
      terms.decimals,
    );
  return [
    { title: "Date", kind: "text", read: ({ date }) => date },
    { title: "Entry", kind: "text", read: ({ entry }) => entry },
    { title: "Counterparty", kind: "text", read: ({ counterparty }) => counterparty },
    { title: "Accrued", kind: "amount", read: ({ accrued }) => sum({ ...accrued }) },
    { title: "Debit", kind: "amount", read: ({ debits }) => sum({ ...debits }) },
    { title: "Credit", kind: "amount", read: ({ credits }) => sum({ ...credits }) },
    { title: "Balance", kind: "amount", read: ({ balances }) => formatMoney(balances.total, terms.decimals) },
    { title: "Shares", kind: "amount", read: ({ shares }) => (shares === null ? "" : String(shares)) },
  ];
}

/** Amounts by name, each as a decimal string. */
export function moneyOf(amounts: Readonly<Record<string, bigint>>, decimals: number): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(amounts).map(([name, amount]) => [name, formatMoney(amount, decimals)]));
}
