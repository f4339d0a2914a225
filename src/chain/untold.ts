import { explainFailure } from "../errors/explainFailure.ts";
import { textsOf } from "../errors/layers.ts";

/** Failures that say nothing of the contract that was asked. */
const OF_THE_NODE = new Set(["rateLimited", "serverError", "timeout", "unreachable"]);

/** What a node says that has given up running a contract: it answers, and in time. */
const GAVE_UP_RUNNING = /execution (aborted|timed? ?out)|out ?of ?gas/i;

/** Whether something failed because the node does not answer, or does not answer now, whatever was asked of it. */
export function isOfTheNode(error: unknown): boolean {
  if (textsOf(error).some((text) => GAVE_UP_RUNNING.test(text))) return false;
  return OF_THE_NODE.has(explainFailure(error)?.kind ?? "");
}

/**
 * What stands for an answer that a contract does not give. A node that does not answer is another matter: taken for decimals untold, it would put
 * every amount off by powers of ten.
 *
 * @throws What was thrown, if the node failed.
 * @example await currency.decimals().catch(untold(0n))
 */
export function untold<Value>(fallback: Value): (error: unknown) => Value {
  return (error) => {
    if (isOfTheNode(error)) throw error;
    return fallback;
  };
}
