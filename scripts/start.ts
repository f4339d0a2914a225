import hre from "hardhat";
import colors from "picocolors";

import { dayOf } from "../src/math/civilDate.ts";
import { createSimulator } from "../src/simulator/simulator.ts";
import { readTermSheet } from "../src/terms/readTermSheet.ts";
import { openPastChain } from "../tasks/pastChain.ts";
import { accrualPlot } from "./story/accrualPlot.ts";
import { endingsTable, figuresOf, figuresTable } from "./story/endings.ts";
import { CONVERTED, LOST, OPENING, PAID, UNPAID } from "./story/life.ts";
import { playLife } from "./story/play.ts";
import { terminalOf } from "./story/terminal.ts";
import { indented, termsTable } from "./story/termsTable.ts";
import { timelineOf } from "./story/timeline.ts";

const SHEET = "terms/infinite-group-2003.json";
const DAYS_BETWEEN_LOOKS = 45;

const started = performance.now();
const terminal = terminalOf(process.stdout);
const sheet = await readTermSheet(SHEET);

tell(`  ${colors.bold("ALLONGE")}  a convertible promissory note that executes itself`);
tell(`  ${colors.dim("Its life from 2003 to 2007, on the real contracts, on a chain in this process.")}`);
part("The terms", `as ${SHEET} states them`);
tell(termsTable(sheet, terminal));

const simulator = await createSimulator(await openPastChain(hre));
const looks = [];
for (let day = dayOf(sheet.dated) + DAYS_BETWEEN_LOOKS; day < dayOf(sheet.maturity); day += DAYS_BETWEEN_LOOKS) {
  looks.push(day);
}
const converted = await playLife(simulator, sheet, [...OPENING, ...CONVERTED], looks);
const paid = await playLife(simulator, sheet, [...OPENING, ...PAID], looks);
const unpaid = await playLife(simulator, sheet, UNPAID, []);
const lost = await playLife(simulator, sheet, LOST, []);

part("How it begins", "whatever comes of it");
tell(timelineOf(converted.steps.slice(0, OPENING.length), terminal));
part("One ending: converted", "half before a split and half after");
tell(timelineOf(converted.steps.slice(OPENING.length), terminal));
part("The other: paid", "on the last day that counts as maturity");
tell(timelineOf(paid.steps.slice(OPENING.length), terminal));
part("Or neither", "and what follows by itself");
tell(timelineOf(unpaid.steps, terminal));
part("And if a key is lost", "the note can be recovered");
tell(timelineOf(lost.steps, terminal));

part("What is owed", `in ${sheet.currency.symbol}, day by day`);
const lines = [
  { samples: paid.samples, label: "nothing converted, then paid", paint: colors.yellow, plain: "*" },
  { samples: converted.samples, label: "half converted, then the rest", paint: colors.cyan, plain: "o" },
];
const marks = [
  { on: sheet.dated, label: "made" },
  { on: "2005-09-02", label: "conversion opens" },
  { on: sheet.maturity, label: "due" },
];
tell(accrualPlot(lines, marks, { from: 90_000n, to: 270_000n }, terminal));

part("Two endings", "side by side");
tell(indented(endingsTable(converted, paid, sheet.currency.symbol, terminal)));
const figures = figuresOf(converted, paid, unpaid);
part("The figures", "by hand and by the contracts");
tell(indented(figuresTable(figures, terminal)));

const right =
  [converted, paid, unpaid, lost].every(({ asExpected }) => asExpected) &&
  figures.every(({ byHand, onChain }) => byHand === onChain);
if (!right) process.exitCode = 1;
const seconds = ((performance.now() - started) / 1000).toFixed(1);
tell(
  `\n  ${right ? colors.green("Everything came out as it should.") : colors.red("Something came out wrong.")} ${colors.dim(`${seconds} s`)}`,
);
tell(`  ${colors.dim("Next:")} npx hardhat note quote ${SHEET} --on 2005-09-02`);
tell(`  ${colors.dim("     ")} npx hardhat note simulate terms/scenarios/*.json\n`);

function part(title: string, subtitle: string): void {
  const rule = (terminal.unicode ? "─" : "-").repeat(terminal.width - title.length - subtitle.length - 8);
  tell(`\n  ${colors.bold(title)}  ${colors.dim(`${subtitle}  ${rule}`)}\n`);
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
