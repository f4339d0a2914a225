import { readFileSync } from "node:fs";

import { expect } from "chai";

import type { Contracts } from "../../scripts/differential/contracts.ts";
import type { Disagreements } from "../../scripts/differential/explanations.ts";
import { findingsOf, questionsOf } from "../../scripts/differential/findings.ts";
import type { Plan } from "../../scripts/differential/findings.ts";
import { pageOf } from "../../scripts/differential/page.ts";
import { findPython, PythonUnavailable } from "../../scripts/differential/python.ts";
import type { Answers } from "../../scripts/differential/quantlib.ts";
import { newYorkCalendar } from "../../src/calendar/newYorkCalendar.ts";
import { dayOf } from "../../src/math/civilDate.ts";

const FIRST = dayOf("1970-01-01");
const start = dayOf("2005-01-01");
const plan: Plan = {
  seed: 1,
  pairs: [{ convention: "ACT_360", counter: "Actual360", periods: [{ start, end: start + 90, maturity: start + 90 }] }],
  actus: [],
  actusCases: 0,
};
const nothingKnown: Disagreements = { dayCounts: [], businessDays: [] };

const openOf = (length: number) => Array.from({ length }, (_, place) => newYorkCalendar.isBusinessDay(FIRST + place));
const rollsOf = (length: number) =>
  Array.from({ length }, (_, place) => newYorkCalendar.roll(FIRST + place) - FIRST - place);

/** As if QuantLib said just what we say of the first ten days. */
const agreeing: Answers = {
  version: "0",
  dayCounts: [[{ days: 90, fraction: 0.25 }]],
  businessDays: [openOf(10), openOf(10), openOf(10)],
  following: [rollsOf(10)],
};

const contracts: Contracts = {
  numerators: (_, periods) => Promise.resolve(periods.map((period) => BigInt(period.end - period.start))),
  rolls: () => Promise.resolve(rollsOf(10)),
};

describe("differential: findings", () => {
  it("are without fault where all agree", async () => {
    const { findings, faults } = await findingsOf(plan, nothingKnown, agreeing, contracts);
    expect(faults).to.deep.equal([]);
    expect(pageOf("# Title", findings)).to.include("| ACT_360 | Actual360 | 1 | 1 | 1 | 0 | 0 |");
  });

  it("tell a count of QuantLib's that nothing explains", async () => {
    const answers = { ...agreeing, dayCounts: [[{ days: 91, fraction: 91 / 360 }]] };
    const { faults } = await findingsOf(plan, nothingKnown, answers, contracts);
    expect(faults).to.deep.equal([
      "ACT_360 and Actual360: 2005-01-01 to 2005-04-01, due 2005-04-01: 90 by us, 91 by QuantLib",
    ]);
  });

  it("tell a count of the contracts that is not the model's, whatever is explained", async () => {
    const wrong: Contracts = { ...contracts, numerators: () => Promise.resolve([89n]) };
    const { faults } = await findingsOf(plan, nothingKnown, agreeing, wrong);
    expect(faults).to.deep.equal([
      "ACT_360, 2005-01-01 to 2005-04-01, due 2005-04-01: 90 in TypeScript, 89 in Solidity",
    ]);
  });

  it("tell a business day that nothing explains", async () => {
    const closed = openOf(10).with(1, false);
    const answers = { ...agreeing, businessDays: [closed, openOf(10), openOf(10)] };
    const { faults } = await findingsOf(plan, nothingKnown, answers, contracts);
    expect(faults).to.deep.equal(["UnitedStates.FederalReserve, 1970-01-02: a business day by us, none by QuantLib"]);
  });

  it("tell a day that is moved otherwise", async () => {
    const answers = { ...agreeing, following: [rollsOf(10).with(2, 1)] };
    const { faults } = await findingsOf(plan, nothingKnown, answers, contracts);
    expect(faults).to.deep.equal(["1970-01-03 is moved by 2 days in TypeScript, 2 in Solidity, 1 by QuantLib"]);
  });

  it("tell an explanation that nothing needs", async () => {
    const known = JSON.parse(readFileSync("differential/disagreements.json", "utf8")) as Disagreements;
    const { faults } = await findingsOf(
      plan,
      { ...nothingKnown, businessDays: known.businessDays },
      agreeing,
      contracts,
    );
    expect(faults).to.include("told of as a disagreement, and occurs no longer: UnitedStates.NYSE: Good Friday");
  });

  it("ask QuantLib the periods drawn, and every day through 2199", () => {
    const { dayCounts, businessDays, following } = questionsOf(plan);
    expect(dayCounts).to.deep.equal([{ counter: "Actual360", periods: plan.pairs[0]?.periods }]);
    expect(businessDays.map(({ first, last }) => last - first + 1)).to.deep.equal([84_006, 84_006, 84_006]);
    expect(following[0]?.holidays).to.include(dayOf("2006-02-13"));
  });
});

describe("differential: Python", () => {
  it("is told to be missing in one line", () => {
    expect(() => findPython("no-such-python"))
      .to.throw(PythonUnavailable)
      .with.property("message")
      .that.matches(/^QuantLib needs Python 3\.9 or later, and none was found as no-such-python[^\n]*$/);
  });
});
