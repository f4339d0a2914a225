import { spawn } from "node:child_process";

import { HARDHAT, ROOT } from "../helpers/commandLine.ts";
import { freePort, hasAnvil, startAnvil } from "./anvil.ts";

/** A chain client that runs by itself. */
export interface Client {
  readonly url: string;
  /** Ends it at once. */
  readonly stop: () => Promise<void>;
}

interface Make {
  readonly name: string;
  readonly start: (chainId: number) => Promise<Client>;
}

/** Every make of client there is for this machine. */
export const CLIENTS: readonly Make[] = [
  ...(hasAnvil ? [{ name: "anvil", start: (chainId: number) => startAnvil({ chainId }) }] : []),
  { name: "Hardhat's node", start: startHardhatNode },
];

async function startHardhatNode(chainId: number): Promise<Client> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [HARDHAT, "node", "--hostname", "127.0.0.1", "--port", `${port}`, "--chain-id", `${chainId}`],
    { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("Started HTTP")) resolve();
    });
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => {
      reject(new Error(`Hardhat's node ended with ${code}: ${said}`));
    });
  });
  const stop = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
