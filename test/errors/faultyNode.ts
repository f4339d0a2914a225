import { serve } from "../support/listening.ts";

/** How a node fails: an HTTP status; an error of JSON-RPC that says there were too many requests; no answer at all. */
export type Fault = 403 | 429 | 503 | "limit" | "silence";

/** Starts a node that answers every request with one fault. */
export function startFaultyNode(fault: Fault): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  return serve((request, response) => {
    request.resume();
    if (fault === "silence") return;
    if (fault === "limit") {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ jsonrpc: "2.0", id: 1, error: { code: -32005, message: "daily count exceeded" } }));
      return;
    }
    response.statusCode = fault;
    response.end("not now");
  });
}
