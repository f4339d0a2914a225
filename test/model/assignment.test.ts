import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { after, refusalOf, sampleNote, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const assign = (on: string, to: string, by = "borrower"): Step => [on, by, { do: "assign", to }];
const accept = (on: string, by: string): Step => [on, by, { do: "accept" }];
const subsidiary: Step = [
  "2004-01-01",
  "registrar",
  { do: "control", controller: "borrower", controlled: "subsidiary" },
];
const affiliated = after(sampleNote(), subsidiary);

describe("model: assignment", () => {
  describe("given an affiliate of the maker", () => {
    it("becomes obligor once it has accepted, and the maker stays bound", () => {
      expect(refusalOf(affiliated, ...assign("2004-01-02", "subsidiary"))).to.equal("AssignmentNotAccepted");
      const assigned = after(affiliated, accept("2004-01-02", "subsidiary"), assign("2004-01-03", "subsidiary"));
      expect(viewOn(assigned, "2004-01-03")).to.include({ obligor: "subsidiary", status: "outstanding" });
      expect(assigned.note.maker).to.equal("borrower");
    });

    it("speaks for the note from then on, and the maker no more", () => {
      const assigned = after(affiliated, accept("2004-01-02", "subsidiary"), assign("2004-01-03", "subsidiary"));
      const charge = { do: "charge", kind: "lateFee", amount: 1n } as const;
      const consent = { do: "consent", to: "buyer", until: dayOf("2005-01-01") } as const;
      expect(refusalOf(assigned, "2004-01-04", "borrower", charge)).to.equal("NotBorrowerOrAttestor");
      expect(refusalOf(assigned, "2004-01-04", "subsidiary", charge)).to.equal(null);
      expect(refusalOf(assigned, "2004-01-04", "borrower", consent)).to.equal("NotBorrower");
      expect(refusalOf(assigned, "2004-01-04", "subsidiary", consent)).to.equal(null);
      expect(refusalOf(assigned, "2004-01-04", "borrower", { do: "split", numerator: 2n, denominator: 1n })).to.equal(
        null,
      );
    });

    it("must accept again when the debt has changed, and not because time has passed", () => {
      const accepted = after(affiliated, accept("2004-01-02", "subsidiary"));
      expect(refusalOf(accepted, ...assign("2007-06-01", "subsidiary"))).to.equal(null);
      const charged = after(accepted, ["2004-01-03", "attestor", { do: "charge", kind: "lateFee", amount: 1n }]);
      expect(refusalOf(charged, ...assign("2004-01-03", "subsidiary"))).to.equal("AssignmentNotAccepted");
      const paid = after(accepted, ["2007-06-01", "borrower", { do: "pay", amount: 1n }]);
      expect(refusalOf(paid, ...assign("2007-06-01", "subsidiary"))).to.equal("AssignmentNotAccepted");
    });

    it("need not accept again when charges have come and gone, so that the debt stands as it stood", () => {
      const charged = after(
        affiliated,
        ["2007-06-01", "borrower", { do: "pay", amount: 1n }],
        accept("2007-06-02", "subsidiary"),
        ["2007-06-10", "attestor", { do: "charge", kind: "lateFee", amount: usd("10") }],
        ["2007-06-10", "lender", { do: "acknowledge", amount: usd("10") }],
      );
      expect(refusalOf(charged, ...assign("2007-06-11", "subsidiary"))).to.equal(null);
    });

    it("must accept again when the obligor has changed, and after each assignment", () => {
      const moved = after(
        affiliated,
        ["2004-01-01", "registrar", { do: "control", controller: "borrower", controlled: "second" }],
        accept("2004-01-02", "subsidiary"),
        accept("2004-01-02", "second"),
        assign("2004-01-03", "second"),
      );
      expect(refusalOf(moved, ...assign("2004-01-04", "subsidiary", "second"))).to.equal("AssignmentNotAccepted");
      const back = after(moved, accept("2004-01-04", "borrower"), assign("2004-01-04", "borrower", "second"));
      expect(viewOn(back, "2004-01-04").obligor).to.equal("borrower");
      expect(refusalOf(back, ...assign("2004-01-05", "second"))).to.equal("AssignmentNotAccepted");
    });

    it("may take its acceptance back", () => {
      const withdrawn = after(affiliated, accept("2004-01-02", "subsidiary"), [
        "2004-01-02",
        "subsidiary",
        { do: "withdrawAcceptance" },
      ]);
      expect(refusalOf(withdrawn, ...assign("2004-01-03", "subsidiary"))).to.equal("AssignmentNotAccepted");
      expect(refusalOf(withdrawn, "2004-01-03", "subsidiary", { do: "withdrawAcceptance" })).to.equal("NoAcceptance");
    });

    it("ends a consent to transfer", () => {
      const assigned = after(
        affiliated,
        ["2004-01-02", "borrower", { do: "consent", to: "buyer", until: dayOf("2005-01-01") }],
        accept("2004-01-02", "subsidiary"),
        assign("2004-01-03", "subsidiary"),
      );
      expect(refusalOf(assigned, "2004-01-03", "lender", { do: "transfer", to: "buyer" })).to.equal("ConsentRequired");
    });
  });

  describe("given a stranger", () => {
    it("is default at once, and the obligor does not change", () => {
      const assigned = after(sampleNote(), assign("2004-01-03", "stranger"));
      expect(viewOn(assigned, "2004-01-03")).to.include({
        status: "default",
        obligor: "borrower",
        dueOn: dayOf("2004-01-03"),
      });
    });

    it("keeps the first day while it stands, and is a new fact once waived", () => {
      const twice = after(sampleNote(), assign("2004-01-03", "stranger"), assign("2004-02-03", "stranger"));
      expect(viewOn(twice, "2004-02-03").dueOn).to.equal(dayOf("2004-01-03"));
      const waived = after(twice, ["2004-02-04", "lender", { do: "waive", name: "assignment" }]);
      expect(viewOn(waived, "2004-02-04").status).to.equal("outstanding");
      const again = after(waived, assign("2004-03-03", "stranger"));
      expect(viewOn(again, "2004-03-03").dueOn).to.equal(dayOf("2004-03-03"));
    });
  });

  it("to a holder or an attestor that is no affiliate is default as to any stranger", () => {
    for (const to of ["lender", "attestor"]) {
      const assigned = after(sampleNote(), assign("2004-01-03", to));
      expect(viewOn(assigned, "2004-01-03")).to.include({ status: "default", obligor: "borrower" });
    }
  });

  it("is refused to the present obligor, to the holder and the attestor as affiliates, and from any but the borrower", () => {
    expect(refusalOf(sampleNote(), ...assign("2004-01-03", "borrower"))).to.equal("SameObligor");
    for (const to of ["lender", "attestor"]) {
      const related = after(sampleNote(), [
        "2004-01-02",
        "registrar",
        { do: "control", controller: "borrower", controlled: to },
      ]);
      expect(refusalOf(related, ...assign("2004-01-03", to))).to.equal("PartyCannotOwe");
    }
    expect(refusalOf(sampleNote(), ...assign("2004-01-03", "stranger", "lender"))).to.equal("NotBorrower");
  });

  it("leaves what is owed alone", () => {
    const assigned = after(affiliated, accept("2004-01-02", "subsidiary"), assign("2004-01-03", "subsidiary"));
    expect(viewOn(assigned, "2007-01-02").total).to.equal(usd("250682.803191"));
  });
});
