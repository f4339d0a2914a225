import { expect } from "chai";

import { anyPeriods, edgePeriods } from "../../scripts/differential/periods.ts";
import { dayOf, isoOf } from "../../src/math/civilDate.ts";

const FIRST = dayOf("1970-01-01");

describe("differential: periods", () => {
  const drawn = anyPeriods(7, 3_000, FIRST);

  it("are the same from the same seed, and others from another", () => {
    expect(anyPeriods(7, 3_000, FIRST)).to.deep.equal(drawn);
    expect(anyPeriods(8, 3_000, FIRST)).not.to.deep.equal(drawn);
  });

  it("never end before they begin, and lie where QuantLib can count", () => {
    expect(drawn).to.have.length(3_000);
    for (const { start, end, maturity } of drawn) {
      expect(start).to.be.at.least(FIRST);
      expect(end).to.be.at.least(start);
      expect(maturity).to.be.at.least(start);
      expect(Math.max(end, maturity)).to.be.at.most(dayOf("2199-12-31"));
    }
  });

  it("begin and end on edges often, and fall due at their end or not", () => {
    const share = (holds: (period: (typeof drawn)[number]) => boolean) => drawn.filter(holds).length / drawn.length;
    const isLeapDay = (day: number) => isoOf(day).endsWith("-02-29");
    expect(share(({ start }) => isoOf(start + 1).endsWith("-01"))).to.be.above(0.1);
    expect(share(({ end }) => isoOf(end + 1).endsWith("-01"))).to.be.above(0.05);
    expect(share(({ start, end }) => isLeapDay(start) || isLeapDay(end))).to.be.above(0.01);
    expect(share(({ start, end }) => start === end)).to.be.above(0.002);
    expect(share(({ end, maturity }) => end === maturity)).to.be.within(0.3, 0.9);
  });

  it("can be kept before a day", () => {
    for (const { start } of anyPeriods(7, 500, dayOf("1901-01-01"), FIRST - 1)) {
      expect(start).to.be.within(dayOf("1901-01-01"), FIRST - 1);
    }
  });

  it("of edges are of one day, reversed, and over leap days, too", () => {
    const edges = edgePeriods();
    expect(edges.some(({ start, end }) => start === end)).to.equal(true);
    expect(edges.some(({ start, end }) => end < start)).to.equal(true);
    for (const iso of ["2004-02-29", "2100-02-28", "2004-01-31", "2005-02-28"]) {
      expect(edges.some(({ start }) => start === dayOf(iso))).to.equal(true);
      expect(edges.some(({ end, maturity }) => end === dayOf(iso) && maturity === end)).to.equal(true);
      expect(edges.some(({ end, maturity }) => end === dayOf(iso) && maturity !== end)).to.equal(true);
    }
  });
});
