import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";

import { ActOptions, parseAddress } from "../../src/chain/acts/actOptions.ts";
import { openRegister, readCompany, rowsOfCompany, sayAffiliation } from "../../src/chain/acts/control.ts";
import type { Company } from "../../src/chain/acts/control.ts";
import { momentOf } from "../../src/wording/days.ts";
import { run, UsageError } from "../command.ts";
import { openChain } from "./openNote.ts";

interface ControlShowArguments {
  readonly company: string;
  readonly other: string;
  readonly registry: string;
  readonly deployments: string;
  readonly json: boolean;
}

/** `npx hardhat note control show COMPANY [OTHER] --network NETWORK [--json]` */
export default async function controlShowTask(
  { company, other, registry, deployments, json }: ControlShowArguments,
  hre: HardhatRuntimeEnvironment,
): Promise<void> {
  await run(async () => {
    if (company === "") throw new UsageError("note control show: name a company's address, or two");
    const named = [company, other].filter((each) => each !== "").map((each) => parseAddress(each, "note control show"));
    const live = await openChain(hre, deployments);
    const register = await openRegister(live, new ActOptions({ registry }, 0));
    const companies: Company[] = [];
    for (const each of named) companies.push(await readCompany(live, register, each));
    const [one, two] = companies;
    const affiliated =
      one === undefined || two === undefined ? null : await register.registry.areAffiliates(one.address, two.address);
    if (json) {
      const { address, registrar } = register;
      return JSON.stringify({ registry: address, registrar, companies: companies.map(entryOf), affiliated }, null, 2);
    }
    const { actTable } = await import("./actTable.ts");
    const says =
      one === undefined || two === undefined || affiliated === null
        ? `As the register of control has it, at ${register.address}`
        : sayAffiliation(one, two, affiliated);
    return actTable(`${says}.`, [
      ...companies.flatMap(rowsOfCompany),
      { label: "Register of control", after: register.address },
      { label: "Registrar", after: register.registrar },
    ]);
  });
}

function entryOf({ address, controllers, controls }: Company) {
  const since = controllers.map((each) => ({ address: each.address, since: momentOf(Number(each.since)) }));
  return { address, controllers: since, controls };
}
