import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { previewConversion } from "../../src/model/conversion.ts";
import { balanceOf } from "../../src/model/stock.ts";
import { view } from "../../src/model/view.ts";
import { after, sampleNote, tokens, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

describe("model: figures to reach", () => {
  it("accrues 26,377.768504 by 2005-09-02 and 47,359.103191 by maturity", () => {
    expect(viewOn(sampleNote(), "2005-09-02").interest).to.equal(usd("26377.768504"));
    expect(viewOn(sampleNote(), "2007-01-01").interest).to.equal(usd("47359.103191"));
  });

  const byConvention = [
    ["ACT_360", "48016.868513"],
    ["ACT_ACT_ISDA", "47315.931720"],
    ["THIRTY_360_BB", "47316.531324"],
    ["THIRTY_E_360", "47316.531324"],
  ] as const;
  for (const [dayCount, interest] of byConvention) {
    it(`accrues ${interest} by maturity under ${dayCount}`, () => {
      expect(viewOn(sampleNote({ dayCount }), "2007-01-01").interest).to.equal(usd(interest));
    });
  }

  it("takes 250,682.803191 on 2007-01-02, without overdue interest", () => {
    const shown = viewOn(sampleNote(), "2007-01-02");
    expect(shown.total).to.equal(usd("250682.803191"));
    expect(shown.overdueInterest).to.equal(0n);
    expect(shown.status).to.equal("due");
    const paid = after(sampleNote(), ["2007-01-02", "borrower", { do: "pay", amount: "all" }]);
    expect(paid.note.received.get("lender")).to.equal(usd("250682.803191"));
    expect(viewOn(paid, "2007-01-02").status).to.equal("paid");
  });

  it("is owed 251,300.925171 on 2007-01-11 on the sum due, 251,184.149300 on the principal", () => {
    const overdue = sampleNote().note.terms.overdue;
    if (overdue === null) throw new Error("the sample has overdue interest");
    expect(viewOn(sampleNote(), "2007-01-11").total).to.equal(usd("251300.925171"));
    const onPrincipal = sampleNote({ overdue: { ...overdue, base: "principal" } });
    expect(viewOn(onPrincipal, "2007-01-11").total).to.equal(usd("251184.149300"));
  });

  it("converts everything into 4,594,029 shares on 2005-09-02 and 5,013,656 at maturity", () => {
    const early = previewConversion(sampleNote(), dayOf("2005-09-02"), "all", "all");
    expect(early?.shares).to.equal(4_594_029n);
    expect(early?.residue).to.equal(usd("0.018504"));
    expect(previewConversion(sampleNote(), dayOf("2007-01-01"), "all", "all")?.shares).to.equal(5_013_656n);
  });

  const splits = [
    [null, "2547807"],
    [[2n, 1n], "5095614"],
    [[3n, 2n], "3821710.5"],
    [[1n, 10n], "254780.7"],
  ] as const;
  for (const [ratio, then] of splits) {
    it(`converts half, then after ${ratio?.join(":") ?? "no split"} the rest into ${then}`, () => {
      const half = after(sampleNote(), [
        "2005-09-02",
        "lender",
        { do: "convert", principal: usd("100000"), leastShares: 2_259_465n },
      ]);
      const shown = viewOn(half, "2005-09-02");
      expect(shown.principal).to.equal(usd("103323.70"));
      expect(shown.interest).to.equal(usd("13404.518504"));
      expect(shown.total).to.equal(usd("116728.218504"));
      expect(stockOf(half)).to.equal(tokens("2259465"));

      const steps: Step[] = ratio
        ? [["2006-03-15", "borrower", { do: "split", numerator: ratio[0], denominator: ratio[1] }]]
        : [];
      const before = after(half, ...steps);
      const all = after(before, ["2007-01-01", "lender", { do: "convert", principal: "all" }]);
      expect(stockOf(all) - stockOf(before)).to.equal(tokens(then));
      expect(viewOn(all, "2007-01-01").status).to.equal("converted");
    });
  }

  it("opens conversion at 1125633600", () => {
    const { calendar } = sampleNote().note.terms;
    expect(view(sampleNote(), calendar.dateOf(1125633599)).convertible).to.equal(false);
    expect(view(sampleNote(), calendar.dateOf(1125633600)).convertible).to.equal(true);
  });

  it("is in default from 1169010000 after a demand on 2007-01-03", () => {
    const demanded = after(sampleNote(), ["2007-01-03", "lender", { do: "demand" }]);
    const { calendar } = demanded.note.terms;
    expect(view(demanded, calendar.dateOf(1169009999)).status).to.equal("overdue");
    expect(view(demanded, calendar.dateOf(1169010000)).status).to.equal("default");
    expect(view(demanded, calendar.dateOf(1169010000)).defaults).to.deep.equal([
      { name: "nonPayment", kind: "nonPayment", begins: dayOf("2007-01-17") },
    ]);
  });

  it("takes a dismissal on 2007-02-28 of a petition of 2006-11-30 in time, one on 2007-03-01 not", () => {
    const filed = after(sampleNote(), [
      "2006-11-30",
      "borrower",
      { do: "report", fact: "involuntaryPetition", occurred: dayOf("2006-11-30"), name: "petition" },
    ]);
    const dismissed = (on: string) =>
      after(filed, ["2007-03-01", "lender", { do: "cure", name: "petition", occurred: dayOf(on) }]);
    expect(viewOn(filed, "2007-02-28").status).to.equal("overdue");
    expect(viewOn(dismissed("2007-02-28"), "2007-03-01").status).to.equal("overdue");
    expect(viewOn(dismissed("2007-03-01"), "2007-03-01").status).to.equal("default");
  });

  function stockOf({ stock }: { stock: Parameters<typeof balanceOf>[0] | null }): bigint {
    if (stock === null) throw new Error("the sample has stock");
    return balanceOf(stock, "lender");
  }
});
