import { zeroPadValue, toBeHex } from "ethers";

import { gasOf } from "../../test/gas/acts.ts";
import { Curves } from "./growth.ts";
import type { Growth } from "./growth.ts";
import { openWorld } from "./world.ts";

const DEPTHS = [1, 2, 4, 8, 16];

/** A company of no other use. */
const company = (line: number, depth: number, link: number) =>
  zeroPadValue(toBeHex(0xc0ffee_00_00_00 + line * 0x10000 + depth * 0x100 + link), 20);

/** Transfers to an affiliate as many links away: the holder's ultimate parent, or a sister as far below that. */
export async function growthOfControl(): Promise<Growth> {
  const given = await openWorld();
  const { connection, lender, registrar, byLender } = given;
  const curves = new Curves();
  // so that no holder gives away its only note
  await given.make();

  for (const depth of DEPTHS) {
    const registry = await connection.ethers.deployContract("ControlRegistry", [registrar]);
    const register = registry.connect(registrar);
    const record = async (controller: string, controlled: string) =>
      await gasOf(register.recordControl(controller, controlled, ""));
    // from the top down, as companies are founded; both lines under one parent that holds nothing yet
    const above = Array.from({ length: depth }, (_, link) => company(0, depth, link));
    const sisters = Array.from({ length: depth }, (_, link) => company(1, depth, link));
    const parent = company(0, depth, 0);
    const sister = company(1, depth, depth - 1);
    let gas = 0;
    for (const [link, controller] of above.entries()) gas = await record(controller, above[link + 1] ?? lender.address);
    curves.add("record the last link", depth, gas);
    for (const [link, controlled] of sisters.entries()) await record(sisters[link - 1] ?? parent, controlled);

    const terms = { registry: await registry.getAddress() };
    const [toParent, toSister] = [await given.make(terms), await given.make(terms)];
    curves.add("transfer to the ultimate parent", depth, await gasOf(byLender.transferFrom(lender, parent, toParent)));
    curves.add("transfer to a sister as deep", depth, await gasOf(byLender.transferFrom(lender, sister, toSister)));
  }
  return { title: "Links of control", of: "links", curves: curves.all() };
}
