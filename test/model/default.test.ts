import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import type { FactKind } from "../../src/model/state.ts";
import { after, refusalOf, sampleNote, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const report = (on: string, fact: FactKind, occurred = on, name: string = fact, by = "borrower"): Step => [
  on,
  by,
  { do: "report", fact, occurred: dayOf(occurred), name },
];
const cure = (on: string, name: string, occurred = on, by = "lender"): Step => [
  on,
  by,
  { do: "cure", name, occurred: dayOf(occurred) },
];
const waive = (on: string, name: string): Step => [on, "lender", { do: "waive", name }];
const demand = (on: string): Step => [on, "lender", { do: "demand" }];

describe("model: default", () => {
  describe("given nothing was reported", () => {
    it("is outstanding, due through the last day to pay, then overdue", () => {
      expect(viewOn(sampleNote(), "2006-12-31").status).to.equal("outstanding");
      expect(viewOn(sampleNote(), "2007-01-01").status).to.equal("due");
      expect(viewOn(sampleNote(), "2007-01-02").status).to.equal("due");
      expect(viewOn(sampleNote(), "2007-01-03").status).to.equal("overdue");
    });
  });

  describe("given a fact that is default at once", () => {
    const kinds = ["voluntaryPetition", "consentedPetition", "adjudication", "assignmentForCreditors"] as const;
    for (const kind of kinds) {
      it(`${kind}: stands from the day it occurred, and no cure ends it`, () => {
        const reported = after(sampleNote(), report("2004-06-10", kind, "2004-06-01"));
        expect(viewOn(reported, "2004-06-10")).to.include({ status: "default", dueOn: dayOf("2004-06-01") });
        const cured = after(reported, cure("2004-06-10", kind, "2004-06-01"));
        expect(viewOn(cured, "2004-06-10").status).to.equal("default");
      });
    }
  });

  describe("given a fact that may be averted", () => {
    it("becomes default the day after the last, rolled", () => {
      // 90 days from 2006-10-02 end on Sunday 2006-12-31; New Year's Day follows
      const filed = after(sampleNote(), report("2006-10-02", "involuntaryPetition"));
      expect(viewOn(filed, "2007-01-02").status).to.equal("due");
      expect(viewOn(filed, "2007-01-03")).to.include({ status: "default", dueOn: dayOf("2007-01-01") });
      const unrolled = after(sampleNote({ extendDeadlines: false }), report("2006-10-02", "involuntaryPetition"));
      expect(viewOn(unrolled, "2007-01-01").status).to.equal("default");
    });

    it("is averted by a cure on the last day, and not on the next", () => {
      const entered = after(sampleNote(), report("2004-12-01", "judgment"));
      expect(viewOn(entered, "2005-03-02")).to.include({ status: "default", dueOn: dayOf("2005-03-02") });
      const inTime = after(entered, cure("2005-04-01", "judgment", "2005-03-01"));
      expect(viewOn(inTime, "2005-04-01")).to.include({ status: "outstanding", dueOn: dayOf("2007-01-01") });
      const late = after(entered, cure("2005-04-01", "judgment", "2005-03-02"));
      expect(viewOn(late, "2005-04-01").status).to.equal("default");
    });

    it("counts the earliest cure recorded", () => {
      const late = after(
        sampleNote(),
        report("2004-12-01", "judgment"),
        cure("2005-03-10", "judgment", "2005-03-05"),
        cure("2005-03-10", "judgment", "2005-03-09"),
      );
      expect(late.note.facts[0]?.cured).to.equal(dayOf("2005-03-05"));
      const earlier = after(late, cure("2005-03-11", "judgment", "2005-02-28"));
      expect(viewOn(earlier, "2005-03-11").status).to.equal("outstanding");
    });

    it("takes the cure from the holder or the attestor alone, from the fact's day to today", () => {
      const entered = after(sampleNote(), report("2004-12-01", "judgment", "2004-11-30"));
      expect(refusalOf(entered, ...cure("2004-12-02", "judgment", "2004-12-01", "borrower"))).to.equal(
        "NotHolderOrAttestor",
      );
      expect(refusalOf(entered, ...cure("2004-12-02", "judgment", "2004-12-01", "attestor"))).to.equal(null);
      expect(refusalOf(entered, ...cure("2004-12-02", "judgment", "2004-11-29"))).to.equal("OccurredOutOfRange");
      expect(refusalOf(entered, ...cure("2004-12-02", "judgment", "2004-12-03"))).to.equal("OccurredOutOfRange");
      expect(refusalOf(entered, ...cure("2004-12-02", "other"))).to.equal("FactUnknown");
    });

    it("is not open any more once cured in time or waived", () => {
      const entered = after(sampleNote(), report("2004-12-01", "judgment"));
      const cured = after(entered, cure("2004-12-02", "judgment"));
      const waived = after(entered, waive("2004-12-02", "judgment"));
      for (const world of [cured, waived]) {
        expect(refusalOf(world, ...waive("2004-12-03", "judgment"))).to.equal("FactNotOpen");
        expect(viewOn(world, "2005-06-01").status).to.equal("outstanding");
      }
    });

    it("takes a further cure on record, waived or closed as it may be", () => {
      const cured = after(
        sampleNote(),
        report("2004-12-01", "judgment"),
        waive("2004-12-02", "judgment"),
        cure("2004-12-04", "judgment"),
      );
      expect(cured.note.facts[0]).to.include({ waived: true, cured: dayOf("2004-12-04") });
    });
  });

  describe("given someone reports a fact", () => {
    it("believes the borrower and the attestor alone", () => {
      for (const [by, expected] of [
        ["lender", "NotBorrowerOrAttestor"],
        ["stranger", "NotBorrowerOrAttestor"],
        ["attestor", null],
        ["borrower", null],
      ] as const) {
        expect(refusalOf(sampleNote(), ...report("2004-06-01", "judgment", "2004-06-01", "j", by))).to.equal(expected);
      }
    });

    it("refuses kinds and names of its own", () => {
      expect(refusalOf(sampleNote(), ...report("2004-06-01", "nonPayment"))).to.equal("FactKindReserved");
      expect(refusalOf(sampleNote(), ...report("2004-06-01", "assignment"))).to.equal("FactKindReserved");
      expect(refusalOf(sampleNote(), ...report("2004-06-01", "judgment", "2004-06-01", "nonPayment"))).to.equal(
        "FactNameReserved",
      );
      expect(refusalOf(sampleNote(), ...report("2004-06-01", "judgment", "2004-06-01", "assignment"))).to.equal(
        "FactNameReserved",
      );
    });

    it("takes a name of 1 to 31 bytes", () => {
      const named = (name: string) => refusalOf(sampleNote(), ...report("2004-06-01", "judgment", "2004-06-01", name));
      expect(named("")).to.equal("FactNameInvalid");
      expect(named("n".repeat(31))).to.equal(null);
      expect(named("n".repeat(32))).to.equal("FactNameInvalid");
      expect(named("é".repeat(16))).to.equal("FactNameInvalid");
    });

    it("takes a name once, also after it was closed", () => {
      const waived = after(sampleNote(), report("2004-06-01", "judgment"), waive("2004-06-01", "judgment"));
      expect(refusalOf(waived, ...report("2004-06-02", "adjudication", "2004-06-02", "judgment"))).to.equal(
        "FactNameTaken",
      );
    });

    it("takes a day from that of the note to today", () => {
      const occurred = (day: string) => refusalOf(sampleNote(), ...report("2004-06-01", "judgment", day));
      expect(occurred("2003-12-30")).to.equal("OccurredOutOfRange");
      expect(occurred("2003-12-31")).to.equal(null);
      expect(occurred("2004-06-01")).to.equal(null);
      expect(occurred("2004-06-02")).to.equal("OccurredOutOfRange");
    });

    it("keeps at most sixteen open facts of each reporter", () => {
      const sixteen = Array.from({ length: 16 }, (_, i) =>
        report("2004-06-01", "judgment", "2004-06-01", `judgment ${i}`),
      );
      const full = after(sampleNote(), ...sixteen);
      const next = report("2004-06-02", "judgment", "2004-06-02", "next");
      expect(refusalOf(full, ...next)).to.equal("TooManyOpenFacts");
      expect(refusalOf(full, ...report("2004-06-02", "judgment", "2004-06-02", "next", "attestor"))).to.equal(null);
      expect(refusalOf(after(full, waive("2004-06-02", "judgment 3")), ...next)).to.equal(null);
      expect(refusalOf(after(full, cure("2004-06-02", "judgment 3")), ...next)).to.equal(null);
    });
  });

  describe("given a waiver", () => {
    it("ends that fact and no other", () => {
      const two = after(
        sampleNote(),
        report("2004-06-01", "voluntaryPetition"),
        report("2004-07-01", "adjudication"),
        waive("2004-07-02", "voluntaryPetition"),
      );
      expect(viewOn(two, "2004-07-02")).to.include({ status: "default", dueOn: dayOf("2004-07-01") });
    });

    it("is the holder's alone, of what is on record", () => {
      const reported = after(sampleNote(), report("2004-06-01", "judgment"));
      expect(refusalOf(reported, "2004-06-01", "borrower", { do: "waive", name: "judgment" })).to.equal("NotHolder");
      expect(refusalOf(reported, ...waive("2004-06-01", "nonPayment"))).to.equal("FactNotOpen");
    });
  });

  describe("given a demand", () => {
    it("is premature through the last day to pay with no default standing", () => {
      expect(refusalOf(sampleNote(), ...demand("2007-01-02"))).to.equal("DemandPremature");
      expect(refusalOf(sampleNote(), ...demand("2007-01-03"))).to.equal(null);
      expect(refusalOf(sampleNote(), "2007-01-03", "borrower", { do: "demand" })).to.equal("NotHolder");
    });

    it("keeps the day of the first notice", () => {
      const twice = after(sampleNote(), demand("2007-01-03"), demand("2007-01-16"));
      expect(viewOn(twice, "2007-01-17").status).to.equal("default");
      expect(twice.note.facts).to.have.lengthOf(1);
    });

    it("is answered by paying all principal on the last day of grace", () => {
      const charged = after(sampleNote(), demand("2007-01-03"), [
        "2007-01-16",
        "lender",
        { do: "convert", principal: "all" },
      ]);
      expect(viewOn(charged, "2007-01-16").status).to.equal("converted");
      const withCharges = after(
        sampleNote(),
        ["2007-01-03", "borrower", { do: "charge", kind: "lateFee", amount: usd("1") }],
        demand("2007-01-03"),
        ["2007-01-16", "lender", { do: "convert", principal: "all" }],
      );
      expect(viewOn(withCharges, "2007-02-01").status).to.equal("overdue");
      expect(refusalOf(withCharges, ...demand("2007-02-01"))).to.equal("PrincipalNotOwed");
    });

    it("is not answered by part payment, nor by payment after the last day of grace", () => {
      const part = after(sampleNote(), demand("2007-01-03"), [
        "2007-01-10",
        "borrower",
        { do: "pay", amount: usd("250000") },
      ]);
      expect(viewOn(part, "2007-01-17").status).to.equal("default");
      const late = after(
        sampleNote(),
        ["2007-01-03", "borrower", { do: "charge", kind: "lateFee", amount: usd("1") }],
        demand("2007-01-03"),
        ["2007-01-17", "lender", { do: "convert", principal: "all" }],
      );
      expect(viewOn(late, "2007-01-17").status).to.equal("default");
    });

    it("may be made again after the default was waived", () => {
      const waived = after(sampleNote(), demand("2007-01-03"), waive("2007-01-20", "nonPayment"));
      expect(viewOn(waived, "2007-01-20").status).to.equal("overdue");
      const again = after(waived, demand("2007-01-22"));
      // ten days of grace end on Thursday 2007-02-01
      expect(viewOn(again, "2007-02-01").status).to.equal("overdue");
      expect(viewOn(again, "2007-02-02").status).to.equal("default");
    });

    it("has no cure by report", () => {
      const demanded = after(sampleNote(), demand("2007-01-03"));
      expect(refusalOf(demanded, ...cure("2007-01-04", "nonPayment"))).to.equal("FactNotCurable");
      expect(refusalOf(demanded, ...cure("2007-01-04", "assignment"))).to.equal("FactUnknown");
    });
  });

  it("changes no figure", () => {
    const world = after(
      sampleNote(),
      report("2004-06-01", "voluntaryPetition"),
      demand("2004-06-02"),
      report("2004-06-03", "judgment", "2004-05-01", "judgment", "attestor"),
      cure("2004-06-04", "judgment"),
      waive("2004-06-05", "voluntaryPetition"),
    );
    for (const day of ["2004-06-05", "2005-09-02", "2007-01-02", "2007-01-11"]) {
      expect(viewOn(world, day).statementOn(dayOf(day))).to.deep.equal(
        viewOn(sampleNote(), day).statementOn(dayOf(day)),
      );
    }
  });
});
