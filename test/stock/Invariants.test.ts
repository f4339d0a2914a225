import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";

import { deployStock, SHARE } from "../support/stock.ts";
import { StockReference } from "../support/stockReference.ts";

const RATIOS: (readonly [bigint, bigint])[] = [
  [2n, 1n],
  [3n, 2n],
  [1n, 10n],
  [21n, 20n],
  [7n, 3n],
  [1n, 1_000_000_007n],
  [1_000_000_007n, 1n],
];

const ratio = fc.constantFrom(...RATIOS);
const person = fc.integer({ min: 0, max: 2 });
const tokens = fc.oneof(fc.bigInt(0n, 5n), fc.bigInt(0n, 400n * SHARE));
const units = fc.oneof(fc.bigInt(0n, 10n), fc.bigInt(0n, 400n * 10n ** 27n));

const act = fc.oneof(
  fc.record({ do: fc.constant("split" as const), ratio }),
  fc.record({ do: fc.constant("distribute" as const), ratio }),
  fc.record({ do: fc.constant("issue" as const), to: person, tokens }),
  fc.record({ do: fc.constant("authorize" as const), tokens: fc.bigInt(0n, 3000n * SHARE) }),
  fc.record({ do: fc.constant("transfer" as const), from: person, to: person, tokens, all: fc.boolean() }),
  fc.record({ do: fc.constant("transfer" as const), from: person, to: person, tokens, all: fc.constant(true) }),
  fc.record({
    do: fc.constant("reserve" as const),
    by: fc.nat(1),
    share: fc.nat(100),
    claim: units,
    fraction: fc.nat(9),
  }),
  fc.record({
    do: fc.constant("convert" as const),
    by: fc.nat(1),
    share: fc.nat(100),
    claim: units,
    fraction: fc.nat(9),
    to: person,
    units,
    fromClaim: fc.boolean(),
  }),
);

describe("CommonStock: what always holds", () => {
  it("agrees with the reference after every act of any sequence, taken or refused", async () => {
    const connection = await network.create("past");
    const { stock, issuer, converter, rival, alice, bob, stranger } = await deployStock(connection);
    const people = [alice, bob, stranger];
    const converters = [converter, rival];
    const fresh = await connection.networkHelpers.takeSnapshot();
    const counted = { taken: 0, refused: 0 };

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
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        await fresh.restore();
        const reference = new StockReference(1000n * SHARE, people.length, converters.length);

        for (const step of acts) {
          let expected: boolean;
          let happened: boolean;
          if (step.do === "split") {
            expected = reference.split(...step.ratio);
            happened = await taken(stock.split(...step.ratio));
          } else if (step.do === "distribute") {
            expected = reference.distribute(...step.ratio);
            happened = await taken(stock.recordDistribution(...step.ratio, "cash"));
          } else if (step.do === "issue") {
            expected = reference.issue(step.to, step.tokens);
            happened = await taken(stock.connect(issuer).issue(people[step.to]!, step.tokens));
          } else if (step.do === "authorize") {
            expected = reference.authorize(step.tokens);
            happened = await taken(stock.setAuthorized(step.tokens));
          } else if (step.do === "transfer") {
            const amount = step.all ? reference.balance(step.from) : step.tokens;
            const [fromBefore, toBefore] = [reference.balance(step.from), reference.balance(step.to)];
            expected = reference.transfer(step.from, step.to, amount);
            happened = await taken(stock.connect(people[step.from]).transfer(people[step.to]!, amount));
            if (expected && step.from !== step.to) {
              expect(reference.balance(step.to) - toBefore >= amount).to.equal(true);
              expect(fromBefore - reference.balance(step.from) >= amount).to.equal(true);
            }
          } else {
            const before = (reference.claims[step.by]! * BigInt(step.share)) / 100n;
            const after = step.do === "convert" && step.fromClaim ? before / 2n : step.claim;
            const fraction = (after * BigInt(step.fraction)) / 10n;
            const caller = stock.connect(converters[step.by]);
            if (step.do === "reserve") {
              expected = reference.reserve(step.by, before, after, fraction);
              happened = await taken(caller.reserve(before, after, fraction));
            } else {
              const minted = step.fromClaim ? before - after : step.units;
              expected = reference.convert(step.by, step.to, minted, before, after, fraction);
              happened = await taken(caller.issueOnConversion(people[step.to]!, minted, before, after, fraction));
              if (step.fromClaim) expect(happened, "a claim converts whatever the cap").to.equal(true);
            }
          }
          expect(happened, step.do).to.equal(expected);
          counted[happened ? "taken" : "refused"]++;

          const held = await Promise.all(people.map((who) => stock.unitsOf(who)));
          expect(held).to.deep.equal(reference.units);
          expect(await Promise.all(people.map((who) => stock.balanceOf(who)))).to.deep.equal(
            people.map((_, who) => reference.balance(who)),
          );
          expect(await Promise.all(converters.map((who) => stock.claimsOf(who)))).to.deep.equal(reference.claims);
          const capitalization = await stock.capitalization();
          expect(capitalization).to.deep.equal([reference.issued(), reference.reserved(), reference.authorized]);
          expect(held.reduce((sum, each) => sum + each, 0n)).to.equal(capitalization.issued);
          expect(await stock.totalSupply()).to.equal(reference.tokens(reference.issued()));
          expect(await stock.reservedShares()).to.equal(reference.tokens(reference.reserved()));
          expect(await stock.authorizedShares()).to.equal(reference.tokens(reference.authorized));
        }
      }),
      { numRuns: 40 },
    );

    expect(counted.taken).to.be.greaterThan(100);
    expect(counted.refused).to.be.greaterThan(20);
  });

  it("never issues or reserves beyond the cap while no fraction is named", async () => {
    const connection = await network.create("past");
    const { stock, converter, alice } = await deployStock(connection);
    const notes = stock.connect(converter);
    const fresh = await connection.networkHelpers.takeSnapshot();

    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(units, units, ratio), { minLength: 3, maxLength: 10 }), async (acts) => {
        await fresh.restore();
        for (const [claim, minted, [n, d]] of acts) {
          const before = await stock.claimsOf(converter);
          await notes.reserve(before, before + claim, 0n).catch(() => undefined);
          const now = await stock.claimsOf(converter);
          await notes.issueOnConversion(alice, minted, now, now / 2n, 0n).catch(() => undefined);
          await stock.recordDistribution(n, d, "cash").catch(() => undefined);
          const { issued, reserved, authorized } = await stock.capitalization();
          expect(issued + reserved <= authorized, `${issued} + ${reserved} within ${authorized}`).to.equal(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});
