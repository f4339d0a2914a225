import type { Plugin } from "vite";

/** Hosts of nodes that a built page may ask: any over https, and those on this machine. */
const NODES = ["https:", "http://127.0.0.1:*", "http://localhost:*"];

/**
 * Writes into the built page what a browser may load for it: its own files, and answers of a chain's node.
 *
 * @param nodes Where the chains are asked, as in `desk.json`; every host over https unless given.
 */
export function contentSecurityPolicy(nodes: readonly string[] = NODES): Plugin {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    `connect-src 'self' ${nodes.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return {
    name: "allonge-content-security-policy",
    apply: "build",
    transformIndexHtml: () => [
      { tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: policy }, injectTo: "head-prepend" },
    ],
  };
}
