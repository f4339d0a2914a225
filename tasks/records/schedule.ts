import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import type { Day } from "../../src/math/civilDate.ts";
import { accrualSchedule } from "../../src/records/accrualSchedule.ts";
import { accountAsMade } from "../../src/records/noteFacts.ts";
import type { NoteAccount } from "../../src/records/noteFacts.ts";
import { PERIODS } from "../../src/records/periods.ts";
import type { Period } from "../../src/records/periods.ts";
import { scheduleCsv, scheduleJson, scheduleSummaryColumns } from "../../src/records/scheduleTables.ts";
import { readTermSheet } from "../../src/terms/readTermSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { run, UsageError } from "../command.ts";
import { jsonOf, requireWritable, tableOf, writeRecords } from "./output.ts";
import { dayIn, readRecords, within } from "./readRecords.ts";
import type { NoteArguments } from "./readRecords.ts";

interface ScheduleArguments extends NoteArguments {
  readonly by: string;
  readonly through: string;
  readonly csv: string;
  readonly force: boolean;
  readonly json: boolean;
  readonly files: string[];
}

/** `npx hardhat note schedule FILE|--id N [--by month|quarter|year] [--through DATE] [--csv OUT [--force]] [--json]` */
export default async function scheduleTask(args: ScheduleArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(async () => {
    const by = periodIn(args.by);
    const asked = dayIn("--through", args.through);
    await requireWritable("--csv", args.csv);
    const { account, through } = await accountOf(args, hre);
    const schedule = within("--through", () => accrualSchedule(account, { by, through: asked ?? through }));

    const { title, currency, decimals } = account.terms;
    await writeRecords([{ option: "--csv", path: args.csv, content: scheduleCsv(schedule, decimals) }], args);
    if (args.json) return jsonOf(scheduleJson(schedule, decimals));
    if (args.csv !== "") return null;
    return tableOf(`${title}, ${currency}`, scheduleSummaryColumns(decimals), schedule.rows);
  });
}

/** The note, and the day through which its schedule goes unless one is asked for. */
async function accountOf(
  args: ScheduleArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<{ account: NoteAccount; through: Day }> {
  const [file, ...more] = args.files;
  if (args.id !== "") {
    if (file !== undefined) throw new UsageError(`note schedule: either --id or a term sheet, not both (${file})`);
    const facts = await readRecords(hre, args);
    return { account: facts, through: Math.max(facts.terms.maturity, facts.through.day) };
  }
  if (file === undefined) throw new UsageError("note schedule: no term sheet and no --id named");
  if (more.length > 0) throw new UsageError(`note schedule: one term sheet at a time, not ${args.files.length}`);
  const terms = termsOf(await readTermSheet(file));
  return { account: accountAsMade(terms), through: terms.maturity };
}

function periodIn(text: string): Period {
  const period = PERIODS.find((each) => each === text);
  if (period === undefined) throw new UsageError(`--by: "${text}" is none of ${PERIODS.join(", ")}`);
  return period;
}
