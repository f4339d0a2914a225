import { dayOf } from "../math/civilDate.ts";
import { parseDecimal } from "../math/decimal.ts";
import { mergePatch } from "../terms/mergePatch.ts";
import { checkTermSheet } from "../terms/termSheet.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import type { Step, StepOf } from "./scenarioSchema.ts";

const MOST_AMOUNT = 2n ** 256n - 2n;

/** A novation, with the whole term sheet that its changes come to. */
export interface Novation extends StepOf<"novate"> {
  readonly sheet: TermSheet;
}

/** A step with all that is needed to play it. */
export type PlayableStep = Exclude<Step, { do: "novate" }> | Novation;

type Stock = NonNullable<TermSheet["conversion"]>["stock"];

/**
 * Works out the terms that each novation comes to, as those before it that are not to be refused have left them.
 *
 * @returns The timeline, and what in it the term sheets do not allow to be said at all, each with its step and field.
 */
export function playableTimeline(
  written: readonly Step[],
  sheet: TermSheet,
): { timeline: PlayableStep[]; wrong: string[] } {
  const timeline: PlayableStep[] = [];
  const wrong: string[] = [];
  let present = sheet;
  let stock = sheet.conversion?.stock;
  for (const [index, step] of written.entries()) {
    const misfits: string[] = [];
    if (step.do === "novate") {
      const { sheet: amended, wrong: unsound } = checkTermSheet(mergePatch(present, step.terms));
      misfits.push(...unsound.map((complaint) => `terms.${complaint}`));
      if (amended !== undefined) {
        misfits.push(...otherCurrency(amended, sheet), ...otherStock(amended, stock));
        timeline.push({ ...step, sheet: amended });
        stock ??= amended.conversion?.stock;
        if (step.refused !== true) present = amended;
      }
    } else {
      timeline.push(step);
    }
    misfits.push(...misfitsOf(step, sheet, stock));
    wrong.push(...misfits.map((misfit) => `timeline.${index}.${misfit}`));
  }
  return { timeline, wrong };
}

/** A simulation has one currency throughout. */
function otherCurrency({ currency }: TermSheet, { currency: first }: TermSheet): string[] {
  return (["symbol", "decimals"] as const)
    .filter((key) => currency[key] !== first[key])
    .map((key) => `terms.currency.${key}: ${asFirst(currency[key], first[key])}`);
}

/** A simulation has one stock throughout. */
function otherStock({ conversion }: TermSheet, first: Stock | undefined): string[] {
  if (conversion === undefined || first === undefined) return [];
  return (["name", "symbol", "authorized"] as const)
    .filter((key) => conversion.stock[key] !== first[key])
    .map((key) => `terms.conversion.stock.${key}: ${asFirst(conversion.stock[key], first[key])}`);
}

function asFirst(value: string | number, first: string | number): string {
  return `${JSON.stringify(value)} cannot be; a simulation keeps ${JSON.stringify(first)}`;
}

/** What in a step cannot be said at all, with the field. */
function misfitsOf(step: Step, { dated, currency }: TermSheet, stock: Stock | undefined): string[] {
  const misfits: string[] = [];
  if (dayOf(step.on) < dayOf(dated)) misfits.push(`on: "${step.on}" is before the note is dated, "${dated}"`);
  if ((step.do === "split" || step.do === "distribute") && stock === undefined) {
    misfits.push(`do: "${step.do}" needs a stock, and the term sheet names none`);
  }
  for (const [field, amount] of Object.entries(amountsOf(step))) {
    if (amount === undefined || amount === "all") continue;
    try {
      const units = parseDecimal(amount, currency.decimals);
      if (units > MOST_AMOUNT) misfits.push(`${field}: "${amount}" is more than can be held`);
    } catch (error) {
      misfits.push(`${field}: ${(error as RangeError).message}`);
    }
  }
  return misfits;
}

function amountsOf(step: Step): Record<string, string | undefined> {
  if (step.do === "convert") return { principal: step.principal, charges: step.charges };
  return "amount" in step ? { amount: step.amount } : {};
}
