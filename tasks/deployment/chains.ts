/** Chains that end with the process that runs them: Hardhat's and other clients' usual identifiers. */
const LOCAL_CHAINS: ReadonlySet<bigint> = new Set([1337n, 31337n]);

/** Public chains whose money has no value: Holesky, Base Sepolia, Arbitrum Sepolia, Hoodi, Sepolia, OP Sepolia. */
const TEST_CHAINS: ReadonlySet<bigint> = new Set([17000n, 84532n, 421614n, 560048n, 11155111n, 11155420n]);

/** Networks of the configuration that reach whatever runs on this machine, under whatever identifier it gives itself. */
const LOCAL_NETWORKS: ReadonlySet<string> = new Set(["localhost", "rehearsal"]);

/** Where the factory that gives the same address on every chain is, if a chain has it. */
export const CREATE_X = "0xba5Ed099633D3B313e4D5F7bdc1305d3c28ba5Ed";

/** Whether the chain ends with the process that runs it. */
export function isLocalChain(chainId: bigint): boolean {
  return LOCAL_CHAINS.has(chainId);
}

/** Whether money on the chain is worth something: so is any that is not known to be for tests. */
export function isMainnet(chainId: bigint): boolean {
  return !isLocalChain(chainId) && !TEST_CHAINS.has(chainId);
}

/** Whether the network is a client on this machine that only plays the chain whose identifier it gives. */
export function isRehearsal(network: string, chainId: bigint): boolean {
  return LOCAL_NETWORKS.has(network) && !isLocalChain(chainId);
}
