import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { after, refusalOf, sampleNote, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const release: Step = ["2004-06-01", "lender", { do: "release" }];

describe("model: discharge", () => {
  it("is the holder's to give by release", () => {
    for (const by of ["borrower", "attestor", "stranger"]) {
      expect(refusalOf(sampleNote(), "2004-06-01", by, { do: "release" })).to.equal("NotHolder");
    }
    const released = after(sampleNote(), release);
    expect(viewOn(released, "2004-06-01")).to.include({
      status: "released",
      total: 0n,
      holder: null,
      payable: false,
      convertible: false,
    });
  });

  it("gives back what stock was reserved", () => {
    expect(after(sampleNote(), release).stock?.claims).to.equal(0n);
  });

  it("refuses every later act on the note", () => {
    const released = after(sampleNote(), release);
    const until = dayOf("2010-01-01");
    const steps: readonly Step[] = [
      ["2008-01-01", "borrower", { do: "pay", amount: "all" }],
      ["2008-01-01", "lender", { do: "acknowledge", amount: 1n }],
      ["2008-01-01", "lender", { do: "convert", principal: "all" }],
      ["2008-01-01", "lender", { do: "permitPrepayment", until }],
      ["2008-01-01", "lender", { do: "revokePrepayment" }],
      ["2008-01-01", "lender", { do: "demand" }],
      ["2008-01-01", "borrower", { do: "consent", to: "buyer", until }],
      ["2008-01-01", "borrower", { do: "revokeConsent" }],
      ["2008-01-01", "lender", { do: "transfer", to: "buyer" }],
      ["2008-01-01", "sister", { do: "accept" }],
      ["2008-01-01", "sister", { do: "withdrawAcceptance" }],
      ["2008-01-01", "borrower", { do: "assign", to: "sister" }],
      ["2008-01-01", "borrower", { do: "report", fact: "judgment", occurred: dayOf("2008-01-01"), name: "judgment" }],
      ["2008-01-01", "lender", { do: "cure", name: "judgment", occurred: dayOf("2008-01-01") }],
      ["2008-01-01", "lender", { do: "waive", name: "judgment" }],
      ["2008-01-01", "borrower", { do: "charge", kind: "lateFee", amount: 1n }],
      ["2008-01-01", "lender", { do: "release" }],
    ];
    for (const step of steps) expect(refusalOf(released, ...step), step[2].do).to.equal("NoteEnded");
  });

  it("leaves the facts as they stood", () => {
    const paid = after(
      sampleNote(),
      ["2007-01-03", "lender", { do: "demand" }],
      ["2007-01-10", "borrower", { do: "pay", amount: "all" }],
    );
    expect(paid.note.facts[0]).to.include({ name: "nonPayment", cured: null });
    expect(viewOn(paid, "2009-01-01").status).to.equal("paid");
  });

  it("shows the note as of the day it ended", () => {
    const released = after(
      sampleNote(),
      ["2004-02-01", "borrower", { do: "report", fact: "judgment", occurred: dayOf("2004-02-01"), name: "judgment" }],
      release,
    );
    const shown = viewOn(released, "2009-01-01");
    expect(shown.defaults.map(({ name }) => name)).to.deep.equal(["judgment"]);
    expect(shown.statementOn(dayOf("2009-01-01")).total).to.equal(0n);
    const earlier = after(released, ["2009-01-01", "stranger", { do: "look" }]);
    expect(viewOn(earlier, "2009-01-01").status).to.equal("released");
  });
});
