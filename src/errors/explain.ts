import { Interface } from "ethers";

import { errorsAbi } from "../abi/errors.ts";
import { describedError } from "./catalogue.ts";
import { Speech } from "./figures.ts";
import type { Figures } from "./figures.ts";
import { layersOf, textsOf } from "./layers.ts";
import { errorInText } from "./revertText.ts";

export type { Figures } from "./figures.ts";

/** Why a contract refused an act, in words. */
export interface Explanation {
  /** The contract that has the error; for a token's own "ERC20", for the language's own "Solidity". */
  readonly contract: string;
  /** The error's name. */
  readonly name: string;
  /** Its arguments, whole: numbers as bigint, addresses and bytes as hexadecimal text. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Why the act was refused, with the error's figures. */
  readonly sentence: string;
  /** What the caller can do about it. */
  readonly remedy: string;
}

const ERRORS = new Interface(errorsAbi);
const SELECTOR_LENGTH = 10;

/**
 * Explains why a contract refused an act.
 *
 * @param error Whatever ethers, Hardhat, a node or a wallet has thrown; what the contract reverted with is looked for in all of it.
 * @param figures The currency of the note the act is on.
 * @returns Null if the error holds no revert that is known here; then `explainFailure` may know it.
 * @example
 * try {
 *   await notes.convert(id, principal, 0n, 0n, "");
 * } catch (error) {
 *   const why = explain(error, { decimals: 6, symbol: "USD" });
 *   if (why === null) throw error;
 *   console.error(why.sentence, why.remedy); // The note can be converted only after 2005-09-01 (Thursday); today is …
 * }
 */
export function explain(error: unknown, figures?: Figures): Explanation | null {
  for (const data of revertDataIn(error)) {
    const explanation = explainData(data, figures);
    if (explanation !== null) return explanation;
  }
  for (const text of textsOf(error)) {
    const data = errorInText(ERRORS, text);
    const explanation = data === null ? null : explainData(data, figures);
    if (explanation !== null) return explanation;
  }
  return null;
}

/**
 * Explains what a contract reverted with.
 *
 * @param data The bytes, as hexadecimal text with "0x".
 * @param figures The currency of the note the act is on.
 * @returns Null if it is no error known here, or not whole.
 * @example explainData("0x…", { decimals: 6, symbol: "USD" })?.sentence
 */
export function explainData(data: string, figures?: Figures): Explanation | null {
  const decoded = decode(data);
  if (decoded === null) return null;
  const described = describedError(decoded.name);
  if (described === null) return null;
  const { contract, entry } = described;
  const say = new Speech(decoded.args, figures);
  // decoded by the same interface that the entry's arguments are typed by
  const args = decoded.args as never;
  const remedy = typeof entry.remedy === "string" ? entry.remedy : entry.remedy(args, say);
  return { contract, ...decoded, sentence: entry.sentence(args, say), remedy };
}

/** What an error says a contract reverted with, outermost first, known or not; empty if it says nothing of the kind. */
export function revertDataIn(error: unknown): readonly string[] {
  const found = [error, ...layersOf(error).flatMap(({ data, raw }) => [data, raw])];
  return found.filter((data): data is string => typeof data === "string" && /^0x([0-9a-f]{2})*$/i.test(data));
}

function decode(data: string): { name: string; args: Readonly<Record<string, unknown>> } | null {
  if (data.length < SELECTOR_LENGTH) return null;
  try {
    const known = ERRORS.getError(data.slice(0, SELECTOR_LENGTH));
    // by selector ethers answers the language's own errors with arguments that have no name
    const fragment = known === null ? null : ERRORS.getError(known.name);
    if (fragment === null) return null;
    return { name: fragment.name, args: ERRORS.decodeErrorResult(fragment, data).toObject(true) };
  } catch {
    return null;
  }
}
