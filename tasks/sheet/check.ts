import { calendarFor, ZONES } from "../../src/calendar/calendars.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { lint } from "../../src/lint/lint.ts";
import type { Finding } from "../../src/lint/lint.ts";
import { readJson } from "../../src/terms/readTermSheet.ts";
import { isScenario, parseTermSheet } from "../../src/terms/termSheet.ts";
import { run, UsageError } from "../command.ts";
import { dayOption, rebased } from "./sheetOption.ts";

interface CheckArguments {
  readonly files: string[];
  readonly on: string;
  readonly rebase: string;
  readonly strict: boolean;
  readonly json: boolean;
}

/** What was found in a file. */
export interface CheckedFile {
  readonly file: string;
  readonly errors: number;
  readonly warnings: number;
  readonly notices: number;
  readonly findings: readonly Finding[];
}

/** `npx hardhat note check FILE... [--on DATE] [--rebase DATE] [--strict] [--json]` */
export default async function checkTask({ files, on, rebase, strict, json }: CheckArguments): Promise<void> {
  await run(async () => {
    if (files.length === 0) throw new UsageError("note check: no file named");
    const [today, dated] = [dayOption("on", on), dayOption("rebase", rebase)];

    const checked: CheckedFile[] = [];
    for (const file of files) checked.push(check(file, await readJson(file), today, dated));

    if (checked.some(({ errors, warnings }) => errors > 0 || (strict && warnings > 0))) process.exitCode = 1;
    if (json) return JSON.stringify(checked, null, 2);
    const { findingsLists } = await import("./findingsList.ts");
    return findingsLists(checked);
  });
}

/** Counts the findings of a file. */
export function checkedFile(file: string, findings: readonly Finding[]): CheckedFile {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return { file, errors: count("error"), warnings: count("warning"), notices: count("notice"), findings };
}

function check(file: string, value: unknown, today: Day | null, dated: Day | null): CheckedFile {
  if (isScenario(value)) throw new UsageError(`${file}: is a scenario, not a term sheet; note simulate plays it`);
  const judged = dated === null ? value : rebased(file, parseTermSheet(value, file), dated);
  return checkedFile(file, lint(judged, { today: today ?? todayWhere(judged) }));
}

/** The machine's clock, read in the time zone of the note. */
export function todayWhere(sheet: unknown): Day {
  const stated = (sheet as { calendar?: { zone?: unknown } | null } | null)?.calendar?.zone;
  const zone = ZONES.find((known) => known === stated) ?? "UTC";
  return calendarFor(zone).dateOf(Math.floor(Date.now() / 1000));
}
