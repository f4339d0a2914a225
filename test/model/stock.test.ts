import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { rational } from "../../src/math/rational.ts";
import { make } from "../../src/model/life.ts";
import type { World } from "../../src/model/state.ts";
import { balanceOf, foundStock, reservedUnits } from "../../src/model/stock.ts";
import type { Terms } from "../../src/terms/terms.ts";
import { after, parties, refusalOf, sample, sampleNote, tokens, usd } from "./fixture.ts";
import type { Step } from "./fixture.ts";

function conversionTerms() {
  const { conversion } = sample();
  if (conversion === null) throw new Error("the sample converts");
  return conversion;
}

function authorizing(shares: string): Partial<Terms> {
  const conversion = conversionTerms();
  return { conversion: { ...conversion, stock: { ...conversion.stock, authorized: tokens(shares) } } };
}

function stockOf({ stock }: World) {
  if (stock === null) throw new Error("no stock");
  return stock;
}

const split = (numerator: bigint, denominator: bigint, on = "2004-06-01"): Step => [
  on,
  "borrower",
  { do: "split", numerator, denominator },
];
const distribute = (numerator: bigint, denominator: bigint, on = "2004-06-01"): Step => [
  on,
  "borrower",
  { do: "distribute", numerator, denominator },
];
const issue = (to: string, amount: string, on = "2004-06-01"): Step => [
  on,
  "borrower",
  { do: "issue", to, amount: tokens(amount) },
];
const authorize = (amount: string, on = "2004-06-01"): Step => [
  on,
  "borrower",
  { do: "authorize", amount: tokens(amount) },
];

describe("model: stock", () => {
  describe("given a note is made", () => {
    it("reserves what principal and interest at maturity buy, fraction and all", () => {
      // 250,682.803191 / .05
      expect(stockOf(sampleNote()).claims).to.equal(5_013_656_063_820_000_000_000_000_000_000_000n);
    });

    it("rounds a claim up where no unit divides it, and the reserved once more", () => {
      const sevenths = sampleNote({ conversion: { ...conversionTerms(), price: rational(70_000n) } });
      expect(stockOf(sevenths).claims).to.equal(3_581_182_902_728_571_428_571_428_571_428_572n);
      const reserved = reservedUnits(stockOf(after(sampleNote(), distribute(10n, 7n))));
      expect(reserved).to.equal(7_162_365_805_457_142_857_142_857_142_857_143n);
    });

    it("fits where its whole shares fit, and is refused where they do not", () => {
      expect(make(sample(authorizing("5013656")), parties).ok).to.equal(true);
      expect(make(sample(authorizing("5013655.999999999999999999")), parties)).to.deep.equal({
        ok: false,
        refusal: "NotEnoughAuthorized",
      });
    });

    it("scales its claim down by splits and distributions before it", () => {
      const other = after(sampleNote({ ...authorizing("60000000") }), split(2n, 1n), distribute(5n, 4n));
      const stock = { ...stockOf(other), claims: 0n };
      const made = make(sample(), parties, dayOf("2004-06-01"), { stock });
      if (!made.ok) throw new Error(made.refusal);
      expect(stockOf(made.world).claims).to.equal(2_005_462_425_528_000_000_000_000_000_000_000n);
      const converted = after(made.world, ["2005-09-02", "lender", { do: "convert", principal: "all" }]);
      expect(balanceOf(stockOf(converted), "lender")).to.equal(tokens("4594029"));
    });

    it("gives whole shares of its date also where an earlier split leaves no whole unit", () => {
      const stock = { ...stockOf(after(sampleNote(), split(3n, 1n))), claims: 0n };
      const made = make(sample(), parties, dayOf("2004-06-01"), { stock });
      if (!made.ok) throw new Error(made.refusal);
      const converted = after(made.world, ["2005-09-02", "lender", { do: "convert", principal: usd("100000") }]);
      expect(balanceOf(stockOf(converted), "lender")).to.equal(tokens("2259465"));
      const one = after(made.world, ["2005-09-02", "lender", { do: "convert", principal: usd("0.044260") }]);
      expect(balanceOf(stockOf(one), "lender")).to.equal(tokens("1"));
    });

    it("refuses stock of another issuer", () => {
      const made = make(sample(), parties, undefined, { stock: foundStock("other", tokens("60000000")) });
      expect(made).to.deep.equal({ ok: false, refusal: "StockNotOfBorrower" });
    });
  });

  describe("given the note lives", () => {
    it("follows payments and conversions", () => {
      const paid = after(sampleNote(), ["2007-01-02", "borrower", { do: "pay", amount: usd("150682.803191") }]);
      expect(stockOf(paid).claims).to.equal(2_000_000n * 10n ** 27n);
      const converted = after(paid, ["2007-01-02", "lender", { do: "convert", principal: usd("50000") }]);
      expect(stockOf(converted).claims).to.equal(1_000_000n * 10n ** 27n);
      expect(stockOf(converted).issued).to.equal(1_000_000n * 10n ** 27n);
    });

    it("can always be converted in full at maturity within what was reserved", () => {
      const world = after(sampleNote(authorizing("5013656")), [
        "2007-01-02",
        "lender",
        { do: "convert", principal: usd("1234.567891") },
      ]);
      const all = after(world, ["2007-01-02", "lender", { do: "convert", principal: "all" }]);
      expect(stockOf(all).issued <= stockOf(all).authorized).to.equal(true);
    });

    it("converts overdue interest and charges into unreserved stock only", () => {
      const world = after(sampleNote(authorizing("5013656")), [
        "2007-01-11",
        "borrower",
        { do: "charge", kind: "lateFee", amount: usd("50") },
      ]);
      const all: Step = ["2007-01-11", "lender", { do: "convert", principal: "all", charges: "all" }];
      expect(refusalOf(world, ...all)).to.equal("NotEnoughAuthorized");
      expect(refusalOf(after(world, authorize("6000000", "2007-01-11")), ...all)).to.equal(null);
    });
  });

  describe("given a split", () => {
    it("scales every balance and changes no unit", () => {
      const issued = after(sampleNote(), issue("founder", "1000"));
      const before = stockOf(issued);
      const scaled = stockOf(after(issued, split(3n, 2n)));
      expect(balanceOf(scaled, "founder")).to.equal(tokens("1500"));
      expect({ ...scaled, splitFactor: before.splitFactor }).to.deep.equal(before);
    });

    it("floors a balance, and gives it back when undone", () => {
      const third = after(sampleNote(), issue("founder", "1"), split(1n, 3n));
      expect(balanceOf(stockOf(third), "founder")).to.equal(tokens("0.333333333333333333"));
      expect(balanceOf(stockOf(after(third, split(3n, 1n))), "founder")).to.equal(tokens("1"));
      expect(stockOf(after(third, split(3n, 1n))).splitFactor).to.deep.equal(rational(1n));
    });

    it("issues what is named, also where no unit divides", () => {
      const issued = after(sampleNote(), split(3n, 2n), issue("founder", "0.000000000000000001"));
      expect(balanceOf(stockOf(issued), "founder")).to.equal(1n);
    });

    it("is refused beyond 64 bits, of nothing, and of what changes nothing", () => {
      const most = (1n << 64n) - 1n;
      const full = after(sampleNote(), split(most, 1n));
      expect(refusalOf(full, ...split(2n, 1n))).to.equal("RatioTooLarge");
      expect(refusalOf(full, ...split(2n, 3n))).to.equal(null);
      expect(refusalOf(after(sampleNote(), split(1n << 63n, 1n)), ...split(2n, 1n))).to.equal("RatioTooLarge");
      expect(refusalOf(sampleNote(), ...split(1n, 1n << 64n))).to.equal("RatioTooLarge");
      expect(refusalOf(sampleNote(), ...split(0n, 1n))).to.equal("InvalidRatio");
      expect(refusalOf(sampleNote(), ...split(1n, 0n))).to.equal("InvalidRatio");
      expect(refusalOf(sampleNote(), ...split(2n, 2n))).to.equal("InvalidRatio");
    });
  });

  describe("given a distribution", () => {
    it("raises what is reserved, and no balance", () => {
      const before = after(sampleNote(), issue("founder", "1000"));
      const stock = stockOf(after(before, distribute(11n, 10n)));
      expect(reservedUnits(stock)).to.equal(5_515_021_670_202_000_000_000_000_000_000_000n);
      expect(balanceOf(stock, "founder")).to.equal(tokens("1000"));
    });

    it("is refused where the authorized cannot hold it, and below one", () => {
      const tight = sampleNote(authorizing("5515021.67020199999"));
      expect(refusalOf(tight, ...distribute(11n, 10n))).to.equal("NotEnoughAuthorized");
      expect(refusalOf(sampleNote(), ...distribute(9n, 10n))).to.equal("InvalidRatio");
      expect(refusalOf(sampleNote(), ...distribute(1n, 0n))).to.equal("InvalidRatio");
      expect(refusalOf(sampleNote(), ...distribute(10n, 10n))).to.equal(null);
    });
  });

  describe("given the cap", () => {
    it("bounds what is issued beside what is reserved", () => {
      const world = sampleNote(authorizing("6000000"));
      expect(refusalOf(world, ...issue("founder", "986343.93618"))).to.equal(null);
      expect(refusalOf(world, ...issue("founder", "986343.936180000000000001"))).to.equal("NotEnoughAuthorized");
    });

    it("is not lowered below issued and reserved, and scales with splits", () => {
      const world = sampleNote();
      expect(refusalOf(world, ...authorize("5013656.06382"))).to.equal(null);
      expect(refusalOf(world, ...authorize("5013656.063819999999999999"))).to.equal("NotEnoughAuthorized");
      expect(refusalOf(after(world, split(2n, 1n)), ...authorize("10027312.12764"))).to.equal(null);
      expect(refusalOf(after(world, split(2n, 1n)), ...authorize("10027312.127639999999999999"))).to.equal(
        "NotEnoughAuthorized",
      );
    });
  });

  it("takes a conversion that needs no room out of what was reserved, and a higher cap that still holds too little", () => {
    // 5,013,656 whole shares are authorized, the claim is for .06382 more
    const tight = sampleNote(authorizing("5013656"));
    expect(refusalOf(tight, ...authorize("5013656.01"))).to.equal(null);
    expect(refusalOf(tight, ...authorize("5013655.99"))).to.equal("NotEnoughAuthorized");
    expect(refusalOf(tight, "2007-01-02", "lender", { do: "convert", principal: 1_000_000n })).to.equal(null);
  });

  it("is the issuer's alone, also after an assignment", () => {
    const assigned = after(
      sampleNote(),
      ["2004-06-01", "registrar", { do: "control", controller: "borrower", controlled: "subsidiary" }],
      ["2004-06-01", "subsidiary", { do: "accept" }],
      ["2004-06-01", "borrower", { do: "assign", to: "subsidiary" }],
    );
    for (const [on, by, deed] of [split(2n, 1n), distribute(2n, 1n), issue("founder", "1"), authorize("70000000")]) {
      expect(refusalOf(assigned, on, by, deed)).to.equal(null);
      for (const other of ["subsidiary", "lender", "attestor"]) {
        expect(refusalOf(assigned, on, other, deed)).to.equal("NotTheIssuer");
      }
    }
  });

  it("is not there without a right of conversion", () => {
    expect(refusalOf(sampleNote({ conversion: null }), ...split(2n, 1n))).to.equal("NoStock");
  });
});
