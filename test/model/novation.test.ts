import { expect } from "chai";

import type { Deed } from "../../src/model/acts.ts";
import { make } from "../../src/model/life.ts";
import { after, parties, refusalOf, sample, sampleNote, usd, viewOn } from "./fixture.ts";

const half = { maker: "borrower", attestor: "attestor", terms: sample({ principal: usd("100000") }) };
const novate = (changes: Partial<Extract<Deed, { do: "novate" }>> = {}) =>
  ({ do: "novate", replacement: half, holder: { nonce: 1n }, obligor: { nonce: 1n }, ...changes }) as const;

describe("model: novation", () => {
  it("replaces the note, whose reservation is released before the new one is made", () => {
    const replaced = after(sampleNote(), ["2004-06-01", "stranger", novate()]);
    expect(viewOn({ ...replaced, note: replaced.replaced[0]! }, "2004-06-01").status).to.equal("replaced");
    expect(viewOn(replaced, "2004-06-01").principal).to.equal(usd("100000"));
    expect(replaced.stock?.claims).to.equal(replaced.note.claim);
    expect(replaced.note.claim < sampleNote().note.claim).to.equal(true);
  });

  it("needs holder, obligor and new maker, each by its call or its signature", () => {
    const refusal = (by: string, deed: Deed) => refusalOf(sampleNote(), "2004-06-01", by, deed);
    const unsigned = { do: "novate", replacement: half } as const;
    expect(refusal("lender", unsigned)).to.equal("SignatureInvalid");
    expect(refusal("lender", { ...unsigned, obligor: { nonce: 1n } })).to.equal(null);
    expect(refusal("borrower", { ...unsigned, holder: { nonce: 1n } })).to.equal(null);
    const bySister = { ...half, maker: "sister", terms: sample({ conversion: null }) };
    expect(refusal("stranger", novate({ replacement: bySister }))).to.equal("SignatureInvalid");
    expect(refusal("stranger", novate({ replacement: bySister, maker: { nonce: 1n } }))).to.equal(null);
  });

  it("takes each nonce once", () => {
    const cancelled = after(sampleNote(), ["2004-01-02", "borrower", { do: "cancelSignature", nonce: 1n }]);
    expect(refusalOf(cancelled, "2004-06-01", "stranger", novate())).to.equal("NonceUsed");
    expect(refusalOf(cancelled, "2004-06-01", "stranger", novate({ obligor: { nonce: 2n } }))).to.equal(null);
  });

  it("refuses unsound terms, and those for which there is no stock", () => {
    const refusal = (changes: Parameters<typeof sample>[0], by = half) =>
      refusalOf(
        sampleNote(),
        "2004-06-01",
        "stranger",
        novate({ replacement: { ...by, terms: sample(changes) }, maker: { nonce: 9n } }),
      );
    expect(refusal({ principal: 0n })).to.equal("PrincipalZero");
    expect(refusal({ rateScaled: 100_000_000n })).to.equal("RateTooHigh");
    expect(refusal({ maturity: sample().dated })).to.equal("MaturityNotAfterDated");
    expect(refusal({ principal: usd("20000000") })).to.equal("NotEnoughAuthorized");
    expect(refusal({}, { ...half, maker: "attestor" })).to.equal("PartiesNotDistinct");
    expect(refusal({}, { ...half, maker: "sister" })).to.equal("StockNotOfBorrower");
  });

  it("leaves money held under the old note to whom it was held for", () => {
    const made = make(sample(), parties, sample().dated, { currencyIssuer: "issuer" });
    if (!made.ok) throw new Error(made.refusal);
    const withdraw = { do: "withdraw", holder: "lender", to: "bank" } as const;
    const replaced = after(
      made.world,
      ["2007-01-01", "issuer", { do: "block", party: "lender" }],
      ["2007-01-01", "borrower", { do: "pay", amount: usd("10") }],
      ["2007-01-02", "stranger", novate()],
      ["2007-01-02", "lender", { ...withdraw, note: 1 }],
    );
    expect(replaced.replaced[0]?.received.get("bank")).to.equal(usd("10"));
    expect(refusalOf(replaced, "2007-01-02", "lender", withdraw)).to.equal("NothingHeld");
  });
});
