import { measureActs } from "../../test/gas/acts.ts";
import type { OfActs } from "../../test/gas/acts.ts";
import { measureActsAtArmsLength } from "../../test/gas/actsAtArmsLength.ts";
import type { Breakdown } from "../trace/breakdown.ts";
import { tracer } from "../trace/traced.ts";
import { openWorld } from "./world.ts";

/** Every act as `npm run gas` measures it, with where its gas goes. */
export async function breakDownActs(): Promise<OfActs<Breakdown>> {
  const given = await openWorld();
  const trace = await tracer(given);
  const { networkHelpers } = given.connection;
  const snapshot = await networkHelpers.takeSnapshot();
  const atArmsLength = await measureActsAtArmsLength(given, trace);
  await snapshot.restore();
  return { ...(await measureActs(given, trace)), ...atArmsLength };
}
