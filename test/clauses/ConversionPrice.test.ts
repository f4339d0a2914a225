import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, MATURITY, tokens, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const OPENS = "2005-09-02";
const PRICE = usd("0.05");

describe("Conversion: price and shares", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  /** Converts and answers how many shares were bought. */
  async function convert(principal: bigint, charges = 0n, least = 0n): Promise<bigint> {
    const shares = await given.byLender.convert.staticCall(id, principal, charges, least, "");
    await given.byLender.convert(id, principal, charges, least, "");
    return shares;
  }

  async function held(): Promise<bigint> {
    return await given.stock.balanceOf(given.lender);
  }

  describe("given splits and distributions since the note was made", () => {
    beforeEach(async () => {
      await given.on(OPENS);
    });

    it("comes to the same before a split and after it", async () => {
      const twin = await given.make();
      await given.byLender.convert(twin, usd("100000"), 0n, 0n, "");
      const early = await held();
      await given.stock.split(3, 2);
      const asSplit = await held();
      expect(asSplit).to.equal((early * 3n) / 2n);
      await convert(usd("100000"), 0n, 2_259_465n);
      expect(await held()).to.equal(2n * asSplit);
      expect((await given.owed(id)).total).to.equal((await given.owed(twin)).total);
    });

    it("counts the least shares as they stood, so that no split can refuse it", async () => {
      await given.stock.split(1, 10);
      expect(await convert(usd("100000"), 0n, 2_259_465n)).to.equal(2_259_465n);
      expect(await held()).to.equal(tokens("225946.5"));
    });

    it("lowers the price by a distribution", async () => {
      await given.stock.recordDistribution(5, 4, "spin-off");
      // .05 · 4/5 = .04
      expect(await convert(usd("100000"))).to.equal(usd("112973.287671") / usd("0.04"));
    });

    it("rounds the price of the shares up to the unit", async () => {
      await given.stock.recordDistribution(3, 1, "dividend");
      const before = await given.owed(id);
      const amount = usd("112973.287671");
      const shares = (amount * 3n) / PRICE;
      expect(await convert(usd("100000"))).to.equal(shares);
      const cost = (shares * PRICE + 2n) / 3n;
      expect(before.total - (await given.owed(id)).total).to.equal(cost);
    });

    it("takes factors from when the note was made, not from the first", async () => {
      await given.stock.split(3, 2);
      await given.stock.recordDistribution(5, 4, "spin-off");
      id = await given.make({ principal: usd("100000") });
      const [, making] = await given.notes.termsOf(id);
      expect(making).to.deep.equal([BigInt(dayOf("2007-01-02")), 3n, 2n, 5n, 4n, 0n]);
      expect(await convert(ALL)).to.equal(usd("112973.287671") / PRICE);
      const shares = usd("112973.287671") / PRICE;
      // two thirds of a share as shares stood first have no finite decimals: at most one token is rounded
      expect(await held()).to.be.within(shares * tokens("1"), shares * tokens("1") + 1n);
    });
  });

  describe("given a price that no finite decimal holds", () => {
    it("is exact", async () => {
      id = await given.make({ priceNumerator: usd("1"), priceDenominator: 30 });
      await given.on(OPENS);
      expect(await convert(ALL)).to.equal((usd("229701.468504") * 30n) / usd("1"));
    });
  });

  describe("given too few authorized shares beyond the reserved", () => {
    beforeEach(async () => {
      await given.stock.setAuthorized(tokens("5013657"));
    });

    it("still converts principal and interest at maturity, which are reserved", async () => {
      await given.on(MATURITY);
      expect(await convert(ALL)).to.equal(5_013_656n);
    });

    it("refuses overdue interest that needs more, debt untouched, until there is room", async () => {
      await given.on("2007-01-11");
      const before = await given.owed(id);
      const act = () => given.byLender.convert(id, ALL, 0n, 0n, "");
      await expect(act()).to.be.revertedWithCustomError(given.stock, "NotEnoughAuthorized");
      expect(await given.owed(id)).to.deep.equal(before);
      expect(await held()).to.equal(0n);
      await given.stock.setAuthorized(tokens("5026018"));
      await act();
      expect(await held()).to.equal(tokens("5026018"));
    });
  });

  describe("given a holder who is a contract", () => {
    it("receives its shares", async () => {
      const receiver = await given.connection.ethers.deployContract("NoteReceiver");
      await given.byBorrower.make(given.terms({ attestor: ZeroAddress }), receiver);
      await given.on(OPENS);
      const call = given.notes.interface.encodeFunctionData("convert", [2n, ALL, ALL, 0n, ""]);
      await receiver.act(given.notes, call);
      expect(await given.stock.balanceOf(receiver)).to.equal(tokens("4594029"));
    });
  });
});
