import type { Act, ActName } from "../../src/model/acts.ts";
import type { Refusal } from "../../src/model/refusal.ts";
import type { World } from "../../src/model/state.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { callOf, makeCall } from "./chainActs.ts";
import { playOnChain } from "./chainLife.ts";
import type { Outcome } from "./chainLife.ts";
import { PEOPLE } from "./life.ts";
import type { Life, LifeTerms } from "./life.ts";
import { makeInModel } from "./modelLife.ts";
import { lookAtModel } from "./modelLook.ts";
import type { Look } from "./modelLook.ts";
import { CURRENCY_AT_FIRST } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { playInModel } from "./unfold.ts";

/** What came of an act, by model and contracts alike. */
export interface Agreed {
  readonly act: ActName | "make";
  readonly refusal: string | null;
}

/** What ERC-721 refuses before the clause is asked, and what the stock cannot count. Only the words differ. */
const OTHER_WORDS: Partial<Record<Refusal, readonly string[]>> = {
  NotHolder: ["ERC721InsufficientApproval"],
  NoteEnded: ["ERC721NonexistentToken"],
  NotEnoughAuthorized: ["SafeCastOverflowedUintDowncast"],
};

/**
 * Plays a life by the model and on the contracts, and compares the two after every act.
 *
 * @throws Error that names the first difference.
 */
export async function compare(stage: Stage, { terms, acts }: Life): Promise<readonly Agreed[]> {
  const made = makeInModel(terms);
  const performed = made.ok ? playInModel(made.world, acts) : [];
  const worlds = made.ok ? [made.world, ...performed.map(({ world }) => world)] : [];
  const looks = [null, ...acts].map((act, place) => lookAfter(act, place, acts, terms, worlds));
  const steps = acts.map((act, place) => ({
    on: act.on,
    call: callOf(stage, act, worlds[place]?.note.holder ?? "lender"),
    look: looks[place + 1] ?? null,
  }));
  const making = { on: terms.madeOn, call: makeCall(stage, terms), look: made.ok ? (looks[0] ?? null) : null };
  const [first, ...outcomes] = await playOnChain(stage, terms, made.ok ? [making, ...steps] : [making]);
  if (first === undefined) throw new Error("nothing was played");
  const agreed: Agreed[] = [
    { act: "make", refusal: agreedRefusal("making", made.ok ? null : made.refusal, first.refusal) },
  ];
  if (!made.ok) return agreed;

  const purses = new Map<string, bigint>(PEOPLE.map((name) => [name, CURRENCY_AT_FIRST]));
  const setting = {
    addressOf: (name: string) => BigInt(stage.addressOf(name)),
    currencyOf: (name: string) => purses.get(name) ?? 0n,
  };
  const look = (world: World, day: Day, place: number, { words }: Outcome, title: string) => {
    const asked = looks[place];
    if (asked === undefined) throw new Error("an act without a look");
    const items = lookAtModel(world, day, asked, setting);
    const wrong = items.flatMap(({ label, value }, index) =>
      value === null || value === words[index]
        ? []
        : [`${label}: ${value} by the model, ${words[index]} by the contracts`],
    );
    if (items.length !== words.length) wrong.push(`${items.length} items in the model, ${words.length} on chain`);
    if (wrong.length > 0) throw new Error(`after ${title}:\n  ${wrong.slice(0, 12).join("\n  ")}`);
  };

  look(made.world, terms.madeOn, 0, first, "making");
  acts.forEach((act, place) => {
    const [before, result, outcome] = [worlds[place], performed[place], outcomes[place]];
    if (before === undefined || result === undefined || outcome === undefined) throw new Error("an act is missing");
    const title = `act ${place + 1}, ${act.do} by ${act.by} on ${isoOf(act.on)}`;
    const refusal = agreedRefusal(title, result.ok ? null : result.refusal, outcome.refusal);
    agreed.push({ act: act.do, refusal });
    if (act.do === "pay" && result.ok) move(purses, act.by, before, result.world);
    look(result.world, act.on, place + 1, outcome, title);
  });
  return agreed;
}

function agreedRefusal(title: string, byModel: Refusal | null, byContracts: string | null): string | null {
  if (byModel === byContracts) return byModel;
  if (byModel !== null && byContracts !== null && OTHER_WORDS[byModel]?.includes(byContracts)) return byModel;
  throw new Error(`${title}: ${byModel ?? "accepted"} by the model, ${byContracts ?? "accepted"} by the contracts`);
}

function move(purses: Map<string, bigint>, payer: string, before: World, after: World): void {
  const { holder } = before.note;
  const paid = (after.note.received.get(holder) ?? 0n) - (before.note.received.get(holder) ?? 0n);
  purses.set(payer, (purses.get(payer) ?? 0n) - paid);
  purses.set(holder, (purses.get(holder) ?? 0n) + paid);
}

/** What is asked after an act: what it may have touched, and everything now and then and at the end. */
function lookAfter(
  act: Act | null,
  place: number,
  acts: readonly Act[],
  terms: LifeTerms,
  worlds: readonly World[],
): Look {
  const world = worlds[place];
  const today = act?.on ?? terms.madeOn;
  const days = daysOf(terms, world, today, acts[place]?.on);
  const isOdd = place % 2 === 1;
  const preview = isOdd
    ? { principal: ((world?.note.debt.principal ?? 0n) + 1n) / 2n, charges: 0n }
    : { principal: "all" as const, charges: "all" as const };
  if (place === acts.length) return { ...preview, depth: 2, days, people: PEOPLE, names: namesIn(acts) };
  if (act === null) return { ...preview, depth: 2, days, people: [], names: [] };
  return {
    ...preview,
    depth: isIdle(worlds, place) ? 0 : 1,
    days,
    people: peopleIn(act, world),
    names: namesIn([act]),
  };
}

/** Whether an act was refused on the day of the act before, so that what is not stored cannot be other than it was. */
function isIdle(worlds: readonly World[], place: number): boolean {
  const [before, after] = [worlds[place - 1], worlds[place]];
  if (before === undefined || after === undefined) return false;
  const { on, note, stock, control } = before;
  return after.on === on && after.note === note && after.stock === stock && after.control === control;
}

/** The people whom an act may touch. */
function peopleIn(act: Act, world: World | undefined): readonly string[] {
  switch (act.do) {
    case "pay":
    case "convert":
      return [...new Set([act.by, world?.note.holder ?? act.by])];
    case "consent":
    case "transfer":
    case "assign":
    case "issue":
      return [act.to];
    case "control":
    case "uncontrol":
      return [act.controlled];
    case "accept":
    case "withdrawAcceptance":
      return [act.by];
    default:
      return [];
  }
}

/** Names of facts that acts may touch, as far as the contracts can hold them. */
function namesIn(acts: readonly Act[]): readonly string[] {
  const names = acts.flatMap((act) => {
    if (act.do === "report" || act.do === "cure" || act.do === "waive") return [act.name];
    if (act.do === "assign") return ["assignment"];
    return act.do === "demand" || act.do === "pay" || act.do === "convert" ? ["nonPayment"] : [];
  });
  return [...new Set(names)].filter((name) => name !== "" && new TextEncoder().encode(name).length < 32);
}

/** The day of the next act, and another to come or gone by on which what is owed is counted otherwise. */
function daysOf(
  { dated, maturity }: LifeTerms,
  world: World | undefined,
  day: Day,
  next: Day | undefined,
): readonly Day[] {
  const last = world?.note.terms.lastDayToPay ?? maturity;
  if (day <= last) return [...new Set([next ?? day + 1, last + 1])];
  return [next ?? day + 777, day % 3 === 0 ? dated : last + 1];
}
