import { perform } from "../../src/model/life.ts";
import type { Performed } from "../../src/model/life.ts";
import type { World } from "../../src/model/state.ts";
import type { Choice } from "./anyChoices.ts";
import type { Life, LifeAct, LifeTerms } from "./life.ts";
import { makeInModel, modelActOf } from "./modelLife.ts";

/** How often something befalls a note that has ended: mostly in vain, but for money that is held. */
const CHOICES_AFTER_THE_END = 2;
const CHOICES_WHILE_MONEY_IS_HELD = 6;

const ON_STOCK: ReadonlySet<LifeAct["do"]> = new Set([
  "split",
  "distribute",
  "issue",
  "authorize",
  "recapitalize",
  "exchange",
]);

/** The acts that choices come to, made in turn as things then stand by the model. */
export function unfold(terms: LifeTerms, choices: readonly Choice[]): Life {
  const made = makeInModel(terms);
  if (!made.ok) return { terms, acts: [] };
  const acts: LifeAct[] = [];
  let { world } = made;
  let afterTheEnd = 0;
  for (const choice of choices) {
    const most = world.note.held.size > 0 ? CHOICES_WHILE_MONEY_IS_HELD : CHOICES_AFTER_THE_END;
    if (world.note.ended !== null && ++afterTheEnd > most) break;
    for (const act of choice(world).filter((each) => isPossible(world, each))) {
      acts.push(act);
      world = { ...perform(world, modelActOf(terms, act)).world, on: act.on };
    }
  }
  return { terms, acts };
}

/** Whether there is a contract of which the act can be asked. */
function isPossible({ stock, control }: World, { do: deed }: LifeAct): boolean {
  if (ON_STOCK.has(deed)) return stock !== null;
  if (deed === "control" || deed === "uncontrol") return control.registrar !== null;
  return true;
}

/** What the model says of each act of a life, and the world after it. */
export function playInModel(world: World, { terms, acts }: Life): readonly Performed[] {
  let before = world;
  return acts.map((act) => {
    const performed = perform(before, modelActOf(terms, act));
    before = { ...performed.world, on: act.on };
    return performed;
  });
}
