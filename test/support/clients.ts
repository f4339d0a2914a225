import { HARDHAT, ROOT } from "../helpers/commandLine.ts";
import { freePort, hasAnvil, startAnvil } from "./anvil.ts";
import { startListening } from "./listening.ts";

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
  const args = [HARDHAT, "node", "--hostname", "127.0.0.1", "--port", `${port}`, "--chain-id", `${chainId}`];
  const node = { name: "Hardhat's node", command: process.execPath, args, folder: ROOT, says: "Started HTTP" };
  return { ...(await startListening(node)), url: `http://127.0.0.1:${port}` };
}
