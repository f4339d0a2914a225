import { AbiCoder, dataSlice, Interface } from "ethers";
import type { InterfaceAbi } from "ethers";

import {
  CommonStock__factory,
  CommonStockFactory__factory,
  ControlRegistry__factory,
  NewYorkCalendar__factory,
  PromissoryNotes__factory,
  UTCCalendar__factory,
} from "../../typechain-types/factories/index.ts";
import * as clauses from "../../typechain-types/factories/clauses/index.ts";
import { IHeldPayments__factory } from "../../typechain-types/factories/interfaces/IHeldPayments__factory.ts";
import { DollarWithBlocklist__factory } from "../../typechain-types/factories/mocks/DollarWithBlocklist__factory.ts";

const REASON = "0x08c379a0";
const PANIC = "0x4e487b71";

/** Every contract an act may reach. */
const ABIS: readonly InterfaceAbi[] = [
  PromissoryNotes__factory.abi,
  CommonStock__factory.abi,
  CommonStockFactory__factory.abi,
  ControlRegistry__factory.abi,
  IHeldPayments__factory.abi,
  DollarWithBlocklist__factory.abi,
  NewYorkCalendar__factory.abi,
  UTCCalendar__factory.abi,
  ...Object.values(clauses).map(({ abi }) => abi),
];

const NAMES: ReadonlyMap<string, string> = new Map(
  ABIS.flatMap((abi) => {
    const errors: [selector: string, name: string][] = [];
    new Interface(abi).forEachError(({ selector, name }) => errors.push([selector, name]));
    return errors;
  }),
);

/**
 * Why a transaction was refused: the custom error's name; failing that the reason in words, "Panic" or "Reverted".
 *
 * @param error What the chain threw.
 * @throws The same, if it is no revert.
 */
export function refusalOf(error: unknown): string {
  const data = revertData(error);
  if (data === null) throw error;
  const selector = data.slice(0, 10);
  if (selector === REASON) return String(AbiCoder.defaultAbiCoder().decode(["string"], dataSlice(data, 4))[0]);
  if (selector === PANIC) return "Panic";
  return NAMES.get(selector) ?? (data === "0x" ? "Reverted" : `Reverted (${selector})`);
}

/** Chains nest what a transaction reverted with at different depths. */
function revertData(error: unknown): string | null {
  for (let inner = error; typeof inner === "object" && inner !== null;) {
    const { data, error: cause, info } = inner as { data?: unknown; error?: unknown; info?: unknown };
    if (typeof data === "string") return data;
    inner = data ?? cause ?? info;
  }
  return null;
}
