import { expect } from "chai";

import { breakdownOf, calldataGas } from "../../bench/trace/breakdown.ts";
import { priced } from "../../bench/trace/steps.ts";
import type { Step } from "../../bench/trace/steps.ts";

const NOTES = `0x${"11".repeat(20)}`;
const MONEY = `0x${"22".repeat(20)}`;
const PART = `0x${"33".repeat(20)}`;

/** Steps as traces tell them, each with the gas left before it. */
function step(op: string, gas: number, depth: number, changes: Partial<Step> = {}): Step {
  return { op, gas, depth, gasCost: 0, stack: [], ...changes };
}

const calling = (to: string) => ({ stack: ["0x0", "0x0", "0x0", "0x0", to, "0xffff"] });

/** Notes that pass an act on to a part, which writes a slot and calls the money, which writes one too. */
const STEPS: readonly Step[] = [
  step("PUSH1", 100_000, 1),
  step("DELEGATECALL", 99_997, 1, calling(PART)),
  step("SSTORE", 90_000, 2),
  step("CALL", 67_900, 2, calling(MONEY)),
  step("SSTORE", 50_000, 3),
  step("STOP", 45_000, 3),
  step("RETURN", 60_300, 2, { gasCost: 6 }),
  step("STOP", 80_000, 1),
];

describe("Steps of a transaction", () => {
  const money = new Set([MONEY]);
  const steps = priced(STEPS, NOTES, money);
  const ownOf = (index: number) => steps[index]?.own;

  it("cost what is left before less what is left after", () => {
    expect(ownOf(0)).to.equal(3);
    expect(ownOf(2)).to.equal(22_100);
    expect(ownOf(4)).to.equal(5_000);
  });

  it("of a call, cost what is not spent within it", () => {
    // 7,600 between the steps around it, of which the money used 5,000
    expect(ownOf(3)).to.equal(2_600);
  });

  it("at the end of a frame, cost what they say", () => {
    expect([ownOf(5), ownOf(6), ownOf(7)]).to.deep.equal([0, 6, 0]);
  });

  it("run on whose storage they work: a part on that of the notes", () => {
    expect(steps[2]?.frame).to.deep.equal({ account: NOTES, movesMoney: false });
    expect(steps[4]?.frame).to.deep.equal({ account: MONEY, movesMoney: true });
    expect(steps[6]?.frame).to.deep.equal({ account: NOTES, movesMoney: false });
  });

  it("do not move money by asking it something", () => {
    const asked = STEPS.map((each) => (each.op === "CALL" ? { ...each, op: "STATICCALL" } : each));
    expect(priced(asked, NOTES, money)[4]?.frame.movesMoney).to.equal(false);
  });

  it("add up to what was used", () => {
    const used = steps.reduce((sum, { own }) => sum + own, 0);
    expect(used).to.equal(100_000 - 80_000);
  });

  it("add up though a frame ends in two at once", () => {
    const deep = [
      step("CALL", 1_000, 1, calling(PART)),
      step("CALL", 700, 2, calling(MONEY)),
      step("REVERT", 300, 3, { gasCost: 5 }),
      step("STOP", 600, 1),
    ];
    const own = priced(deep, NOTES, money).map((each) => each.own);
    expect(own.reduce((sum, gas) => sum + gas, 0)).to.equal(400);
  });
});

describe("The breakdown of a transaction", () => {
  const names = new Map([[NOTES, "notes"]]);
  const traced = { to: NOTES, data: "0x00ff", steps: STEPS, money: new Set([MONEY]), names };

  it("counts four for each zero byte sent, and sixteen for any other", () => {
    expect(calldataGas("0x")).to.equal(0);
    expect(calldataGas("0x0000ff01")).to.equal(4 + 4 + 16 + 16);
  });

  it("divides what is unavoidable from what is above it", () => {
    const { gas, unavoidable, parts, above, aboveBy } = breakdownOf({ ...traced, gasUsed: 41_020, refund: 0 });
    expect(parts).to.deep.equal({
      base: 21_000,
      calldata: 20,
      "first written": 22_100,
      "money moved": 5_000,
      "contracts reached": 2_600,
    });
    expect(gas - unavoidable).to.equal(Object.values(above).reduce((sum, each) => sum + each, 0));
    expect(aboveBy).to.have.all.keys("notes");
  });

  it("takes off what is refunded, a fifth at most", () => {
    expect(breakdownOf({ ...traced, gasUsed: 41_020 - 4_800, refund: 4_800 }).refunded).to.equal(4_800);
    expect(breakdownOf({ ...traced, gasUsed: 41_020 - 8_204, refund: 19_900 }).refunded).to.equal(8_204);
  });

  it("refuses parts that do not add up to the receipt", () => {
    expect(() => breakdownOf({ ...traced, gasUsed: 41_019, refund: 0 })).to.throw(
      "41020 less 0 refunded, the receipt says 41019",
    );
  });
});
