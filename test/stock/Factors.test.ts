import { expect } from "chai";
import { network } from "hardhat";

import { deployStock, ORIGINAL_SHARE, SHARE } from "../support/stock.ts";

const UINT64_MAX = 2n ** 64n - 1n;

describe("CommonStock: factors", () => {
  let connection: Awaited<ReturnType<typeof network.create>>;
  let at: Awaited<ReturnType<typeof deployStock>>;

  async function deployed() {
    return await deployStock(connection);
  }

  before(async () => {
    connection = await network.create("past");
  });

  beforeEach(async () => {
    at = await connection.networkHelpers.loadFixture(deployed);
  });

  describe("given shares held, reserved and authorized", () => {
    beforeEach(async () => {
      await at.stock.issue(at.alice, 7n * SHARE);
      await at.stock.connect(at.converter).reserve(0n, 10n * ORIGINAL_SHARE, 0n);
    });

    const SPLITS = [
      { ratio: [2, 1], held: 14n * SHARE, reserved: 20n * SHARE, authorized: 2000n * SHARE },
      { ratio: [3, 2], held: (21n * SHARE) / 2n, reserved: 15n * SHARE, authorized: 1500n * SHARE },
      { ratio: [1, 10], held: (7n * SHARE) / 10n, reserved: SHARE, authorized: 100n * SHARE },
      { ratio: [1, 3], held: (7n * SHARE) / 3n, reserved: (10n * SHARE) / 3n, authorized: (1000n * SHARE) / 3n },
      { ratio: [21, 20], held: (147n * SHARE) / 20n, reserved: (21n * SHARE) / 2n, authorized: 1050n * SHARE },
    ] as const;

    for (const { ratio, held, reserved, authorized } of SPLITS) {
      it(`when split ${ratio.join(":")}, scales all of them and stores nothing anew`, async () => {
        await at.stock.split(...ratio);
        expect(await at.stock.balanceOf(at.alice)).to.equal(held);
        expect(await at.stock.totalSupply()).to.equal(held);
        expect(await at.stock.reservedShares()).to.equal(reserved);
        expect(await at.stock.authorizedShares()).to.equal(authorized);
        expect(await at.stock.unitsOf(at.alice)).to.equal(7n * ORIGINAL_SHARE);
        expect(await at.stock.capitalization()).to.deep.equal([
          7n * ORIGINAL_SHARE,
          10n * ORIGINAL_SHARE,
          1000n * ORIGINAL_SHARE,
        ]);
      });
    }

    it("when combined and split back, is as before", async () => {
      await at.stock.split(1, 7);
      await at.stock.split(7, 1);
      expect(await at.stock.balanceOf(at.alice)).to.equal(7n * SHARE);
      expect(await at.stock.splitFactor()).to.deep.equal([1n, 1n]);
    });

    it("when value is distributed, raises the reserved alone", async () => {
      await at.stock.recordDistribution(5, 4, "shares of a subsidiary");
      expect(await at.stock.reservedShares()).to.equal((25n * SHARE) / 2n);
      expect(await at.stock.balanceOf(at.alice)).to.equal(7n * SHARE);
      expect(await at.stock.authorizedShares()).to.equal(1000n * SHARE);
      expect(await at.stock.claimsOf(at.converter)).to.equal(10n * ORIGINAL_SHARE);
      expect(await at.stock.distributionFactor()).to.deep.equal([5n, 4n]);
      expect(await at.stock.splitFactor()).to.deep.equal([1n, 1n]);
    });

    it("when value is distributed that the cap cannot hold, refuses; and takes what it just can", async () => {
      await at.stock.issue(at.bob, 980n * SHARE);
      await expect(at.stock.recordDistribution(131, 100, "cash"))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(10_001n * (ORIGINAL_SHARE / 10n), 1000n * ORIGINAL_SHARE);
      expect(await at.stock.distributionFactor()).to.deep.equal([1n, 1n]);
      await at.stock.recordDistribution(13, 10, "cash");
      expect(await at.stock.reservedShares()).to.equal(13n * SHARE);
    });

    it("rounds the reserved up once, over all claims", async () => {
      await at.stock.connect(at.rival).reserve(0n, 1n, 0n);
      await at.stock.connect(at.converter).reserve(10n * ORIGINAL_SHARE, 1n, 0n);
      await at.stock.recordDistribution(5, 4, "cash");
      expect((await at.stock.capitalization()).reserved).to.equal(3n);
    });
  });

  describe("given factors already moved", () => {
    beforeEach(async () => {
      await at.stock.split(3, 2);
      await at.stock.recordDistribution(6, 5, "cash");
    });

    it("emits each with its product in lowest terms", async () => {
      await expect(at.stock.split(10, 9)).to.emit(at.stock, "Split").withArgs(10, 9, 5, 3);
      await expect(at.stock.recordDistribution(10, 9, "more cash"))
        .to.emit(at.stock, "Distribution")
        .withArgs(10, 9, 4, 3, "more cash");
      expect(await at.stock.factors()).to.deep.equal([5n, 3n, 4n, 3n]);
    });
  });

  describe("given the multiplier in eighteen decimals", () => {
    const MULTIPLIERS = [
      { ratio: [2, 1], multiplier: 2n * 10n ** 18n },
      { ratio: [1, 3], multiplier: 333_333_333_333_333_333n },
      { ratio: [2, 3], multiplier: 666_666_666_666_666_666n },
      { ratio: [1, UINT64_MAX], multiplier: 0n },
      { ratio: [UINT64_MAX, 1], multiplier: UINT64_MAX * 10n ** 18n },
    ] as const;

    it("is one at first", async () => {
      expect(await at.stock.uiMultiplier()).to.equal(10n ** 18n);
    });

    for (const { ratio, multiplier } of MULTIPLIERS) {
      it(`is the split factor floored after ${ratio.join(":")}, and no balance is to be multiplied by it again`, async () => {
        await at.stock.issue(at.alice, 7n * SHARE);
        await at.stock.split(...ratio);
        expect(await at.stock.uiMultiplier()).to.equal(multiplier);
        const [numerator, denominator] = await at.stock.splitFactor();
        expect([numerator, denominator]).to.deep.equal(ratio.map(BigInt));
        expect(await at.stock.balanceOf(at.alice)).to.equal((7n * SHARE * numerator) / denominator);
      });
    }

    it("knows no distribution", async () => {
      await at.stock.recordDistribution(5, 4, "cash");
      expect(await at.stock.uiMultiplier()).to.equal(10n ** 18n);
    });
  });

  describe("when a ratio is no ratio", () => {
    for (const [n, d] of [
      [0, 1],
      [1, 0],
      [0, 0],
      [1, 1],
      [7, 7],
    ] as const) {
      it(`refuses ${n}:${d}`, async () => {
        await expect(at.stock.split(n, d)).to.be.revertedWithCustomError(at.stock, "InvalidRatio").withArgs(n, d);
        if (n > 0 && n === d) return;
        await expect(at.stock.recordDistribution(n, d, ""))
          .to.be.revertedWithCustomError(at.stock, "InvalidRatio")
          .withArgs(n, d);
      });
    }

    it("records a distribution that is worth nothing", async () => {
      await at.stock.recordDistribution(7, 7, "nothing");
      expect(await at.stock.factors()).to.deep.equal([1n, 1n, 1n, 1n]);
    });

    it("refuses a distribution below one", async () => {
      await expect(at.stock.recordDistribution(4, 5, "a contribution"))
        .to.be.revertedWithCustomError(at.stock, "InvalidRatio")
        .withArgs(4, 5);
    });
  });

  describe("given a factor at its bounds", () => {
    it("refuses a numerator beyond 64 bits, and not one that is reduced within them", async () => {
      await at.stock.split(UINT64_MAX, 2n);
      await expect(at.stock.split(2n, 3n * 5n))
        .to.emit(at.stock, "Split")
        .withArgs(2n, 15n, UINT64_MAX / 15n, 1n);
      await expect(at.stock.split(16n, 1n))
        .to.be.revertedWithCustomError(at.stock, "RatioTooLarge")
        .withArgs((UINT64_MAX / 15n) * 16n, 1n, UINT64_MAX);
    });

    it("refuses a denominator beyond 64 bits", async () => {
      await at.stock.split(1n, UINT64_MAX);
      await expect(at.stock.split(1n, 2n))
        .to.be.revertedWithCustomError(at.stock, "RatioTooLarge")
        .withArgs(1n, UINT64_MAX * 2n, UINT64_MAX);
    });

    it("refuses a distribution factor beyond them", async () => {
      await at.stock.recordDistribution(UINT64_MAX, 1n, "nearly everything");
      await expect(at.stock.recordDistribution(2n, 1n, "the rest"))
        .to.be.revertedWithCustomError(at.stock, "RatioTooLarge")
        .withArgs(UINT64_MAX * 2n, 1n, UINT64_MAX);
    });

    it("still shows and moves balances", async () => {
      await at.stock.issue(at.alice, 1000n * SHARE);
      await at.stock.split(UINT64_MAX, 1n);
      expect(await at.stock.balanceOf(at.alice)).to.equal(1000n * SHARE * UINT64_MAX);
      await at.stock.connect(at.alice).transfer(at.bob, 1000n * SHARE * UINT64_MAX);
      expect(await at.stock.unitsOf(at.bob)).to.equal(1000n * ORIGINAL_SHARE);
    });
  });

  describe("given a hundred splits", () => {
    it("keeps every stored unit and comes back to one", async () => {
      await at.stock.issue(at.alice, 123_456_789_012_345_678_901n);
      const ratios = Array.from({ length: 50 }, (_, i): [number, number] => [2 + (i % 7), 1 + ((i * 5) % 11)]).map(
        ([n, d]): [number, number] => (n === d ? [n + 1, d] : [n, d]),
      );
      let made = 0;
      for (const [n, d] of ratios) {
        await at.stock.split(n, d);
        await at.stock.connect(at.alice).transfer(at.bob, 1n);
        await at.stock.split(d, n);
        made += 2;
      }
      expect(made).to.equal(100);
      expect(await at.stock.splitFactor()).to.deep.equal([1n, 1n]);
      expect((await at.stock.unitsOf(at.alice)) + (await at.stock.unitsOf(at.bob))).to.equal(
        123_456_789_012_345_678_901n * 10n ** 9n,
      );
    });

    it("compounds them exactly while they fit", async () => {
      await at.stock.issue(at.alice, 700n * SHARE);
      let [numerator, denominator] = [1n, 1n];
      for (let i = 0; i < 100; i++) {
        const ratio: [bigint, bigint] = i % 2 === 0 ? [3n, 2n] : [4n, 7n];
        if (i % 4 >= 2) ratio.reverse();
        await at.stock.split(...ratio);
        numerator *= ratio[0];
        denominator *= ratio[1];
        expect(await at.stock.balanceOf(at.alice)).to.equal((700n * SHARE * numerator) / denominator);
      }
    });
  });
});
