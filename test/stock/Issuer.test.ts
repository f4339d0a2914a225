import { expect } from "chai";
import { network } from "hardhat";

import { deployStock, ORIGINAL_SHARE, SHARE } from "../support/stock.ts";

const UINT128_MAX = 2n ** 128n - 1n;
const UINT256_MAX = 2n ** 256n - 1n;

describe("CommonStock: the issuer", () => {
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

  describe("given a new stock", () => {
    it("has its name, symbol, decimals and issuer", async () => {
      expect(await at.stock.name()).to.equal("Test Common Stock");
      expect(await at.stock.symbol()).to.equal("TCS");
      expect(await at.stock.decimals()).to.equal(18n);
      expect(await at.stock.issuer()).to.equal(at.issuer.address);
    });

    it("has nothing issued or reserved, its cap, and factors of one", async () => {
      expect(await at.stock.totalSupply()).to.equal(0n);
      expect(await at.stock.reservedShares()).to.equal(0n);
      expect(await at.stock.authorizedShares()).to.equal(1000n * SHARE);
      expect(await at.stock.capitalization()).to.deep.equal([0n, 0n, 1000n * ORIGINAL_SHARE]);
      expect(await at.stock.factors()).to.deep.equal([1n, 1n, 1n, 1n]);
      expect(await at.stock.splitFactor()).to.deep.equal([1n, 1n]);
      expect(await at.stock.distributionFactor()).to.deep.equal([1n, 1n]);
    });

    it("emits its cap", async () => {
      await expect(at.stock.deploymentTransaction())
        .to.emit(at.stock, "AuthorizedChanged")
        .withArgs(0n, 1000n * SHARE);
    });
  });

  describe("when a stock is made", () => {
    it("refuses no issuer", async () => {
      const { ethers } = connection;
      await expect(ethers.deployContract("CommonStock", ["A", "A", ethers.ZeroAddress, SHARE]))
        .to.be.revertedWithCustomError(at.stock, "InvalidParty")
        .withArgs(ethers.ZeroAddress);
    });

    it("refuses a cap beyond 128 bits of original units", async () => {
      const { ethers } = connection;
      const most = UINT128_MAX / 10n ** 9n;
      await ethers.deployContract("CommonStock", ["A", "A", at.issuer, most]);
      await expect(ethers.deployContract("CommonStock", ["A", "A", at.issuer, most + 1n]))
        .to.be.revertedWithCustomError(at.stock, "SafeCastOverflowedUintDowncast")
        .withArgs(128, (most + 1n) * 10n ** 9n);
      await expect(
        ethers.deployContract("CommonStock", ["A", "A", at.issuer, UINT256_MAX]),
      ).to.be.revertedWithCustomError(at.stock, "SafeCastOverflowedUintDowncast");
    });
  });

  describe("when shares are issued", () => {
    it("gives them to the receiver", async () => {
      await expect(at.stock.issue(at.alice, 3n * SHARE))
        .to.emit(at.stock, "Transfer")
        .withArgs(connection.ethers.ZeroAddress, at.alice.address, 3n * SHARE);
      expect(await at.stock.balanceOf(at.alice)).to.equal(3n * SHARE);
      expect(await at.stock.unitsOf(at.alice)).to.equal(3n * ORIGINAL_SHARE);
      expect(await at.stock.totalSupply()).to.equal(3n * SHARE);
    });

    it("issues to the last authorized share that is not reserved, and refuses one more unit", async () => {
      await at.stock.connect(at.converter).reserve(0n, 400n * ORIGINAL_SHARE, 0n);
      await expect(at.stock.issue(at.alice, 600n * SHARE + 1n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(1000n * ORIGINAL_SHARE + 10n ** 9n, 1000n * ORIGINAL_SHARE);
      await at.stock.issue(at.alice, 600n * SHARE);
      expect(await at.stock.totalSupply()).to.equal(600n * SHARE);
    });

    it("refuses any number, however large, with the cap", async () => {
      await at.stock.issue(at.alice, 1n);
      await expect(at.stock.issue(at.alice, UINT256_MAX))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(UINT256_MAX, 1000n * ORIGINAL_SHARE);
    });

    it("refuses the zero address", async () => {
      await expect(at.stock.issue(connection.ethers.ZeroAddress, SHARE))
        .to.be.revertedWithCustomError(at.stock, "ERC20InvalidReceiver")
        .withArgs(connection.ethers.ZeroAddress);
    });

    it("adjusts no factor", async () => {
      await at.stock.issue(at.alice, 3n * SHARE);
      expect(await at.stock.factors()).to.deep.equal([1n, 1n, 1n, 1n]);
    });
  });

  describe("when the cap is set", () => {
    it("raises it", async () => {
      await expect(at.stock.setAuthorized(2000n * SHARE))
        .to.emit(at.stock, "AuthorizedChanged")
        .withArgs(1000n * SHARE, 2000n * SHARE);
      expect(await at.stock.authorizedShares()).to.equal(2000n * SHARE);
    });

    it("lowers it to what is issued and reserved, and no further", async () => {
      await at.stock.issue(at.alice, 100n * SHARE);
      await at.stock.connect(at.converter).reserve(0n, 50n * ORIGINAL_SHARE, 0n);
      await expect(at.stock.setAuthorized(150n * SHARE - 1n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughAuthorized")
        .withArgs(150n * ORIGINAL_SHARE, 150n * ORIGINAL_SHARE - 10n ** 9n);
      await at.stock.setAuthorized(150n * SHARE);
      expect(await at.stock.capitalization()).to.deep.equal([
        100n * ORIGINAL_SHARE,
        50n * ORIGINAL_SHARE,
        150n * ORIGINAL_SHARE,
      ]);
    });

    it("raises it by less than a fraction reserved beyond it", async () => {
      const tenth = ORIGINAL_SHARE / 10n;
      await at.stock.connect(at.converter).reserve(0n, 10_009n * tenth, 9n * tenth);
      await at.stock.setAuthorized(1000n * SHARE + 1n);
      expect(await at.stock.authorizedShares()).to.equal(1000n * SHARE + 1n);
      await expect(at.stock.setAuthorized(1000n * SHARE)).to.be.revertedWithCustomError(
        at.stock,
        "NotEnoughAuthorized",
      );
    });

    it("shows the number it was set to, whatever the split factor", async () => {
      await at.stock.split(3, 2);
      await at.stock.setAuthorized(2000n * SHARE);
      expect(await at.stock.authorizedShares()).to.equal(2000n * SHARE);
      expect((await at.stock.capitalization()).authorized).to.equal((2000n * ORIGINAL_SHARE * 2n + 2n) / 3n);
    });

    it("refuses more than 128 bits of original units", async () => {
      await expect(at.stock.setAuthorized(UINT128_MAX))
        .to.be.revertedWithCustomError(at.stock, "SafeCastOverflowedUintDowncast")
        .withArgs(128, UINT128_MAX * 10n ** 9n);
    });
  });

  describe("when conversion is granted", () => {
    it("makes a converter for good", async () => {
      expect(await at.stock.isConverter(at.stranger)).to.equal(false);
      await expect(at.stock.grantConversion(at.stranger))
        .to.emit(at.stock, "ConversionGranted")
        .withArgs(at.stranger.address);
      expect(await at.stock.isConverter(at.stranger)).to.equal(true);
    });

    it("refuses one that is granted already", async () => {
      await expect(at.stock.grantConversion(at.converter))
        .to.be.revertedWithCustomError(at.stock, "AlreadyAConverter")
        .withArgs(at.converter.address);
    });

    it("keeps count of sixteen, and refuses one more", async () => {
      const { ethers } = connection;
      for (let count = 3; count <= 16; ++count) await at.stock.grantConversion(ethers.Wallet.createRandom());
      await expect(at.stock.grantConversion(at.stranger))
        .to.be.revertedWithCustomError(at.stock, "TooManyConverters")
        .withArgs(17, 16);
      await at.stock.connect(at.converter).reserve(0n, ORIGINAL_SHARE, 0n);
      await at.stock.connect(at.rival).reserve(0n, 2n * ORIGINAL_SHARE, 0n);
      expect((await at.stock.capitalization()).reserved).to.equal(3n * ORIGINAL_SHARE);
    });

    it("refuses the zero address", async () => {
      await expect(at.stock.grantConversion(connection.ethers.ZeroAddress))
        .to.be.revertedWithCustomError(at.stock, "InvalidParty")
        .withArgs(connection.ethers.ZeroAddress);
    });
  });

  describe("given anyone but the issuer", () => {
    const ACTS = {
      issue: [SHARE],
      setAuthorized: [2000n * SHARE],
      split: [2, 1],
      recordDistribution: [2, 1, "cash"],
      grantConversion: [],
    };

    for (const [act, values] of Object.entries(ACTS)) {
      it(`refuses ${act}`, async () => {
        const receiver = act === "issue" || act === "grantConversion" ? [at.stranger.address] : [];
        await expect(at.stock.connect(at.converter).getFunction(act)(...receiver, ...values))
          .to.be.revertedWithCustomError(at.stock, "NotTheIssuer")
          .withArgs(at.converter.address, at.issuer.address);
      });
    }
  });
});
