import { CATALOGUE } from "../../lint/catalogue.ts";
import type { FindingCode } from "../../lint/catalogue.ts";
import { lint } from "../../lint/lint.ts";
import type { Finding } from "../../lint/lint.ts";
import { isoOf } from "../../math/civilDate.ts";
import { connectCalendar } from "../contracts.ts";
import { symbolDifference } from "../noteDifference.ts";
import { ActError } from "./act.ts";
import type { ActChain, Row } from "./act.ts";
import type { ActOptions } from "./actOptions.ts";
import type { SheetOnChain } from "./sheetOnChain.ts";

const LABEL = "Mind";

/**
 * What whoever makes or signs the note of a sheet should mind: a currency that goes by another symbol, a maturity that is past, and what a check of
 * the sheet warns of, on the chain's day.
 *
 * @param despite Codes of errors that the sheet is meant to have; they are then said too.
 * @throws ActError naming the errors of the sheet that are not meant.
 * @example await rowsToMind(chain, named, []) // [{ label: "Mind", after: "No attestor is named: … (attestor-missing)" }]
 */
export async function rowsToMind(
  chain: ActChain,
  issued: SheetOnChain,
  despite: readonly FindingCode[],
): Promise<Row[]> {
  const { accounts, figures, sheet, terms } = issued;
  const { timestamp } = (await chain.provider.getBlock("latest")) ?? { timestamp: 0 };
  const today = Number(await connectCalendar(accounts.calendar, chain.provider).dateOf(timestamp));
  const findings = lint(sheet, { today }).filter(({ code }) => !isAnswered(code, issued));
  requireMeant(findings, despite);
  const symbol = symbolDifference({ ...figures, address: accounts.currency }, sheet);
  const said = [
    ...(symbol === null ? [] : [symbol]),
    // a note whose maturity is past would be due at once; that is allowed, and seldom meant
    ...(terms.maturity > today ? [] : [`it is due already: today is ${isoOf(today)}; --rebase moves all dates`]),
    ...findings.filter(({ severity }) => severity !== "notice").map(({ code, message }) => `${message} (${code})`),
  ];
  return said.map((after) => ({ label: LABEL, after }));
}

/** Errors that a sheet is meant to have, as the option `despite` names them. @throws ActError for what is no error's code. */
export function meantErrors(options: ActOptions): FindingCode[] {
  const named = options.has("despite") ? options.text("despite").split(",") : [];
  return named.map((each) => {
    const code = each.trim();
    if (!isErrorCode(code))
      throw new ActError(`--despite: "${code}" is not the code of an error; note check names them`);
    return code;
  });
}

function isErrorCode(code: string): code is FindingCode {
  return Object.hasOwn(CATALOGUE, code) && CATALOGUE[code as FindingCode].severity === "error";
}

/** Whether an account on the chain, or a row of its own, says otherwise or better. */
function isAnswered(code: FindingCode, { accounts }: SheetOnChain): boolean {
  return code === "maturity-past" || (code === "attestor-missing" && accounts.attestor !== null);
}

function requireMeant(findings: readonly Finding[], despite: readonly FindingCode[]): void {
  const errors = findings.filter(({ severity, code }) => severity === "error" && !despite.includes(code));
  if (errors.length === 0) return;
  const codes = [...new Set([...despite, ...errors.map(({ code }) => code)])].join(",");
  const faults = errors.map(({ code, message, remedy }) => `${code}: ${message} ${remedy}`).join(" ");
  throw new ActError(`${faults} If it is meant all the same, say --despite ${codes}; nothing was signed or sent`);
}
