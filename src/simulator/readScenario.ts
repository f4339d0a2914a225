import { access } from "node:fs/promises";
import { dirname, join } from "node:path";

import { dayOf } from "../math/civilDate.ts";
import { parseDecimal } from "../math/decimal.ts";
import { readJson, readTermSheet } from "../terms/readTermSheet.ts";
import { describe, explain, oneLine, parseTermSheet, TermSheetError } from "../terms/termSheet.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import { scenarioSchema } from "./scenarioSchema.ts";
import type { Control, Step } from "./scenarioSchema.ts";

const MOST_AMOUNT = 2n ** 256n - 2n;

/** A scenario that cannot be played. The message is one line: the file, the step and field, and why. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
}

/** What is played: a note by its term sheet, and what happens to it. */
export interface Scenario {
  readonly title: string;
  readonly sheet: TermSheet;
  /** Who controls whom before the note is made. */
  readonly control: readonly Control[];
  /** In the order of time. */
  readonly timeline: readonly Step[];
}

/**
 * Reads a scenario, and the term sheet it names: a path from the scenario's own folder or else the working folder.
 *
 * @param file As the user gave it; relative to the working folder.
 * @throws ScenarioError or TermSheetError, in one line that begins with the file.
 */
export async function readScenario(file: string): Promise<Scenario> {
  return parseScenario(await readJson(file), file);
}

/**
 * Checks a scenario.
 *
 * @param value What JSON.parse gave.
 * @param file Where it came from, for messages and for the folder a term sheet is looked for in.
 * @throws ScenarioError naming each field that is wrong.
 */
export async function parseScenario(value: unknown, file: string): Promise<Scenario> {
  const result = scenarioSchema.safeParse(value, { error: explain });
  if (!result.success) throw complaint(file, result.error.issues.flatMap(describe));
  const { title, terms, control = [], timeline } = result.data;
  const sheet = typeof terms === "string" ? await sheetAt(terms, file) : parseTermSheet(terms, `${file}: terms`);
  const wrong = timeline.flatMap((step, index) =>
    misfitsOf(step, sheet).map(([field, why]) => `timeline.${index}.${field}: ${why}`),
  );
  if (wrong.length > 0) throw complaint(file, wrong);
  return { title, sheet, control, timeline };
}

async function sheetAt(path: string, file: string): Promise<TermSheet> {
  for (const candidate of [join(dirname(file), path), path]) {
    if (!(await exists(candidate))) continue;
    try {
      return await readTermSheet(candidate);
    } catch (error) {
      throw error instanceof TermSheetError ? complaint(file, [`terms: ${error.message}`]) : error;
    }
  }
  throw complaint(file, [`terms: no file "${path}" in the scenario's folder or the working folder`]);
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** What in a step the term sheet does not allow to be said at all, by field. */
function misfitsOf(step: Step, { dated, currency, conversion }: TermSheet): [field: string, why: string][] {
  const misfits: [string, string][] = [];
  if (dayOf(step.on) < dayOf(dated)) misfits.push(["on", `"${step.on}" is before the note is dated, "${dated}"`]);
  if ((step.do === "split" || step.do === "distribute") && conversion === undefined) {
    misfits.push(["do", `"${step.do}" needs a stock, and the term sheet names none`]);
  }
  for (const [field, amount] of Object.entries(amountsOf(step))) {
    if (amount === undefined || amount === "all") continue;
    try {
      const units = parseDecimal(amount, currency.decimals);
      if (units > MOST_AMOUNT) misfits.push([field, `"${amount}" is more than can be held`]);
    } catch (error) {
      misfits.push([field, (error as RangeError).message]);
    }
  }
  return misfits;
}

function amountsOf(step: Step): Record<string, string | undefined> {
  if (step.do === "convert") return { principal: step.principal, charges: step.charges };
  return "amount" in step ? { amount: step.amount } : {};
}

function complaint(file: string, wrong: readonly string[]): ScenarioError {
  return new ScenarioError(oneLine(`${file}: ${wrong.join("; ")}`));
}
