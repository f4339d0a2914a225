import { expect } from "chai";

import { grouped, inOneTransaction, percentAbove, timesOf } from "../../bench/ratio.ts";

describe("Ratios of gas", () => {
  it("say how many times as much, to two decimals", () => {
    expect(timesOf(75_000, 50_000)).to.equal("1.50×");
    expect(timesOf(67_849, 233_643)).to.equal("0.29×");
  });

  it("are not made of nothing", () => {
    expect(() => timesOf(1, 0)).to.throw(RangeError, "1 to 0");
    expect(() => timesOf(0, 1)).to.throw(RangeError);
    expect(() => percentAbove(1, 0)).to.throw(RangeError);
    expect(() => inOneTransaction([])).to.throw(RangeError);
  });

  it("say in percent what is above a part", () => {
    expect(percentAbove(96_416, 71_785)).to.equal("34%");
    expect(percentAbove(50, 50)).to.equal("0%");
  });

  it("count the base once for several acts in one transaction", () => {
    expect(inOneTransaction([31_000])).to.equal(31_000);
    expect(inOneTransaction([31_000, 36_000, 22_000])).to.equal(31_000 + 15_000 + 1_000);
  });

  it("separate thousands", () => {
    expect(grouped(1_234_567)).to.equal("1,234,567");
  });
});
