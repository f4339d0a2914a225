import { expect } from "chai";
import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import { ceil, divide, multiply, rational } from "../../src/math/rational.ts";
import type { World } from "../../src/model/state.ts";
import { anyLife } from "./anyLife.ts";
import { anyTerms } from "./anyTerms.ts";
import { callOf, idOf, makeCall } from "./chainActs.ts";
import { playOnChain } from "./chainLife.ts";
import type { Outcome } from "./chainLife.ts";
import { PEOPLE } from "./life.ts";
import type { Life, LifeAct } from "./life.ts";
import { makeInModel } from "./modelLife.ts";
import { lookAtModel } from "./modelLook.ts";
import type { Look } from "./modelLook.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { playInModel } from "./unfold.ts";

/** Of whatever note there then is. */
const everything: Look = { id: 1n, depth: 2, principal: "all", charges: "all", days: [], people: PEOPLE, names: [] };

/** A life up to its last conversion, which is accepted on the day of the act before it. */
const anyConversion = anyLife
  .map(({ terms, acts }): Life | null => {
    const made = makeInModel(terms);
    if (!made.ok) return null;
    const last = playInModel(made.world, { terms, acts }).findLastIndex(
      ({ ok }, place) => ok && acts[place]?.do === "convert",
    );
    const convert = acts[last];
    if (convert === undefined) return null;
    return { terms, acts: [...acts.slice(0, last), { do: "look", on: convert.on, by: "stranger" }, convert] };
  })
  .filter((life) => life !== null);

/** Facts, each with the days of its cures, and the same in another order. */
const anyFacts = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom("one", "two", "three", "four", "five", "six"),
      fact: fc.constantFrom("voluntaryPetition", "involuntaryPetition", "judgment"),
      occurred: fc.nat(200),
      by: fc.constantFrom("borrower", "attestor"),
      cured: fc.array(fc.nat(200), { maxLength: 3 }),
    }),
    { selector: ({ name }) => name, minLength: 2 },
  )
  .chain((facts) =>
    fc.tuple(
      fc.constant(facts),
      fc
        .shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length })
        .map((shuffled) => shuffled.map((fact) => ({ ...fact, cured: fact.cured.toReversed() }))),
    ),
  );

describe("lives: properties of the contracts", function () {
  this.timeout(300_000);

  let stage: Stage;

  before(async () => {
    stage = await openStage();
  });

  it("converting before a split, or after it, comes to the same", async () => {
    const ratio = fc.constantFrom([2n, 1n], [3n, 2n], [1n, 10n], [7n, 3n], [1_000_003n, 999_983n]);
    await holds(fc.tuple(anyConversion, ratio), async ([{ terms, acts }, [numerator = 1n, denominator = 1n]]) => {
      const convert = acts[acts.length - 1]!;
      const split: LifeAct = { do: "split", numerator, denominator, on: convert.on, by: "borrower" };
      const before = acts.slice(0, -1);
      const [splitLast, splitFirst] = [
        await play({ terms, acts: [...before, convert, split] }, everything),
        await play({ terms, acts: [...before, split, convert] }, everything),
      ];
      // a split beyond 64 bits is refused either way
      expect(refusalsOf(splitFirst).toSorted()).to.deep.equal(refusalsOf(splitLast).toSorted());
      expect(splitFirst.at(-1)?.words).to.deep.equal(splitLast.at(-1)?.words);
    });
  });

  it("converting before a recapitalization and exchanging comes to the same as converting after it", async () => {
    let compared = 0;
    const ratio = fc.constantFrom([1n, 1n], [3n, 2n], [1n, 10n], [7n, 3n]);
    await holds(fc.tuple(anyConversion, ratio), async ([{ terms, acts }, [numerator = 1n, denominator = 1n]]) => {
      const convert = acts[acts.length - 1]!;
      const before = acts.slice(0, -1);
      const generation = worldsOf({ terms, acts: before }).at(-1)!.formerStocks.length;
      const recapitalize: LifeAct = { do: "recapitalize", numerator, denominator, on: convert.on, by: "borrower" };
      const exchange: LifeAct = { do: "exchange", generation, on: convert.on, by: convert.by };
      const [inOld, inNew] = [
        await play({ terms, acts: [...before, convert, recapitalize, exchange] }, everything),
        await play({ terms, acts: [...before, recapitalize, convert, exchange] }, everything),
      ];
      // under some caps there is no successor, or no room in it
      if ([inOld, inNew].some((outcomes) => outcomes.slice(-3).some(({ refusal }) => refusal !== null))) return;
      compared++;
      expect(inNew.at(-1)?.words).to.deep.equal(inOld.at(-1)?.words);
    });
    expect(compared).to.be.greaterThan(50);
  });

  it("a conversion lowers what is owed by the price of the shares, rounded up, or ends the note", async () => {
    await holds(anyConversion, async ({ terms, acts }) => {
      const outcomes = await play({ terms, acts }, everything);
      const [before, after] = [-2, -1].map((place) => labelled({ terms, acts }, outcomes, place));
      if (before === undefined || after === undefined) throw new Error("nothing was converted");
      const shares = outcomes.at(-1)?.answer ?? 0n;
      expect(shares > 0n).to.equal(true);
      // the price shown is per share of today; shares are counted as they stood when the note was made
      const splitNow = rational(after("split factor numerator"), after("split factor denominator"));
      const splitSince = divide(splitNow, worldsOf({ terms, acts }).at(-1)!.note.splitFactor);
      const price = rational(after("price numerator"), after("price denominator"));
      const cost = ceil(multiply(rational(shares), multiply(price, splitSince)));
      if (after("status") === 5n) expect(after("total today")).to.equal(0n);
      else expect(before("total today") - after("total today")).to.equal(cost);
      expect(cost <= before("total today")).to.equal(true);
    });
  });

  it("the order in which facts and cures are reported does not matter", async () => {
    await holds(fc.tuple(anyTerms, anyFacts), async ([terms, orders]) => {
      if (!makeInModel(terms).ok || !terms.hasAttestor) return;
      const [straight, shuffled] = await Promise.all(
        orders.map(async (facts) => {
          const acts = facts.flatMap(({ cured, ...fact }) => told(terms.madeOn + 200, fact, cured));
          const later: LifeAct = { do: "look", on: terms.madeOn + 260, by: "stranger" };
          return play({ terms, acts: [...acts, later] }, everything);
        }),
      );
      expect(straight?.at(-1)?.words).to.deep.equal(shuffled?.at(-1)?.words);
    });
  });

  function told(
    today: Day,
    fact: { name: string; fact: string; occurred: number; by: string },
    cured: number[],
  ): LifeAct[] {
    const first = today - 200;
    return [
      { ...fact, do: "report", occurred: first + fact.occurred, on: today } as LifeAct,
      ...cured.map((day): LifeAct => ({ do: "cure", name: fact.name, occurred: first + day, on: today, by: "lender" })),
    ];
  }

  /** Plays a life, of which only the last two acts are looked at. */
  async function play({ terms, acts }: Life, look: Look): Promise<readonly Outcome[]> {
    const worlds = worldsOf({ terms, acts });
    return playOnChain(stage, terms, [
      { on: terms.madeOn, call: makeCall(stage, terms), looks: [] },
      ...acts.map((act, place) => ({
        on: act.on,
        call: callOf(stage, terms, act, worlds[place]!),
        looks: place >= acts.length - 2 ? [{ ...look, id: idOf(worlds[place + 1]!) }] : [],
      })),
    ]);
  }

  /** What the contracts said, by the labels under which the model says the same. */
  function labelled(life: Life, outcomes: readonly Outcome[], place: number): (label: string) => bigint {
    const [world, outcome] = [worldsOf(life).at(place), outcomes.at(place)];
    if (world === undefined || outcome === undefined) throw new Error("nothing was said");
    const setting = { addressOf: () => 0n, currencyAtFirst: 0n };
    const look = { ...everything, id: idOf(world) };
    const labels = lookAtModel(world, world.on, look, setting).map(({ label }) => label);
    return (label) => outcome.words[labels.indexOf(label)]!;
  }
});

function worldsOf(life: Life): readonly World[] {
  const made = makeInModel(life.terms);
  if (!made.ok) throw new Error(made.refusal);
  return [made.world, ...playInModel(made.world, life).map(({ world }) => world)];
}

function refusalsOf(outcomes: readonly Outcome[]): readonly string[] {
  return outcomes.map(({ refusal }) => refusal ?? "accepted");
}

async function holds<Drawn>(drawn: fc.Arbitrary<Drawn>, predicate: (value: Drawn) => Promise<void>): Promise<void> {
  const seed = Number(process.env["LIVES_SEED"] ?? 20_070_101);
  await fc.assert(fc.asyncProperty(drawn, predicate), { seed, numRuns: 150 });
}
