import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { ledgerCsv, ledgerJson, ledgerOf, ledgerSummaryColumns } from "../../src/records/ledger.ts";
import { run } from "../command.ts";
import { jsonOf, requireWritable, tableOf, writeRecords } from "./output.ts";
import { readRecords } from "./readRecords.ts";
import type { NoteArguments } from "./readRecords.ts";

interface LedgerArguments extends NoteArguments {
  readonly csv: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** `npx hardhat note ledger --id N --network X [--csv OUT [--force]] [--sheet FILE] [--json]` */
export default async function ledgerTask(args: LedgerArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(async () => {
    await requireWritable("--csv", args.csv);
    const facts = await readRecords(hre, args);
    const rows = ledgerOf(facts);
    await writeRecords([{ option: "--csv", path: args.csv, content: ledgerCsv(rows, facts) }], args);
    if (args.json) return jsonOf(ledgerJson(rows, facts));
    if (args.csv !== "") return null;
    return tableOf(`${facts.terms.title}, ${facts.terms.currency}`, ledgerSummaryColumns(facts), rows);
  });
}
