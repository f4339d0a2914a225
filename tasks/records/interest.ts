import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { isoOf } from "../../src/math/civilDate.ts";
import {
  yearColumns,
  yearlyInterest,
  yearlyInterestCsv,
  yearlyInterestJson,
} from "../../src/records/yearlyInterest.ts";
import { run } from "../command.ts";
import { jsonOf, requireWritable, tableOf, writeRecords } from "./output.ts";
import { dayIn, readRecords, within } from "./readRecords.ts";
import type { NoteArguments } from "./readRecords.ts";

interface InterestArguments extends NoteArguments {
  readonly through: string;
  readonly csv: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** `npx hardhat note interest --id N --network X [--through DATE] [--csv OUT [--force]] [--json]` */
export default async function interestTask(args: InterestArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(async () => {
    const through = dayIn("--through", args.through);
    await requireWritable("--csv", args.csv);
    const facts = await readRecords(hre, args);
    const interest = within("--through", () => yearlyInterest(facts, through ?? facts.through.day));

    const { title, currency, decimals } = facts.terms;
    await writeRecords([{ option: "--csv", path: args.csv, content: yearlyInterestCsv(interest, decimals) }], args);
    if (args.json) return jsonOf(yearlyInterestJson(interest, decimals));
    if (args.csv !== "") return null;
    const heading = `${title}, ${currency}, to ${isoOf(interest.through)}`;
    return tableOf(heading, yearColumns(decimals), [...interest.years, interest.total]);
  });
}
