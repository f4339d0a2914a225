import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { make, perform } from "../../src/model/life.ts";
import { after, parties, sample, sampleNote, viewOn } from "./fixture.ts";

describe("model: making", () => {
  it("gives the lender a note of the borrower, owed from its date whenever it is made", () => {
    const made = make(sample(), parties, dayOf("2008-01-01"));
    if (!made.ok) throw new Error(made.refusal);
    expect(viewOn(made.world, "2008-01-01")).to.include({
      holder: "lender",
      obligor: "borrower",
      status: "overdue",
      payable: true,
    });
    expect(viewOn(made.world, "2008-01-01").total).to.equal(viewOn(sampleNote(), "2008-01-01").total);
  });

  it("is refused before its date", () => {
    expect(make(sample(), parties, dayOf("2003-12-30"))).to.deep.equal({ ok: false, refusal: "DatedInFuture" });
  });

  it("wants borrower, lender and attestor to differ", () => {
    const same = { ok: false, refusal: "PartiesNotDistinct" };
    expect(make(sample(), { ...parties, lender: "borrower" })).to.deep.equal(same);
    expect(make(sample(), { ...parties, attestor: "borrower" })).to.deep.equal(same);
    expect(make(sample(), { ...parties, attestor: "lender" })).to.deep.equal(same);
    expect(make(sample(), { ...parties, attestor: null }).ok).to.equal(true);
  });
});

describe("model: an act", () => {
  it("leaves the world before it as it was", () => {
    const world = sampleNote();
    const before = structuredClone({ ...world, note: { ...world.note, terms: null } });
    after(
      world,
      ["2005-09-02", "lender", { do: "convert", principal: 10_000_000n }],
      ["2005-09-02", "borrower", { do: "charge", kind: "lateFee", amount: 1n }],
      ["2005-09-02", "registrar", { do: "control", controller: "a", controlled: "b" }],
    );
    expect({ ...world, note: { ...world.note, terms: null } }).to.deep.equal(before);
  });

  it("that is refused gives the very same world", () => {
    const world = sampleNote();
    const result = perform(world, { on: dayOf("2006-01-01"), by: "borrower", do: "pay", amount: "all" });
    expect(result).to.include({ ok: false, refusal: "PrepaymentNotPermitted" });
    expect(result.world).to.equal(world);
  });

  it("cannot lie before the last", () => {
    const world = after(sampleNote(), ["2006-01-01", "stranger", { do: "look" }]);
    expect(() => perform(world, { on: dayOf("2005-12-31"), by: "stranger", do: "look" })).to.throw(RangeError);
  });

  it("believes nobody as attestor where none was named", () => {
    const made = make(sample(), { ...parties, attestor: null });
    if (!made.ok) throw new Error(made.refusal);
    const charged = perform(made.world, {
      on: dayOf("2004-01-01"),
      by: "attestor",
      do: "charge",
      kind: "lateFee",
      amount: 1n,
    });
    expect(charged).to.include({ ok: false, refusal: "NotBorrowerOrAttestor" });
  });
});
