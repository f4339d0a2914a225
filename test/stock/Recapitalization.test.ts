import { expect } from "chai";

import { givenLine, ORIGINAL_SHARE as ONE, SHARE } from "../support/stock.ts";

describe("CommonStock: recapitalization", () => {
  const at = givenLine();

  describe("given a stock in force", () => {
    it("is the first of its line, and converts into itself", async () => {
      expect(await at.stock.generation()).to.equal(1n);
      expect(await at.stock.predecessor()).to.equal(at.connection.ethers.ZeroAddress);
      expect(await at.stock.successor()).to.equal(at.connection.ethers.ZeroAddress);
      expect(await at.stock.convertsInto()).to.equal(await at.stock.getAddress());
      expect(await at.stock.factory()).to.equal(await at.factory.getAddress());
    });

    it("refuses to exchange, and obeys no predecessor", async () => {
      await expect(at.stock.connect(at.alice).exchange(1n))
        .to.be.revertedWithCustomError(at.stock, "NotRecapitalized")
        .withArgs(await at.stock.getAddress());
      for (const act of [
        () => at.stock.deliver(at.issuer, 1n),
        () => at.stock.reserveFor(at.converter, 0n, 1n, 0n),
        () => at.stock.issueOnConversionFor(at.converter, at.issuer, 1n, 0n, 0n, 0n),
      ]) {
        await expect(act())
          .to.be.revertedWithCustomError(at.stock, "NotThePredecessor")
          .withArgs(at.issuer.address, at.connection.ethers.ZeroAddress);
      }
    });
  });

  describe("when a successor replaces it, three for two", () => {
    it("hands on units, claims, grants and factors as they are, the ratio in the split factor", async () => {
      await at.stock.split(2, 1);
      await at.stock.recordDistribution(5, 4, "cash");
      await at.stock.recapitalize(at.next, 3, 2);
      expect(await at.next.factors()).to.deep.equal([3n, 1n, 5n, 4n]);
      expect(await at.next.capitalization()).to.deep.equal([107n * ONE, 125n * ONE, (1000n * ONE + 2n) / 3n]);
      expect(await at.next.claimsOf(at.converter)).to.equal(100n * ONE);
      expect(await at.next.isConverter(at.converter)).to.equal(true);
      expect(await at.next.unitsOf(at.stock)).to.equal(107n * ONE);
      expect(await at.next.totalSupply()).to.equal(321n * SHARE);
      expect(await at.next.predecessor()).to.equal(await at.stock.getAddress());
      expect(await at.next.generation()).to.equal(2n);
    });

    it("tells so on both sides", async () => {
      await at.stock.split(2, 1);
      const recapitalized = at.stock.recapitalize(at.next, 3, 2);
      await expect(recapitalized)
        .to.emit(at.stock, "Recapitalized")
        .withArgs(await at.next.getAddress(), 3, 2);
      await expect(recapitalized)
        .to.emit(at.next, "Succeeded")
        .withArgs(await at.stock.getAddress(), 3, 1, 1, 1);
      await expect(recapitalized)
        .to.emit(at.next, "Transfer")
        .withArgs(at.connection.ethers.ZeroAddress, await at.stock.getAddress(), 321n * SHARE);
      await expect(recapitalized).to.emit(at.next, "ConversionGranted").withArgs(at.converter.address);
    });

    it("keeps the number of shares the successor has authorized, whatever it split before", async () => {
      await at.next.split(7, 5);
      await at.next.setAuthorized(800n * SHARE);
      await at.stock.recapitalize(at.next, 3, 2);
      expect(await at.next.authorizedShares()).to.equal(800n * SHARE);
      expect(await at.next.splitFactor()).to.deep.equal([3n, 2n]);
    });

    it("takes a converter that the successor has granted already, beside those it has", async () => {
      await at.next.grantConversion(at.rival);
      await at.next.grantConversion(at.converter);
      await at.stock.recapitalize(at.next, 1, 1);
      expect(await at.next.claimsOf(at.converter)).to.equal(100n * ONE);
      await at.next.connect(at.rival).reserve(0n, 793n * ONE, 0n);
      await expect(at.next.connect(at.rival).reserve(0n, 1n, 0n))
        .to.be.revertedWithCustomError(at.next, "NotEnoughAuthorized")
        .withArgs(1000n * ONE + 1n, 1000n * ONE);
    });

    it("fits where the authorized just holds issued and reserved, and is refused one unit lower", async () => {
      const exact = await at.makeStock((207n * SHARE * 3n) / 2n);
      const short = await at.makeStock((207n * SHARE * 3n) / 2n - 1n);
      await expect(at.stock.recapitalize(short, 3, 2))
        .to.be.revertedWithCustomError(short, "NotEnoughAuthorized")
        .withArgs(207n * ONE, 207n * ONE - 666_666_666n);
      await at.stock.recapitalize(exact, 3, 2);
      expect(await exact.capitalization()).to.deep.equal([107n * ONE, 100n * ONE, 207n * ONE]);
    });

    it("freezes the old stock but for exchange", async () => {
      await at.stock.connect(at.alice).approve(at.bob, SHARE);
      await at.stock.recapitalize(at.next, 3, 2);
      const other = await at.makeStock();
      for (const act of [
        () => at.stock.connect(at.alice).transfer(at.bob, 1n),
        () => at.stock.connect(at.bob).transferFrom(at.alice, at.bob, 1n),
        () => at.stock.issue(at.alice, 1n),
        () => at.stock.setAuthorized(2000n * SHARE),
        () => at.stock.split(2, 1),
        () => at.stock.recordDistribution(2, 1, "cash"),
        () => at.stock.grantConversion(at.stranger),
        () => at.stock.recapitalize(other, 1, 1),
        () => at.stock.connect(at.converter).reserve(0n, 1n, 0n),
      ]) {
        await expect(act())
          .to.be.revertedWithCustomError(at.stock, "StockRecapitalized")
          .withArgs(await at.next.getAddress());
      }
      await at.stock.connect(at.alice).approve(at.bob, 5n);
      expect(await at.stock.allowance(at.alice, at.bob)).to.equal(5n);
    });

    it("goes on showing old shares as they last were", async () => {
      await at.stock.split(3, 2);
      await at.stock.recordDistribution(5, 4, "cash");
      await at.next.setAuthorized(5000n * SHARE);
      await at.stock.recapitalize(at.next, 4, 1);
      await at.next.split(5, 1);
      expect(await at.stock.balanceOf(at.alice)).to.equal(150n * SHARE);
      expect(await at.stock.totalSupply()).to.equal((321n * SHARE) / 2n);
      expect(await at.stock.splitFactor()).to.deep.equal([3n, 2n]);
      expect(await at.stock.distributionFactor()).to.deep.equal([5n, 4n]);
      expect(await at.stock.uiMultiplier()).to.equal(15n * 10n ** 17n);
      expect(await at.stock.authorizedShares()).to.equal(1500n * SHARE);
      expect(await at.stock.reservedShares()).to.equal(0n);
      expect(await at.stock.capitalization()).to.deep.equal([107n * ONE, 0n, 1000n * ONE]);
    });
  });

  describe("given it has been replaced", () => {
    let notes: typeof at.stock;

    beforeEach(async () => {
      await at.stock.recapitalize(at.next, 3, 2);
      notes = at.stock.connect(at.converter);
    });

    it("passes on where conversion mints, by which factors, and who may convert", async () => {
      await at.next.split(2, 1);
      await at.next.recordDistribution(5, 4, "cash");
      expect(await at.stock.convertsInto()).to.equal(await at.next.getAddress());
      expect(await at.stock.factors()).to.deep.equal([3n, 1n, 5n, 4n]);
      expect(await at.stock.isConverter(at.converter)).to.equal(true);
      expect(await at.stock.isConverter(at.rival)).to.equal(false);
      expect(await at.stock.claimsOf(at.converter)).to.equal(0n);
    });

    it("lets a claim shrink, and its room is there in the successor", async () => {
      await notes.reserve(100n * ONE, 40n * ONE, 0n);
      expect(await at.next.claimsOf(at.converter)).to.equal(40n * ONE);
      expect((await at.next.capitalization()).reserved).to.equal(40n * ONE);
      await notes.reserve(40n * ONE, 40n * ONE, 0n);
      await notes.reserve(40n * ONE, 0n, 0n);
      expect((await at.next.capitalization()).reserved).to.equal(0n);
    });

    it("mints what is converted in the successor, out of the claim there", async () => {
      await expect(notes.issueOnConversion(at.stranger, 4n * ONE, 100n * ONE, 96n * ONE, 0n))
        .to.emit(at.next, "Transfer")
        .withArgs(at.connection.ethers.ZeroAddress, at.stranger.address, 6n * SHARE);
      expect(await at.next.unitsOf(at.stranger)).to.equal(4n * ONE);
      expect(await at.stock.unitsOf(at.stranger)).to.equal(0n);
      expect(await at.next.claimsOf(at.converter)).to.equal(96n * ONE);
    });

    it("converts also where the claim left is larger by a unit of rounding, if there is room for it", async () => {
      await notes.issueOnConversion(at.stranger, 1n, ONE, ONE + 1n, 0n);
      expect(await at.next.claimsOf(at.converter)).to.equal(100n * ONE + 1n);
      await at.next.setAuthorized((await at.next.totalSupply()) + (await at.next.reservedShares()) + 1n);
      const { issued, reserved, authorized } = await at.next.capitalization();
      const room = authorized - issued - reserved;
      await expect(notes.issueOnConversion(at.stranger, room, ONE, ONE + 1n, 0n))
        .to.be.revertedWithCustomError(at.next, "NotEnoughAuthorized")
        .withArgs(authorized + 1n, authorized);
    });

    it("mints also for a converter that calls the successor", async () => {
      await at.next.connect(at.converter).issueOnConversion(at.stranger, ONE, 100n * ONE, 99n * ONE, 0n);
      expect(await at.next.unitsOf(at.stranger)).to.equal(ONE);
    });

    it("mints what is reserved though the issuer has issued all else", async () => {
      const { issued, reserved, authorized } = await at.next.capitalization();
      await at.next.issue(at.issuer, ((authorized - issued - reserved) * 3n) / (2n * 10n ** 9n));
      await expect(at.next.issue(at.issuer, 2n)).to.be.revertedWithCustomError(at.next, "NotEnoughAuthorized");
      await notes.issueOnConversion(at.stranger, 100n * ONE, 100n * ONE, 0n, 0n);
      await at.stock.connect(at.alice).exchange(100n * ONE);
      await at.stock.exchangeFor(at.bob);
      expect(await at.next.balanceOf(at.stranger)).to.equal(150n * SHARE);
      expect(await at.next.balanceOf(at.alice)).to.equal(150n * SHARE);
      await expect(at.next.setAuthorized((await at.next.totalSupply()) - 2n)).to.be.revertedWithCustomError(
        at.next,
        "NotEnoughAuthorized",
      );
    });

    it("refuses who was never granted, more than is claimed, and nobody as receiver", async () => {
      await expect(at.stock.connect(at.stranger).reserve(0n, 0n, 0n))
        .to.be.revertedWithCustomError(at.next, "NotAConverter")
        .withArgs(at.stranger.address);
      await expect(at.stock.connect(at.stranger).issueOnConversion(at.stranger, ONE, 0n, 0n, 0n))
        .to.be.revertedWithCustomError(at.next, "NotAConverter")
        .withArgs(at.stranger.address);
      await expect(notes.reserve(100n * ONE + 1n, 0n, 0n))
        .to.be.revertedWithCustomError(at.next, "NotEnoughClaimed")
        .withArgs(100n * ONE + 1n, 100n * ONE);
      await expect(notes.issueOnConversion(at.connection.ethers.ZeroAddress, ONE, ONE, 0n, 0n))
        .to.be.revertedWithCustomError(at.stock, "ERC20InvalidReceiver")
        .withArgs(at.connection.ethers.ZeroAddress);
    });
  });

  describe("given a line of eight stocks", () => {
    it("refuses a ninth, and passes conversion and exchange through all", async () => {
      const line = [at.stock];
      for (let generation = 2; generation <= 8; ++generation) {
        const successor = await at.makeStock();
        await line.at(-1)!.recapitalize(successor, generation % 2 === 0 ? 2 : 1, generation % 2 === 0 ? 1 : 2);
        expect(await successor.generation()).to.equal(BigInt(generation));
        line.push(successor);
      }
      const last = line.at(-1)!;
      await expect(last.recapitalize(at.next, 1, 1))
        .to.be.revertedWithCustomError(at.next, "TooManyGenerations")
        .withArgs(9, 8);

      expect(await at.stock.convertsInto()).to.equal(await last.getAddress());
      expect(await at.stock.factors()).to.deep.equal([2n, 1n, 1n, 1n]);
      const notes = at.stock.connect(at.converter);
      const converted = await notes.issueOnConversion(at.stranger, ONE, 100n * ONE, 99n * ONE, 0n);
      expect(await last.balanceOf(at.stranger)).to.equal(2n * SHARE);
      await notes.reserve(99n * ONE, 0n, 0n);
      expect((await last.capitalization()).reserved).to.equal(0n);
      expect((await converted.wait())?.gasUsed).to.be.lessThan(250_000n);

      await at.stock.exchangeFor(at.alice);
      expect(await last.balanceOf(at.alice)).to.equal(200n * SHARE);
      for (const stock of line.slice(0, -1)) expect((await stock.capitalization()).issued).to.equal(7n * ONE);
    });
  });

  describe("given nothing but the events of a line", () => {
    it("has the whole history of its factors", async () => {
      await at.stock.split(3, 1);
      await at.stock.recordDistribution(5, 4, "cash");
      await at.next.split(9, 7);
      await at.stock.recapitalize(at.next, 7, 6);
      await at.next.split(1, 5);
      const last = await at.makeStock();
      await at.next.recordDistribution(11, 10, "shares of a subsidiary");
      await at.next.recapitalize(last, 2, 1);
      await last.split(10, 1);

      const { provider } = at.connection.ethers;
      const seen: (readonly bigint[])[] = [];
      let factors: readonly bigint[] = [1n, 1n, 1n, 1n];
      for (let address = await at.stock.getAddress(); address !== "";) {
        const logs = await provider.getLogs({ address, fromBlock: 0 });
        let history: (readonly bigint[])[] = [];
        address = "";
        for (const { name, args } of logs.map((log) => last.interface.parseLog(log)!)) {
          const said = args.toArray() as [string, ...bigint[]];
          if (name === "Recapitalized") address = said[0];
          if (name === "Split") factors = [...(said.slice(2, 4) as bigint[]), ...factors.slice(2)];
          if (name === "Distribution") factors = [...factors.slice(0, 2), ...(said.slice(2, 4) as bigint[])];
          if (name === "Succeeded") {
            // what it was before it took over is no part of the line's history
            history = [];
            factors = said.slice(1) as bigint[];
          }
          if (["Split", "Distribution", "Succeeded"].includes(name)) history.push(factors);
        }
        seen.push(...history);
      }
      expect(seen).to.deep.equal([
        [3n, 1n, 1n, 1n],
        [3n, 1n, 5n, 4n],
        [7n, 2n, 5n, 4n],
        [7n, 10n, 5n, 4n],
        [7n, 10n, 11n, 8n],
        [7n, 5n, 11n, 8n],
        [14n, 1n, 11n, 8n],
      ]);
      expect(await at.stock.factors()).to.deep.equal(seen.at(-1));
    });
  });

  describe("given the factory", () => {
    it("tells of each stock it makes, and vouches for no other", async () => {
      const made = at.factory.make("Preferred", "PFD", at.stranger, SHARE);
      const address = (await (await made).wait())?.logs.at(-1) as unknown as { args: string[] };
      await expect(made)
        .to.emit(at.factory, "StockMade")
        .withArgs(address.args[0], at.stranger.address, "Preferred", "PFD");
      expect(await at.factory.isStock(address.args[0]!)).to.equal(true);
      expect(await at.factory.isStock(at.issuer)).to.equal(false);
    });
  });
});
