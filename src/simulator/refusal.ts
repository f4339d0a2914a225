import { explainData, revertDataIn } from "../errors/explain.ts";
import { DollarWithBlocklist__factory } from "../../typechain-types/factories/mocks/DollarWithBlocklist__factory.ts";

/** The simulator's own currency; no contract of the project. */
const CURRENCY = DollarWithBlocklist__factory.createInterface();
const SELECTOR_LENGTH = 10;

/**
 * Why a transaction was refused: the custom error's name; failing that the reason in words, "Panic" or "Reverted".
 *
 * @param error What the chain threw.
 * @throws The same, if it is no revert.
 */
export function refusalOf(error: unknown): string {
  const [data] = revertDataIn(error);
  if (data === undefined) throw error;
  const refused = explainData(data);
  if (refused?.name === "Error") return String(refused.args["reason"]);
  if (refused !== null) return refused.name;

  const selector = data.slice(0, SELECTOR_LENGTH);
  const ofCurrency = selector.length === SELECTOR_LENGTH ? CURRENCY.getError(selector) : null;
  return ofCurrency?.name ?? (data === "0x" ? "Reverted" : `Reverted (${selector})`);
}
