import { perform } from "../../src/model/life.ts";
import type { Performed } from "../../src/model/life.ts";
import type { Act } from "../../src/model/acts.ts";
import type { World } from "../../src/model/state.ts";
import type { Choice } from "./anyChoices.ts";
import type { Life, LifeTerms } from "./life.ts";
import { makeInModel } from "./modelLife.ts";

/** How many acts befall a note that has ended, all of them in vain. */
const ACTS_AFTER_THE_END = 2;

/** The acts that choices come to, made in turn as things then stand by the model. */
export function unfold(terms: LifeTerms, choices: readonly Choice[]): Life {
  const made = makeInModel(terms);
  if (!made.ok) return { terms, acts: [] };
  const acts: Act[] = [];
  let { world } = made;
  let afterTheEnd = 0;
  for (const choice of choices) {
    if (world.note.ended !== null && ++afterTheEnd > ACTS_AFTER_THE_END) break;
    for (const act of choice(world).filter((each) => isPossible(world, each))) {
      acts.push(act);
      world = { ...perform(world, act).world, on: act.on };
    }
  }
  return { terms, acts };
}

/** Whether there is a contract of which the act can be asked. */
function isPossible({ stock, control }: World, { do: deed }: Act): boolean {
  if (deed === "split" || deed === "distribute" || deed === "issue" || deed === "authorize") return stock !== null;
  if (deed === "control" || deed === "uncontrol") return control.registrar !== null;
  return true;
}

/** What the model says of each act of a life, and the world after it. */
export function playInModel(world: World, acts: readonly Act[]): readonly Performed[] {
  let before = world;
  return acts.map((act) => {
    const performed = perform(before, act);
    before = { ...performed.world, on: act.on };
    return performed;
  });
}
