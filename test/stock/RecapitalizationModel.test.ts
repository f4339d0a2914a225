import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { exchange, lineOf, recapitalize, replacedBalanceOf } from "../../src/model/recapitalization.ts";
import { isRefusal } from "../../src/model/refusal.ts";
import { balanceOf, foundStock, hasRoom, ifRoom, isTooLarge, mint, replaceClaim } from "../../src/model/stock.ts";
import { reservedUnits, unitsOf } from "../../src/model/stock.ts";
import type { StockLine } from "../../src/model/recapitalization.ts";
import type { StockState } from "../../src/model/state.ts";
import { multiply, rational } from "../../src/math/rational.ts";
import { deployLine, ORIGINAL_SHARE, SHARE } from "../support/stock.ts";

const RATIOS: readonly (readonly [bigint, bigint])[] = [
  [1n, 1n],
  [2n, 1n],
  [3n, 2n],
  [1n, 10n],
  [7n, 3n],
  [1n, 1_000_000_007n],
  [1_000_000_007n, 1n],
];

const ratio = fc.constantFrom(...RATIOS);
const person = fc.constantFrom("alice", "bob");
/** A hundredth part of whatever there is. */
const part = fc.bigInt(0n, 100n);
const place = fc.nat(7);

const act = fc.oneof(
  fc.record({ do: fc.constant("recapitalize" as const), ratio, room: fc.bigInt(90n, 400n) }),
  fc.record({ do: fc.constant("split" as const), ratio }),
  fc.record({ do: fc.constant("distribute" as const), ratio }),
  fc.record({ do: fc.constant("issue" as const), to: person, part }),
  fc.record({ do: fc.constant("reserve" as const), part }),
  fc.record({ do: fc.constant("release" as const), place, part }),
  fc.record({ do: fc.constant("convert" as const), place, to: person, part }),
  fc.record({ do: fc.constant("exchange" as const), place, by: person, part: fc.bigInt(0n, 101n) }),
  fc.record({ do: fc.constant("exchangeFor" as const), place, holder: person }),
);

describe("CommonStock: recapitalization against the model", () => {
  it("agrees after every act of any sequence, through any of the stocks, taken or refused", async () => {
    const connection = await network.create("past");
    const at = await deployLine(connection);
    const { issuer, converter, alice, bob } = at;
    const people = { alice, bob };
    const fresh = await connection.networkHelpers.takeSnapshot();
    const counted = new Map<string, number>();

    const founded = foundStock("issuer", 1000n * SHARE);
    const atFirst = replaceClaim(
      mint(mint(founded, "alice", 100n * ORIGINAL_SHARE), "bob", 7n * ORIGINAL_SHARE),
      0n,
      100n * ORIGINAL_SHARE,
    );

    async function taken(submit: Promise<unknown>) {
      try {
        await submit;
        return true;
      } catch (error) {
        expect(String(error)).to.include("reverted with custom error");
        return false;
      }
    }

    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (acts) => {
        await fresh.restore();
        const stocks = [at.stock];
        let line: StockLine = lineOf(atFirst);
        const changed = (inForce: StockState | null) => (inForce === null ? null : { ...line, inForce });

        for (const step of acts) {
          const { inForce } = line;
          const newest = stocks.at(-1)!;
          let expected: StockLine | null;
          let happened: boolean;
          switch (step.do) {
            case "recapitalize": {
              const [numerator, denominator] = step.ratio;
              // so many hundredths of what is issued and reserved
              const roomy = { ...inForce, splitFactor: multiply(inForce.splitFactor, rational(...step.ratio)) };
              const needed = { ...roomy, holdings: new Map([["all", inForce.issued + reservedUnits(inForce)]]) };
              const authorized = (balanceOf(needed, "all") * step.room) / 100n;
              const after = recapitalize(line, { by: "issuer", authorized, numerator, denominator });
              expected = isRefusal(after) ? null : after;
              const made = await at.makeStock(0n);
              if (authorized >= 2n ** 128n / 10n ** 9n) continue;
              await made.setAuthorized(authorized);
              happened = await taken(newest.recapitalize(made, numerator, denominator));
              if (happened) stocks.push(made);
              break;
            }
            case "split": {
              const splitFactor = multiply(inForce.splitFactor, rational(...step.ratio));
              const void_ = step.ratio[0] === step.ratio[1] || isTooLarge(splitFactor);
              expected = void_ ? null : changed({ ...inForce, splitFactor });
              happened = await taken(newest.split(...step.ratio));
              break;
            }
            case "distribute": {
              const distributionFactor = multiply(inForce.distributionFactor, rational(...step.ratio));
              const fitting = ifRoom({ ...inForce, distributionFactor });
              const void_ = step.ratio[0] < step.ratio[1] || isTooLarge(distributionFactor) || isRefusal(fitting);
              expected = void_ ? null : changed(fitting);
              happened = await taken(newest.recordDistribution(...step.ratio, "cash"));
              break;
            }
            case "issue": {
              const tokens = balanceOf({ ...inForce, holdings: new Map([["all", inForce.authorized]]) }, "all");
              const amount = (tokens * step.part) / 200n;
              const fitting = ifRoom(mint(inForce, step.to, unitsOf(inForce, amount)));
              expected = isRefusal(fitting) ? null : changed(fitting);
              happened = await taken(newest.issue(people[step.to], amount));
              break;
            }
            case "reserve": {
              const claim = (inForce.authorized * step.part) / 400n;
              const claimed = replaceClaim(inForce, 0n, claim);
              expected = claim === 0n || hasRoom(claimed) ? changed(claimed) : null;
              happened = await taken(newest.connect(converter).reserve(0n, claim, 0n));
              break;
            }
            case "release": {
              const through = stocks[step.place % stocks.length]!.connect(converter);
              const left = (inForce.claims * step.part) / 100n;
              expected = changed(replaceClaim(inForce, inForce.claims, left));
              happened = await taken(through.reserve(inForce.claims, left, 0n));
              break;
            }
            case "convert": {
              const through = stocks[step.place % stocks.length]!.connect(converter);
              const units = (inForce.claims * step.part) / 100n;
              const left = inForce.claims - units;
              expected = changed(mint(replaceClaim(inForce, inForce.claims, left), step.to, units));
              const minted = through.issueOnConversion(people[step.to], units, inForce.claims, left, 0n);
              happened = await taken(minted);
              break;
            }
            default: {
              const generation = step.place % stocks.length;
              const who = step.do === "exchange" ? step.by : step.holder;
              const held = line.replaced[generation]?.holdings.get(who) ?? 0n;
              const units = step.do === "exchange" ? (held * step.part + 99n) / 100n : held;
              const after = exchange(line, generation, who, units);
              expected = isRefusal(after) ? null : after;
              const old = stocks[generation]!;
              happened = await taken(
                step.do === "exchange"
                  ? old.connect(people[who]).exchange(units)
                  : old.connect(issuer).exchangeFor(people[who]),
              );
            }
          }
          expect(happened, step.do).to.equal(expected !== null);
          const outcome = `${step.do} ${happened ? "taken" : "refused"}`;
          counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
          line = expected ?? line;
          await compare(line, stocks);
        }
      }),
      { numRuns: 40 },
    );

    async function compare({ inForce, replaced }: StockLine, stocks: (typeof at.stock)[]) {
      const newest = stocks.at(-1)!;
      expect(await newest.capitalization()).to.deep.equal([inForce.issued, reservedUnits(inForce), inForce.authorized]);
      const { splitFactor: split, distributionFactor: distribution } = inForce;
      const factors = [split.numerator, split.denominator, distribution.numerator, distribution.denominator];
      for (const stock of stocks) expect(await stock.factors()).to.deep.equal(factors);
      let held = 0n;
      for (const who of ["alice", "bob"] as const) {
        const units = await newest.unitsOf(people[who]);
        expect(units).to.equal(inForce.holdings.get(who) ?? 0n);
        expect(await newest.balanceOf(people[who])).to.equal(balanceOf(inForce, who));
        held += units;
        for (const [generation, old] of replaced.entries()) {
          const left = await stocks[generation]!.unitsOf(people[who]);
          expect(left).to.equal(old.holdings.get(who) ?? 0n);
          expect(await stocks[generation]!.balanceOf(people[who])).to.equal(replacedBalanceOf(old, who));
          held += left;
        }
      }
      expect(held).to.equal(inForce.issued);
    }

    for (const name of ["recapitalize", "split", "distribute", "issue", "reserve", "release", "convert", "exchange"]) {
      expect(counted.get(`${name} taken`) ?? 0, name).to.be.greaterThan(5);
    }
    for (const name of ["recapitalize", "distribute", "issue", "reserve", "exchange"]) {
      expect(counted.get(`${name} refused`) ?? 0, name).to.be.greaterThan(0);
    }
  });
});
