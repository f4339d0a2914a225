import { zeroPadValue, toBeHex } from "ethers";

import { gasOf } from "../../test/gas/acts.ts";
import { Curves } from "./growth.ts";
import type { Growth } from "./growth.ts";
import { openWorld } from "./world.ts";

const DEPTHS = [1, 2, 4, 8, 16];

/** A company of no other use, by its number. */
const company = (number: number) => zeroPadValue(toBeHex(0xc0ffee00 + number), 20);

/** Transfers to an affiliate as many links away: the holder's ultimate parent, or a sister as far below that. */
export async function growthOfControl(): Promise<Growth> {
  const given = await openWorld();
  const { connection, lender, registrar, byLender } = given;
  const curves = new Curves();

  for (const depth of DEPTHS) {
    const registry = await connection.ethers.deployContract("ControlRegistry", [registrar]);
    const register = registry.connect(registrar);
    const record = async (controller: string, controlled: string) =>
      await gasOf(register.recordControl(controller, controlled, ""));
    // from the top down, as companies are founded
    const chain = Array.from({ length: depth }, (_, link) => company(link));
    const sisters = Array.from({ length: depth }, (_, link) => company(100 + link));
    let gas = 0;
    for (const [link, controller] of chain.entries()) gas = await record(controller, chain[link + 1] ?? lender.address);
    curves.add("record the last link", depth, gas);
    for (const [link, sister] of sisters.entries()) await record(link === 0 ? company(0) : company(99 + link), sister);

    const terms = { registry: await registry.getAddress() };
    const [toParent, toSister] = [await given.make(terms), await given.make(terms)];
    curves.add("transfer to the ultimate parent", depth, await gasOf(byLender.transferFrom(lender, company(0), toParent)));
    const sister = company(99 + depth);
    curves.add("transfer to a sister as deep", depth, await gasOf(byLender.transferFrom(lender, sister, toSister)));
  }
  return { title: "Links of control", of: "links", curves: curves.all() };
}
