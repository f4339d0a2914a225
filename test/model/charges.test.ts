import { expect } from "chai";

import { after, refusalOf, sampleNote, usd, viewOn } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const charge = (by: string, amount: bigint): Step => [
  "2004-06-01",
  by,
  { do: "charge", kind: "collectionCost", amount },
];

describe("model: charges", () => {
  it("are owed once the borrower or the attestor admits them", () => {
    const charged = after(sampleNote(), charge("borrower", usd("50")), charge("attestor", usd("25")));
    expect(viewOn(charged, "2004-06-01").charges).to.equal(usd("75"));
    expect(viewOn(charged, "2004-06-01").total - viewOn(sampleNote(), "2004-06-01").total).to.equal(usd("75"));
    expect(refusalOf(charged, ...charge("lender", 1n))).to.equal("NotBorrowerOrAttestor");
    expect(refusalOf(charged, ...charge("borrower", 0n))).to.equal("ZeroAmount");
  });

  it("stay in total below 2^96 units", () => {
    expect(refusalOf(sampleNote(), ...charge("borrower", 1n << 96n))).to.equal("ChargesAboveLimit");
    const full = after(sampleNote(), charge("borrower", (1n << 96n) - 1n));
    expect(refusalOf(full, ...charge("borrower", 1n))).to.equal("ChargesAboveLimit");
  });

  it("stay within the original principal where the attestor admits them, paid or not", () => {
    expect(refusalOf(sampleNote(), ...charge("attestor", usd("203323.700001")))).to.equal("AttestorChargesAboveLimit");
    const paid = after(sampleNote({ prepaymentAllowed: true }), charge("attestor", usd("203323.70")), [
      "2004-06-01",
      "borrower",
      { do: "pay", amount: usd("203323.70") },
    ]);
    expect(viewOn(paid, "2004-06-01").charges).to.equal(0n);
    expect(refusalOf(paid, ...charge("attestor", 1n))).to.equal("AttestorChargesAboveLimit");
    expect(refusalOf(paid, ...charge("borrower", 1n))).to.equal(null);
  });
});
