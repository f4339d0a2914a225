import { createRequire } from "node:module";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";

import { startListening } from "./listening.ts";
import type { Listening } from "./listening.ts";

/** A chain client of another make, running by itself. */
export interface Anvil extends Listening {
  readonly url: string;
  readonly port: number;
}

export interface AnvilOptions {
  /** 11155111, Sepolia's, unless given. */
  readonly chainId?: number;
  /** Second of the first block; the machine's clock unless given. */
  readonly timestamp?: number;
  /** A free one unless given. */
  readonly port?: number;
  /** Further arguments of its command line. */
  readonly args?: readonly string[];
}

const ANVIL = anvilBinary();

/** Whether anvil comes in a package for this machine. */
export const hasAnvil = ANVIL !== null;

/**
 * Starts anvil, and waits until it listens.
 *
 * @throws Error if there is none for this machine.
 */
export async function startAnvil({
  chainId = 11155111,
  timestamp,
  port,
  args = [],
}: AnvilOptions = {}): Promise<Anvil> {
  if (ANVIL === null) throw new Error("anvil comes in no package for this machine");
  const listenAt = port ?? (await freePort());
  const flags = ["--host", "127.0.0.1", "--port", `${listenAt}`, "--chain-id", `${chainId}`, ...args];
  if (timestamp !== undefined) flags.push("--timestamp", `${timestamp}`);
  const listening = await startListening({ name: "anvil", command: ANVIL, args: flags, says: "Listening on" });
  return { ...listening, url: `http://127.0.0.1:${listenAt}`, port: listenAt };
}

function anvilBinary(): string | null {
  try {
    return join(
      dirname(createRequire(import.meta.url).resolve("@foundry-rs/anvil-linux-amd64/package.json")),
      "bin/anvil",
    );
  } catch {
    return null;
  }
}

/** A port nobody listens at. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
