import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** How a node fails: an HTTP status; an error of JSON-RPC that says there were too many requests; no answer at all. */
export type Fault = 429 | 503 | "limit" | "silence";

/** Starts a node that answers every request with one fault. */
export async function startFaultyNode(fault: Fault): Promise<{ url: string; stop: () => Promise<void> }> {
  const server = createServer((request, response) => {
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
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
