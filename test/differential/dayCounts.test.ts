import { expect } from "chai";

import { differences, numeratorOf } from "../../scripts/differential/dayCounts.ts";
import { dayOf } from "../../src/math/civilDate.ts";

const period = (start: string, end: string) => ({ start: dayOf(start), end: dayOf(end), maturity: dayOf(end) });

describe("differential: the numerator that an answer stands for", () => {
  const days = period("2005-01-01", "2005-04-11");

  it("is the number of days, if the fraction is their quotient to the last bit", () => {
    expect(numeratorOf("ACT_360", days, { days: 100, fraction: 100 / 360 })).to.equal(100n);
    expect(numeratorOf("NL_365", days, { days: 100, fraction: 100 / 365 })).to.equal(100n);
  });

  it("is none, if the fraction is one bit off", () => {
    expect(numeratorOf("ACT_360", days, { days: 100, fraction: 100 / 360 + 2 ** -54 })).to.equal(null);
  });

  it("is none, if the fraction is over another denominator", () => {
    expect(numeratorOf("ACT_360", days, { days: 100, fraction: 100 / 365 })).to.equal(null);
  });

  describe("given Actual/Actual", () => {
    const year = period("2003-07-01", "2004-07-01");
    // 184 days of 2003, 182 of 2004
    const fraction = 184 / 365 + 182 / 366;
    const numerator = 184n * 366n + 182n * 365n;

    it("is what the sum of two quotients is nearest to", () => {
      expect(numeratorOf("ACT_ACT_ISDA", year, { days: 366, fraction })).to.equal(numerator);
    });

    it("is none, if the sum is further off than doubles make it", () => {
      expect(numeratorOf("ACT_ACT_ISDA", year, { days: 366, fraction: fraction + 2 ** -40 })).to.equal(null);
    });

    it("is none, if the days are not the calendar's", () => {
      expect(numeratorOf("ACT_ACT_ISDA", year, { days: 365, fraction })).to.equal(null);
      expect(numeratorOf("ACT_ACT_ISDA", year, { days: 366, fraction: Number.NaN })).to.equal(null);
    });
  });
});

describe("differential: differences", () => {
  const periods = [period("2004-02-28", "2004-02-29"), period("2004-02-28", "2004-03-01")];
  const counted = [1, 2].map((days) => ({ days, fraction: days / 365 }));

  it("are none where both say the same", () => {
    expect(differences("ACT_365F", periods, [1n, 2n], counted)).to.deep.equal([]);
  });

  it("are told with what both said", () => {
    expect(differences("ACT_365F", periods, [1n, 3n], counted)).to.deep.equal([
      { period: periods[1], ours: 3n, theirs: 2n },
    ]);
  });

  it("cannot be told of a period that was not answered", () => {
    expect(() => differences("ACT_365F", periods, [1n, 2n], counted.slice(1))).to.throw("no answer for period 1");
  });
});
