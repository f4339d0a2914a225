import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, dayCounts, MATURITY, tokens, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

/** One share as shares stood before any split, in original units. */
const SHARE = 10n ** 27n;
const AT_MATURITY = usd("250682.803191");
const PRICE = usd("0.05");

describe("Reservation", () => {
  const given = givenNotes();

  /** ceil(amount / price), in original units: what a claim covers. */
  function claimFor(amount: bigint, price = PRICE): bigint {
    return (amount * SHARE + price - 1n) / price;
  }

  async function claims(): Promise<bigint> {
    return await given.stock.claimsOf(given.notes);
  }

  async function deployStock(authorized: string) {
    const { ethers } = given.connection;
    const stock = await ethers.deployContract("CommonStock", ["S", "S", given.borrower, tokens(authorized)]);
    await stock.connect(given.borrower).grantConversion(given.notes);
    return stock.connect(given.borrower);
  }

  describe("given a note is made", () => {
    it("covers principal and interest at maturity, exactly", async () => {
      await given.make();
      expect(await claims()).to.equal(claimFor(AT_MATURITY));
      expect(await given.stock.reservedShares()).to.equal(tokens("5013656.06382"));
    });

    it("covers them by the note's day count", async () => {
      await given.make({ dayCount: dayCounts.ACT_360 });
      expect(await claims()).to.equal(claimFor(usd("203323.70") + usd("48016.868513")));
    });

    it("covers as much when made after maturity", async () => {
      await given.on("2010-01-01");
      await given.make();
      expect(await claims()).to.equal(claimFor(AT_MATURITY));
    });

    it("adds to what other notes have reserved", async () => {
      await given.make();
      await given.make();
      expect(await claims()).to.equal(2n * claimFor(AT_MATURITY));
    });

    it("reserves nothing without a stock", async () => {
      await given.makePlain();
      expect(await claims()).to.equal(0n);
    });

    it("fits where its whole shares do, and not one share lower", async () => {
      const exact = await deployStock("5013656");
      await given.make({ stock: await exact.getAddress() });
      const short = await deployStock("5013655");
      await expect(given.make({ stock: await short.getAddress() }))
        .to.be.revertedWithCustomError(short, "NotEnoughAuthorized")
        .withArgs(5_013_656n * SHARE, 5_013_655n * SHARE);
    });

    it("converts to the last share under a cap that just fits", async () => {
      const exact = await deployStock("5013656");
      const id = await given.make({ stock: await exact.getAddress() });
      await given.on(MATURITY);
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      expect(await exact.balanceOf(given.lender)).to.equal(tokens("5013656"));
      expect(await exact.capitalization()).to.deep.equal([5_013_656n * SHARE, 0n, 5_013_656n * SHARE]);
    });

    it("follows splits and distributions before it", async () => {
      await given.stock.split(3, 2);
      await given.stock.recordDistribution(5, 4, "spin-off");
      await given.make();
      // a share of the note is two thirds of an original one; the claim is before the distribution
      const numerator = AT_MATURITY * SHARE * 2n * 4n;
      const denominator = PRICE * 3n * 5n;
      expect(await claims()).to.equal((numerator + denominator - 1n) / denominator);
      const shown = tokens("5013656.06382");
      expect(await given.stock.reservedShares()).to.be.within(shown, shown + 10n);
    });

    it("fits to the whole share after splits and distributions before it", async () => {
      const stock = await deployStock("10000000");
      await stock.split(3, 7);
      await stock.recordDistribution(7, 5, "spin-off");
      await stock.setAuthorized(tokens("5013656") + 1n);
      await given.make({ stock: await stock.getAddress() });
      const other = await deployStock("10000000");
      await other.split(3, 7);
      await other.recordDistribution(7, 5, "spin-off");
      await other.setAuthorized(tokens("5013656") - 3n);
      await expect(given.make({ stock: await other.getAddress() })).to.be.revertedWithCustomError(
        other,
        "NotEnoughAuthorized",
      );
    });

    it("grows with a distribution, which the cap must hold", async () => {
      const stock = await deployStock("6000000");
      await given.make({ stock: await stock.getAddress() });
      await expect(stock.recordDistribution(5, 4, "too much")).to.be.revertedWithCustomError(
        stock,
        "NotEnoughAuthorized",
      );
      await stock.recordDistribution(11, 10, "just enough");
      expect(await stock.reservedShares()).to.equal(tokens("5515021.670202"));
    });
  });

  describe("given a note", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make();
      await given.on("2005-09-02");
    });

    /** Principal and interest at maturity of what is owed, with the leftover carried. */
    async function expectCovered() {
      const { principal, interest } = await given.owedOn(id, MATURITY);
      expect(await claims()).to.equal(claimFor(principal + interest));
    }

    it("follows a conversion", async () => {
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      await expectCovered();
    });

    it("follows a prepayment and an acknowledgement", async () => {
      await given.byLender.permitPrepayment(id, dayOf("2005-12-31"));
      await given.byPayer.pay(id, usd("12345.678901"));
      await expectCovered();
      await given.byLender.acknowledge(id, usd("98765.432101"), "");
      await expectCovered();
    });

    it("follows payments after maturity, in whatever they go to", async () => {
      await given.on("2007-01-11");
      await given.charge(id, usd("500"));
      await given.byPayer.pay(id, usd("500") + usd("618.121980"));
      expect(await claims()).to.equal(claimFor(AT_MATURITY));
      await given.byPayer.pay(id, usd("1"));
      expect(await claims()).to.equal(claimFor(AT_MATURITY - usd("1")));
      await given.byPayer.pay(id, usd("100000"));
      await expectCovered();
    });

    it("leaves claims alone where a payment goes to charges only", async () => {
      await given.charge(id, usd("500"));
      await given.byLender.permitPrepayment(id, dayOf("2005-12-31"));
      const before = await claims();
      await given.byPayer.pay(id, usd("500"));
      expect(await claims()).to.equal(before);
    });

    it("covers a leftover that no principal stands behind any more", async () => {
      await given.charge(id, usd("500"));
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      expect(await claims()).to.equal(claimFor(usd("0.018504")));
    });

    it("is not used up by another note's overdue interest", async () => {
      await given.stock.setAuthorized(tokens("10027313"));
      const other = await given.make();
      await given.on("2007-01-11");
      await expect(given.byLender.convert(id, ALL, 0n, 0n, "")).to.be.revertedWithCustomError(
        given.stock,
        "NotEnoughAuthorized",
      );
      await given.byLender.acknowledge(other, usd("618.121980"), "");
      await given.byLender.convert(other, ALL, 0n, 0n, "");
      expect(await given.stock.balanceOf(given.lender)).to.equal(tokens("5013656"));
    });

    it("needs no room under the cap to let go", async () => {
      await given.on("2007-01-02");
      await given.byPayer.pay(id, ALL);
      expect(await claims()).to.equal(0n);
    });
  });

  describe("given prices that are fractions", () => {
    const prices: readonly Partial<Terms>[] = [
      { priceNumerator: usd("1"), priceDenominator: 30 },
      { priceNumerator: 3n, priceDenominator: 2 },
      { priceNumerator: 7n * usd("100"), priceDenominator: 13 },
    ];
    for (const price of prices) {
      it(`of ${price.priceNumerator} over ${price.priceDenominator}, reserves and converts all`, async () => {
        const stock = await deployStock("200000000000");
        const id = await given.make({ ...price, stock: await stock.getAddress() });
        const [n, d] = [BigInt(price.priceNumerator!), BigInt(price.priceDenominator!)];
        expect(await stock.claimsOf(given.notes)).to.equal((AT_MATURITY * SHARE * d + n - 1n) / n);
        await given.on(MATURITY);
        await given.byLender.convert(id, ALL, 0n, 0n, "");
        expect(await stock.balanceOf(given.lender)).to.equal(((AT_MATURITY * d) / n) * tokens("1"));
        expect(await stock.claimsOf(given.notes)).to.equal(0n);
      });
    }
  });
});
