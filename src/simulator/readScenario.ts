import { access } from "node:fs/promises";
import { dirname, join } from "node:path";

import { readJson, readTermSheet } from "../terms/readTermSheet.ts";
import { describe, explain, oneLine, parseTermSheet, TermSheetError } from "../terms/termSheet.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import { scenarioSchema } from "./scenarioSchema.ts";
import { playableTimeline } from "./playableTimeline.ts";
import type { PlayableStep } from "./playableTimeline.ts";
import type { Control } from "./scenarioSchema.ts";

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
  /** Whether the note is made by the maker's signature, which another submits. */
  readonly signed?: boolean | undefined;
  /** In the order of time. */
  readonly timeline: readonly PlayableStep[];
}

/** The term sheets of a scenario: of its note, and of the notes that are to replace it. */
export function sheetsOf({ sheet, timeline }: Pick<Scenario, "sheet" | "timeline">): TermSheet[] {
  return [sheet, ...timeline.flatMap((step) => (step.do === "novate" ? [step.sheet] : []))];
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
  if (isTermSheet(value)) throw complaint(file, ["is a term sheet, not a scenario; note quote quotes it"]);
  const result = scenarioSchema.safeParse(value, { error: explain });
  if (!result.success) throw complaint(file, result.error.issues.flatMap(describe));
  const { title, terms, signed = false, control = [], timeline: written } = result.data;
  const sheet = typeof terms === "string" ? await sheetAt(terms, file) : parseTermSheet(terms, `${file}: terms`);
  const { timeline, wrong } = playableTimeline(written, sheet);
  if (wrong.length > 0) throw complaint(file, wrong);
  return { title, sheet, signed, control, timeline };
}

function isTermSheet(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "principal") && !Object.hasOwn(value, "timeline");
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

function complaint(file: string, wrong: readonly string[]): ScenarioError {
  return new ScenarioError(oneLine(`${file}: ${wrong.join("; ")}`));
}
