import { grouped, percentAbove, timesOf } from "../ratio.ts";
import { compare } from "./comparisons.ts";
import type { Figures } from "./figures.ts";

const NEAR = 0.15;

/** How far the acts are above what is unavoidable, and above the bare token and money, in words. */
export function distanceToFloor(figures: Figures): string[] {
  const acts = Object.entries(figures.acts)
    .map(([act, { gas, unavoidable }]) => ({ act, gas, unavoidable, share: gas / unavoidable - 1 }))
    .sort((one, other) => one.share - other.share);
  const sum = (of: readonly number[]) => of.reduce((total, each) => total + each, 0);
  const near = acts.filter(({ share }) => share <= NEAR).length;
  const gas = sum(acts.map((each) => each.gas));
  const unavoidable = sum(acts.map((each) => each.unavoidable));
  const within = ({ act, gas: whole, unavoidable: part }: (typeof acts)[number]) =>
    `*${act}* (${percentAbove(whole, part)})`;
  const bare = compare(figures)
    .map(({ act, gas: ours, floor }) => ({
      act,
      ours,
      floor: floor.gas,
      times: ours / floor.gas,
      unavoidable: figures.acts[act]?.unavoidable ?? 0,
    }))
    .sort((one, other) => one.times - other.times);
  const beyond = bare.filter((each) => each.unavoidable > each.floor).length;
  const beside = ({ act, ours, floor }: (typeof bare)[number]) => `*${act}* (${timesOf(ours, floor)})`;
  return [
    `All ${String(acts.length)} acts together cost ${grouped(gas)}, which is ${percentAbove(gas, unavoidable)} above the ${grouped(unavoidable)} that is unavoidable; ${String(near)} of them are within ${String(NEAR * 100)}%. Nearest is ${within(ends(acts)[0])}, farthest ${within(ends(acts)[1])}.`,
    `Above the bare token and money, nearest is ${beside(ends(bare)[0])} and farthest ${beside(ends(bare)[1])}. That floor is lower, since it keeps no promise of a note: in ${String(beyond)} of ${String(bare.length)} acts what is unavoidable alone is more.`,
  ];
}

function ends<Item>(items: readonly Item[]): [first: Item, last: Item] {
  const [first, last] = [items[0], items.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("no act");
  return [first, last];
}
