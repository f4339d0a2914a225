import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { encodeBytes32String } from "ethers";
import { configVariable, defineConfig } from "hardhat/config";

import { orderedTypes } from "./tasks/orderedTypes.ts";
import { quietDependencies } from "./tasks/quietDependencies.ts";
import { secretsOnStderr } from "./tasks/secretsOnStderr.ts";
import { tasks } from "./tasks/index.ts";

const require = createRequire(import.meta.url);

// Both profiles build the same, to the byte and in the cache: what is tested is what is deployed. Where the optimizer comes in the settings
// and the two keys before the version matter for that.
const compiler = {
  isolated: false,
  toolVersionsInBuildInfo: false,
  version: "0.8.37",
  path: require.resolve("solc/soljson.js"),
  settings: {
    optimizer: { enabled: true, runs: 5000 },
    evmVersion: "prague",
    viaIR: true,
    metadata: { bytecodeHash: "none" as const },
  },
};

/** The account of whoever is at the keyboard: `npx hardhat keystore set ALLONGE_KEY`. */
const accounts = [configVariable("ALLONGE_KEY")];
const LOCAL_CLIENT = process.env["LOCALHOST_URL"] ?? "http://127.0.0.1:8545";
/** Milliseconds a client has to answer. */
const timeout = 1000 * Number(process.env["RPC_TIMEOUT"] ?? 60);

// FUZZ_DEEPER=20 runs the fuzz tests and invariants twenty times as long.
const deeper = Number(process.env["FUZZ_DEEPER"] ?? 1);

export default defineConfig({
  plugins: [orderedTypes, hardhatToolboxMochaEthers, quietDependencies, secretsOnStderr],
  tasks,
  solidity: {
    profiles: { default: compiler, production: compiler },
    npmFilesToBuild: [],
    splitTestsCompilation: true,
  },
  test: {
    // a test may run twenty commands, each a process of its own, on a machine that does other work too
    mocha: { timeout: 240_000 },
    solidity: {
      fuzz: { runs: 100 * deeper },
      invariant: { runs: 3 * deeper, depth: 80, failOnRevert: true },
    },
  },
  networks: {
    past: {
      type: "edr-simulated",
      chainType: "l1",
      initialDate: "2003-12-30T05:00:00Z",
      allowBlocksWithSameTimestamp: true,
    },
    // a client on this machine: with the accounts it opens to everybody, or as if it were a public one
    localhost: { type: "http", chainType: "l1", url: LOCAL_CLIENT },
    rehearsal: { type: "http", chainType: "l1", url: LOCAL_CLIENT, accounts, timeout },
    sepolia: {
      type: "http",
      chainType: "l1",
      chainId: 11155111,
      url: configVariable("SEPOLIA_URL"),
      accounts,
      timeout,
    },
    baseSepolia: {
      type: "http",
      chainType: "op",
      chainId: 84532,
      url: configVariable("BASE_SEPOLIA_URL"),
      accounts,
      timeout,
    },
    mainnet: {
      type: "http",
      chainType: "l1",
      chainId: 1,
      url: configVariable("MAINNET_URL"),
      accounts,
      timeout,
    },
  },
  ignition: {
    // "Allonge" and a version: with the same one the same code has the same address on every chain
    strategyConfig: { create2: { salt: encodeBytes32String("Allonge 0.1") } },
  },
  verify: {
    etherscan: { apiKey: configVariable("ETHERSCAN_API_KEY") },
    blockscout: { enabled: true },
    sourcify: { enabled: true },
  },
  typechain: { outDir: fileURLToPath(new URL("typechain-types", import.meta.url)) },
});
