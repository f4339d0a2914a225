import { expect } from "chai";
import fc from "fast-check";

import { dayOf } from "../../src/math/civilDate.ts";
import { add, compare, multiply, rational, subtract } from "../../src/math/rational.ts";
import { quote } from "../../src/quote/quote.ts";
import type { Quote } from "../../src/quote/quote.ts";
import { quoteEntry } from "../../src/quote/quoteEntry.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import type { Terms } from "../../src/terms/terms.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { readVectors } from "../helpers/vectors.ts";
import type { GoldenVectors } from "../helpers/vectors.ts";

const MATURITY = dayOf("2007-01-01");
const CONVENTIONS = [
  "ACT_365F",
  "ACT_360",
  "ACT_ACT_ISDA",
  "THIRTY_360_BB",
  "THIRTY_E_360",
  "THIRTY_E_360_ISDA",
  "NL_365",
];

function termsWith(changes: Readonly<Record<string, unknown>>): Terms {
  return termsOf(parseTermSheet(sheetWith(changes), "note.json"));
}

function quoteOf(on: string, changes: Readonly<Record<string, unknown>> = {}): Quote {
  return quote(termsWith(changes), dayOf(on));
}

describe("quote", () => {
  describe("given the sample", () => {
    it("accrues to the unit", () => {
      expect(quoteOf("2003-12-31").interest).to.equal(0n);
      expect(quoteOf("2005-09-02").interest).to.equal(26_377_768_504n);
      expect(quoteOf("2007-01-01").interest).to.equal(47_359_103_191n);
    });

    for (const [dayCount, interest] of [
      ["ACT_360", 48_016_868_513n],
      ["ACT_ACT_ISDA", 47_315_931_720n],
      ["THIRTY_360_BB", 47_316_531_324n],
      ["THIRTY_E_360", 47_316_531_324n],
    ] as const) {
      it(`accrues to the unit under ${dayCount}`, () => {
        expect(quoteOf("2007-01-01", { "interest.dayCount": dayCount }).interest).to.equal(interest);
      });
    }

    it("accrues as reckoned elsewhere under every convention, up to maturity", () => {
      for (const { dcc, from, to, units6 } of readVectors<GoldenVectors>("golden").accrual) {
        if (dayOf(to) > MATURITY) continue;
        expect(quoteOf(to, { dated: from, "interest.dayCount": dcc }).interest, `${dcc} ${to}`).to.equal(
          BigInt(units6.floor),
        );
      }
    });

    it("adds nothing when paid on the last day to pay", () => {
      const { total, overdueInterest, status } = quoteOf("2007-01-02");
      expect({ total, overdueInterest, status }).to.deep.equal({
        total: 250_682_803_191n,
        overdueInterest: 0n,
        status: "due",
      });
    });

    it("adds overdue interest from maturity once the last day to pay is past", () => {
      expect(quoteOf("2007-01-11").total).to.equal(251_300_925_171n);
      expect(quoteOf("2007-01-11", { "interest.overdue.base": "principal" }).total).to.equal(251_184_149_300n);
      expect(quoteOf("2007-01-11", { "interest.overdue": undefined }).total).to.equal(250_682_803_191n);
      expect(quoteOf("2007-01-03").overdueInterest, "two days, not one").to.equal(123_624_396n);
    });

    it("comes within the units floored away of what is exactly owed after maturity", () => {
      for (const vector of readVectors<GoldenVectors>("golden").postMaturity) {
        for (const [base, { owed }] of [
          ["principal", vector.overdue9PercentOnPrincipal],
          ["sumDue", vector.overdue9PercentOnSumDue],
        ] as const) {
          const changes = { "interest.dayCount": vector.dcc, "interest.overdue.base": base };
          const { total } = quoteOf(vector.date, changes);
          const lost = subtract(rational(BigInt(owed.num) * 1_000_000n, BigInt(owed.den)), rational(total));
          expect(compare(lost, rational(0n)), `${vector.dcc} ${base}`).to.be.at.least(0);
          expect(compare(lost, rational(3n)), `${vector.dcc} ${base}`).to.equal(-1);
        }
      }
    });

    for (const [on, shares, residue] of [
      ["2005-09-02", 4_594_029n, 18_504n],
      ["2007-01-01", 5_013_656n, 3_191n],
    ] as const) {
      it(`would convert into ${shares} shares on ${on}`, () => {
        expect(quoteOf(on).conversion).to.deep.equal({
          price: { numerator: 50_000n, denominator: 1n },
          shares,
          residue,
        });
      });
    }

    for (const [on, status, payable, convertible] of [
      ["2003-12-31", "outstanding", false, false],
      ["2005-09-01", "outstanding", false, false],
      ["2005-09-02", "outstanding", false, true],
      ["2006-12-31", "outstanding", false, true],
      ["2007-01-01", "due", true, true],
      ["2007-01-02", "due", true, true],
      ["2007-01-03", "overdue", true, true],
      ["2040-01-01", "overdue", true, true],
    ] as const) {
      it(`is ${status} on ${on}`, () => {
        const quoted = quoteOf(on);
        expect([quoted.status, quoted.payable, quoted.convertible]).to.deep.equal([status, payable, convertible]);
        expect([quoted.dueOn, quoted.payableThrough]).to.deep.equal([MATURITY, MATURITY + 1]);
      });
    }

    it("refuses a day before it is dated", () => {
      expect(() => quoteOf("2003-12-30")).to.throw(RangeError, "2003-12-30 is before the note is dated, 2003-12-31");
    });
  });

  it("given an end of conversion, is not convertible after it, and still says what it would come to", () => {
    const changes = { "conversion.until": "2006-12-31" };
    expect(quoteOf("2006-12-31", changes).convertible).to.equal(true);
    expect(quoteOf("2007-01-01", changes).convertible).to.equal(false);
    expect(quoteOf("2007-01-01", changes).conversion?.shares).to.equal(5_013_656n);
  });

  it("given prepayment, is payable at any time", () => {
    expect(quoteOf("2003-12-31", { prepayment: "allowed" }).payable).to.equal(true);
  });

  it("given deadlines that do not extend, is overdue the day after maturity", () => {
    const { status, overdueInterest } = quoteOf("2007-01-02", { "calendar.extendDeadlines": false });
    expect([status, overdueInterest]).to.deep.equal(["overdue", 61_812_198n]);
  });

  it("given a price above all that is owed, would buy no share and leave everything", () => {
    const { conversion, total } = quoteOf("2005-09-02", { "conversion.pricePerShare": "1000000" });
    expect([conversion?.shares, conversion?.residue]).to.deep.equal([0n, total]);
  });

  it("given a price of less than a unit, floors what is left over to the unit", () => {
    const { conversion } = quoteOf("2003-12-31", {
      principal: "0.000005",
      "conversion.pricePerShare": "3/1000000",
    });
    expect([conversion?.shares, conversion?.residue]).to.deep.equal([1n, 2n]);
    const thirds = quoteOf("2003-12-31", { principal: "0.000005", "conversion.pricePerShare": "7/3000000" });
    expect([thirds.conversion?.shares, thirds.conversion?.residue]).to.deep.equal([2n, 0n]);
  });

  it("writes an entry as the command line promises", () => {
    const terms = termsWith({});
    expect(quoteEntry("note.json", terms, quote(terms, dayOf("2005-09-02")))).to.deep.equal({
      file: "note.json",
      on: "2005-09-02",
      status: "outstanding",
      principal: "203323.70",
      interest: "26377.768504",
      overdueInterest: "0",
      charges: "0",
      total: "229701.468504",
      dueOn: "2007-01-01",
      payableThrough: "2007-01-02",
      payable: false,
      convertible: true,
      pricePerShare: "0.05",
      shares: "4594029",
      residue: "0.018504",
    });
  });

  it("writes null for what there is none of without a right of conversion", () => {
    const terms = termsWith({ conversion: undefined });
    const { convertible, pricePerShare, shares, residue } = quoteEntry("", terms, quote(terms, MATURITY));
    expect({ convertible, pricePerShare, shares, residue }).to.deep.equal({
      convertible: false,
      pricePerShare: null,
      shares: null,
      residue: null,
    });
  });

  it("adds up, never falls as days pass, and loses less than a share's price to conversion", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CONVENTIONS),
        fc.constantFrom("principal", "sumDue"),
        fc.integer({ min: dayOf("2003-12-31"), max: dayOf("2010-12-31") }),
        fc.constantFrom("0.05", "1/30", "7/3000000", "12.345678"),
        (dayCount, base, day, pricePerShare) => {
          const terms = termsWith({
            "interest.dayCount": dayCount,
            "interest.overdue.base": base,
            "conversion.pricePerShare": pricePerShare,
          });
          const [today, tomorrow] = [quote(terms, day), quote(terms, day + 1)];
          expect(today.total).to.equal(today.principal + today.interest + today.overdueInterest + today.charges);
          expect(tomorrow.total >= today.total, "total falls").to.equal(true);
          if (today.conversion === null) throw new Error("the sample is convertible");
          const { shares, price, residue } = today.conversion;
          expect(compare(rational(residue), price)).to.be.at.most(0);
          const accounted = add(multiply(rational(shares), price), rational(residue));
          const rounded = subtract(rational(today.total), accounted);
          expect([compare(rounded, rational(0n)) >= 0, compare(rounded, rational(1n)) < 0]).to.deep.equal([true, true]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
