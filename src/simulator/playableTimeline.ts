import { dayOf } from "../math/civilDate.ts";
import { parseDecimal } from "../math/decimal.ts";
import { mergePatch } from "../terms/mergePatch.ts";
import { checkTermSheet } from "../terms/termSheet.ts";
import type { TermSheet } from "../terms/termSheet.ts";
import type { ActName, Step, StepOf } from "./scenarioSchema.ts";

const MOST_AMOUNT = 2n ** 256n - 2n;

/** Acts on a stock. */
const ON_STOCK: ReadonlySet<ActName> = new Set(["split", "distribute", "recapitalize", "exchange"]);

/** A novation, with the whole term sheet that its changes come to. */
export interface Novation extends StepOf<"novate"> {
  readonly sheet: TermSheet;
}

/** A recapitalization, with the successor of the stock that its notes name. */
export interface Recapitalization extends StepOf<"recapitalize"> {
  readonly successor: {
    readonly name: string;
    readonly symbol: string;
    /** Shares as a decimal string; if undefined, as many as make the same part of the company. */
    readonly authorized: string | undefined;
  };
}

/** A step with all that is needed to play it. */
export type PlayableStep = Exclude<Step, { do: "novate" | "recapitalize" }> | Novation | Recapitalization;

/** What a term sheet has to say of the stock; of authorized shares nothing, if the scenario says nothing. */
type Stock = Recapitalization["successor"];

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
  let stock: Stock | undefined = sheet.conversion?.stock;
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
    }
    misfits.push(...misfitsOf(step, sheet, stock));
    if (step.do === "recapitalize" && stock !== undefined) {
      const successor = successorOf(stock, step);
      timeline.push({ ...step, successor });
      if (step.refused !== true) stock = successor;
    } else if (step.do !== "novate" && step.do !== "recapitalize") {
      timeline.push(step);
    }
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

/** A simulation has one stock throughout, but for its successors: a new note converts into the newest, and names it. */
function otherStock({ conversion }: TermSheet, present: Stock | undefined): string[] {
  if (conversion === undefined || present === undefined) return [];
  return (["name", "symbol", "authorized"] as const).flatMap((key) => {
    const [named, kept] = [conversion.stock[key], present[key]];
    if (kept === undefined || named === kept) return [];
    return [`terms.conversion.stock.${key}: ${asFirst(named, kept)}`];
  });
}

/** The stock that a recapitalization brings in: named after the one it replaces, unless the step says otherwise. */
function successorOf(
  replaced: Stock,
  { name = `${replaced.name} (new)`, symbol = replaced.symbol, authorized }: StepOf<"recapitalize">,
): Stock {
  return { name, symbol, authorized };
}

function asFirst(value: string | number, first: string | number): string {
  return `${JSON.stringify(value)} cannot be; a simulation keeps ${JSON.stringify(first)}`;
}

/** What in a step cannot be said at all, with the field. */
function misfitsOf(step: Step, { dated, currency }: TermSheet, stock: Stock | undefined): string[] {
  const misfits: string[] = [];
  if (dayOf(step.on) < dayOf(dated)) misfits.push(`on: "${step.on}" is before the note is dated, "${dated}"`);
  if (ON_STOCK.has(step.do) && stock === undefined) {
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
