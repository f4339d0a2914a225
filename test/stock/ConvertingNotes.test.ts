import { expect } from "chai";

import type { CommonStock } from "../../typechain-types/CommonStock.ts";
import { givenNotes } from "../helpers/notes.ts";
import { ALL, MATURITY, tokens, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

const EVERYTHING = 2n ** 256n - 1n;

describe("CommonStock: notes that convert into a recapitalized stock", () => {
  let makeStock: (authorized?: string) => Promise<CommonStock>;
  let stock: CommonStock;
  let next: CommonStock;
  let terms: Partial<Terms>;

  const given = givenNotes(async ({ connection, borrower, notes }) => {
    const { ethers } = connection;
    const factory = await ethers.deployContract("CommonStockFactory");
    makeStock = async (authorized = "60000000") => {
      const made = ["Common Stock", "IGI", borrower.address, tokens(authorized)] as const;
      const address = await factory.make.staticCall(...made);
      await factory.make(...made);
      return await ethers.getContractAt("CommonStock", address, borrower);
    };
    stock = await makeStock();
    await stock.grantConversion(notes);
    next = await makeStock();
    terms = { stock: await stock.getAddress() };
  });

  const balance = async (of: CommonStock) => await of.balanceOf(given.lender);

  describe("given a note made before", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make(terms);
    });

    it("converts half before and half after, three for two, into what a split would have made of it", async () => {
      await given.on("2005-09-02");
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      expect(await balance(stock)).to.equal(tokens("2259465"));
      await stock.recapitalize(next, 3, 2);
      await given.on("2007-01-01");
      await given.byLender.convert(id, ALL, 0n, 2_547_807n, "");
      expect(await balance(next)).to.equal(tokens("3821710.5"));
      await stock.connect(given.lender).exchange(EVERYTHING);
      expect(await balance(next)).to.equal(tokens("7210908"));
      expect(await given.status(id)).to.equal("converted");
      expect(await next.capitalization()).to.deep.equal([4_807_272n * 10n ** 27n, 0n, 40_000_000n * 10n ** 27n]);
    });

    it("comes to the same, converted before a recapitalization or after, with splits on both sides", async () => {
      const other = await given.make(terms);
      await stock.split(7, 3);
      await given.on("2005-09-02");
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      const held = await stock.unitsOf(given.lender);
      await next.setAuthorized(tokens("600000000"));
      await stock.recapitalize(next, 9, 5);
      await next.split(1, 13);
      await given.byLender.convert(other, usd("100000"), 0n, 0n, "");
      expect(await next.unitsOf(given.lender)).to.equal(held);
      await stock.exchangeFor(given.lender);
      expect(await next.unitsOf(given.lender)).to.equal(2n * held);
    });

    it("shows price and conversion by the successor, and receives what is shown", async () => {
      await stock.recapitalize(next, 3, 2);
      await next.recordDistribution(5, 4, "cash");
      await given.on("2005-09-02");
      expect(await given.lens.pricePerShare(id)).to.deep.equal([80_000n, 3n]);
      const { tokens: promised } = await given.lens.previewConversion(id, ALL, 0n);
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      expect(await balance(next)).to.equal(promised);
      expect(await balance(stock)).to.equal(0n);
    });

    it("counts shares of the successor that the holder has already", async () => {
      await stock.recapitalize(next, 3, 2);
      await next.issue(given.lender, tokens("11"));
      await given.on("2005-09-02");
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      expect(await balance(next)).to.equal(tokens("3389208.5"));
    });

    it("releases in the successor what it has reserved as it is paid off", async () => {
      await stock.recapitalize(next, 3, 2);
      expect(await next.reservedShares()).to.equal(tokens("7520484.09573"));
      await given.on(MATURITY);
      await given.byPayer.pay(id, usd("150682.803191"));
      expect(await next.reservedShares()).to.equal(tokens("3000000"));
      await given.byPayer.pay(id, ALL);
      expect(await next.reservedShares()).to.equal(0n);
      expect(await given.status(id)).to.equal("paid");
    });

    it("converts through two recapitalizations", async () => {
      const last = await makeStock();
      await stock.recapitalize(next, 3, 2);
      await next.recapitalize(last, 1, 10);
      await given.on("2005-09-02");
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      expect(await balance(last)).to.equal(tokens("689104.35"));
      expect(await last.reservedShares()).to.equal(0n);
    });

    it("cannot be crowded out: neither before, nor after", async () => {
      const exact = await makeStock("7520484.095730000000000001");
      await stock.recapitalize(exact, 3, 2);
      await expect(exact.issue(given.borrower, 2n)).to.be.revertedWithCustomError(exact, "NotEnoughAuthorized");
      await given.on(MATURITY);
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      expect(await balance(exact)).to.equal(tokens("7520484"));
    });

    it("is refused no room by a successor that has less: the recapitalization is", async () => {
      const short = await makeStock("7520484");
      await expect(stock.recapitalize(short, 3, 2)).to.be.revertedWithCustomError(short, "NotEnoughAuthorized");
      await given.on("2005-09-02");
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      expect(await balance(stock)).to.equal(tokens("4594029"));
    });
  });

  describe("given a stock that has been recapitalized", () => {
    beforeEach(async () => {
      await stock.recapitalize(next, 3, 2);
    });

    it("refuses a new note that names the old stock", async () => {
      await expect(given.make(terms))
        .to.be.revertedWithCustomError(stock, "StockRecapitalized")
        .withArgs(await next.getAddress());
    });

    it("makes one that names the successor, in shares of the successor's day, without a grant", async () => {
      const id = await given.make({ stock: await next.getAddress() });
      await given.on("2005-09-02");
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      expect(await balance(next)).to.equal(tokens("2259465"));
    });

    it("sells none to a lender who has seen the factors of before", async () => {
      const successor = { stock: await next.getAddress() };
      await given.byBorrower.offer(given.terms(successor), given.lender, dayOf("2004-12-31"));
      await expect(given.byLender.subscribe(given.terms(successor), UNSPLIT)).to.revert(given.connection.ethers);
      await given.byLender.subscribe(given.terms(successor), { ...UNSPLIT, splitNumerator: 3n, splitDenominator: 2n });
    });
  });
});
