import { expect } from "chai";

import { make } from "../../src/model/life.ts";
import { after, parties, refusalOf, sample, sampleNote, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

describe("model: payment", () => {
  describe("given maturity has come", () => {
    it("applies a payment to charges, overdue interest, interest, principal in that order", () => {
      const charged = after(sampleNote(), [
        "2007-01-11",
        "borrower",
        { do: "charge", kind: "lateFee", amount: usd("100") },
      ]);
      const pay = (amount: string) =>
        viewOn(after(charged, ["2007-01-11", "borrower", { do: "pay", amount: usd(amount) }]), "2007-01-11");
      expect(pay("40")).to.include({ charges: usd("60"), overdueInterest: usd("618.121980") });
      expect(pay("118.121980")).to.include({ charges: 0n, overdueInterest: usd("600"), interest: usd("47359.103191") });
      expect(pay("1000")).to.include({ overdueInterest: 0n, interest: usd("47077.225171") });
      expect(pay("48077.225171")).to.include({ interest: 0n, principal: usd("203323.70") });
      expect(pay("48078.225171")).to.include({ interest: 0n, principal: usd("203322.70") });
    });

    it("applies a payment on maturity itself to interest before principal", () => {
      const paid = after(sampleNote(), ["2007-01-01", "borrower", { do: "pay", amount: usd("47359.103191") }]);
      expect(viewOn(paid, "2007-01-01")).to.include({ interest: 0n, principal: usd("203323.70") });
    });

    it("takes no more than is owed", () => {
      const paid = after(sampleNote(), ["2007-01-01", "stranger", { do: "pay", amount: usd("999999") }]);
      expect(paid.note.received.get("lender")).to.equal(usd("250682.803191"));
      expect(viewOn(paid, "2007-01-01")).to.include({ status: "paid", holder: null, total: 0n });
    });

    it("refuses nothing, and the holder", () => {
      expect(refusalOf(sampleNote(), "2007-01-01", "borrower", { do: "pay", amount: 0n })).to.equal("ZeroAmount");
      expect(refusalOf(sampleNote(), "2007-01-01", "lender", { do: "pay", amount: 1n })).to.equal("PayerIsHolder");
    });
  });

  describe("given a payment made elsewhere", () => {
    it("counts when the holder, and nobody else, acknowledges it", () => {
      const deed = { do: "acknowledge", amount: usd("1000") } as const;
      expect(refusalOf(sampleNote(), "2007-01-01", "borrower", deed)).to.equal("NotHolder");
      expect(refusalOf(sampleNote(), "2007-01-01", "attestor", deed)).to.equal("NotHolder");
      const acknowledged = after(sampleNote(), ["2007-01-01", "lender", deed]);
      expect(viewOn(acknowledged, "2007-01-01").total).to.equal(usd("249682.803191"));
      expect(acknowledged.note.received.get("lender")).to.equal(undefined);
    });

    it("counts before maturity as a permitted prepayment", () => {
      const acknowledged = after(sampleNote(), ["2005-09-02", "lender", { do: "acknowledge", amount: usd("1000") }]);
      expect(viewOn(acknowledged, "2005-09-02").principal).to.equal(usd("203323.70") - usd("885.164998"));
      expect(viewOn(acknowledged, "2005-09-02").payable).to.equal(false);
    });

    it("is refused above what is owed, and of nothing", () => {
      const acknowledge = (amount: bigint) =>
        refusalOf(sampleNote(), "2007-01-01", "lender", { do: "acknowledge", amount });
      expect(acknowledge(usd("250682.803192"))).to.equal("ExceedsOwed");
      expect(acknowledge(usd("250682.803191"))).to.equal(null);
      expect(acknowledge(0n)).to.equal("ZeroAmount");
    });

    it("ends the note as paid when it is all", () => {
      const paid = after(sampleNote(), ["2007-01-01", "lender", { do: "acknowledge", amount: usd("250682.803191") }]);
      expect(viewOn(paid, "2007-01-01").status).to.equal("paid");
    });
  });

  it("is held for a holder whom the currency bars, and refused of a payer whom it bars", () => {
    const made = make(sample(), parties, sample().dated, { currencyIssuer: "issuer" });
    if (!made.ok) throw new Error(made.refusal);
    const block = (party: string): Step => ["2007-01-01", "issuer", { do: "block", party }];
    const pay: Step = ["2007-01-01", "borrower", { do: "pay", amount: usd("10") }];
    const withdraw: Step = ["2007-01-01", "lender", { do: "withdraw", holder: "lender", to: "lender" }];
    expect(refusalOf(made.world, "2007-01-01", "borrower", { do: "block", party: "lender" })).to.equal("NotTheIssuer");
    const paid = after(made.world, block("lender"), pay);
    expect(paid.note.held.get("lender")).to.equal(usd("10"));
    expect(refusalOf(paid, ...withdraw)).to.equal("Blocklisted");
    expect(refusalOf(after(paid, block("borrower")), ...pay)).to.equal("Blocklisted");
  });

  it("leaves a holder what it received when the note has moved on", () => {
    const moved = after(
      sampleNote(),
      ["2007-01-01", "borrower", { do: "pay", amount: usd("10") }],
      ["2007-01-01", "registrar", { do: "control", controller: "lender", controlled: "sister" }],
      ["2007-01-01", "lender", { do: "transfer", to: "sister" }],
      ["2007-01-01", "borrower", { do: "pay", amount: usd("20") }],
    );
    expect([...moved.note.received]).to.deep.equal([
      ["lender", usd("10")],
      ["sister", usd("20")],
    ]);
  });
});
