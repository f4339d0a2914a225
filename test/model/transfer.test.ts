import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { transferBasis } from "../../src/model/transfer.ts";
import { after, refusalOf, sampleNote, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const consent = (on: string, to: string, until: string): Step => [
  on,
  "borrower",
  { do: "consent", to, until: dayOf(until) },
];
const transfer = (on: string, to: string, by = "lender"): Step => [on, by, { do: "transfer", to }];
const control = (controller: string, controlled: string): Step => [
  "2004-01-01",
  "registrar",
  { do: "control", controller, controlled },
];

describe("model: transfer", () => {
  describe("given no affiliate", () => {
    it("wants the borrower's consent, for this transferee, through its last day", () => {
      expect(refusalOf(sampleNote(), ...transfer("2004-01-02", "buyer"))).to.equal("ConsentRequired");
      const given = after(sampleNote(), consent("2004-01-02", "buyer", "2004-01-31"));
      expect(refusalOf(given, ...transfer("2004-01-31", "other"))).to.equal("ConsentRequired");
      expect(refusalOf(given, ...transfer("2004-02-01", "buyer"))).to.equal("ConsentRequired");
      expect(transferBasis(given, "buyer", dayOf("2004-01-31"))).to.equal("consent");
      expect(viewOn(after(given, transfer("2004-01-31", "buyer")), "2004-01-31").holder).to.equal("buyer");
    });

    it("is made by the holder alone", () => {
      const given = after(sampleNote(), consent("2004-01-02", "buyer", "2004-01-31"));
      expect(refusalOf(given, ...transfer("2004-01-03", "buyer", "buyer"))).to.equal("NotHolder");
      expect(refusalOf(given, ...transfer("2004-01-03", "buyer", "borrower"))).to.equal("NotHolder");
    });

    it("uses the consent up", () => {
      const back = after(
        sampleNote(),
        consent("2004-01-02", "buyer", "2004-01-31"),
        transfer("2004-01-03", "buyer"),
        consent("2004-01-03", "lender", "2004-01-31"),
        transfer("2004-01-04", "lender", "buyer"),
      );
      expect(refusalOf(back, ...transfer("2004-01-05", "buyer"))).to.equal("ConsentRequired");
    });

    it("lets a later consent replace an earlier, and the borrower take it back", () => {
      const second = after(
        sampleNote(),
        consent("2004-01-02", "buyer", "2004-01-31"),
        consent("2004-01-02", "other", "2004-01-31"),
      );
      expect(refusalOf(second, ...transfer("2004-01-03", "buyer"))).to.equal("ConsentRequired");
      expect(refusalOf(second, "2004-01-03", "lender", { do: "revokeConsent" })).to.equal("NotBorrower");
      const revoked = after(second, ["2004-01-03", "borrower", { do: "revokeConsent" }]);
      expect(refusalOf(revoked, ...transfer("2004-01-03", "other"))).to.equal("ConsentRequired");
      expect(refusalOf(revoked, "2004-01-03", "borrower", { do: "revokeConsent" })).to.equal("NoConsent");
      expect(refusalOf(second, "2004-02-01", "borrower", { do: "revokeConsent" })).to.equal("NoConsent");
    });

    it("refuses a consent that has passed, and one by another than the borrower", () => {
      expect(refusalOf(sampleNote(), ...consent("2004-01-02", "buyer", "2004-01-01"))).to.equal("UntilPassed");
      expect(refusalOf(sampleNote(), ...consent("2004-01-02", "buyer", "2004-01-02"))).to.equal(null);
      const deed = { do: "consent", to: "buyer", until: dayOf("2004-01-31") } as const;
      for (const by of ["lender", "attestor", "buyer"]) {
        expect(refusalOf(sampleNote(), "2004-01-02", by, deed)).to.equal("NotBorrower");
      }
    });

    const given = after(sampleNote({ prepaymentAllowed: true }), consent("2004-01-02", "buyer", "2006-01-31"));
    const ending: readonly Step[] = [
      ["2005-09-02", "borrower", { do: "pay", amount: usd("1") }],
      ["2005-09-02", "lender", { do: "acknowledge", amount: usd("1") }],
      ["2005-09-02", "lender", { do: "convert", principal: usd("1") }],
      ["2005-09-02", "attestor", { do: "charge", kind: "lateFee", amount: usd("1") }],
    ];
    for (const step of ending) {
      it(`ends the consent with ${step[2].do}`, () => {
        expect(refusalOf(after(given, step), ...transfer("2005-09-02", "buyer"))).to.equal("ConsentRequired");
      });
    }

    const leaving: readonly Step[] = [
      ["2005-09-02", "borrower", { do: "report", fact: "judgment", occurred: dayOf("2005-09-02"), name: "judgment" }],
      ["2005-09-02", "lender", { do: "permitPrepayment", until: dayOf("2006-01-01") }],
      ["2005-09-02", "borrower", { do: "split", numerator: 2n, denominator: 1n }],
      ["2005-09-02", "borrower", { do: "assign", to: "stranger" }],
    ];
    for (const step of leaving) {
      it(`leaves the consent standing after ${step[2].do}`, () => {
        expect(refusalOf(after(given, step), ...transfer("2005-09-02", "buyer"))).to.equal(null);
      });
    }
  });

  describe("given an affiliate of the holder", () => {
    const steps = [control("holdco", "lender"), control("holdco", "sister")];

    it("passes freely, and ends consent and permission", () => {
      const moved = after(sampleNote(), ...steps, consent("2004-01-02", "buyer", "2004-01-31"), [
        "2004-01-03",
        "lender",
        { do: "transfer", to: "sister" },
      ]);
      expect(refusalOf(moved, ...transfer("2004-01-04", "buyer", "sister"))).to.equal("ConsentRequired");
      expect(viewOn(moved, "2004-01-04").holder).to.equal("sister");
    });

    it("wants consent where affiliates are not free", () => {
      const world = after(sampleNote({ affiliatesFree: false }), ...steps);
      expect(refusalOf(world, ...transfer("2004-01-03", "sister"))).to.equal("ConsentRequired");
    });
  });

  describe("given a party of the note", () => {
    it("cannot hold it, consent or not", () => {
      for (const to of ["borrower", "attestor"]) {
        expect(refusalOf(sampleNote(), ...consent("2004-01-02", to, "2004-01-31"))).to.equal("PartyCannotHold");
        expect(refusalOf(sampleNote(), ...transfer("2004-01-03", to))).to.equal("PartyCannotHold");
      }
    });

    it("cannot hold it as obligor, nor as maker after an assignment", () => {
      const assigned = after(
        sampleNote(),
        control("borrower", "subsidiary"),
        ["2004-01-02", "subsidiary", { do: "accept" }],
        ["2004-01-02", "borrower", { do: "assign", to: "subsidiary" }],
      );
      expect(transferBasis(assigned, "borrower", dayOf("2004-01-03"))).to.equal("partyCannotHold");
      expect(transferBasis(assigned, "subsidiary", dayOf("2004-01-03"))).to.equal("partyCannotHold");
    });
  });
});
