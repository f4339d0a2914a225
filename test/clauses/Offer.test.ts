import { anyValue } from "@nomicfoundation/hardhat-ethers-chai-matchers/withArgs";
import { expect } from "chai";
import { id as hash, keccak256, ZeroAddress } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import { tokens, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

describe("Making: against payment", () => {
  const given = givenNotes();

  describe("given an offer", () => {
    const until = "2004-01-15";
    let terms: Terms;

    beforeEach(() => {
      terms = given.terms();
    });

    async function offer(last = until) {
      return await given.byBorrower.offer(terms, given.lender, dayOf(last));
    }

    it("tells the terms, the lender and the last day", async () => {
      await expect(given.byBorrower.offer(terms, given.lender, dayOf(until)))
        .to.emit(given.notes, "NoteOffered")
        .withArgs(
          offerHash(terms, given.lender.address),
          given.borrower,
          given.lender,
          Object.values(terms),
          dayOf(until),
        );
      expect(await given.notes.offeredUntil(terms, given.lender)).to.equal(dayOf(until));
    });

    it("moves no money and makes no note", async () => {
      const before = await given.currency.balanceOf(given.lender);
      await offer();
      expect(await given.currency.balanceOf(given.lender)).to.equal(before);
      expect(await given.notes.noteCount()).to.equal(0n);
    });

    it("is the borrower's alone to make", async () => {
      for (const who of [given.lender, given.stranger]) {
        await given.refused(
          given.as(who).offer(terms, given.lender, dayOf(until)),
          "NotBorrower",
          who.address,
          given.borrower.address,
        );
      }
    });

    it("is refused for a day gone by, and taken for today", async () => {
      await given.refused(
        given.byBorrower.offer(terms, given.lender, dayOf("2003-12-30")),
        "UntilPassed",
        dayOf("2003-12-30"),
        dayOf("2003-12-31"),
      );
      await offer("2003-12-31");
    });

    it("is refused where the calendar is no contract", async () => {
      terms = given.terms({ calendar: given.stranger.address });
      const act = given.byBorrower.offer(terms, given.lender, dayOf(until));
      await given.refused(act, "NotAContract", given.stranger.address);
    });

    it("made again, has the later word on the last day, be it sooner or later", async () => {
      for (const last of ["2004-01-20", "2004-01-10"]) {
        await offer(last);
        expect(await given.notes.offeredUntil(terms, given.lender)).to.equal(dayOf(last));
      }
    });

    describe("when the lender takes it", () => {
      it("pays the principal to the borrower and makes the note, at once", async () => {
        await offer();
        const { currency, borrower, lender, notes } = given;
        const [paid, received] = await Promise.all([currency.balanceOf(lender), currency.balanceOf(borrower)]);
        const taken = given.as(lender).subscribe(terms, UNSPLIT);
        await expect(taken)
          .to.emit(notes, "NoteSubscribed")
          .withArgs(1n, lender.address, borrower.address, usd("203323.70"));
        await expect(taken).to.emit(notes, "NoteMade").withArgs(1n, borrower.address, lender.address, anyValue);
        await expect(taken).to.emit(notes, "Transfer").withArgs(ZeroAddress, lender.address, 1n);
        expect(paid - (await currency.balanceOf(lender))).to.equal(usd("203323.70"));
        expect((await currency.balanceOf(borrower)) - received).to.equal(usd("203323.70"));
        expect(await notes.ownerOf(1n)).to.equal(lender.address);
      });

      it("can be taken on the last day, not on the next", async () => {
        await offer();
        await given.on("2004-01-16", "00:00");
        await given.refused(
          given.byLender.subscribe(terms, UNSPLIT),
          "OfferExpired",
          dayOf(until),
          dayOf("2004-01-16"),
        );
      });

      it("can be taken in the last minute", async () => {
        await offer();
        await given.on(until, "23:59");
        await given.byLender.subscribe(terms, UNSPLIT);
        expect(await given.notes.noteCount()).to.equal(1n);
      });

      it("can be taken once", async () => {
        await offer();
        await given.byLender.subscribe(terms, UNSPLIT);
        expect(await given.notes.offeredUntil(terms, given.lender)).to.equal(0n);
        const again = given.byLender.subscribe(terms, UNSPLIT);
        await given.refused(again, "OfferUnknown", offerHash(terms, given.lender.address));
      });

      it("is refused without the money approved, and stands", async () => {
        await offer();
        await given.currency.connect(given.lender).approve(given.notes, usd("203323.699999"));
        await expect(given.byLender.subscribe(terms, UNSPLIT))
          .to.be.revertedWithCustomError(given.currency, "ERC20InsufficientAllowance")
          .withArgs(await given.notes.getAddress(), usd("203323.699999"), usd("203323.70"));
        expect(await given.notes.offeredUntil(terms, given.lender)).to.equal(dayOf(until));
      });

      it("is refused if the stock's issuer has meanwhile used up its authorized shares, and moves nothing", async () => {
        await offer();
        const before = await given.currency.balanceOf(given.lender);
        await given.stock.issue(given.borrower, tokens("55000000"));
        await expect(given.byLender.subscribe(terms, UNSPLIT)).to.be.revertedWithCustomError(
          given.stock,
          "NotEnoughAuthorized",
        );
        expect(await given.currency.balanceOf(given.lender)).to.equal(before);
      });

      it("is refused for unsound terms", async () => {
        terms = given.terms({ principal: 0n });
        await offer();
        await given.refused(given.byLender.subscribe(terms, UNSPLIT), "PrincipalZero");
      });

      it("is refused if the offer is of a note to the borrower itself", async () => {
        await given.byBorrower.offer(terms, given.borrower, dayOf(until));
        await given.refused(
          given.byBorrower.subscribe(terms, UNSPLIT),
          "PartiesNotDistinct",
          given.borrower.address,
          given.borrower.address,
          given.attestor.address,
        );
      });
    });

    describe("when the stock's factors are not those the lender has seen", () => {
      const found: Record<string, readonly [() => Promise<unknown>, typeof UNSPLIT]> = {
        "a split": [() => given.stock.split(1, 10), { ...UNSPLIT, splitDenominator: 10n }],
        "a distribution": [
          () => given.stock.recordDistribution(5, 4, ""),
          { ...UNSPLIT, distributionNumerator: 5n, distributionDenominator: 4n },
        ],
      };
      for (const [act, [perform, seen]] of Object.entries(found)) {
        it(`is refused after ${act}, and the lender may take it knowing`, async () => {
          await offer();
          await perform();
          const unaware = given.byLender.subscribe(terms, UNSPLIT);
          await given.refused(unaware, "StockFactorsDiffer", Object.values(seen), [1n, 1n, 1n, 1n]);
          await given.byLender.subscribe(terms, seen);
          expect(await given.notes.ownerOf(1n)).to.equal(given.lender.address);
        });
      }

      it("is taken with factors of one where there is no stock", async () => {
        terms = given.terms({ stock: ZeroAddress });
        await offer();
        await given.byLender.subscribe(terms, UNSPLIT);
        expect(await given.notes.noteCount()).to.equal(1n);
      });
    });

    describe("when another than the lender takes it", () => {
      for (const who of ["borrower", "attestor", "sister", "stranger"] as const) {
        it(`refuses the ${who}`, async () => {
          await offer();
          await given.refused(
            given.as(given[who]).subscribe(terms, UNSPLIT),
            "OfferUnknown",
            offerHash(terms, given[who].address),
          );
        });
      }
    });

    describe("when the lender takes terms that differ in one thing", () => {
      const differences = [
        { rate: 7_750_001n },
        { principal: usd("203323.70") - 1n },
        { termSheet: hash("another") },
        { affiliatesFree: false },
      ];
      for (const change of differences) {
        it(`refuses another ${Object.keys(change)[0]}`, async () => {
          await offer();
          await given.refused(
            given.byLender.subscribe(given.terms(change), UNSPLIT),
            "OfferUnknown",
            offerHash(given.terms(change), given.lender.address),
          );
        });
      }
    });

    describe("when the borrower withdraws it", () => {
      it("tells, and it can no longer be taken", async () => {
        await offer();
        await expect(given.byBorrower.withdrawOffer(terms, given.lender))
          .to.emit(given.notes, "OfferWithdrawn")
          .withArgs(offerHash(terms, given.lender.address), given.borrower, given.lender);
        expect(await given.notes.offeredUntil(terms, given.lender)).to.equal(0n);
        const again = given.byLender.subscribe(terms, UNSPLIT);
        await given.refused(again, "OfferUnknown", offerHash(terms, given.lender.address));
      });

      it("is refused a second time, and if none was made", async () => {
        const withdraw = () => given.byBorrower.withdrawOffer(terms, given.lender);
        const unknown = [given.notes, "OfferUnknown"] as const;
        await expect(withdraw())
          .to.be.revertedWithCustomError(...unknown)
          .withArgs(offerHash(terms, given.lender.address));
        await offer();
        await withdraw();
        await expect(withdraw())
          .to.be.revertedWithCustomError(...unknown)
          .withArgs(offerHash(terms, given.lender.address));
      });

      it("is refused to anyone else", async () => {
        await offer();
        await given.refused(
          given.byLender.withdrawOffer(terms, given.lender),
          "NotBorrower",
          given.lender.address,
          given.borrower.address,
        );
      });
    });

    describe("given a currency that keeps a fee", () => {
      it("is refused, because the borrower would not have the principal", async () => {
        const hostile = await given.connection.ethers.deployContract("HostileCurrency");
        await hostile.mint(given.lender, usd("300000"));
        await hostile.connect(given.lender).approve(given.notes, usd("300000"));
        await hostile.setFee(1n);
        terms = given.terms({ currency: await hostile.getAddress() });
        await offer();
        await given.refused(
          given.byLender.subscribe(terms, UNSPLIT),
          "ReceivedDiffers",
          usd("203323.699999"),
          usd("203323.70"),
        );
      });
    });
  });

  describe("given a lender who has approved all it has", () => {
    it("cannot be drawn on by anything the borrower does alone", async () => {
      const { borrower, lender, currency } = given;
      const acts = given.as(borrower);
      const terms = given.terms({ prepaymentAllowed: true });
      const before = await currency.balanceOf(lender);

      const id = await given.make({ prepaymentAllowed: true });
      await acts.offer(terms, lender, dayOf("2004-12-31"));
      await expect(acts.subscribe(terms, UNSPLIT)).to.be.revertedWithCustomError(given.notes, "OfferUnknown");
      await acts.withdrawOffer(terms, lender);
      await acts.admitCharge(id, 0n, 5n, "");
      await acts.pay(id, 5n);

      expect(await currency.balanceOf(lender)).to.equal(before + 5n);
    });
  });

  function offerHash(terms: Terms, lender: string): string {
    // the arguments of `make` are what an offer is of
    return keccak256(`0x${given.notes.interface.encodeFunctionData("make", [terms, lender]).slice(10)}`);
  }
});
