import type { ActOf } from "./acts.ts";
import type { Refusal } from "./refusal.ts";
import type { ControlState, Party, World } from "./state.ts";

/** Links over which control is followed. */
const mostLinks = 16;

/** Whether one controls the other or both are under common control. Anyone is an affiliate of itself. */
export function areAffiliates(state: ControlState, a: Party, b: Party): boolean {
  const above = new Set(lineOf(state, a));
  return lineOf(state, b).some((party) => above.has(party));
}

/** The registrar records that one party controls another. */
export function control(world: World, act: ActOf<"control">): World | Refusal {
  const { controllers, registrar } = world.control;
  if (act.by !== registrar) return "NotRegistrar";
  if (controllers.has(act.controlled)) return "AlreadyControlled";
  const line = lineOf(world.control, act.controller);
  if (line.includes(act.controlled)) return "ControlCycle";
  // a line of n parties has n − 1 links, and this adds one
  if (line.length + linksBelow(world.control, act.controlled) > mostLinks) return "ControlChainTooLong";
  return withControllers(world, new Map(controllers).set(act.controlled, act.controller));
}

/** The registrar records that control has ended. */
export function uncontrol(world: World, act: ActOf<"uncontrol">): World | Refusal {
  const { controllers, registrar } = world.control;
  if (act.by !== registrar) return "NotRegistrar";
  if (controllers.get(act.controlled) !== act.controller) return "NotControlled";
  const left = new Map(controllers);
  left.delete(act.controlled);
  return withControllers(world, left);
}

/** A party and those above it, nearest first. */
function lineOf(state: ControlState, party: Party): Party[] {
  const line = [party];
  for (let above = state.controllers.get(party); above !== undefined && line.length <= mostLinks;) {
    line.push(above);
    above = state.controllers.get(above);
  }
  return line;
}

/** Links of the longest chain down from a party. */
function linksBelow(state: ControlState, party: Party): number {
  return Math.max(0, ...[...state.controllers.keys()].map((below) => lineOf(state, below).indexOf(party)));
}

function withControllers(world: World, controllers: ReadonlyMap<Party, Party>): World {
  return { ...world, control: { ...world.control, controllers } };
}
