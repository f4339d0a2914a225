import Table from "cli-table3";
import { formatEther } from "ethers";
import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import colors from "picocolors";

import { run, UsageError } from "../command.ts";
import { askConsent } from "./consent.ts";
import { deployAllonge } from "./deployment.ts";
import type { Audience, Deployment, DeploymentOptions } from "./deployment.ts";

/** What the command line says. */
export interface DeployArguments extends DeploymentOptions {
  readonly yes: boolean;
  readonly json: boolean;
}

/** `npx hardhat note deploy --network NETWORK [--registrar ADDRESS] …` */
export default async function deployTask(options: DeployArguments, hre: HardhatRuntimeEnvironment): Promise<void> {
  await run(async () => {
    // declared as always there, which it is not
    const network = hre.globalOptions.network as string | undefined;
    if (network === undefined) throw new UsageError("--network: missing; name the network to deploy on");
    const connection = await hre.network.create();
    const audience = { agree: options.yes ? () => Promise.resolve() : askConsent, compiling, progress };
    try {
      const deployment = await deployAllonge(hre, connection, options, audience);
      return options.json ? json(deployment) : table(deployment);
    } finally {
      await connection.close();
    }
  });
}

const compiling: Audience["compiling"] = () => {
  process.stderr.write("Compiling the contracts, which takes some minutes the first time …\n");
};

const progress: Audience["progress"] = (done, all, name, isSent) => {
  if (process.stderr.isTTY) process.stderr.write(`  ${done} of ${all}  ${name} ${isSent ? "sent" : "deployed"}\n`);
};

function json({ record, recordPath, deployer, deployed, gasUsed, paid }: Deployment): string {
  const figures = { gasUsed: gasUsed.toString(), paid: paid.toString() };
  return JSON.stringify({ deployer, deployed, ...figures, recordPath, record }, null, 2);
}

function table({ record, recordPath, deployed, gasUsed, paid }: Deployment): string {
  const contracts = new Table({
    head: ["Contract", "Address"].map((heading) => colors.bold(heading)),
    style: { head: [], border: [], compact: true },
  });
  contracts.push(...Object.entries(record.contracts));
  const done =
    deployed.length === 0
      ? "Nothing new to deploy."
      : `Deployed ${deployed.length} contracts with ${gasUsed} gas for ${formatEther(paid)} ether.`;
  return [
    colors.bold(`${record.network}, chain ${record.chainId}, from block ${record.startBlock}`),
    contracts.toString(),
    `${done} Record: ${recordPath}`,
  ].join("\n");
}
