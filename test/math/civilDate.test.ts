import { expect } from "chai";
import fc from "fast-check";

import { civil, dayOf, isoOf, weekday } from "../../src/math/civilDate.ts";

const MILLISECONDS_PER_DAY = 86_400_000;

describe("civilDate", () => {
  it("counts days from 1970-01-01", () => {
    expect(dayOf("1970-01-01")).to.equal(0);
    expect(dayOf("1969-12-31")).to.equal(-1);
    expect(dayOf("2003-12-31")).to.equal(12417);
    expect(dayOf("0001-01-01")).to.equal(-719162);
    expect(isoOf(dayOf("9999-12-31"))).to.equal("9999-12-31");
  });

  for (const iso of [
    "2005-02-30",
    "2003-02-29",
    "1900-02-29",
    "2005-04-31",
    "2005-13-01",
    "2005-00-10",
    "2005-01-00",
    "0000-01-01",
    "2005-1-1",
    "2005-01-01T00:00:00Z",
    " 2005-01-01",
    "01/02/2005",
    "",
  ]) {
    it(`refuses "${iso}"`, () => {
      expect(() => dayOf(iso)).to.throw(RangeError, `"${iso}"`);
    });
  }

  it("refuses days it cannot write, and parts of a day", () => {
    expect(() => isoOf(dayOf("9999-12-31") + 1)).to.throw(RangeError);
    expect(() => isoOf(dayOf("0001-01-01") - 1)).to.throw(RangeError);
    expect(() => civil(0.5)).to.throw(RangeError);
  });

  it("agrees with the language's own dates on every day of years 0001 to 9999", () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (day) => {
        const date = new Date(day * MILLISECONDS_PER_DAY);
        const iso = date.toISOString().slice(0, 10);
        expect(isoOf(day)).to.equal(iso);
        expect(dayOf(iso)).to.equal(day);
        expect(weekday(day)).to.equal(date.getUTCDay());
      }),
      { numRuns: 2000 },
    );
  });

  it("agrees at every turn of a year", () => {
    for (let year = 1; year <= 9999; year += 1) {
      const newYear = dayOf(`${String(year).padStart(4, "0")}-01-01`);
      expect(civil(newYear)).to.deep.equal({ year, month: 1, day: 1 });
      expect(civil(newYear - 1)).to.deep.equal({ year: year - 1, month: 12, day: 31 });
    }
  });
});
