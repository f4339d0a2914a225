import { expect } from "chai";

import { givenLine, ORIGINAL_SHARE as ONE, SHARE } from "../support/stock.ts";

const ALL = 2n ** 256n - 1n;

describe("CommonStock: exchange", () => {
  const at = givenLine();

  describe("given old shares, replaced three for two", () => {
    beforeEach(async () => {
      await at.stock.recapitalize(at.next, 3, 2);
    });

    it("exchanges all of them, to the unit, and tells so on both sides", async () => {
      const exchanged = at.stock.connect(at.alice).exchange(ALL);
      await expect(exchanged)
        .to.emit(at.stock, "Transfer")
        .withArgs(at.alice.address, at.connection.ethers.ZeroAddress, 100n * SHARE);
      await expect(exchanged)
        .to.emit(at.stock, "Exchanged")
        .withArgs(at.alice.address, at.alice.address, 100n * ONE);
      await expect(exchanged)
        .to.emit(at.next, "Transfer")
        .withArgs(await at.stock.getAddress(), at.alice.address, 150n * SHARE);
      expect([await at.stock.unitsOf(at.alice), await at.next.unitsOf(at.alice)]).to.deep.equal([0n, 100n * ONE]);
      expect([await at.stock.totalSupply(), await at.next.totalSupply()]).to.deep.equal([
        7n * SHARE,
        (321n * SHARE) / 2n,
      ]);
      expect(await at.next.unitsOf(at.stock)).to.equal(7n * ONE);
    });

    it("exchanges a part, down to the unit, and the rest later", async () => {
      await at.stock.connect(at.alice).exchange(1n);
      expect([await at.stock.unitsOf(at.alice), await at.next.unitsOf(at.alice)]).to.deep.equal([100n * ONE - 1n, 1n]);
      await at.next.split(7, 1);
      await at.stock.connect(at.alice).exchange(100n * ONE - 1n);
      expect(await at.next.unitsOf(at.alice)).to.equal(100n * ONE);
      expect(await at.next.balanceOf(at.alice)).to.equal(1050n * SHARE);
    });

    it("exchanges nothing twice", async () => {
      await at.stock.connect(at.alice).exchange(ALL);
      await expect(at.stock.connect(at.alice).exchange(1n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughHeld")
        .withArgs(1n, 0n);
      await at.stock.connect(at.alice).exchange(ALL);
      await at.stock.exchangeFor(at.alice);
      expect(await at.next.unitsOf(at.alice)).to.equal(100n * ONE);
      expect(await at.next.unitsOf(at.stock)).to.equal(7n * ONE);
    });

    it("refuses more than is held", async () => {
      await expect(at.stock.connect(at.bob).exchange(7n * ONE + 1n))
        .to.be.revertedWithCustomError(at.stock, "NotEnoughHeld")
        .withArgs(7n * ONE + 1n, 7n * ONE);
    });

    it("lets anybody exchange for a holder, who alone receives", async () => {
      await at.stock.connect(at.stranger).exchangeFor(at.bob);
      expect([await at.stock.unitsOf(at.bob), await at.next.unitsOf(at.bob)]).to.deep.equal([0n, 7n * ONE]);
      expect(await at.next.unitsOf(at.stranger)).to.equal(0n);
    });

    it("adds to shares of the successor that the holder has", async () => {
      await at.next.issue(at.bob, 3n * SHARE);
      await at.stock.connect(at.bob).exchange(ALL);
      expect(await at.next.balanceOf(at.bob)).to.equal((27n * SHARE) / 2n);
    });

    it("lets new shares be transferred, split and issued beside old ones", async () => {
      await at.stock.connect(at.alice).exchange(ALL);
      await at.next.connect(at.alice).transfer(at.stranger, 50n * SHARE);
      await at.next.split(1, 3);
      await at.next.issue(at.issuer, SHARE);
      await at.stock.exchangeFor(at.bob);
      expect(await at.next.balanceOf(at.bob)).to.equal((7n * SHARE) / 2n);
      expect(await at.next.unitsOf(at.stock)).to.equal(0n);
    });

    it("keeps in trust what its holders have not exchanged: nobody spends it", async () => {
      await expect(at.next.connect(at.stranger).transferFrom(at.stock, at.stranger, 1n)).to.be.revertedWithCustomError(
        at.next,
        "ERC20InsufficientAllowance",
      );
      await expect(at.next.deliver(at.issuer, 1n))
        .to.be.revertedWithCustomError(at.next, "NotThePredecessor")
        .withArgs(at.issuer.address, await at.stock.getAddress());
    });
  });

  describe("given splits on both sides that leave no whole token", () => {
    for (const [before, ratio, after] of [
      [
        [7, 3],
        [1, 10],
        [11, 13],
      ],
      [
        [1, 1_000_000_007],
        [1_000_000_007, 3],
        [1, 7],
      ],
      [
        [999_983, 2],
        [3, 999_979],
        [5, 4],
      ],
    ] as const) {
      it(`of ${before.join(":")} and ${after.join(":")}, loses no unit`, async () => {
        await at.stock.split(...before);
        await at.stock.connect(at.alice).transfer(at.bob, 1n);
        const held = [await at.stock.unitsOf(at.alice), await at.stock.unitsOf(at.bob)];
        await at.stock.recapitalize(at.next, ...ratio);
        await at.stock.connect(at.alice).exchange(ALL);
        await at.next.split(...after);
        await at.stock.connect(at.bob).exchange(ALL);
        expect([await at.next.unitsOf(at.alice), await at.next.unitsOf(at.bob)]).to.deep.equal(held);
        expect((await at.next.capitalization()).issued).to.equal(107n * ONE);
        expect([await at.stock.totalSupply(), await at.next.unitsOf(at.stock)]).to.deep.equal([0n, 0n]);
      });
    }
  });

  describe("given two recapitalizations in a row", () => {
    let last: typeof at.next;

    beforeEach(async () => {
      last = await at.makeStock();
      await at.stock.recapitalize(at.next, 3, 2);
      await at.stock.connect(at.bob).exchange(3n * ONE);
      await at.next.recapitalize(last, 1, 3);
    });

    it("gives the newest shares for the oldest, in one exchange", async () => {
      const exchanged = at.stock.connect(at.alice).exchange(ALL);
      await expect(exchanged)
        .to.emit(at.next, "Exchanged")
        .withArgs(await at.stock.getAddress(), at.alice.address, 100n * ONE);
      await expect(exchanged)
        .to.emit(last, "Transfer")
        .withArgs(await at.next.getAddress(), at.alice.address, 50n * SHARE);
      expect(await last.unitsOf(at.alice)).to.equal(100n * ONE);
      expect(await at.next.unitsOf(at.alice)).to.equal(0n);
    });

    it("gives a holder of both what both come to", async () => {
      await at.stock.exchangeFor(at.bob);
      await at.next.exchangeFor(at.bob);
      expect(await last.unitsOf(at.bob)).to.equal(7n * ONE);
      expect((await at.stock.capitalization()).issued).to.equal(100n * ONE);
      expect((await at.next.capitalization()).issued).to.equal(100n * ONE);
      expect(await last.unitsOf(at.next)).to.equal(100n * ONE);
    });

    it("refuses to exchange, in the middle, what is held there in trust", async () => {
      await expect(at.next.exchangeFor(at.stock))
        .to.be.revertedWithCustomError(at.next, "InvalidParty")
        .withArgs(await at.stock.getAddress());
      await at.stock.connect(at.alice).exchange(ALL);
      expect(await last.unitsOf(at.alice)).to.equal(100n * ONE);
    });
  });

  describe("given old shares held by the old stock itself, which nobody can have meant", () => {
    it("exchanges them too, and every sum stands", async () => {
      await at.stock.connect(at.alice).transfer(at.stock, 5n * SHARE);
      await at.stock.recapitalize(at.next, 1, 1);
      await at.stock.exchangeFor(at.stock);
      await at.stock.exchangeFor(at.alice);
      await at.stock.exchangeFor(at.bob);
      expect(await at.next.unitsOf(at.stock)).to.equal(5n * ONE);
      expect((await at.next.capitalization()).issued).to.equal(107n * ONE);
    });
  });
});
