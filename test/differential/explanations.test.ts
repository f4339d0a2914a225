import { expect } from "chai";

import {
  explainBusinessDays,
  explainDayCounts,
  outlived,
  tellDay,
  tellDifference,
} from "../../scripts/differential/explanations.ts";
import type { BusinessDayDisagreement, DayCountDisagreement } from "../../scripts/differential/explanations.ts";
import { dayOf } from "../../src/math/civilDate.ts";

const because = { why: "because", source: "a book" };

describe("differential: explanations of day counts", () => {
  const ofFebruary: DayCountDisagreement = {
    what: "from the last of February",
    counters: ["Thirty360.USA"],
    where: { start: "lastOfFebruary", end: "afterStart" },
    theirsLessOurs: [-2, -1],
    ...because,
  };
  const reversed: DayCountDisagreement = {
    what: "reversed",
    counters: ["Thirty360.USA", "Actual360"],
    where: { end: "beforeStart" },
    ours: "0",
    ...because,
  };
  const known = [ofFebruary, reversed];
  const found = (start: string, end: string, ours: bigint, theirs: bigint | null) => ({
    period: { start: dayOf(start), end: dayOf(end), maturity: dayOf(end) },
    ours,
    theirs,
  });
  const explained = (each: ReturnType<typeof found>, counter = "Thirty360.USA") =>
    [...explainDayCounts(known, counter, [each]).by.keys()][0]?.what;

  it("hold where the pattern does", () => {
    expect(explained(found("2005-02-28", "2005-03-28", 30n, 28n))).to.equal("from the last of February");
    expect(explained(found("2004-02-29", "2004-03-28", 29n, 28n))).to.equal("from the last of February");
    expect(explained(found("2005-03-28", "2005-02-28", 0n, -30n))).to.equal("reversed");
  });

  it("do not hold on another day, by another amount, or in another counter", () => {
    expect(explained(found("2004-02-28", "2004-03-28", 30n, 28n))).to.equal(undefined);
    expect(explained(found("2005-02-28", "2005-03-28", 30n, 25n))).to.equal(undefined);
    expect(explained(found("2005-02-28", "2005-03-28", 30n, 28n), "Actual360")).to.equal(undefined);
    expect(explained(found("2005-03-28", "2005-02-28", 1n, -30n))).to.equal(undefined);
    expect(explained(found("2005-02-28", "2005-03-28", 30n, null))).to.equal(undefined);
  });

  it("leave what they do not explain", () => {
    const strange = found("2005-06-01", "2005-07-01", 30n, 31n);
    expect(explainDayCounts(known, "Thirty360.USA", [strange]).unexplained).to.deep.equal([strange]);
    expect(tellDifference(strange)).to.equal("2005-06-01 to 2005-07-01, due 2005-07-01: 30 by us, 31 by QuantLib");
  });

  it("are told of when a counter no longer needs them", () => {
    const met = new Map([
      ["Thirty360.USA", new Set(known)],
      ["Actual360", new Set<DayCountDisagreement>()],
    ]);
    expect(outlived(known, met)).to.deep.equal(["Actual360: reversed"]);
    expect(outlived(known, new Map())).to.have.length(3);
  });
});

describe("differential: explanations of business days", () => {
  const lincoln: BusinessDayDisagreement = {
    what: "Lincoln",
    calendars: ["UnitedStates.NYSE"],
    closed: "ours",
    on: { date: "02-12", on: ["itself", "mondayAfter"] },
    ...because,
  };
  const explained = (iso: string, closed: "ours" | "theirs") =>
    explainBusinessDays([lincoln], "UnitedStates.NYSE", [{ day: dayOf(iso), closed }]).by.size === 1;

  it("hold on the days of the rule, for the side that is closed", () => {
    expect(explained("2004-02-12", "ours")).to.equal(true);
    expect(explained("2006-02-13", "ours")).to.equal(true);
    expect(explained("2004-02-12", "theirs")).to.equal(false);
    expect(explained("2004-02-13", "ours")).to.equal(false);
  });

  it("do not hold for another calendar", () => {
    const apart = [{ day: dayOf("2004-02-12"), closed: "ours" as const }];
    expect(explainBusinessDays([lincoln], "UnitedStates.Settlement", apart).unexplained).to.deep.equal(apart);
  });

  it("tell a day in words", () => {
    expect(tellDay({ day: dayOf("2004-02-12"), closed: "theirs" })).to.equal(
      "2004-02-12: a business day by us, none by QuantLib",
    );
  });
});
