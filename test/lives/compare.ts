import type { Refusal } from "../../src/model/refusal.ts";
import type { World } from "../../src/model/state.ts";
import { isoOf } from "../../src/math/civilDate.ts";
import type { Day } from "../../src/math/civilDate.ts";
import { callOf, idOf, makeCall } from "./chainActs.ts";
import { playOnChain } from "./chainLife.ts";
import type { Outcome } from "./chainLife.ts";
import { PEOPLE } from "./life.ts";
import type { Life, LifeAct } from "./life.ts";
import { makeInModel } from "./modelLife.ts";
import { lookAtModel } from "./modelLook.ts";
import type { Look } from "./modelLook.ts";
import { CURRENCY_AT_FIRST } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { playInModel } from "./unfold.ts";

/** What came of an act, by model and contracts alike. */
export interface Agreed {
  /** An act's name, or "make". */
  readonly act: string;
  readonly refusal: string | null;
}

/** What ERC-721 refuses before the clause is asked, and what the stock cannot count. Only the words differ. */
const OTHER_WORDS: Partial<Record<Refusal, readonly string[]>> = {
  NotHolder: ["ERC721InsufficientApproval", "ERC721InvalidApprover"],
  NoteEnded: ["ERC721NonexistentToken"],
  NotEnoughAuthorized: ["SafeCastOverflowedUintDowncast"],
};

/**
 * Plays a life by the model and on the contracts, and compares the two after every act, and notes that were replaced once more at the end.
 *
 * @throws Error that names the first difference.
 */
export async function compare(stage: Stage, life: Life): Promise<readonly Agreed[]> {
  const { terms, acts } = life;
  const made = makeInModel(terms);
  if (!made.ok) {
    const [only] = await playOnChain(stage, terms, [{ on: terms.madeOn, call: makeCall(stage, terms), looks: [] }]);
    return [{ act: "make", refusal: agreedRefusal("making", made.refusal, only?.refusal ?? null) }];
  }
  const performed = playInModel(made.world, life);
  const worlds = [made.world, ...performed.map(({ world }) => world)];
  const looks = worlds.map((_, place) => looksAfter(place, life, worlds));
  const [first, ...outcomes] = await playOnChain(stage, terms, [
    { on: terms.madeOn, call: makeCall(stage, terms), looks: looks[0]! },
    ...acts.map((act, place) => ({
      on: act.on,
      call: callOf(stage, terms, act, worlds[place]!),
      looks: looks[place + 1]!,
    })),
  ]);
  if (first === undefined) throw new Error("nothing was played");
  const setting = {
    addressOf: (name: string) => BigInt(stage.addressOf(name)),
    currencyAtFirst: CURRENCY_AT_FIRST,
  };
  const look = (place: number, day: Day, { words }: Outcome, title: string) => {
    const items = looks[place]!.flatMap((asked) =>
      lookAtModel(worlds[place]!, day, asked, setting).map(({ label, value }) => ({
        label: asked.id === idOf(worlds[place]!) ? label : `note ${asked.id}: ${label}`,
        value,
      })),
    );
    const wrong = items.flatMap(({ label, value }, index) =>
      value === null || value === words[index]
        ? []
        : [`${label}: ${value} by the model, ${words[index]} by the contracts`],
    );
    if (items.length !== words.length) wrong.push(`${items.length} items in the model, ${words.length} on chain`);
    if (wrong.length > 0) throw new Error(`after ${title}:\n  ${wrong.slice(0, 12).join("\n  ")}`);
  };

  const agreed: Agreed[] = [{ act: "make", refusal: agreedRefusal("making", null, first.refusal) }];
  look(0, terms.madeOn, first, "making");
  acts.forEach((act, place) => {
    const [result, outcome] = [performed[place], outcomes[place]];
    if (result === undefined || outcome === undefined) throw new Error("an act is missing");
    const title = `act ${place + 1}, ${act.do} by ${act.by} on ${isoOf(act.on)}`;
    const refusal = agreedRefusal(title, result.ok ? null : result.refusal, outcome.refusal);
    agreed.push({ act: nameOf(act), refusal });
    look(place + 1, act.on, outcome, title);
  });
  return agreed;
}

/** An act's name, and whether it came by signature. */
function nameOf(act: LifeAct): string {
  const isSigned = ("signed" in act && act.signed !== undefined) || ("consent" in act && act.consent !== undefined);
  return isSigned ? `${act.do}, signed` : act.do;
}

function agreedRefusal(title: string, byModel: Refusal | null, byContracts: string | null): string | null {
  if (byModel === byContracts) return byModel;
  if (byModel !== null && byContracts !== null && OTHER_WORDS[byModel]?.includes(byContracts)) return byModel;
  throw new Error(`${title}: ${byModel ?? "accepted"} by the model, ${byContracts ?? "accepted"} by the contracts`);
}

/** What is asked after making, or an act: what it may have touched, and everything now and then and at the end. */
function looksAfter(place: number, { terms, acts }: Life, worlds: readonly World[]): readonly Look[] {
  const world = worlds[place]!;
  const act = acts[place - 1];
  const id = idOf(world);
  const days = daysOf(world, act?.on ?? terms.madeOn, acts[place]?.on);
  const preview =
    place % 2 === 1
      ? { principal: (world.note.debt.principal + 1n) / 2n, charges: 0n }
      : { principal: "all" as const, charges: "all" as const };
  if (place === acts.length) {
    const everything = { depth: 2, days, people: PEOPLE, names: namesIn(acts) } as const;
    const former = { ...everything, principal: "all", charges: "all" } as const;
    return [
      { ...everything, ...preview, id },
      ...world.replaced.map((_, before) => ({ ...former, id: BigInt(before) + 1n })),
    ];
  }
  if (act === undefined) return [{ ...preview, id, depth: 2, days, people: [], names: [] }];
  const depth = isIdle(worlds, place) ? 0 : 1;
  return [{ ...preview, id, depth, days, people: peopleIn(act, worlds[place - 1]!), names: namesIn([act]) }];
}

/** Whether an act was refused on the day of the act before, so that what is not stored cannot be other than it was. */
function isIdle(worlds: readonly World[], place: number): boolean {
  const [before, after] = [worlds[place - 1], worlds[place]];
  if (before === undefined || after === undefined) return false;
  const { on, note, stock, formerStocks, control, currency } = before;
  return (
    after.on === on &&
    after.note === note &&
    after.stock === stock &&
    after.formerStocks === formerStocks &&
    after.control === control &&
    after.currency === currency
  );
}

/** The people whom an act may touch. */
function peopleIn(act: LifeAct, { note }: World): readonly string[] {
  switch (act.do) {
    case "pay":
    case "convert":
    case "recover":
      return [...new Set([act.by, note.holder])];
    case "withdraw":
      return [...new Set([act.holder, act.to])];
    case "approve":
    case "consentToRecovery":
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
    case "exchange":
      return [act.by];
    case "recapitalize":
      return [...new Set([act.by, "borrower", note.holder])];
    default:
      return [];
  }
}

/** Names of facts that acts may touch, as far as the contracts can hold them. */
function namesIn(acts: readonly LifeAct[]): readonly string[] {
  const names = acts.flatMap((act) => {
    if (act.do === "report" || act.do === "cure" || act.do === "waive") return [act.name];
    if (act.do === "assign") return ["assignment"];
    return act.do === "demand" || act.do === "pay" || act.do === "convert" ? ["nonPayment"] : [];
  });
  return [...new Set(names)].filter((name) => name !== "" && new TextEncoder().encode(name).length < 32);
}

/** The day of the next act, and another to come or gone by on which what is owed is counted otherwise. */
function daysOf({ note: { terms } }: World, day: Day, next: Day | undefined): readonly Day[] {
  const last = terms.lastDayToPay;
  if (day <= last) return [...new Set([next ?? day + 1, last + 1])];
  return [next ?? day + 777, day % 3 === 0 ? terms.dated : last + 1];
}
