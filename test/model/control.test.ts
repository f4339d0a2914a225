import { expect } from "chai";

import { areAffiliates } from "../../src/model/control.ts";
import { after, refusalOf, sampleNote } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const control = (controller: string, controlled: string): Step => [
  "2004-01-01",
  "registrar",
  { do: "control", controller, controlled },
];
const uncontrol = (controller: string, controlled: string): Step => [
  "2004-01-01",
  "registrar",
  { do: "uncontrol", controller, controlled },
];
const chain = (links: number) => Array.from({ length: links }, (_, i) => control(`c${i}`, `c${i + 1}`));

describe("model: control", () => {
  it("makes affiliates of controller and controlled, and of those under common control", () => {
    const { control: state } = after(sampleNote(), control("top", "a"), control("top", "b"), control("b", "c"));
    expect(areAffiliates(state, "top", "c")).to.equal(true);
    expect(areAffiliates(state, "c", "top")).to.equal(true);
    expect(areAffiliates(state, "a", "c")).to.equal(true);
    expect(areAffiliates(state, "a", "stranger")).to.equal(false);
    expect(areAffiliates(state, "stranger", "stranger")).to.equal(true);
  });

  it("is the registrar's alone to record", () => {
    expect(refusalOf(sampleNote(), "2004-01-01", "borrower", control("top", "a")[2])).to.equal("NotRegistrar");
    expect(refusalOf(sampleNote(), "2004-01-01", "borrower", uncontrol("top", "a")[2])).to.equal("NotRegistrar");
  });

  it("has one controller at a time, until it ends", () => {
    const world = after(sampleNote(), control("top", "a"));
    expect(refusalOf(world, ...control("other", "a"))).to.equal("AlreadyControlled");
    expect(refusalOf(world, ...uncontrol("other", "a"))).to.equal("NotControlled");
    const ended = after(world, uncontrol("top", "a"));
    expect(areAffiliates(ended.control, "top", "a")).to.equal(false);
    expect(refusalOf(ended, ...control("other", "a"))).to.equal(null);
  });

  it("goes round in no circle", () => {
    expect(refusalOf(sampleNote(), ...control("a", "a"))).to.equal("ControlCycle");
    expect(refusalOf(after(sampleNote(), control("a", "b"), control("b", "c")), ...control("c", "a"))).to.equal(
      "ControlCycle",
    );
  });

  it("goes over sixteen links at most", () => {
    const sixteen = after(sampleNote(), ...chain(16));
    expect(areAffiliates(sixteen.control, "c0", "c16")).to.equal(true);
    expect(refusalOf(sixteen, ...control("c16", "c17"))).to.equal("ControlChainTooLong");
    // nor may a chain grow over sixteen from its upper end, or by joining two
    expect(refusalOf(sixteen, ...control("top", "c0"))).to.equal("ControlChainTooLong");
    const apart = after(sampleNote(), ...chain(10), control("d0", "d1"));
    expect(refusalOf(apart, ...control("c10", "d0"))).to.equal(null);
    expect(refusalOf(after(apart, ...chain(16).slice(10)), ...control("c15", "d0"))).to.equal("ControlChainTooLong");
  });
});
