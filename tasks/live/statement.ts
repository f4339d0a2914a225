import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { readNote } from "../../src/chain/readNote.ts";
import { statementOnDay } from "../../src/chain/readStatement.ts";
import type { NoteStatement } from "../../src/chain/readStatement.ts";
import type { NoteOnChain } from "../../src/chain/noteOnChain.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import { formatMoney, formatPrice } from "../../src/math/decimal.ts";
import { run, UsageError } from "../command.ts";
import { parseDays } from "../quote.ts";
import { openNote } from "./openNote.ts";
import { readingProgress } from "./readingProgress.ts";

interface StatementArguments {
  readonly id: string;
  readonly on: string;
  readonly deployments: string;
  readonly json: boolean;
}

/** `npx hardhat note statement --id N --on DATE[,DATE...] --network X [--json]` */
export default async function statementTask(
  { id: number, on, deployments, json }: StatementArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    const days = parseDays(on);
    const { id, notes, lens, record } = await openNote(hre, number, deployments);
    const contracts = { notes, lens };
    const progress = readingProgress(record.startBlock);
    const note = await readNote(contracts, id, { fromBlock: record.startBlock, onProgress: progress.show });
    progress.clear();
    const entries: StatementEntry[] = [];
    for (const day of days) {
      entries.push(
        await statementOnDay(contracts, note, day).then(
          (statement) => statementEntry(note, statement),
          (error: unknown) => {
            throw error instanceof RangeError ? new UsageError(`--on: ${error.message}`) : error;
          },
        ),
      );
    }
    if (json) return JSON.stringify(entries, null, 2);
    const { entriesTable } = await import("../quoteTable.ts");
    const title = `Note ${number}, on ${isoOf(note.today)}, as the chain has it`;
    return entriesTable(title, note.currency.symbol, note.terms.conversion !== null, entries);
  });
}

/** A statement as written: its fields are those of a quote where they mean the same. */
export type StatementEntry = ReturnType<typeof statementEntry>;

/** Writes a statement of a note. */
export function statementEntry(note: NoteOnChain, statement: NoteStatement) {
  const { decimals } = note.currency;
  const { conversion, pricePerShare } = statement;
  const money = (units: bigint) => formatMoney(units, decimals);
  return {
    id: Number(note.id),
    on: isoOf(statement.asOf),
    status: statement.status,
    principal: money(statement.principal),
    interest: money(statement.interest),
    overdueInterest: money(statement.overdueInterest),
    charges: money(statement.charges),
    total: money(statement.total),
    dueOn: isoOf(statement.dueOn),
    payableThrough: isoOf(statement.payableThrough),
    payable: statement.payable,
    convertible: statement.convertible,
    pricePerShare: pricePerShare && formatPrice(pricePerShare, decimals),
    shares: conversion && String(conversion.shares),
    residue: conversion && money(conversion.residue),
  };
}
