import type { HardhatRuntimeEnvironment } from "hardhat/types/hre";
import type { TaskArguments } from "hardhat/types/tasks";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { openRegister, prepareControl } from "../../src/chain/acts/control.ts";
import type { ControlAct } from "../../src/chain/acts/control.ts";
import { withCost } from "../../src/chain/acts/workOut.ts";
import { run } from "../command.ts";
import { signerFor } from "./actTask.ts";
import type { Written } from "./actTask.ts";
import { carryOut } from "./carryOut.ts";
import { openChain } from "./openNote.ts";
import { timeoutOf } from "./sending.ts";

/** No amount is part of what a registrar records. */
const NO_MONEY = { decimals: 0, symbol: "" };

/** `npx hardhat note control ACT --network NETWORK --controlled ADDRESS …` */
export function controlTask(act: ControlAct) {
  return async (args: TaskArguments, hre: HardhatRuntimeEnvironment): Promise<void> => {
    await run(() => control(act, args as Written, hre));
  };
}

async function control(act: ControlAct, args: Written, hre: HardhatRuntimeEnvironment): Promise<string> {
  timeoutOf(args);
  const options = new ActOptions(args, 0);
  const live = await openChain(hre, args.deployments);
  const register = await openRegister(live, options);
  const registrar = { title: "the registrar", address: register.registrar };
  const name = `control ${act}`;
  const signer = await signerFor(live, args, name, [registrar], "self");
  const worked = await withCost(live, signer.address, undefined, () =>
    prepareControl(act, live, register, signer.address, options),
  );
  return await carryOut(args, { act: name, live, signer, worked, figures: NO_MONEY, note: null });
}
