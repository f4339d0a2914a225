import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { rational } from "../../src/math/rational.ts";
import { previewConversion } from "../../src/model/conversion.ts";
import type { World } from "../../src/model/state.ts";
import { balanceOf } from "../../src/model/stock.ts";
import { after, refusalOf, sample, sampleNote, tokens, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const all: Step = ["2005-09-02", "lender", { do: "convert", principal: "all" }];
const charge = (on: string, amount: string): Step => [
  on,
  "borrower",
  { do: "charge", kind: "lateFee", amount: usd(amount) },
];

function sharesOf({ stock }: World, party = "lender"): bigint {
  if (stock === null) throw new Error("no stock");
  return balanceOf(stock, party);
}

function conversionTerms() {
  const { conversion } = sample();
  if (conversion === null) throw new Error("the sample converts");
  return conversion;
}

describe("model: conversion", () => {
  describe("given the window", () => {
    it("opens the day after, and closes after the last day", () => {
      const until = sampleNote({ conversion: { ...conversionTerms(), until: dayOf("2006-09-01") } });
      const convert = { do: "convert", principal: "all" } as const;
      expect(refusalOf(until, "2005-09-01", "lender", convert)).to.equal("ConversionNotOpen");
      expect(refusalOf(until, "2005-09-02", "lender", convert)).to.equal(null);
      expect(refusalOf(until, "2006-09-01", "lender", convert)).to.equal(null);
      expect(refusalOf(until, "2006-09-02", "lender", convert)).to.equal("ConversionClosed");
      expect(viewOn(until, "2006-09-02").convertible).to.equal(false);
    });

    it("stays open after maturity and in default", () => {
      const world = after(sampleNote(), ["2005-01-01", "borrower", { do: "assign", to: "stranger" }]);
      expect(refusalOf(world, "2015-01-01", "lender", { do: "convert", principal: "all" })).to.equal(null);
    });

    it("is not there without a right of conversion", () => {
      const world = sampleNote({ conversion: null });
      expect(refusalOf(world, ...all)).to.equal("NoConversionRight");
      expect(viewOn(world, "2005-09-02")).to.include({ convertible: false, pricePerShare: null });
      expect(previewConversion(world, dayOf("2005-09-02"), "all")).to.equal(null);
    });

    it("is judged before the amounts", () => {
      expect(refusalOf(sampleNote(), "2005-09-01", "lender", { do: "convert", principal: 0n })).to.equal(
        "ConversionNotOpen",
      );
    });
  });

  describe("given amounts", () => {
    const convert = (principal: bigint | "all", charges: bigint | "all" = 0n, leastShares = 0n): Step => [
      "2005-09-02",
      "lender",
      { do: "convert", principal, charges, leastShares },
    ];

    it("are named by the holder alone", () => {
      for (const by of ["borrower", "attestor", "stranger"]) {
        expect(refusalOf(sampleNote(), "2005-09-02", by, all[2])).to.equal("NotHolder");
      }
    });

    it("do not exceed what is owed, and begin with principal", () => {
      const world = after(sampleNote(), charge("2005-09-02", "50"));
      expect(refusalOf(world, ...convert(usd("203323.700001")))).to.equal("ExceedsPrincipal");
      expect(refusalOf(world, ...convert("all", usd("50.000001")))).to.equal("ExceedsCharges");
      expect(refusalOf(world, ...convert(0n, usd("50")))).to.equal("PrincipalRequired");
      expect(refusalOf(world, ...convert("all", usd("50")))).to.equal(null);
    });

    it("buy at least one whole share, and the least the holder accepts", () => {
      // .044255 with its interest of .005741 is .049996; .044259 comes to .05 and more
      expect(refusalOf(sampleNote(), ...convert(usd("0.044255")))).to.equal("NoWholeShare");
      expect(refusalOf(sampleNote(), ...convert(usd("0.044260")))).to.equal(null);
      expect(refusalOf(sampleNote(), ...convert("all", 0n, 4_594_030n))).to.equal("FewerSharesThanLeast");
      expect(refusalOf(sampleNote(), ...convert("all", 0n, 4_594_029n))).to.equal(null);
    });

    it("count the least as shares stood when the note was made", () => {
      const split = after(sampleNote(), ["2005-09-02", "borrower", { do: "split", numerator: 1n, denominator: 10n }]);
      expect(refusalOf(split, ...convert("all", 0n, 4_594_029n))).to.equal(null);
    });
  });

  describe("given all principal is converted", () => {
    it("ends the note and releases the leftover when nothing else is owed", () => {
      const converted = after(sampleNote(), all);
      expect(viewOn(converted, "2005-09-02")).to.include({ status: "converted", total: 0n, holder: null });
      expect(sharesOf(converted)).to.equal(tokens("4594029"));
      expect(converted.stock?.claims).to.equal(0n);
    });

    it("leaves charges and leftover when charges stay, which can be converted alone", () => {
      const converted = after(sampleNote(), charge("2005-09-02", "50"), all);
      expect(viewOn(converted, "2005-09-02")).to.include({
        status: "outstanding",
        principal: 0n,
        interest: usd("0.018504"),
        charges: usd("50"),
      });
      const some = after(converted, [
        "2005-09-02",
        "lender",
        { do: "convert", principal: 0n, charges: usd("10.034997") },
      ]);
      // .018504 + 10.034997 buys 201 shares and leaves .003501
      expect(viewOn(some, "2005-09-02")).to.include({ interest: usd("0.003501"), charges: usd("39.965003") });
      expect(sharesOf(some) - sharesOf(converted)).to.equal(tokens("201"));
      const rest = after(some, ["2005-09-02", "lender", { do: "convert", principal: "all", charges: "all" }]);
      expect(viewOn(rest, "2005-09-02").status).to.equal("converted");
      expect(refusalOf(converted, "2005-09-02", "lender", { do: "convert", principal: 1n })).to.equal(
        "ExceedsPrincipal",
      );
    });

    it("takes charges with it where the holder says so", () => {
      const converted = after(sampleNote(), charge("2005-09-02", "50"), [
        "2005-09-02",
        "lender",
        { do: "convert", principal: "all", charges: "all" },
      ]);
      expect(viewOn(converted, "2005-09-02").status).to.equal("converted");
      expect(sharesOf(converted)).to.equal(tokens("4595029"));
    });
  });

  describe("given part of the principal is converted", () => {
    it("takes its interest before maturity, and its share of what was left over", () => {
      const half: Step = ["2005-09-02", "lender", { do: "convert", principal: usd("100000") }];
      const twice = after(sampleNote(), half, ["2005-09-02", "lender", { do: "convert", principal: usd("51661.85") }]);
      // 51,661.85 · .0775 · 611/365 is 6,702.240415…; carried are the .037671 left over and a unit lost between floors
      expect(previewConversion(after(sampleNote(), half), dayOf("2005-09-02"), usd("51661.85"))).to.include({
        interest: usd("6702.240415") + usd("0.018836"),
      });
      expect(viewOn(twice, "2005-09-02").principal).to.equal(usd("51661.85"));
    });

    it("takes no more interest than there is, where prepayments have taken some of it", () => {
      const small = sampleNote({
        principal: 100n,
        rate: rational(3n, 4n),
        prepaymentAllowed: true,
        conversion: { ...conversionTerms(), price: rational(1n) },
      });
      // of 100 and 125 the two units are all interest; 99 · 0.75 · 611/365 would be 124
      const paid = after(small, ["2005-09-02", "borrower", { do: "pay", amount: 2n }]);
      expect(viewOn(paid, "2005-09-02")).to.include({ principal: 100n, interest: 123n });
      expect(previewConversion(paid, dayOf("2005-09-02"), 99n)).to.include({ interest: 123n });
    });

    it("takes interest and overdue interest pro rata from maturity on", () => {
      const preview = previewConversion(sampleNote(), dayOf("2007-01-11"), usd("101661.85"));
      expect(preview).to.include({ interest: usd("23679.551595"), overdueInterest: usd("309.060990") });
    });

    it("lowers what is owed by the price of the shares, and overdue interest runs on what is left", () => {
      const half: Step = ["2007-01-11", "lender", { do: "convert", principal: usd("101661.85") }];
      const converted = after(sampleNote(), half);
      const shown = viewOn(converted, "2007-01-11");
      // 125,650.462585 buys 2,513,009 shares for 125,650.45
      expect(sharesOf(converted)).to.equal(tokens("2513009"));
      expect(shown.total).to.equal(usd("251300.925171") - usd("125650.45"));
      const later = viewOn(converted, "2007-01-21");
      expect(later.overdueInterest - shown.overdueInterest).to.equal(usd("309.061021"));
    });
  });

  describe("given a distribution", () => {
    it("lowers the price, exactly, and a split scales it", () => {
      const distributed = after(
        sampleNote(),
        ["2005-09-02", "borrower", { do: "distribute", numerator: 11n, denominator: 10n }],
        ["2005-09-02", "borrower", { do: "split", numerator: 3n, denominator: 2n }],
      );
      expect(viewOn(distributed, "2005-09-02").pricePerShare).to.deep.equal(rational(1_000_000n, 33n));
      // floor(229,701.468504 · 11/10 / .05) = 5,053,432 shares of the note's date
      expect(sharesOf(after(distributed, all))).to.equal(tokens("7580148"));
    });
  });

  describe("given a price that no unit divides", () => {
    it("leaves over what the shares, their price rounded up, do not take", () => {
      const world = sampleNote({ conversion: { ...conversionTerms(), price: rational(100_000n, 3n) } });
      const preview = previewConversion(world, dayOf("2005-09-02"), usd("100000"));
      if (preview === null) throw new Error("the sample converts");
      expect(preview.amount).to.equal(usd("112973.287671"));
      expect(preview.shares).to.equal(3_389_198n);
      // 3,389,198 / 30 is 112,973.266666…, rounded up 112,973.266667
      expect(preview.residue).to.equal(usd("0.021004"));
    });
  });

  describe("given a preview", () => {
    it("refuses more than is owed", () => {
      const day = dayOf("2005-09-02");
      expect(() => previewConversion(sampleNote(), day, usd("203323.700001"))).to.throw(RangeError);
      expect(() => previewConversion(sampleNote(), day, "all", 1n)).to.throw(RangeError);
    });
  });
});
