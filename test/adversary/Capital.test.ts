import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, endings, tokens, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Adversary: the borrower and its capital", () => {
  const given = givenNotes();

  /** Leaves no authorized share that is neither issued nor reserved. */
  async function issueAllUnreserved() {
    const { stock, stranger } = given;
    const [issued, reserved, authorized] = await stock.capitalization();
    await stock.issue(stranger, (authorized - issued - reserved) / 10n ** 9n);
  }

  describe("given an issuer that has issued all it has not reserved", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make();
      await issueAllUnreserved();
    });

    for (const date of ["2005-09-02", "2006-12-31", "2007-01-01", "2007-01-02"]) {
      it(`when all is converted on ${date}, still mints what was reserved`, async () => {
        await given.on(date);
        await given.byLender.convert(id, ALL, 0n, 0n, "");
        expect((await given.record(id)).ending).to.equal(endings.converted);
      });
    }

    it("when the note is overdue, refuses principal for the overdue interest that must go with it", async () => {
      await given.on("2007-03-01");
      for (const principal of [ALL, usd("100000"), usd("1000")]) {
        await expect(given.byLender.convert(id, principal, 0n, 0n, "")).to.be.revertedWithCustomError(
          given.stock,
          "NotEnoughAuthorized",
        );
      }
    });

    it("when the holder gives up the overdue interest, mints what was reserved after all", async () => {
      await given.on("2007-03-01");
      await given.byLender.acknowledge(id, (await given.owed(id)).overdueInterest, "given up");
      await given.byLender.convert(id, ALL, 0n, 5013656n, "");
      expect(await given.stock.balanceOf(given.lender)).to.equal(tokens("5013656"));
    });

    it("lowers the cap below what is reserved for nobody", async () => {
      await expect(given.stock.setAuthorized(tokens("59999999"))).to.be.revertedWithCustomError(
        given.stock,
        "NotEnoughAuthorized",
      );
    });

    it("distributes nothing that the reservation could not follow", async () => {
      await expect(given.stock.recordDistribution(1_000_001, 1_000_000, "")).to.be.revertedWithCustomError(
        given.stock,
        "NotEnoughAuthorized",
      );
    });
  });

  describe("given splits around a conversion", () => {
    for (const [name, ratios] of [
      ["none", []],
      ["to the smallest share", [[1n, 2n ** 64n - 1n]]],
      ["to the largest number of shares", [[2n ** 64n - 1n, 1n]]],
      [
        "there and back",
        [
          [3n, 2n],
          [2n, 3n],
        ],
      ],
      [
        "1:10 and 7:3",
        [
          [1n, 10n],
          [7n, 3n],
        ],
      ],
    ] as const) {
      it(`issues the same original units after splits ${name}`, async () => {
        const id = await given.make();
        await given.on("2005-09-02");
        for (const [n, d] of ratios) await given.stock.split(n, d);
        await given.byLender.convert(id, ALL, 0n, 4594029n, "");
        expect(await given.stock.unitsOf(given.lender)).to.equal(4594029n * 10n ** 27n);
      });
    }

    it("gives more for each distribution, never less, and the same when it is split in two", async () => {
      const [once, twice] = [await given.make(), await given.make()];
      await given.on("2005-09-02");
      await given.byLender.convert(once, usd("1000"), 0n, 0n, "");
      const plain = await given.stock.unitsOf(given.lender);
      await given.stock.recordDistribution(4, 3, "first");
      await given.stock.recordDistribution(9, 8, "second");
      await given.byLender.convert(twice, usd("1000"), 0n, 0n, "");
      const after = (await given.stock.unitsOf(given.lender)) - plain;
      const amount = usd("1000") + (usd("1000") * 775n * 611n) / (10000n * 365n);
      expect(after).to.equal(((amount * 3n) / (usd("0.05") * 2n)) * 10n ** 27n);
    });
  });

  describe("given a cap with room for the whole shares of two notes and no more", () => {
    const bare = { rate: 0n, overdueRate: 0n, dated: dayOf("2003-12-31") };

    beforeEach(async () => {
      await given.stock.split(3n, 1n);
      await given.stock.setAuthorized(tokens("40"));
    });

    // known limit: the cap counts the fractions of every other note, so it can lack room for what is left of whole shares
    it("when the first note has a fraction, refuses the second", async () => {
      await given.make({ ...bare, principal: usd("1.049999") });
      await expect(given.make({ ...bare, principal: usd("1") })).to.be.revertedWithCustomError(
        given.stock,
        "NotEnoughAuthorized",
      );
    });

    describe("when the second note has a fraction", () => {
      let id: bigint;

      beforeEach(async () => {
        id = await given.make({ ...bare, principal: usd("1") });
        await given.make({ ...bare, principal: usd("1.049999") });
        await given.on("2007-01-01");
      });

      // known limit: rounded up, a share issued passes its part of the claim by 1e-27 of a share
      it("refuses one reserved share of the first", async () => {
        await expect(given.byLender.convert(id, usd("0.05"), 0n, 0n, "")).to.be.revertedWithCustomError(
          given.stock,
          "NotEnoughAuthorized",
        );
      });

      it("issues all reserved shares of the first, and of the second", async () => {
        await given.byLender.convert(id, ALL, 0n, 20n, "");
        await given.byLender.convert(id + 1n, ALL, 0n, 20n, "");
        expect(await given.stock.balanceOf(given.lender)).to.equal(tokens("40"));
      });
    });
  });

  describe("given an offer on the day of a split", () => {
    for (const [name, act] of [
      ["split", async () => await given.stock.split(100n, 1n)],
      ["distribution", async () => await given.stock.recordDistribution(2n, 1n, "")],
    ] as const) {
      it(`when a ${name} is mined before the lender's payment, refuses it and moves no money`, async () => {
        const terms = given.terms();
        await given.byBorrower.offer(terms, given.lender, dayOf("2004-01-15"));
        const before = await given.currency.balanceOf(given.lender);
        await act();
        // offered again after it, so that the offer stands
        await given.byBorrower.offer(terms, given.lender, dayOf("2004-01-15"));
        const found = [...(await given.stock.factors())];
        await given.refused(
          given.byLender.subscribe(terms, UNSPLIT),
          "StockFactorsDiffer",
          found,
          Object.values(UNSPLIT),
        );
        expect(await given.currency.balanceOf(given.lender)).to.equal(before);
      });
    }

    it("when the lender has seen the split, takes the offer", async () => {
      const terms = given.terms();
      await given.stock.split(100n, 1n);
      await given.byBorrower.offer(terms, given.lender, dayOf("2004-01-15"));
      await given.byLender.subscribe(terms, { ...UNSPLIT, splitNumerator: 100n });
      expect(await given.notes.ownerOf(1n)).to.equal(given.lender.address);
    });
  });
});
