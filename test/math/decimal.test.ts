import { expect } from "chai";
import fc from "fast-check";

import {
  formatMoney,
  formatPrice,
  formatRational,
  formatShares,
  parseDecimal,
  parseExact,
} from "../../src/math/decimal.ts";
import { rational } from "../../src/math/rational.ts";

describe("decimal", () => {
  for (const [units, decimals, expected] of [
    [203_323_700_000n, 6, "203323.70"],
    [26_377_768_504n, 6, "26377.768504"],
    [100_000_000_000n, 6, "100000.00"],
    [618_121_980n, 6, "618.12198"],
    [1n, 6, "0.000001"],
    [0n, 6, "0"],
    [10_000n, 2, "100.00"],
    [105n, 1, "10.5"],
    [100n, 1, "10.0"],
    [203_323n, 0, "203323"],
    [1_500_000_000_000_000_000n, 18, "1.50"],
    [-1_500_000n, 6, "-1.50"],
  ] as const) {
    it(`writes ${units} units of ${decimals} decimals as ${expected}`, () => {
      expect(formatMoney(units, decimals)).to.equal(expected);
    });
  }

  it("writes shares without trailing zeros", () => {
    expect(formatShares(3_821_710_500_000_000_000_000_000n)).to.equal("3821710.5");
    expect(formatShares(2_259_465_000_000_000_000_000_000n)).to.equal("2259465");
    expect(formatShares(1n)).to.equal("0.000000000000000001");
    expect(formatShares(0n)).to.equal("0");
  });

  it("writes exact numbers as decimals where they can be, else as fractions", () => {
    expect(formatRational(rational(1n, 20n))).to.equal("0.05");
    expect(formatRational(rational(1n, 30n))).to.equal("1/30");
    expect(formatRational({ numerator: 2n, denominator: 60n })).to.equal("1/30");
    expect(formatRational(rational(-3n, 8n))).to.equal("-0.375");
    expect(formatRational(rational(1n, 10n ** 30n))).to.equal(`0.${"0".repeat(29)}1`);
    expect(formatRational(rational(7n))).to.equal("7");
  });

  it("writes prices with cents", () => {
    expect(formatPrice(rational(50_000n), 6)).to.equal("0.05");
    expect(formatPrice(rational(500_000n), 6)).to.equal("0.50");
    expect(formatPrice(rational(100_000n, 3n), 6)).to.equal("1/30");
    expect(formatPrice(rational(1n, 10n), 6)).to.equal("0.0000001");
    expect(formatPrice(rational(5n), 0)).to.equal("5");
  });

  for (const text of ["", ".05", "5.", "05", "1e3", "1,000", "+1", "0x10", " 1", "1 ", "1.2.3", "NaN", "١"]) {
    it(`refuses "${text}"`, () => {
      expect(() => parseDecimal(text, 6)).to.throw(RangeError, "is not a plain decimal");
      expect(() => parseExact(text)).to.throw(RangeError, "is not a plain decimal");
    });
  }

  it("refuses what is negative, and more decimals than the unit has", () => {
    expect(() => parseDecimal("-1", 6)).to.throw(RangeError, `"-1" is negative`);
    expect(() => parseDecimal("0.0000001", 6)).to.throw(RangeError, "has 7 decimals; at most 6");
    expect(() => parseDecimal("1.0", 0)).to.throw(RangeError, "has 1 decimals; at most 0");
  });

  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n }), fc.integer({ min: 0, max: 18 }), (units, decimals) => {
        expect(parseDecimal(formatMoney(units, decimals), decimals)).to.equal(units);
        expect(parseDecimal(formatShares(units, decimals), decimals)).to.equal(units);
        const exact = rational(units, 10n ** BigInt(decimals));
        expect(parseExact(formatRational(exact))).to.deep.equal(exact);
      }),
    );
  });
});
