import { expect } from "chai";
import { id as hash, ZeroAddress } from "ethers";

import { unpackTerms } from "../../src/chain/termsCodec.ts";
import type { MadeTerms } from "../../src/chain/termsCodec.ts";
import { givenNotes } from "../helpers/notes.ts";
import { dayCounts, fieldsOf, overdueBases, tokens, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

const BELOW_ALL = 100_000_000n;

describe("Making", () => {
  const given = givenNotes();

  /** Terms unlike the sample's in everything, to find a field read from where another was written. */
  function contrary(): Partial<Terms> {
    return {
      principal: 2n ** 96n - 1n,
      rate: 99_999_999n,
      overdueRate: 1n,
      overdueBase: overdueBases.principal,
      dayCount: dayCounts.NL_365,
      prepaymentAllowed: true,
      extendDeadlines: false,
      affiliatesFree: false,
      dated: 1,
      maturity: 2 ** 24 - 1,
      graceDays: 1,
      dismissalDays: 2,
      judgmentDays: 2 ** 16 - 1,
      convertibleAfter: 3,
      convertibleUntil: 4,
      priceNumerator: 2n ** 96n - 1n,
      priceDenominator: 2n ** 32n - 1n,
      document: hash("document"),
      termSheet: hash("term sheet"),
    };
  }

  describe("given a borrower and a lender", () => {
    describe("when the borrower makes the note", () => {
      it("numbers notes from one", async () => {
        expect(await given.notes.noteCount()).to.equal(0n);
        expect(await given.make()).to.equal(1n);
        expect(await given.make()).to.equal(2n);
      });

      it("tells the terms, and what was fixed beside them", async () => {
        const terms = given.terms();
        const making = [dayOf("2007-01-02"), 1n, 1n, 1n, 1n, 0n];
        let told: MadeTerms | undefined;
        await expect(given.byBorrower.make(terms, given.lender))
          .to.emit(given.notes, "NoteMade")
          .withArgs(1n, given.borrower.address, given.lender.address, (packed: string) => {
            told = unpackTerms(packed);
            return true;
          });
        expect(Object.values(told?.terms ?? {})).to.deep.equal(Object.values(terms).map(asStored));
        expect(Object.values(told?.making ?? {})).to.deep.equal(making.map(asStored));
        const [stored, fixed] = await given.notes.termsOf(1n);
        expect(stored).to.deep.equal(Object.values(terms).map(asStored));
        expect(fixed).to.deep.equal(making.map(asStored));
      });

      it("mints the token straight to the lender", async () => {
        await expect(given.byBorrower.make(given.terms(), given.lender))
          .to.emit(given.notes, "Transfer")
          .withArgs(ZeroAddress, given.lender.address, 1n);
        expect(await given.notes.ownerOf(1n)).to.equal(given.lender.address);
      });

      it("mints to a contract without calling it", async () => {
        const wallet = await given.connection.ethers.deployContract("HostileStock", [given.borrower]);
        await given.byBorrower.make(given.terms(), wallet);
        expect(await given.notes.ownerOf(1n)).to.equal(await wallet.getAddress());
      });

      it("moves no money, whatever the lender has approved", async () => {
        const before = await given.currency.balanceOf(given.lender);
        await given.make();
        expect(await given.currency.balanceOf(given.lender)).to.equal(before);
      });

      it("records principal, holder, obligor, and nothing else yet", async () => {
        const id = await given.make();
        expect(await given.record(id)).to.deep.equal({
          principal: usd("203323.70"),
          carried: 0n,
          charges: 0n,
          chargesAdmitted: 0n,
          chargesByAttestor: 0n,
          overdueCarried: 0n,
          holder: given.lender.address,
          obligor: given.borrower.address,
          ending: 0n,
          endedOn: 0n,
          consentTo: ZeroAddress,
          consentUntil: 0n,
          prepaymentUntil: 0n,
          calledOn: 0n,
          calledThrough: 0n,
          replacedBy: 0n,
        });
      });

      it("keeps every term apart from every other", async () => {
        const stock = await given.connection.ethers.deployContract("HostileStock", [given.borrower]);
        const terms = given.terms({ ...contrary(), stock: await stock.getAddress() });
        await given.byBorrower.make(terms, given.lender);
        const [stored] = await given.notes.termsOf(1n);
        expect(stored).to.deep.equal(Object.values(terms).map(asStored));
      });

      for (const flag of ["prepaymentAllowed", "extendDeadlines", "affiliatesFree"] as const) {
        for (const value of [true, false]) {
          it(`keeps ${flag} ${value} among its opposites`, async () => {
            const opposite = { prepaymentAllowed: !value, extendDeadlines: !value, affiliatesFree: !value };
            const id = await given.makePlain({ ...opposite, [flag]: value });
            const [stored] = await given.notes.termsOf(id);
            expect(fieldsOf(stored)).to.include({ ...opposite, [flag]: value });
          });
        }
      }

      for (const [name, dayCount] of Object.entries(dayCounts)) {
        it(`keeps the day count ${name}`, async () => {
          const [stored] = await given.notes.termsOf(await given.makePlain({ dayCount }));
          expect(stored.dayCount).to.equal(dayCount);
        });
      }
    });

    describe("when anyone else makes it in the borrower's name", () => {
      for (const who of ["lender", "attestor", "registrar", "parent", "subsidiary", "stranger"] as const) {
        it(`refuses the ${who}`, async () => {
          await expect(given.as(given[who]).make(given.terms(), given.lender))
            .to.be.revertedWithCustomError(given.notes, "NotBorrower")
            .withArgs(given[who].address, given.borrower.address);
        });
      }
    });
  });

  describe("given unsound terms", () => {
    async function expectRefused(changes: Partial<Terms>, error: string, ...args: readonly unknown[]) {
      await given.refused(given.byBorrower.make(given.terms(changes), given.lender), error, ...args);
      expect(await given.notes.noteCount()).to.equal(0n);
    }

    it("refuses a lender who is the borrower", async () => {
      await expect(given.byBorrower.make(given.terms(), given.borrower))
        .to.be.revertedWithCustomError(given.notes, "PartiesNotDistinct")
        .withArgs(given.borrower.address, given.borrower.address, given.attestor.address);
    });

    it("refuses an attestor who is the borrower", async () => {
      const { borrower, lender } = given;
      const changes = { attestor: borrower.address };
      await expectRefused(changes, "PartiesNotDistinct", borrower.address, lender.address, borrower.address);
    });

    it("refuses an attestor who is the lender", async () => {
      const { borrower, lender } = given;
      const changes = { attestor: lender.address };
      await expectRefused(changes, "PartiesNotDistinct", borrower.address, lender.address, lender.address);
    });

    it("refuses nobody as the lender, with an attestor or without", async () => {
      await expect(given.byBorrower.make(given.terms(), ZeroAddress))
        .to.be.revertedWithCustomError(given.notes, "ERC721InvalidReceiver")
        .withArgs(ZeroAddress);
      await expect(given.byBorrower.make(given.terms({ attestor: ZeroAddress }), ZeroAddress))
        .to.be.revertedWithCustomError(given.notes, "PartiesNotDistinct")
        .withArgs(given.borrower.address, ZeroAddress, ZeroAddress);
    });

    for (const field of ["calendar", "currency", "registry", "stock"] as const) {
      it(`refuses a ${field} that is no contract`, async () => {
        await expectRefused({ [field]: given.stranger.address }, "NotAContract", given.stranger.address);
      });
    }

    it("refuses no principal, and takes one unit", async () => {
      await expectRefused({ principal: 0n }, "PrincipalZero");
      await given.make({ principal: 1n });
    });

    for (const field of ["rate", "overdueRate"] as const) {
      it(`refuses a ${field} of 100%, and takes the next below`, async () => {
        await expectRefused({ [field]: BELOW_ALL }, "RateTooHigh", BELOW_ALL, BELOW_ALL);
        await given.make({ [field]: BELOW_ALL - 1n });
      });

      it(`takes a ${field} of nothing`, async () => {
        await given.make({ [field]: 0n });
      });
    }

    it("refuses a maturity on the day the note is dated or before, and takes the day after", async () => {
      const dated = dayOf("2003-12-31");
      await expectRefused({ maturity: dated }, "MaturityNotAfterDated", dated, dated);
      await expectRefused({ maturity: dated - 1 }, "MaturityNotAfterDated", dated - 1, dated);
      await given.make({ maturity: dated + 1 });
    });

    it("refuses a date after today, and takes today", async () => {
      const [today, tomorrow] = [dayOf("2003-12-31"), dayOf("2004-01-01")];
      await expectRefused({ dated: tomorrow }, "DatedInFuture", tomorrow, today);
      await given.make({ dated: today });
    });

    it("takes today to be New York's, to the second", async () => {
      const changes = { dated: dayOf("2004-01-01") };
      const midnight = 1072933200;
      const { time } = given.connection.networkHelpers;
      await time.setNextBlockTimestamp(midnight - 1);
      await expectRefused(changes, "DatedInFuture", dayOf("2004-01-01"), dayOf("2003-12-31"));
      await time.setNextBlockTimestamp(midnight);
      expect(await given.make(changes)).to.equal(1n);
    });

    it("refuses a price without numerator or denominator", async () => {
      await expectRefused({ priceNumerator: 0n }, "PriceZero", 0n, 1n);
      await expectRefused({ priceDenominator: 0n }, "PriceZero", usd("0.05"), 0n);
    });

    it("refuses a window of conversion that ends before it opens, and takes one of a day", async () => {
      const after = dayOf("2005-09-01");
      await expectRefused({ convertibleUntil: after }, "WindowEmpty", after, after);
      await expectRefused({ convertibleUntil: after - 1 }, "WindowEmpty", after, after - 1);
      await given.make({ convertibleUntil: after + 1 });
    });

    it("refuses a stock of another issuer", async () => {
      const { stranger, borrower } = given;
      const stock = await given.connection.ethers.deployContract("HostileStock", [stranger]);
      const changes = { stock: await stock.getAddress() };
      await expectRefused(changes, "StockNotOfBorrower", stranger.address, borrower.address);
    });

    it("asks nothing of the price and the window without a stock", async () => {
      const window = { convertibleAfter: 9, convertibleUntil: 3 };
      expect(await given.makePlain({ priceNumerator: 0n, priceDenominator: 0n, ...window })).to.equal(1n);
    });
  });

  describe("given a stock that has not granted conversion", () => {
    it("refuses", async () => {
      const { ethers } = given.connection;
      const stock = await ethers.deployContract("CommonStock", ["S", "S", given.borrower, tokens("60000000")]);
      await expect(given.make({ stock: await stock.getAddress() }))
        .to.be.revertedWithCustomError(stock, "NotAConverter")
        .withArgs(await given.notes.getAddress());
    });
  });

  describe("given the note is dated in the past", () => {
    it("runs interest from that day", async () => {
      await given.on("2005-09-02");
      const id = await given.make();
      expect((await given.owed(id)).interest).to.equal(usd("26377.768504"));
    });

    it("may be made after maturity, and is then overdue at once", async () => {
      await given.on("2007-01-11");
      const id = await given.make();
      expect(await given.status(id)).to.equal("overdue");
      expect((await given.owed(id)).total).to.equal(usd("251300.925171"));
    });
  });

  describe("given the last day to pay", () => {
    const rolls = [
      ["2007-01-01", true, "2007-01-02"],
      ["2007-01-01", false, "2007-01-01"],
      ["2007-01-14", true, "2007-01-16"],
      ["2007-11-06", true, "2007-11-07"],
      ["2004-07-04", true, "2004-07-06"],
      ["2006-12-29", true, "2006-12-29"],
    ] as const;
    for (const [maturity, extendDeadlines, last] of rolls) {
      it(`is ${last} for a maturity of ${maturity}${extendDeadlines ? "" : " if deadlines do not move"}`, async () => {
        const id = await given.make({ maturity: dayOf(maturity), extendDeadlines });
        const [, making] = await given.notes.termsOf(id);
        expect(making.lastDayToPay).to.equal(dayOf(last));
      });
    }
  });
});

function asStored(value: unknown): unknown {
  return typeof value === "number" ? BigInt(value) : value;
}
