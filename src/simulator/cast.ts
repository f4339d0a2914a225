import { getAddress, id, Wallet, ZeroAddress } from "ethers";

import { COURIER, NATURAL_ACTORS, ROLES } from "./actors.ts";
import type { Scenario } from "./readScenario.ts";

/** Everyone in a scenario, by name and by account. */
export class Cast {
  readonly names: readonly string[];
  readonly #byName: ReadonlyMap<string, Wallet>;
  readonly #byAddress: ReadonlyMap<string, string>;

  constructor(names: Iterable<string>) {
    this.names = [...new Set(names)];
    this.#byName = new Map(this.names.map((name) => [name, walletFor(name)]));
    this.#byAddress = new Map([...this.#byName].map(([name, { address }]) => [address, name]));
  }

  /** The account of a name. */
  addressOf(name: string): string {
    return this.walletOf(name).address;
  }

  /** The key of a name, to sign with. */
  walletOf(name: string): Wallet {
    const wallet = this.#byName.get(name);
    if (wallet === undefined) throw new RangeError(`"${name}" is nobody in this scenario`);
    return wallet;
  }

  /** Whose account it is; null for the zero address. */
  nameOf(address: string): string | null {
    return address === ZeroAddress ? null : (this.#byAddress.get(getAddress(address)) ?? address);
  }
}

/** Everyone a scenario names, the parties first. */
export function castOf({ control, timeline, signed }: Scenario): Cast {
  const names: string[] = [...ROLES];
  for (const { controller, controlled } of control) names.push(controller, controlled);
  for (const step of timeline) {
    const by = step.by ?? NATURAL_ACTORS[step.do];
    if (by !== null) names.push(by);
    if ("to" in step && step.to !== undefined) names.push(step.to);
    if ("who" in step) names.push(step.who);
    if ("controller" in step) names.push(step.controller, step.controlled);
  }
  if (signed === true || timeline.some((step) => step.signed)) names.push(COURIER);
  return new Cast(names);
}

function walletFor(name: string): Wallet {
  return new Wallet(id(`simulated account of ${name}`));
}
