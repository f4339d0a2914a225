import { task } from "hardhat/config";

const noteDeploy = task(["note", "deploy"], "Deploy the contracts on the chain that --network names, once")
  .addOption({
    name: "registrar",
    description: "Who writes in the register of control; needed on a public chain unless its parameter file names it",
    defaultValue: "",
  })
  .addFlag({ name: "testDollar", description: "Deploy a currency without value too; test chains only" })
  .addFlag({ name: "sameAddress", description: "Through CreateX, at addresses that are the same on every chain" })
  .addOption({
    name: "maxFee",
    description: "Most gwei that a transaction offers for a unit of gas; twice the price of the moment unless given",
    defaultValue: "",
  })
  .addOption({
    name: "deployments",
    description: "Folder of the records; one of your own keeps the journal too",
    defaultValue: "deployments",
  })
  .addFlag({ name: "yes", description: "Do not ask" })
  .addFlag({ name: "json", description: "Write JSON, for machines" })
  .setAction(() => import("./deploy.ts"))
  .build();

/** Tasks of the deployment. */
export const deploymentTasks = [noteDeploy];
