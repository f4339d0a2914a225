import { getAddress } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { listNotes } from "../../src/chain/listNotes.ts";
import type { NoteSummary } from "../../src/chain/listNotes.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import { formatMoney } from "../../src/math/decimal.ts";
import { run, UsageError } from "../command.ts";
import { openChain } from "./openNote.ts";
import { readingProgress } from "./readingProgress.ts";

interface ListArguments {
  readonly borrower: string;
  readonly lender: string;
  readonly deployments: string;
  readonly json: boolean;
}

/** `npx hardhat note list --network X [--borrower ADDRESS] [--lender ADDRESS] [--json]` */
export default async function listTask(
  { borrower, lender, deployments, json }: ListArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    const whose = { ...addressOption("borrower", borrower), ...addressOption("lender", lender) };
    const { notes, lens, record, chainId } = await openChain(hre, deployments);
    const progress = readingProgress(record.startBlock);
    const { startBlock: fromBlock } = record;
    const listed = await listNotes({ notes, lens }, { fromBlock, onProgress: progress.show, ...whose });
    progress.clear();
    const entries = listed.map(listEntry);
    if (json) return JSON.stringify(entries, null, 2);
    if (entries.length === 0) return `No notes on chain ${chainId}${borrower + lender === "" ? "" : " of that party"}.`;
    const { listTable } = await import("./listTable.ts");
    return listTable(entries);
  });
}

/** A note of a list as written. */
export type ListEntry = ReturnType<typeof listEntry>;

function listEntry(note: NoteSummary) {
  const { decimals, symbol } = note.currency;
  return {
    id: Number(note.id),
    status: note.status,
    dated: isoOf(note.dated),
    maturity: isoOf(note.maturity),
    principal: formatMoney(note.principal, decimals),
    total: note.total === null ? null : formatMoney(note.total, decimals),
    unread: note.unread,
    currency: symbol,
    maker: note.maker,
    payee: note.payee,
    borrower: note.obligor,
    lender: note.holder,
    block: note.madeInBlock,
    transaction: note.transactionHash,
  };
}

function addressOption(name: "borrower" | "lender", value: string): Partial<Record<typeof name, string>> {
  if (value === "") return {};
  try {
    return { [name]: getAddress(value) };
  } catch {
    throw new UsageError(`--${name}: "${value}" is not an address`);
  }
}
