import { expect } from "chai";
import fc from "fast-check";

import type { Day } from "../../src/math/civilDate.ts";
import { ceil, divide, multiply, rational } from "../../src/math/rational.ts";
import type { Act } from "../../src/model/acts.ts";
import { previewConversion } from "../../src/model/conversion.ts";
import { statementOf } from "../../src/model/interest.ts";
import type { Statement } from "../../src/model/interest.ts";
import { make, perform } from "../../src/model/life.ts";
import type { World } from "../../src/model/state.ts";
import { reservedUnits } from "../../src/model/stock.ts";
import { view } from "../../src/model/view.ts";
import { anyActs, anyTerms } from "./arbitrary.ts";
import { parties } from "./fixture.ts";

const runs = { numRuns: 400 };

/** A made note and acts that may befall it. */
const anyLife = anyTerms.chain((terms) =>
  anyActs(terms).map((acts) => {
    const made = make(terms, parties);
    return made.ok ? { world: made.world, acts } : { world: null, acts };
  }),
);

/** Every act of every life, beside the world before and after it. */
function eachAct(check: (before: World, act: Act, after: World, ok: boolean) => void): void {
  const property = fc.property(anyLife, ({ world, acts }) => {
    if (world === null) return;
    let before = world;
    for (const act of acts) {
      const result = perform(before, act);
      check(before, act, result.world, result.ok);
      before = result.world;
    }
  });
  fc.assert(property, runs);
}

function owedOn({ note }: World, day: Day): Statement {
  return statementOf(note.terms, note.debt, day);
}

/** All that is told of what is owed, now and later. */
function figures(world: World, day: Day): readonly Statement[] {
  const { maturity, lastDayToPay } = world.note.terms;
  const later = [day, day + 1, day + 45, maturity, lastDayToPay, lastDayToPay + 1, lastDayToPay + 500];
  return later.filter((each) => each >= day).map((each) => owedOn(world, each));
}

describe("model: properties of any life", function () {
  it("a conversion lowers what is owed by the price of the shares issued, rounded up, or ends the note", () => {
    let converted = 0;
    eachAct((before, act, after, ok) => {
      if (!ok || act.do !== "convert") return;
      converted++;
      const conversion = previewConversion(before, act.on, act.principal, act.charges);
      const { terms, distributionFactor } = before.note;
      if (conversion === null || terms.conversion === null || before.stock === null) throw new Error("no conversion");
      if (conversion.isAll) {
        expect(after.note.ended?.how).to.equal("converted");
        return;
      }
      const since = divide(before.stock.distributionFactor, distributionFactor);
      const price = ceil(divide(multiply(rational(conversion.shares), terms.conversion.price), since));
      expect(owedOn(before, act.on).total - owedOn(after, act.on).total).to.equal(price);
    });
    expect(converted).to.be.greaterThan(50);
  });

  it("a payment lowers what is owed by exactly its amount", () => {
    let paid = 0;
    eachAct((before, act, after, ok) => {
      if (!ok || (act.do !== "pay" && act.do !== "acknowledge")) return;
      paid++;
      const owed = owedOn(before, act.on).total;
      const amount = act.amount === "all" || act.amount > owed ? owed : act.amount;
      expect(owed - owedOn(after, act.on).total).to.equal(amount);
      expect(after.note.ended !== null).to.equal(amount === owed);
    });
    expect(paid).to.be.greaterThan(50);
  });

  it("no fact, cure, demand, waiver, consent, permission, transfer or assignment changes a figure", () => {
    const money = ["pay", "acknowledge", "convert", "charge", "release"];
    eachAct((before, act, after, ok) => {
      if (!ok || money.includes(act.do)) return;
      expect(figures(after, act.on)).to.deep.equal(figures(before, act.on));
    });
  });

  it("a refused act gives the very same world", () => {
    eachAct((before, _, after, ok) => {
      expect(before === after).to.equal(!ok);
    });
  });

  it("no part of a debt is ever negative, and time never lowers what is owed", () => {
    eachAct((_, act, after) => {
      let last = 0n;
      for (const statement of figures(after, act.on).toSorted((a, b) => (a.total < b.total ? -1 : 1))) {
        for (const part of Object.values(statement)) expect(part >= 0n).to.equal(true);
      }
      for (let day = act.on; day < act.on + 70; day += 3) {
        const { total } = owedOn(after, day);
        expect(total >= last).to.equal(true);
        last = total;
      }
    });
  });

  it("holdings add up to the issued, and the note's claim is the claim on the stock", () => {
    eachAct((_, __, { note, stock }) => {
      if (stock === null) throw new Error("no stock");
      expect([...stock.holdings.values()].reduce((sum, units) => sum + units, 0n)).to.equal(stock.issued);
      expect(stock.claims).to.equal(note.claim);
      expect(note.ended !== null && note.claim !== 0n).to.equal(false);
    });
  });

  it("what is issued and reserved exceeds the authorized by no more than a fraction of a share", () => {
    eachAct((_, __, { note, stock }) => {
      if (stock === null) throw new Error("no stock");
      const share = ceil(divide(rational(10n ** 27n), note.splitFactor));
      const over = stock.issued + reservedUnits(stock) - stock.authorized;
      // the whole shares of a claim are themselves rounded down to a unit of claim
      expect(over <= share + ceil(stock.distributionFactor)).to.equal(true);
    });
  });

  it("payment never makes a note claim more stock", () => {
    eachAct((before, act, after) => {
      if (act.do === "pay" || act.do === "acknowledge") {
        expect(after.note.claim <= before.note.claim).to.equal(true);
      }
    });
  });

  it("a split before a conversion and the same split after it come to the same holdings", () => {
    let converted = 0;
    const ratio = fc.tuple(fc.bigInt({ min: 1n, max: 9n }), fc.bigInt({ min: 1n, max: 9n }));
    const property = fc.property(anyLife, ratio, ({ world, acts }, [numerator, denominator]) => {
      let before = world;
      for (const act of acts) {
        if (before === null) return;
        const split: Act = { do: "split", numerator, denominator, on: act.on, by: "borrower" };
        if (act.do === "convert") {
          const [first, second] = [perform(before, split), perform(before, act)];
          const [splitFirst, splitLast] = [perform(first.world, act), perform(second.world, split)];
          if (first.ok) {
            expect(splitFirst.ok).to.equal(second.ok);
            expect(splitLast.world).to.deep.equal(splitFirst.world);
          }
          if (second.ok) converted++;
        }
        before = perform(before, act).world;
      }
    });
    fc.assert(property, runs);
    expect(converted).to.be.greaterThan(50);
  });

  it("the order in which facts and cures are reported does not matter", () => {
    const kinds = ["voluntaryPetition", "involuntaryPetition", "judgment"] as const;
    const facts = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom("one", "two", "three", "four", "five", "six"),
        fact: fc.constantFrom(...kinds),
        occurred: fc.nat(200),
        by: fc.constantFrom("borrower", "attestor"),
        cured: fc.array(fc.nat(200), { maxLength: 3 }),
      }),
      { selector: ({ name }) => name, minLength: 2 },
    );
    const orders = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    );
    const property = fc.property(anyTerms, orders, (terms, [straight, shuffled]) => {
      const made = make(terms, parties);
      if (!made.ok) return;
      const today = terms.dated + 200;
      const told = (list: typeof straight, turn: boolean) => {
        const acts = list.flatMap(({ name, fact, occurred, by, cured }): Act[] => {
          const days = turn ? cured.toReversed() : cured;
          return [
            { do: "report", name, fact, by, occurred: terms.dated + occurred, on: today },
            ...days.map((day): Act => ({ do: "cure", name, occurred: terms.dated + day, on: today, by: "lender" })),
          ];
        });
        const { status, dueOn, defaults } = view(
          acts.reduce((world, act) => perform(world, act).world, made.world),
          today + 60,
        );
        return { status, dueOn, defaults: defaults.toSorted((a, b) => (a.name < b.name ? -1 : 1)) };
      };
      expect(told(shuffled, true)).to.deep.equal(told(straight, false));
    });
    fc.assert(property, runs);
  });

  it("nothing the borrower does opens prepayment", () => {
    const byHolder = ["permitPrepayment", "demand", "convert", "acknowledge", "transfer", "waive", "release", "pay"];
    eachAct((before, act, after, ok) => {
      if (!ok || byHolder.includes(act.do)) return;
      if (view(after, act.on).payable) expect(view(before, act.on).payable).to.equal(true);
    });
  });
});
