import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

import hardhatToolboxMochaEthers from "@nomicfoundation/hardhat-toolbox-mocha-ethers";
import { defineConfig } from "hardhat/config";

import { quietDependencies } from "./tasks/quietDependencies.ts";
import { tasks } from "./tasks/index.ts";

const require = createRequire(import.meta.url);

const compiler = {
  version: "0.8.37",
  path: require.resolve("solc/soljson.js"),
  settings: {
    evmVersion: "prague",
    viaIR: true,
    optimizer: { enabled: true, runs: 5000 },
    metadata: { bytecodeHash: "none" as const },
  },
};

// FUZZ_DEEPER=20 runs the fuzz tests and invariants twenty times as long.
const deeper = Number(process.env["FUZZ_DEEPER"] ?? 1);

export default defineConfig({
  plugins: [hardhatToolboxMochaEthers, quietDependencies],
  tasks,
  solidity: {
    profiles: { default: compiler, production: compiler },
    npmFilesToBuild: [],
    splitTestsCompilation: true,
  },
  test: {
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
    localhost: {
      type: "http",
      chainType: "l1",
      url: process.env["LOCALHOST_URL"] ?? "http://127.0.0.1:8545",
    },
  },
  typechain: { outDir: fileURLToPath(new URL("typechain-types", import.meta.url)) },
});
