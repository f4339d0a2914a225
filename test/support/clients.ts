import { hasAnvil, startAnvil } from "../../scripts/clients/anvil.ts";
import { startHardhatNode } from "../../scripts/clients/hardhatNode.ts";

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
  {
    name: "Hardhat's node",
    start: (chainId: number) => startHardhatNode({ args: ["--chain-id", `${chainId}`] }),
  },
];
