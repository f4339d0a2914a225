import { explainFailure } from "../errors/explainFailure.ts";

/** Failures that say nothing of the contract that was asked. */
const OF_THE_NODE = new Set(["rateLimited", "serverError", "timeout", "unreachable"]);

/**
 * What stands for an answer that a contract does not give. A node that does not answer is another matter: taken for decimals untold, it would put
 * every amount off by powers of ten.
 *
 * @throws What was thrown, if the node failed.
 * @example await currency.decimals().catch(untold(0n))
 */
export function untold<Value>(fallback: Value): (error: unknown) => Value {
  return (error) => {
    if (OF_THE_NODE.has(explainFailure(error)?.kind ?? "")) throw error;
    return fallback;
  };
}
