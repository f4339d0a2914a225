import { expect } from "chai";

import { runningInterest } from "../../app/src/pages/note/reading/runningInterest.ts";
import { newYorkCalendar } from "../../src/calendar/newYorkCalendar.ts";
import { dayOf } from "../../src/math/civilDate.ts";
import { rational } from "../../src/math/rational.ts";

describe("Today's interest so far", () => {
  // 203,323.70 · 0.0775 / 365 in millionths
  const perDiem = rational(203_323_700_000n * 775n, 365n * 10_000n);
  const dayAt = (iso: string) => {
    const day = dayOf(iso);
    return [newYorkCalendar.startOf(day), newYorkCalendar.startOf(day + 1)] as const;
  };

  describe("given the sample note on an ordinary day", () => {
    const [from, to] = dayAt("2005-09-02");

    it("is nothing as the day begins, and before", () => {
      expect(runningInterest(perDiem, from, to, from)).to.equal(0n);
      expect(runningInterest(perDiem, from, to, from - 60)).to.equal(0n);
    });

    it("is half of it at noon, rounded down", () => {
      expect(runningInterest(perDiem, from, to, from + 43_200)).to.equal(21_585_735n);
    });

    it("is all of it as the day ends, and no more afterwards", () => {
      expect(runningInterest(perDiem, from, to, to)).to.equal(43_171_470n);
      expect(runningInterest(perDiem, from, to, to + 3600)).to.equal(43_171_470n);
    });
  });

  describe("given a day on which the clocks go back", () => {
    const [from, to] = dayAt("2005-10-30");

    it("takes 25 hours to come to the whole", () => {
      expect(runningInterest(rational(25n), from, to, from + 24 * 3600)).to.equal(24n);
    });
  });
});
