import { expect } from "chai";
import fc from "fast-check";

import { dayOf } from "../../src/math/civilDate.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import type { Terms } from "../../src/terms/terms.ts";
import { sheetWith } from "../helpers/termSheets.ts";

function termsWith(changes: Readonly<Record<string, unknown>>): Terms {
  return termsOf(parseTermSheet(sheetWith(changes), "note.json"));
}

describe("termsOf", () => {
  it("states the sample exactly", () => {
    const { calendar, borrower, lender, ...terms } = termsWith({});
    expect(calendar.zone).to.equal("America/New_York");
    expect([borrower.name, lender.kind]).to.deep.equal(["Infinite Group, Inc.", "limited liability company"]);
    expect(terms).to.deep.equal({
      title: "Infinite Group, Inc. to Northwest Hampton Holdings, LLC, December 31, 2003",
      dated: dayOf("2003-12-31"),
      maturity: dayOf("2007-01-01"),
      lastDayToPay: dayOf("2007-01-02"),
      principal: 203_323_700_000n,
      currency: "USD",
      decimals: 6,
      rate: { numerator: 31n, denominator: 400n },
      rateScaled: 7_750_000n,
      dayCount: "ACT_365F",
      overdue: { rate: { numerator: 9n, denominator: 100n }, rateScaled: 9_000_000n, base: "sumDue" },
      prepaymentAllowed: false,
      extendDeadlines: true,
      graceDays: 10,
      dismissalDays: 90,
      judgmentDays: 90,
      conversion: {
        after: dayOf("2005-09-01"),
        until: null,
        price: { numerator: 50_000n, denominator: 1n },
        stock: { name: "Infinite Group, Inc. Common Stock", symbol: "IGI", authorized: 60_000_000n * 10n ** 18n },
      },
      affiliatesFree: true,
      predecessor: { dated: dayOf("2002-10-10"), principal: 211_004_530_000n },
    });
  });

  it("leaves out what the term sheet leaves out", () => {
    const terms = termsWith({ conversion: undefined, transfer: undefined, "interest.overdue": undefined });
    expect(terms.conversion).to.equal(null);
    expect(terms.overdue).to.equal(null);
    expect(terms.affiliatesFree).to.equal(false);
  });

  it("does not roll maturity unless deadlines are extended, nor in universal time", () => {
    expect(termsWith({ "calendar.extendDeadlines": false }).lastDayToPay).to.equal(dayOf("2007-01-01"));
    expect(termsWith({ "calendar.zone": "UTC" }).lastDayToPay).to.equal(dayOf("2007-01-01"));
  });

  it("keeps a price in lowest terms of the smallest unit", () => {
    const priceOf = (pricePerShare: string): unknown =>
      termsWith({ "conversion.pricePerShare": pricePerShare }).conversion?.price;
    expect(priceOf("1/30")).to.deep.equal({ numerator: 100_000n, denominator: 3n });
    expect(priceOf("0.00000025")).to.deep.equal({ numerator: 1n, denominator: 4n });
  });

  it("scales every rate exactly", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999n }), (scaled) => {
        const percent = `${scaled / 1_000_000n}.${String(scaled % 1_000_000n).padStart(6, "0")}%`;
        const { rate, rateScaled } = termsWith({ "interest.rate": percent });
        expect(rateScaled).to.equal(scaled);
        expect(rate.numerator * 100_000_000n).to.equal(scaled * rate.denominator);
      }),
    );
  });
});
