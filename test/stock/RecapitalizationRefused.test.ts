import { expect } from "chai";

import { givenLine, ORIGINAL_SHARE as ONE, SHARE } from "../support/stock.ts";

const UINT64_MAX = 2n ** 64n - 1n;

describe("CommonStock: recapitalization refused", () => {
  const at = givenLine();

  describe("when it may not be replaced", () => {
    it("refuses anyone but the issuer", async () => {
      await expect(at.stock.connect(at.stranger).recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(at.stock, "NotTheIssuer")
        .withArgs(at.stranger.address, at.issuer.address);
    });

    it("refuses a successor of another issuer", async () => {
      const theirs = await at.makeStock(1000n * SHARE, at.stranger.address);
      await expect(at.stock.recapitalize(theirs, 1, 1))
        .to.be.revertedWithCustomError(at.stock, "IssuersDiffer")
        .withArgs(at.issuer.address, at.stranger.address);
    });

    for (const ratio of [
      [0, 1],
      [1, 0],
    ] as const) {
      it(`refuses a ratio of ${ratio.join(":")}`, async () => {
        await expect(at.stock.recapitalize(at.next, ...ratio))
          .to.be.revertedWithCustomError(at.stock, "InvalidRatio")
          .withArgs(...ratio);
      });
    }

    it("refuses a ratio whose product does not fit, and takes the largest that does", async () => {
      await at.stock.split(1, 2);
      await expect(at.stock.recapitalize(at.next, 1, UINT64_MAX))
        .to.be.revertedWithCustomError(at.stock, "RatioTooLarge")
        .withArgs(1, 2n * UINT64_MAX, UINT64_MAX);
      await at.next.setAuthorized(100n);
      await at.stock.recapitalize(at.next, 1, UINT64_MAX / 3n);
      expect(await at.next.splitFactor()).to.deep.equal([1n, (UINT64_MAX / 3n) * 2n]);
    });

    it("refuses a cap that 128 bits of original units cannot hold at the new factor", async () => {
      await expect(at.stock.recapitalize(at.next, 1, UINT64_MAX)).to.be.revertedWithCustomError(
        at.next,
        "SafeCastOverflowedUintDowncast",
      );
    });

    it("refuses a look-alike, of the same code even, that its factory did not make", async () => {
      const { ethers } = at.connection;
      const same = await ethers.deployContract("CommonStock", ["A", "A", at.issuer, 1000n * SHARE]);
      const false_ = await ethers.deployContract("HostileStock", [at.issuer]);
      for (const other of [same, false_]) {
        await expect(at.stock.recapitalize(other, 1, 1))
          .to.be.revertedWithCustomError(at.stock, "NotVouchedFor")
          .withArgs(await other.getAddress(), await at.factory.getAddress());
      }
    });

    it("refuses where the stock itself was made by an account, or by a contract that is no factory", async () => {
      const { ethers } = at.connection;
      const direct = await ethers.deployContract("CommonStock", ["A", "A", at.issuer, SHARE]);
      await expect(direct.recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(direct, "NotVouchedFor")
        .withArgs(await at.next.getAddress(), at.issuer.address);

      const deployer = await ethers.deployContract("StockDeployer");
      const address = await deployer.make.staticCall(at.issuer);
      await deployer.make(at.issuer);
      const indirect = await ethers.getContractAt("CommonStock", address);
      await expect(indirect.recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(indirect, "NotVouchedFor")
        .withArgs(await at.next.getAddress(), await deployer.getAddress());
    });

    it("refuses to take over from anything its factory did not make", async () => {
      const estate = {
        factors: { splitNumerator: 1, splitDenominator: 1, distributionNumerator: 1, distributionDenominator: 1 },
        generation: 2,
        issued: ONE,
        converters: [at.issuer.address],
        claims: [ONE],
      };
      await expect(at.next.takeOver(estate))
        .to.be.revertedWithCustomError(at.next, "NotVouchedFor")
        .withArgs(at.issuer.address, await at.factory.getAddress());
    });

    it("refuses a successor in which shares were issued beforehand", async () => {
      await at.next.issue(at.issuer, 1n);
      await expect(at.stock.recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(at.next, "SuccessorInUse")
        .withArgs(10n ** 9n, 0n, at.connection.ethers.ZeroAddress);
    });

    it("refuses a successor in which shares were reserved beforehand", async () => {
      await at.next.grantConversion(at.rival);
      await at.next.connect(at.rival).reserve(0n, 5n, 0n);
      await expect(at.stock.recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(at.next, "SuccessorInUse")
        .withArgs(0n, 5n, at.connection.ethers.ZeroAddress);
    });

    it("refuses a successor of another stock, though that had nothing to hand on", async () => {
      const empty = await at.makeStock();
      await empty.recapitalize(at.next, 1, 1);
      await expect(at.stock.recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(at.next, "SuccessorInUse")
        .withArgs(0n, 0n, await empty.getAddress());
    });

    it("refuses itself, and a successor that has been replaced", async () => {
      const empty = await at.makeStock();
      await expect(empty.recapitalize(empty, 1, 1))
        .to.be.revertedWithCustomError(empty, "StockRecapitalized")
        .withArgs(await empty.getAddress());
      await empty.recapitalize(at.next, 1, 1);
      await expect(at.stock.recapitalize(empty, 1, 1))
        .to.be.revertedWithCustomError(empty, "StockRecapitalized")
        .withArgs(await at.next.getAddress());
    });

    it("refuses a cycle", async () => {
      await at.stock.recapitalize(at.next, 1, 1);
      await expect(at.next.recapitalize(at.stock, 1, 1))
        .to.be.revertedWithCustomError(at.stock, "StockRecapitalized")
        .withArgs(await at.next.getAddress());
    });

    it("refuses more converters than the successor can keep count of", async () => {
      const { ethers } = at.connection;
      for (let count = 1; count <= 16; ++count) await at.next.grantConversion(ethers.Wallet.createRandom());
      await expect(at.stock.recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(at.next, "TooManyConverters")
        .withArgs(17, 16);
    });

    it("refused, changes nothing", async () => {
      await expect(at.stock.recapitalize(await at.makeStock(1n), 3, 2)).to.revert(at.connection.ethers);
      expect(await at.stock.successor()).to.equal(at.connection.ethers.ZeroAddress);
      expect(await at.stock.factors()).to.deep.equal([1n, 1n, 1n, 1n]);
      expect(await at.stock.claimsOf(at.converter)).to.equal(100n * ONE);
      await at.stock.connect(at.alice).transfer(at.bob, 1n);
    });
  });

  describe("given a factory that vouches for anything", () => {
    it("is frozen before its successor is called, and so for whatever that calls back", async () => {
      const { ethers } = at.connection;
      const hostile = await ethers.deployContract("HostileStockFactory");
      const address = await hostile.make.staticCall(at.issuer);
      await hostile.make(at.issuer);
      const stock = await ethers.getContractAt("CommonStock", address);
      await stock.issue(hostile, 5n * SHARE);
      const again = stock.interface.encodeFunctionData("transfer", [at.stranger.address, SHARE]);
      await hostile.whenCalled(stock, again);
      await stock.recapitalize(hostile, 1, 1);
      expect([await hostile.called(), await hostile.succeeded()]).to.deep.equal([true, false]);
      expect(stock.interface.parseError(await hostile.answer())?.name).to.equal("StockRecapitalized");

      const twice = stock.interface.encodeFunctionData("exchange", [5n * ONE]);
      await hostile.whenCalled(stock, twice);
      await stock.exchangeFor(hostile);
      expect(stock.interface.parseError(await hostile.answer())?.args.toArray()).to.deep.equal([5n * ONE, 0n]);
      expect((await stock.capitalization()).issued).to.equal(0n);
    });
  });
});
