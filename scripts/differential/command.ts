import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import type { Contracts } from "./contracts.ts";
import type { Disagreements } from "./explanations.ts";
import { findingsOf, planFrom, questionsOf } from "./findings.ts";
import { daysOf, pageOf } from "./page.ts";
import { pythonWithQuantLib, PythonUnavailable } from "./python.ts";
import { askQuantLib } from "./quantlib.ts";

const USAGE = `npm run differential [-- OPTIONS]
  --seed N   where the periods come from (default 20031231)
  --write    write docs/differential.md and differential/days.csv`;

const SEED = 20_031_231;
const PAGE = "docs/differential.md";
const DAYS = "differential/days.csv";
const MOST_TOLD = 40;

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { seed: { type: "string" }, write: { type: "boolean" }, help: { type: "boolean" } },
  });
  if (values.help === true) {
    say(USAGE);
    return 0;
  }
  const seed = Number(values.seed ?? SEED);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed wants a whole number, not "${values.seed}"`);

  const python = pythonWithQuantLib(say);
  say(`seed ${seed}: drawing periods, and asking QuantLib`);
  const plan = planFrom(seed);
  const answers = askQuantLib(python, questionsOf(plan));
  say("compiling what has changed of the contracts");
  const { buildContracts, openContracts } = await import("./contracts.ts");
  await buildContracts();
  const known = JSON.parse(readFileSync("differential/disagreements.json", "utf8")) as Disagreements;
  const contracts = await openContracts();
  const told: Contracts = {
    ...contracts,
    numerators(convention, periods) {
      say(`asking the contracts ${periods.length} periods by ${convention}`);
      return contracts.numerators(convention, periods);
    },
  };
  const { findings, faults } = await findingsOf(plan, known, answers, told);

  const page = pageOf(readFileSync("differential/page.md", "utf8"), findings);
  const days = daysOf(findings.businessDays);
  console.log(page.slice(page.indexOf("## Figures"), page.indexOf("## Day counts that differ")).trim());
  if (values.write === true && faults.length === 0) {
    writeFileSync(PAGE, page);
    writeFileSync(DAYS, days);
  }
  const stale = [[DAYS, days] as const, ...(seed === SEED ? [[PAGE, page] as const] : [])].filter(
    ([file, text]) => !existsSync(file) || readFileSync(file, "utf8") !== text,
  );
  faults.push(...stale.map(([file]) => `${file} does not say what was found; --write writes it`));

  for (const fault of faults.slice(0, MOST_TOLD)) say(fault);
  if (faults.length > MOST_TOLD) say(`and ${faults.length - MOST_TOLD} more`);
  console.log(`\n${faults.length === 0 ? "every disagreement is explained" : `${faults.length} faults`}, seed ${seed}`);
  return faults.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  say(
    error instanceof PythonUnavailable
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error),
  );
  process.exitCode = 1;
}
