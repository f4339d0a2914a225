import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { CommonStock } from "../../typechain-types/CommonStock.ts";
import { heldOf } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import { novate } from "../helpers/novation.ts";
import { ALL, tokens, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { ORIGINAL_SHARE } from "../support/stock.ts";

const HALVED = { ...UNSPLIT, splitNumerator: 2n };

describe("Whoever would break it", () => {
  const given = givenNotes();

  async function principalOf(id: bigint): Promise<bigint> {
    const [{ principal }] = await given.notes.termsOf(id);
    return principal;
  }

  async function makeStocks(): Promise<() => Promise<CommonStock>> {
    const { ethers } = given.connection;
    const factory = await ethers.deployContract("CommonStockFactory");
    return async () => {
      const made = ["Common Stock", "IGI", given.borrower.address, tokens("60000000")] as const;
      const address = await factory.make.staticCall(...made);
      await factory.make(...made);
      return await ethers.getContractAt("CommonStock", address, given.borrower);
    };
  }

  describe("by making that fails after the terms were written", () => {
    afterEach(async () => {
      const next = (await given.notes.noteCount()) + 1n;
      expect(await given.make({ principal: 7_777n, stock: ZeroAddress })).to.equal(next);
      expect(await principalOf(next)).to.equal(7_777n);
      await given.refused(given.notes.termsOf(next + 1n), "NoteUnknown", next + 1n);
    });

    it("finds the next note's terms in their place after factors that differ", async () => {
      const terms = given.terms();
      await given.byBorrower.offer(terms, given.lender, terms.maturity);
      await given.refused(given.byLender.subscribe(terms, HALVED), "StockFactorsDiffer");
    });

    it("finds them there after a payment that fails", async () => {
      const terms = given.terms();
      await given.byBorrower.offer(terms, given.lender, terms.maturity);
      await given.currency.connect(given.lender).approve(given.notes, 0n);
      await expect(given.byLender.subscribe(terms, UNSPLIT)).to.revert(given.connection.ethers);
    });

    it("finds them there after a novation refused at its end", async () => {
      const id = await given.make();
      const replacement = given.terms({ rate: 1n });
      await given.refused(novate(given, id, replacement, { stock: HALVED }), "StockFactorsDiffer");
      expect(await given.status(id)).to.equal("outstanding");
      await novate(given, id, replacement);
      expect(await principalOf(id + 1n)).to.equal(usd("203323.70"));
    });

    it("finds them there after several at once, of which the last is refused", async () => {
      const encode = (principal: bigint) =>
        given.notes.interface.encodeFunctionData("make", [given.terms({ principal }), given.lender.address]);
      await given.refused(given.byBorrower.multicall([encode(5n), encode(6n), encode(0n)]), "PrincipalZero");
      await given.byBorrower.multicall([encode(5n), encode(6n)]);
      expect([await principalOf(1n), await principalOf(2n)]).to.deep.equal([5n, 6n]);
    });

    it("finds them there after gas that ran out, wherever it did", async () => {
      const terms = given.terms();
      const needed = await given.byBorrower.make.estimateGas(terms, given.lender);
      for (let share = 40n; share < 100n; share += 6n) {
        const act = given.byBorrower.make(terms, given.lender, { gasLimit: (needed * share) / 100n });
        await expect(act).to.revert(given.connection.ethers);
      }
    });
  });

  describe("by recovery upon recovery", () => {
    async function recover(id: bigint, to: { address: string }, declared: string, moved: string) {
      await given.on(declared);
      await given.byAttestor.declareLost(id, "");
      await given.byPayer.pay(id, usd("5"));
      await given.byBorrower.consentToRecovery(id, to.address);
      await given.on(moved);
      await given.byStranger.recover(id);
    }

    it("gives what was held to the last address in line, once, and nothing to those before it", async () => {
      const { lender, sister, holdco, parent, notes } = given;
      const id = await given.make();
      await recover(id, sister, "2007-03-01", "2007-04-15");
      await recover(id, holdco, "2008-04-15", "2008-06-15");
      await recover(id, parent, "2009-06-15", "2009-08-15");
      for (const holder of [lender, sister, holdco]) {
        expect((await notes.heldFor(id, holder)).owner).to.equal(parent.address);
        for (const thief of [lender, sister, holdco, given.stranger]) {
          await given.refused(given.as(thief).withdraw(id, holder, thief), "NotEntitled");
        }
        expect(await heldOf(given, id, holder)).to.equal(usd("5"));
        await given.as(parent).withdraw(id, holder, parent);
        await expect(given.as(parent).withdraw(id, holder, parent)).to.revert(given.connection.ethers);
      }
      for (const before of [lender, sister, holdco]) {
        const act = given.byBorrower.consentToTransfer(id, before, 20_000n);
        await given.refused(act, "PartyCannotHold", before.address);
      }
    });

    it("leaves what was held of one who sold, when the buyer's note is recovered to another or to the seller", async () => {
      const { lender, sister, notes } = given;
      const id = await given.make();
      await given.on("2007-03-01");
      await given.byAttestor.declareLost(id, "");
      await given.byPayer.pay(id, usd("5"));
      await given.byLender.transferFrom(lender, sister, id);
      await recover(id, lender, "2008-03-02", "2008-05-02");
      expect((await notes.heldFor(id, lender)).owner).to.equal(lender.address);
      expect((await notes.heldFor(id, sister)).owner).to.equal(lender.address);
      await given.byLender.withdraw(id, lender, lender);
      await given.byLender.withdraw(id, sister, lender);
      await given.refused(given.byBorrower.consentToRecovery(id, sister), "PartyCannotHold", sister.address);
    });
  });

  describe("by terms that name the wrong contract", () => {
    it("moves no note that the contract was approved for, if the currency is the contract itself", async () => {
      const first = await given.make();
      await given.byBorrower.consentToTransfer(first, given.stranger, 20_000n);
      await given.byLender.transferFrom(given.lender, given.stranger, first);
      await given.byStranger.approve(given.notes, first);
      const id = await given.makePlain({ currency: await given.notes.getAddress(), principal: 1n, rate: 0n });
      await given.on("2007-01-01");
      await expect(given.byStranger.pay(id, 1n, { gasLimit: 5_000_000n })).to.revert(given.connection.ethers);
      expect(await given.notes.ownerOf(first)).to.equal(given.stranger.address);
    });
  });

  describe("by recapitalization", () => {
    it("finds no share too many or too few where some were sent to the stocks themselves", async () => {
      const make = await makeStocks();
      const [first, second, third] = [await make(), await make(), await make()];
      const { lender, sister, stranger } = given;
      await first.issue(lender, tokens("100"));
      await first.issue(sister, tokens("50"));
      for (const stock of [first, second, third]) await first.connect(lender).transfer(stock, tokens("3"));
      await first.recapitalize(second, 3, 2);
      await first.exchangeFor(second);
      await second.recapitalize(third, 1, 7);
      for (const stray of [first, second, third]) await first.connect(stranger).exchangeFor(stray);
      for (const stray of [second, third]) await second.connect(stranger).exchangeFor(stray);
      await expect(second.exchangeFor(first)).to.be.revertedWithCustomError(second, "InvalidParty");
      await expect(third.exchangeFor(second)).to.be.revertedWithCustomError(third, "InvalidParty");
      await first.connect(lender).exchange(ALL);
      await first.exchangeFor(sister);

      expect(await third.unitsOf(lender)).to.equal(91n * ORIGINAL_SHARE);
      expect(await third.unitsOf(sister)).to.equal(50n * ORIGINAL_SHARE);
      let units = 0n;
      for (const account of [lender, sister, first, second, third]) units += await third.unitsOf(account);
      expect(units).to.equal(150n * ORIGINAL_SHARE);
      expect((await third.capitalization()).issued).to.equal(150n * ORIGINAL_SHARE);
      expect((await first.capitalization()).issued).to.equal(0n);
    });

    it("lets a note be replaced by one of the successor, with one reservation throughout", async () => {
      const make = await makeStocks();
      const [stock, next] = [await make(), await make()];
      await stock.grantConversion(given.notes);
      const id = await given.make({ stock: await stock.getAddress() });
      const { reserved } = await stock.capitalization();
      await stock.recapitalize(next, 3, 2);
      const factors = { ...UNSPLIT, splitNumerator: 3n, splitDenominator: 2n };
      const dear = { priceNumerator: usd("0.05"), priceDenominator: 1n };
      const ofOld = given.terms({ ...dear, stock: await stock.getAddress() });
      const refused = novate(given, id, ofOld, { stock: factors });
      await expect(refused).to.be.revertedWithCustomError(stock, "StockRecapitalized");
      await novate(given, id, given.terms({ ...dear, stock: await next.getAddress() }), { stock: factors });
      // as many shares of today: two thirds of the original ones
      const now = (await next.capitalization()).reserved;
      expect(now * 3n - reserved * 2n).to.be.within(-3n, 3n);
      expect(await next.claimsOf(given.notes)).to.equal(now);
      expect(await stock.claimsOf(given.notes)).to.equal(0n);
    });
  });
});
