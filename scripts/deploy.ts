import hre from "hardhat";

import deployTask from "../tasks/deployment/deploy.ts";
import { DEPLOYMENTS } from "../tasks/deployment/place.ts";

// `hardhat run` passes no options on: the network's parameter file names the registrar.
await deployTask(
  {
    registrar: "",
    testDollar: false,
    sameAddress: false,
    maxFee: "",
    deployments: DEPLOYMENTS,
    yes: false,
    json: false,
  },
  hre,
);
