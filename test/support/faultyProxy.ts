import type { IncomingMessage } from "node:http";

import { serve } from "./listening.ts";

/** A request to the client behind. */
export interface Call {
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What becomes of a request other than being passed on and answered. */
export type Fault =
  /** Refused by the door keeper. */
  | { readonly status: number }
  /** Refused by the client. */
  | { readonly refusal: string }
  /** Not done, and answered all the same. */
  | { readonly result: unknown }
  /** Done, but the answer never arrives. */
  | { readonly answer: "never" };

/** Decides on each request; null lets it pass. */
export type Rule = (call: Call) => Fault | null | Promise<Fault | null>;

/** Something between a client and those who ask it. */
export interface FaultyProxy {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** JSON-RPC's number for what a client would not do. */
const SERVER_ERROR = -32000;

/** Stands in front of a client, and does to requests what the rule says. */
export function startFaultyProxy(clientUrl: string, rule: Rule): Promise<FaultyProxy> {
  return serve((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const call = JSON.parse(body) as Call & { readonly id: number };
      const fault = await rule(call);
      if (fault !== null && "status" in fault) {
        response.writeHead(fault.status, { "retry-after": "0" }).end();
        return;
      }
      const headers = { "content-type": "application/json" };
      if (fault !== null && !("answer" in fault)) {
        const outcome =
          "refusal" in fault ? { error: { code: SERVER_ERROR, message: fault.refusal } } : { result: fault.result };
        response.writeHead(200, headers).end(JSON.stringify({ jsonrpc: "2.0", id: call.id, ...outcome }));
        return;
      }
      const answer = await (await fetch(clientUrl, { method: "POST", headers, body })).text();
      if (fault === null) response.writeHead(200, headers).end(answer);
    })();
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
