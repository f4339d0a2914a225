import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { after, refusalOf, sampleNote, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const payAll = { do: "pay", amount: "all" } as const;
const permit = (on: string, until: string): Step => [on, "lender", { do: "permitPrepayment", until: dayOf(until) }];
const petition = (on: string, occurred = on, name = "petition"): Step => [
  on,
  "borrower",
  { do: "report", fact: "voluntaryPetition", occurred: dayOf(occurred), name },
];

describe("model: prepayment", () => {
  describe("given prepayment is prohibited", () => {
    it("refuses payment through the day before maturity", () => {
      expect(refusalOf(sampleNote(), "2006-12-31", "borrower", payAll)).to.equal("PrepaymentNotPermitted");
      expect(viewOn(sampleNote(), "2006-12-31").payable).to.equal(false);
      expect(viewOn(sampleNote(), "2007-01-01").payable).to.equal(true);
    });

    it("takes payment by anyone through the day to which the holder has permitted it", () => {
      const permitted = after(sampleNote(), permit("2004-01-01", "2004-06-30"));
      expect(refusalOf(permitted, "2004-06-30", "stranger", payAll)).to.equal(null);
      expect(refusalOf(permitted, "2004-07-01", "borrower", payAll)).to.equal("PrepaymentNotPermitted");
    });

    it("lets a later permission replace an earlier, and the holder take it back", () => {
      const shorter = after(sampleNote(), permit("2004-01-01", "2004-06-30"), permit("2004-01-02", "2004-02-01"));
      expect(viewOn(shorter, "2004-06-30").payable).to.equal(false);
      const revoked = after(shorter, ["2004-01-03", "lender", { do: "revokePrepayment" }]);
      expect(viewOn(revoked, "2004-01-03").payable).to.equal(false);
      expect(refusalOf(revoked, "2004-01-03", "lender", { do: "revokePrepayment" })).to.equal(null);
    });

    it("refuses a permission that has passed, and one by another than the holder", () => {
      const until = dayOf("2004-01-01");
      expect(refusalOf(sampleNote(), "2004-01-02", "lender", { do: "permitPrepayment", until })).to.equal(
        "UntilPassed",
      );
      expect(refusalOf(sampleNote(), "2004-01-01", "lender", { do: "permitPrepayment", until })).to.equal(null);
      expect(refusalOf(sampleNote(), "2004-01-01", "borrower", { do: "permitPrepayment", until })).to.equal(
        "NotHolder",
      );
      expect(refusalOf(sampleNote(), "2004-01-01", "borrower", { do: "revokePrepayment" })).to.equal("NotHolder");
    });

    it("ends the permission with a transfer", () => {
      const moved = after(
        sampleNote(),
        permit("2004-01-01", "2004-06-30"),
        ["2004-01-02", "borrower", { do: "consent", to: "buyer", until: dayOf("2004-02-01") }],
        ["2004-01-03", "lender", { do: "transfer", to: "buyer" }],
      );
      expect(viewOn(moved, "2004-01-03").payable).to.equal(false);
    });
  });

  describe("given a default stands", () => {
    it("does not open payment by itself, so that no default cuts off conversion", () => {
      expect(refusalOf(after(sampleNote(), petition("2005-01-01")), "2005-01-02", "borrower", payAll)).to.equal(
        "PrepaymentNotPermitted",
      );
    });

    it("opens it once the holder has demanded payment, also after a transfer", () => {
      const called = after(sampleNote(), petition("2005-01-01"), ["2005-01-02", "lender", { do: "demand" }]);
      expect(viewOn(called, "2005-01-02").payable).to.equal(true);
      const moved = after(
        called,
        ["2005-01-02", "borrower", { do: "consent", to: "buyer", until: dayOf("2005-02-01") }],
        ["2005-01-03", "lender", { do: "transfer", to: "buyer" }],
      );
      expect(refusalOf(moved, "2005-01-03", "borrower", payAll)).to.equal(null);
    });

    it("wants a new demand for a default reported after it, whatever day it is said to have occurred", () => {
      const waived = after(
        sampleNote(),
        petition("2005-01-01"),
        ["2005-01-02", "lender", { do: "demand" }],
        petition("2005-01-02", "2004-12-01", "older"),
        ["2005-01-03", "lender", { do: "waive", name: "petition" }],
      );
      expect(viewOn(waived, "2005-01-03").status).to.equal("default");
      expect(viewOn(waived, "2005-01-03").payable).to.equal(false);
      expect(viewOn(after(waived, ["2005-01-03", "lender", { do: "demand" }]), "2005-01-03").payable).to.equal(true);
    });

    it("wants a new demand for a default on record that began after it", () => {
      const waived = after(
        sampleNote(),
        ["2004-12-01", "borrower", { do: "report", fact: "judgment", occurred: dayOf("2004-12-01"), name: "judgment" }],
        petition("2005-01-01"),
        ["2005-01-02", "lender", { do: "demand" }],
        ["2005-01-03", "lender", { do: "waive", name: "petition" }],
      );
      expect(viewOn(waived, "2005-03-02").status).to.equal("default");
      expect(viewOn(waived, "2005-03-02").payable).to.equal(false);
    });

    it("closes it again when the default is gone", () => {
      const waived = after(
        sampleNote(),
        petition("2005-01-01"),
        ["2005-01-02", "lender", { do: "demand" }],
        ["2005-01-03", "lender", { do: "waive", name: "petition" }],
      );
      expect(refusalOf(waived, "2005-01-03", "borrower", payAll)).to.equal("PrepaymentNotPermitted");
    });
  });

  describe("given prepayment is allowed", () => {
    const open = sampleNote({ prepaymentAllowed: true });

    it("applies a payment to principal and interest pro rata", () => {
      const paid = viewOn(after(open, ["2005-09-02", "borrower", { do: "pay", amount: usd("1000") }]), "2005-09-02");
      expect(paid.principal).to.equal(usd("203323.70") - usd("885.164998"));
      expect(paid.interest).to.equal(usd("26377.768504") - usd("114.835002"));
    });

    it("takes charges first", () => {
      const paid = after(
        open,
        ["2005-09-02", "borrower", { do: "charge", kind: "lateFee", amount: usd("700") }],
        ["2005-09-02", "borrower", { do: "pay", amount: usd("600") }],
      );
      expect(viewOn(paid, "2005-09-02").charges).to.equal(usd("100"));
      expect(viewOn(paid, "2005-09-02").principal).to.equal(usd("203323.70"));
    });

    it("lets the rest accrue as if it had always been that small", () => {
      const paid = after(open, ["2005-09-02", "borrower", { do: "pay", amount: usd("114850.734252") }]);
      const left = viewOn(paid, "2007-01-01");
      expect(left.principal).to.equal(usd("101661.85"));
      expect(left.interest).to.equal(usd("23679.551595"));
    });

    it("ends the note as paid when all is paid", () => {
      const paid = after(open, ["2005-09-02", "borrower", payAll]);
      expect(viewOn(paid, "2005-09-02").status).to.equal("paid");
      expect(paid.note.received.get("lender")).to.equal(usd("229701.468504"));
    });
  });

  describe("given no principal is left", () => {
    it("takes payment of charges and leftover before maturity", () => {
      const converted = after(
        sampleNote(),
        ["2005-09-02", "borrower", { do: "charge", kind: "lateFee", amount: usd("50") }],
        ["2005-09-02", "lender", { do: "convert", principal: "all" }],
      );
      expect(viewOn(converted, "2005-09-02").total).to.equal(usd("50.018504"));
      const paid = after(converted, ["2005-09-02", "borrower", payAll]);
      expect(viewOn(paid, "2005-09-02").status).to.equal("paid");
    });
  });
});
