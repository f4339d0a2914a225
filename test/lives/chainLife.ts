import type { Interface } from "ethers";
import { id, ZeroAddress } from "ethers";

import type { Day } from "../../src/math/civilDate.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { ControlRegistry__factory } from "../../typechain-types/factories/ControlRegistry__factory.ts";
import { HeldPayments__factory } from "../../typechain-types/factories/HeldPayments__factory.ts";
import { INoteErrors__factory } from "../../typechain-types/factories/interfaces/INoteErrors__factory.ts";
import { BlockingDollar__factory } from "../../typechain-types/factories/mocks/lives/BlockingDollar__factory.ts";
import { LifePlayer__factory } from "../../typechain-types/factories/mocks/lives/LifePlayer__factory.ts";
import { PromissoryNotes__factory } from "../../typechain-types/factories/PromissoryNotes__factory.ts";
import { amountOf, nameOf, stockCalls } from "./chainActs.ts";
import type { Call } from "./chainActs.ts";
import { PEOPLE } from "./life.ts";
import type { LifeTerms } from "./life.ts";
import type { Look } from "./modelLook.ts";
import type { Stage } from "./stage.ts";

const player = LifePlayer__factory.createInterface();
const errors = errorNames();

/** A call on a day, and what is asked after it. */
export interface Step {
  readonly on: Day;
  readonly call: Call;
  /** One note after another. */
  readonly looks: readonly Look[];
}

/** What came of a step by the contracts. */
export interface Outcome {
  /** Name of the custom error; null if accepted. */
  readonly refusal: string | null;
  /** First word of what an accepted act returned; zero if it returned nothing. */
  readonly answer: bigint;
  /** What all views said afterwards. */
  readonly words: readonly bigint[];
}

/**
 * Plays a life on the contracts, in one call of which nothing is kept.
 *
 * @param steps The making of the note and what follows.
 * @throws Error if a view reverts, or the stock cannot be brought to where it should stand.
 */
export async function playOnChain(stage: Stage, terms: LifeTerms, steps: readonly Step[]): Promise<readonly Outcome[]> {
  const history = terms.conversion === null ? [] : stockCalls(stage, terms.conversion);
  const script = [...history.map((call) => ({ on: terms.madeOn, call, looks: [] })), ...steps];
  const scene = [
    stage.notes,
    stage.lens,
    terms.conversion === null ? ZeroAddress : stage.stocks[0]!,
    stage.registry,
    stage.currency,
    stage.addressOf("borrower"),
  ];
  const data = player.encodeFunctionData("play", [
    stage.calendarOf(terms.zone),
    scene,
    script.map((step, place) => scriptOf(stage, step, place)),
  ] as never);
  const answer = (await stage.provider.send("eth_call", [
    { to: stage.player, data, gas: "0x5f5e100" },
    "latest",
  ])) as string;
  const outcomes = outcomesOf(answer);
  for (const { refusal } of outcomes.slice(0, history.length)) {
    if (refusal !== null) throw new Error(`the stock was refused its history: ${refusal}`);
  }
  return outcomes.slice(history.length);
}

function scriptOf(stage: Stage, { on, call, looks }: Step, place: number) {
  const by = PEOPLE.indexOf(call.by as (typeof PEOPLE)[number]);
  return [timestampOn(on, place), by, call.target, call.data, looks.map((look) => askedOf(stage, look))];
}

function askedOf(stage: Stage, { id: note, depth, principal, charges, days, people, names }: Look) {
  return [note, depth, amountOf(principal), amountOf(charges), days, people.map(stage.addressOf), names.map(nameOf)];
}

/** A moment of a day that is the same day in both zones, at any time of the year; by place, so that no hour is special. */
function timestampOn(day: Day, place: number): number {
  return day * 86_400 + 5 * 3_600 + ((place * 7_919) % (19 * 3_600));
}

/** Reads `Came[]` by hand: a decoder that makes an object of every word would take longer than the contracts do. */
function outcomesOf(answer: string): readonly Outcome[] {
  const word = (at: number) => answer.slice(2 + at * 2, 2 + at * 2 + 64);
  const number = (at: number) => Number.parseInt(word(at), 16);
  const list = number(0);
  return Array.from({ length: number(list) }, (_, place) => {
    const came = list + 32 + number(list + 32 + place * 32);
    const isAccepted = number(came) === 1;
    const said = came + number(came + 32);
    const length = number(said);
    const isLegible = number(came + 64) === 1;
    const text = came + number(came + 96);
    const first = word(said + 32);
    const refusal = isAccepted ? null : (errors.get(first.slice(0, 8)) ?? `0x${first.slice(0, 8)}`);
    const count = Math.ceil(number(text) / 32);
    if (!isLegible && count > 0) {
      const why = word(text + 32).slice(0, 8);
      throw new Error(`a view reverted: ${errors.get(why) ?? why} after step ${place}`);
    }
    return {
      refusal,
      answer: isAccepted && length > 0 ? BigInt(`0x${first}`) : 0n,
      words: isLegible
        ? Array.from({ length: count - 2 }, (__, index) => BigInt(`0x${word(text + 96 + index * 32)}`))
        : [],
    };
  });
}

function errorNames(): ReadonlyMap<string, string> {
  const names = new Map([
    [id("Panic(uint256)").slice(2, 10), "Panic"],
    [id("Error(string)").slice(2, 10), "Error"],
  ]);
  const interfaces: readonly Interface[] = [
    INoteErrors__factory.createInterface(),
    PromissoryNotes__factory.createInterface(),
    CommonStock__factory.createInterface(),
    ControlRegistry__factory.createInterface(),
    HeldPayments__factory.createInterface(),
    BlockingDollar__factory.createInterface(),
  ];
  for (const each of interfaces) each.forEachError(({ name, selector }) => names.set(selector.slice(2), name));
  return names;
}
