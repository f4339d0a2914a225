import { expect } from "chai";
import fc from "fast-check";

import { add, ceil, compare, divide, floor, multiply, rational, subtract } from "../../src/math/rational.ts";

const rationals = fc
  .tuple(fc.bigInt({ min: -(2n ** 100n), max: 2n ** 100n }), fc.bigInt({ min: 1n, max: 2n ** 64n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

describe("rational", () => {
  it("is in lowest terms with a positive denominator", () => {
    expect(rational(6n, -4n)).to.deep.equal({ numerator: -3n, denominator: 2n });
    expect(rational(0n, -7n)).to.deep.equal({ numerator: 0n, denominator: 1n });
  });

  it("refuses a zero denominator", () => {
    expect(() => rational(1n, 0n)).to.throw(RangeError, "1/0");
    expect(() => divide(rational(1n), rational(0n))).to.throw(RangeError);
  });

  it("floors down and ceils up on both sides of zero", () => {
    expect([floor(rational(7n, 2n)), ceil(rational(7n, 2n))]).to.deep.equal([3n, 4n]);
    expect([floor(rational(-7n, 2n)), ceil(rational(-7n, 2n))]).to.deep.equal([-4n, -3n]);
    expect([floor(rational(-4n)), ceil(rational(-4n))]).to.deep.equal([-4n, -4n]);
  });

  it("adds, subtracts, multiplies, divides and compares exactly", () => {
    expect(add(rational(1n, 6n), rational(1n, 3n))).to.deep.equal({ numerator: 1n, denominator: 2n });
    expect(subtract(rational(1n, 6n), rational(1n, 3n))).to.deep.equal({ numerator: -1n, denominator: 6n });
    expect(multiply(rational(2n, 3n), rational(3n, 4n))).to.deep.equal({ numerator: 1n, denominator: 2n });
    expect(divide(rational(2n, 3n), rational(-4n, 3n))).to.deep.equal({ numerator: -1n, denominator: 2n });
    expect(compare(rational(1n, 3n), rational(333n, 1000n))).to.equal(1);
    expect(compare(rational(-1n, 3n), rational(1n, 3n))).to.equal(-1);
    expect(compare(rational(2n, 6n), rational(1n, 3n))).to.equal(0);
  });

  it("keeps the laws of arithmetic", () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, (a, b, c) => {
        expect(subtract(add(a, b), b)).to.deep.equal(a);
        expect(multiply(a, add(b, c))).to.deep.equal(add(multiply(a, b), multiply(a, c)));
        if (b.numerator !== 0n) expect(multiply(divide(a, b), b)).to.deep.equal(a);
        expect(compare(a, b)).to.equal(-compare(b, a) + 0);
      }),
    );
  });

  it("lies between its floor and its ceil, less than one apart", () => {
    fc.assert(
      fc.property(rationals, (r) => {
        expect(compare(rational(floor(r)), r)).to.be.at.most(0);
        expect(compare(r, rational(ceil(r)))).to.be.at.most(0);
        expect(ceil(r) - floor(r)).to.equal(r.denominator === 1n ? 0n : 1n);
      }),
    );
  });
});
