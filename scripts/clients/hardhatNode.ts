import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { freePort } from "./anvil.ts";
import { startListening } from "./listening.ts";
import type { Listening } from "./listening.ts";

const HARDHAT = join(dirname(createRequire(import.meta.url).resolve("hardhat/package.json")), "dist/src/cli.js");
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Starts a node of Hardhat's, and waits until it listens.
 *
 * @param port A free one unless given.
 * @param args Further arguments of its command line, such as its network.
 */
export async function startHardhatNode({
  port,
  args = [],
}: { readonly port?: number; readonly args?: readonly string[] } = {}): Promise<Listening & { readonly url: string }> {
  const listenAt = port ?? (await freePort());
  const flags = ["node", "--hostname", "127.0.0.1", "--port", `${listenAt}`, ...args];
  const node = { name: "Hardhat's node", command: process.execPath, args: [HARDHAT, ...flags], folder: ROOT };
  return { ...(await startListening({ ...node, says: "Started HTTP" })), url: `http://127.0.0.1:${listenAt}` };
}
