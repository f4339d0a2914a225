import Table from "cli-table3";
import colors from "picocolors";

import { plainText } from "../src/chain/noteWords.ts";
import { grouped } from "../src/wording/numbers.ts";
import { hourOf } from "../src/simulator/scenarioSchema.ts";
import type { Step } from "../src/simulator/scenarioSchema.ts";
import type { Played, PlayedStep } from "../src/simulator/simulator.ts";

/** A scenario as it came out, with what was to happen. */
export interface PlayedTimeline extends Played {
  readonly file: string;
  readonly timeline: readonly Step[];
}

type Read = (step: Step, played: PlayedStep) => string;

const COLUMNS: readonly (readonly [heading: string, align: "left" | "right", read: Read])[] = [
  ["On", "left", ({ on, at }) => (at === undefined ? on : `${on} ${hourOf(at)}`)],
  ["By", "left", (_, { by }) => by ?? ""],
  ["Act", "left", actOf],
  ["Outcome", "left", outcomeOf],
  ["Status", "left", (_, { state }) => state.status],
  ["Owed", "right", (_, { state }) => grouped(state.total)],
];

const SHARES: (typeof COLUMNS)[number] = ["Shares", "right", (_, { state }) => amounts(state.shares)];
const PAID: (typeof COLUMNS)[number] = ["Paid", "right", (_, { state }) => amounts(state.paid)];
const HELD: (typeof COLUMNS)[number] = ["Held", "right", (_, { state }) => amounts(state.held ?? {})];

/** Writes each scenario as a table with a row a step, colored where the terminal takes color. */
export function simulationTables(scenarios: readonly PlayedTimeline[]): string {
  return scenarios.map(simulationTable).join("\n\n");
}

/** What an act says beside who does it and when: "convert 100000", "transfer to sister". */
export function actOf(step: Step): string {
  return `${phraseOf(step)}${step.signed === true ? ", signed" : ""}`;
}

function phraseOf(step: Step): string {
  switch (step.do) {
    case "convert":
      return `convert ${step.principal}${step.charges === undefined ? "" : ` with charges ${step.charges}`}`;
    case "pay":
    case "acknowledge":
      return `${step.do} ${step.amount}`;
    case "permitPrepayment":
      return `permitPrepayment until ${step.until}`;
    case "consent":
      return `consent to ${step.to} until ${step.until}`;
    case "transfer":
    case "assign":
      return `${step.do} to ${step.to}`;
    case "recover":
      return step.to === undefined ? "recover" : `consent to recovery to ${step.to}`;
    case "withdraw":
      return step.to === undefined ? step.do : `${step.do} to ${step.to}`;
    case "novate":
      return `novate ${Object.keys(step.terms).join(", ")}`.trimEnd();
    case "block":
    case "unblock":
      return `${step.do} ${step.who}`;
    case "report":
      return `report ${step.fact}${named(step.name)}${dated(step.occurred)}`;
    case "cure":
      return `cure ${step.name}${dated(step.occurred)}`;
    case "waive":
      return `waive ${step.name}`;
    case "charge":
      return `charge ${step.kind} ${step.amount}`;
    case "split":
    case "distribute":
      return `${step.do} ${step.ratio}`;
    case "recapitalize":
      return `recapitalize ${step.ratio}${named(step.name)}`;
    case "control":
    case "uncontrol":
      return `${step.do} ${step.controller} → ${step.controlled}`;
    default:
      return step.do;
  }
}

function simulationTable({ file, title, asExpected, steps, timeline }: PlayedTimeline): string {
  const columns = [...COLUMNS];
  if (steps.some(({ state }) => hasAny(state.shares))) columns.push(SHARES);
  if (steps.some(({ state }) => hasAny(state.paid))) columns.push(PAID);
  if (steps.some(({ state }) => state.held !== undefined)) columns.push(HELD);

  const table = new Table({
    head: columns.map(([heading]) => colors.bold(heading)),
    colAligns: columns.map(([, align]) => align),
    style: { head: [], border: [], compact: true },
  });
  for (const [index, step] of timeline.entries()) {
    const played = steps[index];
    if (played !== undefined) table.push(columns.map(([, , read]) => read(step, played)));
  }
  const verdict = asExpected ? colors.green("as expected") : colors.red("not as expected");
  return `${colors.bold(plainText(title))} (${file}): ${verdict}\n${table.toString()}`;
}

function outcomeOf({ refused = false }: Step, { ok, error }: PlayedStep): string {
  if (ok) return refused ? colors.red("done, to be refused") : "done";
  return refused ? colors.yellow(`refused: ${error}`) : colors.red(`refused, to be done: ${error}`);
}

function amounts(byName: Readonly<Record<string, string>>): string {
  return Object.entries(byName)
    .filter(([, amount]) => amount !== "0")
    .map(([name, amount]) => `${name} ${grouped(amount)}`)
    .join("\n");
}

function hasAny(byName: Readonly<Record<string, string>>): boolean {
  return Object.values(byName).some((amount) => amount !== "0");
}

function named(name: string | undefined): string {
  return name === undefined ? "" : ` "${name}"`;
}

function dated(occurred: string | undefined): string {
  return occurred === undefined ? "" : ` of ${occurred}`;
}
