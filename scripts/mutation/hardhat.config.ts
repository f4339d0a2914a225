import { defineConfig } from "hardhat/config";

import config from "../../hardhat.config.ts";

const { networks = {} } = config;
const past = networks["past"];
if (past?.type !== "edr-simulated") throw new Error("hardhat.config.ts: no simulated network named past");

/** The project's own, for code that is larger than a chain allows and that spends gas on asking which mutant is on. */
export default defineConfig({
  ...config,
  paths: { artifacts: process.env["MUTATION_ARTIFACTS"] ?? "artifacts", cache: "cache/mutation/hardhat" },
  networks: {
    ...networks,
    past: {
      ...past,
      allowUnlimitedContractSize: true,
      // a loop that has become endless runs out of this soon
      blockGasLimit: 200_000_000n,
      transactionGasCap: false,
    },
  },
});
