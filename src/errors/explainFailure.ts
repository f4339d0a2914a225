import { explain, revertDataIn } from "./explain.ts";
import { KINDS } from "./failures.ts";
import { layersOf, textsOf } from "./layers.ts";

/** Why an act did not get as far as a contract's refusal, in words. */
export interface Failure {
  /** One word for it, as `nonceTooLow`, `insufficientFunds`, `unreachable`. */
  readonly kind: string;
  readonly sentence: string;
  /** What the caller can do about it, and whether it may be repeated. */
  readonly remedy: string;
  /** Whether doing it again, as it was, cannot lead to the act being done twice. */
  readonly safeToRepeat: boolean;
}

/**
 * Explains a failure that is no refusal known to `explain`: of the node, the network, the account or the wallet.
 *
 * @param error Whatever ethers, Hardhat, a node or a wallet has thrown.
 * @returns Null if it is a refusal that `explain` knows, or nothing known here, as a fault of the program.
 * @example
 * const why = explain(error, figures) ?? explainFailure(error);
 * if (why === null) throw error;
 */
export function explainFailure(error: unknown): Failure | null {
  if (explain(error) !== null) return null;
  const layers = layersOf(error);
  const codes = new Set(layers.flatMap(codesOf));
  const texts = textsOf(error);

  const found =
    KINDS.find(({ words }) => texts.some((text) => words.test(text) && !isRequest(text))) ??
    KINDS.find((kind) => kind.codes.some((code) => codes.has(code)));
  if (found !== undefined) {
    const { kind, sentence, remedy, safeToRepeat } = found;
    return { kind, sentence, remedy, safeToRepeat };
  }
  return failedWithoutReason(error);
}

function failedWithoutReason(error: unknown): Failure | null {
  const layers = layersOf(error);
  if (layers.some(({ receipt }) => statusOf(receipt) === 0)) {
    return {
      kind: "failedWhenMined",
      sentence: "The transaction was mined, but the act was refused, and the chain keeps no record of why.",
      remedy:
        "Make the same call without sending it to learn the reason; nothing but the fee was spent, so repeating is safe.",
      safeToRepeat: true,
    };
  }
  const reverted =
    layers.some(({ code }) => code === "CALL_EXCEPTION") || textsOf(error).some((text) => /revert/i.test(text));
  if (!reverted) return null;
  const unknown = revertDataIn(error).find((data) => data.length > 2);
  const what =
    unknown === undefined ? "without saying why" : `with an error that is not known here, ${unknown.slice(0, 10)}`;
  return {
    kind: "refused",
    sentence: `The contract, or a token it uses, refused ${what}.`,
    remedy:
      "Check the addresses, the chain and the currency's own rules; a refused act changes nothing, so repeating is safe.",
    safeToRepeat: true,
  };
}

function codesOf(layer: Readonly<Record<string, unknown>>): readonly (string | number)[] {
  const { code, status, statusCode, name, response, errno } = layer;
  const nested = typeof response === "object" && response !== null ? (response as Record<string, unknown>) : {};
  return [code, status, statusCode, name, errno, nested["status"], nested["statusCode"]].filter(
    (found) => typeof found === "string" || typeof found === "number",
  );
}

function statusOf(receipt: unknown): unknown {
  return typeof receipt === "object" && receipt !== null ? (receipt as { status?: unknown }).status : undefined;
}

/** Messages of some libraries quote what was asked; its words say nothing of what went wrong. */
function isRequest(text: string): boolean {
  return /^\s*\{\s*"(jsonrpc|method)"/.test(text);
}
