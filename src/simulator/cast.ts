import { dataSlice, getAddress, id, ZeroAddress } from "ethers";

import type { Scenario } from "./readScenario.ts";

/** Names that every simulation has. */
export const ROLES = ["borrower", "lender", "attestor", "registrar"] as const;

/** Everyone in a scenario, by name and by account. */
export class Cast {
  readonly names: readonly string[];
  readonly #byName: ReadonlyMap<string, string>;
  readonly #byAddress: ReadonlyMap<string, string>;

  constructor(names: Iterable<string>) {
    this.names = [...new Set(names)];
    this.#byName = new Map(this.names.map((name) => [name, accountFor(name)]));
    this.#byAddress = new Map([...this.#byName].map(([name, address]) => [address, name]));
  }

  /** The account of a name. */
  addressOf(name: string): string {
    const address = this.#byName.get(name);
    if (address === undefined) throw new RangeError(`"${name}" is nobody in this scenario`);
    return address;
  }

  /** Whose account it is; null for the zero address. */
  nameOf(address: string): string | null {
    return address === ZeroAddress ? null : (this.#byAddress.get(getAddress(address)) ?? address);
  }
}

/** Everyone a scenario names, the parties first. */
export function castOf({ control, timeline }: Scenario): Cast {
  const names: string[] = [...ROLES];
  for (const { controller, controlled } of control) names.push(controller, controlled);
  for (const step of timeline) {
    if (step.by !== undefined) names.push(step.by);
    if ("to" in step) names.push(step.to);
    if ("controller" in step) names.push(step.controller, step.controlled);
  }
  return new Cast(names);
}

function accountFor(name: string): string {
  return getAddress(dataSlice(id(`simulated account of ${name}`), 12));
}
