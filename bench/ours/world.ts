import { network } from "hardhat";

import { Notes } from "../../test/helpers/notes.ts";
import type { GivenNotes } from "../../test/helpers/notes.ts";
import { deployWorld } from "../../test/helpers/world.ts";
import type { Connection } from "../../test/helpers/world.ts";

/** A chain of its own within this process, in the past, under the rules the contracts are compiled for. */
export async function openChain(): Promise<Connection> {
  return await network.create({ network: "past", override: { hardfork: "prague" } });
}

/** Everything a note needs, deployed on a chain of its own; the same as the tests start from. */
export async function openWorld(): Promise<GivenNotes> {
  const world = await deployWorld(await openChain());
  return Object.assign(Object.create(Notes.prototype) as GivenNotes, { ...world, world });
}
