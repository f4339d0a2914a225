import { expect } from "chai";
import { network } from "hardhat";

import { deployStock, ORIGINAL_SHARE as ONE, SHARE } from "../support/stock.ts";

const UINT128_MAX = 2n ** 128n - 1n;

describe("CommonStock: reservation and conversion", () => {
  let connection: Awaited<ReturnType<typeof network.create>>;
  let at: Awaited<ReturnType<typeof deployStock>>;
  let notes: typeof at.stock;
  let rivals: typeof at.stock;

  async function deployed() {
    return await deployStock(connection);
  }

  before(async () => {
    connection = await network.create("past");
  });

  beforeEach(async () => {
    at = await connection.networkHelpers.loadFixture(deployed);
    notes = at.stock.connect(at.converter);
    rivals = at.stock.connect(at.rival);
  });

  describe("given a converter", () => {
    it("reserves, more, less and the same, and shows the sum of its claims", async () => {
      await notes.reserve(0n, 10n * ONE, 0n);
      expect(await at.stock.claimsOf(at.converter)).to.equal(10n * ONE);
      await notes.reserve(0n, 5n * ONE, 0n);
      expect(await at.stock.claimsOf(at.converter)).to.equal(15n * ONE);
      await notes.reserve(10n * ONE, ONE, 0n);
      expect(await at.stock.claimsOf(at.converter)).to.equal(6n * ONE);
      await notes.reserve(ONE, ONE, 0n);
      expect(await at.stock.claimsOf(at.converter)).to.equal(6n * ONE);
      expect(await at.stock.reservedShares()).to.equal(6n * SHARE);
    });

    it("reserves to the last authorized unit, and refuses one more", async () => {
      await at.stock.issue(at.alice, 400n * SHARE);
      await expect(notes.reserve(0n, 600n * ONE + 1n, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(1000n * ONE + 1n, 1000n * ONE);
      await notes.reserve(0n, 600n * ONE, 0n);
      expect(await at.stock.capitalization()).to.deep.equal([400n * ONE, 600n * ONE, 1000n * ONE]);
    });

    it("does not count the fraction against the cap, at the distribution factor of the day", async () => {
      await at.stock.recordDistribution(4, 3, "cash");
      await expect(notes.reserve(0n, 751n * ONE, ONE - 1n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(1000n * ONE + 2n, 1000n * ONE);
      await notes.reserve(0n, 751n * ONE, ONE);
      expect((await at.stock.capitalization()).reserved).to.equal((751n * ONE * 4n + 2n) / 3n);
    });

    it("keeps a claim, or gives it back, where the cap has no room left", async () => {
      await notes.reserve(0n, 1001n * ONE - 1n, ONE - 1n);
      await notes.reserve(1001n * ONE - 1n, 1001n * ONE - 1n, 0n);
      await notes.reserve(1001n * ONE - 1n, 1001n * ONE - 2n, 0n);
      expect(await at.stock.claimsOf(at.converter)).to.equal(1001n * ONE - 2n);
    });

    it("converts to a new holder and to one with shares", async () => {
      await notes.reserve(0n, 10n * ONE, 0n);
      const first = notes.issueOnConversion(at.alice, 4n * ONE, 10n * ONE, 6n * ONE, 0n);
      await expect(first)
        .to.emit(at.stock, "Transfer")
        .withArgs(connection.ethers.ZeroAddress, at.alice.address, 4n * SHARE);
      expect(await at.stock.claimsOf(at.converter)).to.equal(6n * ONE);
      await notes.issueOnConversion(at.alice, 6n * ONE, 6n * ONE, 0n, 0n);
      expect(await at.stock.unitsOf(at.alice)).to.equal(10n * ONE);
      expect(await at.stock.capitalization()).to.deep.equal([10n * ONE, 0n, 1000n * ONE]);
    });

    it("mints beyond its claim as far as the cap has room", async () => {
      await notes.reserve(0n, 10n * ONE, 0n);
      await at.stock.issue(at.bob, 985n * SHARE);
      await expect(notes.issueOnConversion(at.alice, 15n * ONE + 1n, 10n * ONE, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(1000n * ONE + 1n, 1000n * ONE);
      await notes.issueOnConversion(at.alice, 15n * ONE, 10n * ONE, 0n, 0n);
      expect(await at.stock.totalSupply()).to.equal(1000n * SHARE);
    });

    it("does not count the fraction of what stays claimed, minting beyond what it gives up", async () => {
      await at.stock.issue(at.bob, 990n * SHARE);
      await notes.reserve(0n, 10n * ONE, 0n);
      const half = ONE / 2n;
      await expect(notes.issueOnConversion(at.alice, 9n * ONE, 10n * ONE, ONE + half, half - 1n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(1000n * ONE + 1n, 1000n * ONE);
      await notes.issueOnConversion(at.alice, 9n * ONE, 10n * ONE, ONE + half, half);
      expect((await at.stock.capitalization()).issued).to.equal(999n * ONE);
    });

    it("converts without touching its claim", async () => {
      await notes.reserve(0n, ONE, 0n);
      await notes.issueOnConversion(at.alice, 2n * ONE, ONE, ONE, 0n);
      expect(await at.stock.capitalization()).to.deep.equal([2n * ONE, ONE, 1000n * ONE]);
    });

    it("mints to the unit what a split has since scaled", async () => {
      await notes.reserve(0n, 3n * ONE, 0n);
      await notes.issueOnConversion(at.alice, ONE, 3n * ONE, 2n * ONE, 0n);
      await at.stock.split(3, 2);
      await expect(notes.issueOnConversion(at.bob, ONE, 2n * ONE, ONE, 0n))
        .to.emit(at.stock, "Transfer")
        .withArgs(connection.ethers.ZeroAddress, at.bob.address, (3n * SHARE) / 2n);
      expect(await at.stock.unitsOf(at.bob)).to.equal(await at.stock.unitsOf(at.alice));
      expect(await at.stock.balanceOf(at.bob)).to.equal((3n * SHARE) / 2n);
    });

    it("refuses the zero address", async () => {
      await expect(notes.issueOnConversion(connection.ethers.ZeroAddress, ONE, 0n, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "ERC20InvalidReceiver")
        .withArgs(connection.ethers.ZeroAddress);
    });

    it("refuses to give up more than it has claimed", async () => {
      await notes.reserve(0n, ONE, 0n);
      await expect(notes.reserve(ONE + 1n, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughClaimed")
        .withArgs(ONE + 1n, ONE);
      await expect(notes.issueOnConversion(at.alice, ONE, ONE + 1n, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughClaimed")
        .withArgs(ONE + 1n, ONE);
    });

    it("refuses a fraction larger than the claim", async () => {
      await expect(notes.reserve(0n, ONE, ONE + 1n))
        .to.be.revertedWithCustomError(at.stock, "FractionExceedsClaim")
        .withArgs(ONE + 1n, ONE);
      await expect(notes.issueOnConversion(at.alice, ONE, 0n, 0n, 1n))
        .to.be.revertedWithCustomError(at.stock, "FractionExceedsClaim")
        .withArgs(1n, 0n);
    });

    it("refuses what does not fit 128 bits", async () => {
      await notes.reserve(0n, 1n, 0n);
      for (const act of [
        notes.reserve(0n, UINT128_MAX + 1n, 0n),
        notes.reserve(0n, UINT128_MAX, 0n),
        notes.issueOnConversion(at.alice, UINT128_MAX + 1n, 0n, 0n, 0n),
        notes.issueOnConversion(at.alice, UINT128_MAX, 0n, 0n, 0n),
      ]) {
        await expect(act).to.be.revertedWithCustomError(at.stock, "SafeCastOverflowedUintDowncast");
      }
      expect(await at.stock.capitalization()).to.deep.equal([0n, 1n, 1000n * ONE]);
    });
  });

  describe("given anyone but a converter", () => {
    it("refuses to reserve and to mint", async () => {
      await expect(at.stock.reserve(0n, ONE, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotAConverter")
        .withArgs(at.issuer.address);
      await expect(at.stock.connect(at.stranger).issueOnConversion(at.stranger, ONE, 0n, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotAConverter")
        .withArgs(at.stranger.address);
    });
  });

  describe("given two converters", () => {
    it("when one would release the other's claims, refuses", async () => {
      await notes.reserve(0n, 10n * ONE, 0n);
      await rivals.reserve(0n, ONE, 0n);
      await expect(rivals.reserve(10n * ONE, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughClaimed")
        .withArgs(10n * ONE, ONE);
      expect(await at.stock.claimsOf(at.converter)).to.equal(10n * ONE);
    });

    it("when one's fraction lies above the cap, still converts the other's claim", async () => {
      const tenth = ONE / 10n;
      await at.stock.setAuthorized(10n * SHARE);
      await notes.reserve(0n, 4n * ONE, 0n);
      await rivals.reserve(0n, 69n * tenth, 9n * tenth);
      await notes.issueOnConversion(at.alice, 4n * ONE, 4n * ONE, 0n, 0n);
      await rivals.issueOnConversion(at.bob, 6n * ONE, 69n * tenth, 0n, 0n);
      expect(await at.stock.capitalization()).to.deep.equal([10n * ONE, 0n, 10n * ONE]);
    });

    it("when one lies about its fraction to the limit, still converts the other's claim", async () => {
      await at.stock.issue(at.bob, 990n * SHARE);
      await notes.reserve(0n, 10n * ONE, 0n);
      const rest = UINT128_MAX - 1000n * ONE;
      await rivals.reserve(0n, rest, rest);
      await rivals.issueOnConversion(at.rival, rest, rest, 0n, 0n);
      await expect(rivals.reserve(0n, 1n, 1n)).to.be.revertedWithCustomError(
        at.stock,
        "SafeCastOverflowedUintDowncast",
      );
      await notes.issueOnConversion(at.alice, 10n * ONE, 10n * ONE, 0n, 0n);
      expect(await at.stock.balanceOf(at.alice)).to.equal(10n * SHARE);
      expect((await at.stock.capitalization()).issued).to.equal(UINT128_MAX);
    });
  });

  describe("given a cap that is full, and claims that a distribution has made fractions of a unit", () => {
    it("mints what all claims together give up, rounded up once, and refuses one unit more", async () => {
      await at.stock.recordDistribution(3, 2, "cash");
      await at.stock.issue(at.bob, 1000n * SHARE - 2n);
      await notes.reserve(0n, 1n, 0n);
      await rivals.reserve(0n, 1_333_333_332n, 0n);
      expect(await at.stock.capitalization()).to.deep.equal([
        1000n * ONE - 2_000_000_000n,
        2_000_000_000n,
        1000n * ONE,
      ]);
      await expect(notes.issueOnConversion(at.alice, 3n, 1n, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(1000n * ONE + 1n, 1000n * ONE);
      await notes.issueOnConversion(at.alice, 2n, 1n, 0n, 0n);
      expect((await at.stock.capitalization()).reserved).to.equal(1_999_999_998n);
    });
  });

  describe("given a conversion out of a claim", () => {
    async function slotsTouched(units: bigint, claimAfter: bigint) {
      const transaction = await notes.issueOnConversion(at.bob, units, 10n * ONE, claimAfter, 0n);
      const trace = (await connection.provider.request({
        method: "debug_traceTransaction",
        params: [transaction.hash, { disableMemory: true, disableStorage: true }],
      })) as { structLogs: { op: string; stack: string[] }[] };
      const named = (op: string) => trace.structLogs.filter((step) => step.op === op).map((step) => step.stack.at(-1));
      return { read: new Set(named("SLOAD")).size, written: new Set(named("SSTORE")).size };
    }

    it("reads four slots and writes three, with the cap beside the issued", async () => {
      await notes.reserve(0n, 10n * ONE, 0n);
      expect(await slotsTouched(2n * ONE, 8n * ONE)).to.deep.equal({ read: 4, written: 3 });
    });

    it("reads the claims of others only if it needs room beyond its own", async () => {
      await notes.reserve(0n, 10n * ONE, 0n);
      // how many they are, the two of them, and the other's claims
      expect(await slotsTouched(2n * ONE + 1n, 8n * ONE)).to.deep.equal({ read: 8, written: 3 });
    });
  });
});
