import { expect } from "chai";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { chooseAccount } from "../../src/chain/acts/accounts.ts";
import { givenLiveNote } from "./acting.ts";

describe("acts on a live note", () => {
  const given = givenLiveNote();
  const address = (name: Parameters<typeof given.address>[0]) => given.address(name);

  it("demand is premature before the last day, then starts the days of grace", async () => {
    await given.on("2007-01-02");
    expect(await given.refusal("demand", "lender")).to.match(/^DemandPremature: /);
    await given.on("2007-01-03");
    const { state } = await given.act("demand", "lender", { notice: "ipfs://notice" });
    expect(state.openFacts).to.deep.equal([{ name: "nonPayment", kind: "nonPayment", occurred: 13516, begins: 13530 }]);
    await given.on("2007-01-16");
    expect((await given.open()).state.status).to.equal("overdue");
    await given.on("2007-01-17");
    expect((await given.open()).state.status).to.equal("default");
    expect((await given.act("waive", "lender", { name: "nonPayment" })).state.status).to.equal("overdue");
  });

  it("a petition is reported, and dismissed in time", async () => {
    await given.on("2006-12-01");
    const { state } = await given.act("report", "borrower", {
      fact: "involuntaryPetition",
      occurred: "2006-11-30",
      name: "petition",
    });
    expect(state.openFacts.map(({ name, begins }) => [name, begins])).to.deep.equal([["petition", 13573]]);
    await given.on("2007-02-28");
    expect(await given.refusal("cure", "borrower", { name: "petition" })).to.match(/^NotHolderOrAttestor: /);
    expect((await given.act("cure", "attestor", { name: "petition" })).state.openFacts).to.deep.equal([]);
  });

  it("facts are refused with wrong dates, kinds and names", async () => {
    await given.on("2006-12-01");
    const report = (options: Record<string, string>) => given.refusal("report", "borrower", options);
    expect(await report({ fact: "bankruptcy" })).to.match(/--fact: "bankruptcy" is not one of voluntaryPetition, /);
    expect(await report({ fact: "judgment", occurred: "2006-13-01" })).to.match(
      /--occurred: "2006-13-01" is not a day/,
    );
    expect(await report({ fact: "judgment", occurred: "1-1-2006" })).to.match(/--occurred: "1-1-2006" is not a date/);
    expect(await report({ fact: "judgment", occurred: "2006-12-02" })).to.match(/^OccurredOutOfRange: /);
    expect(await report({ fact: "judgment", name: "nonPayment" })).to.match(/^FactNameReserved: /);
    expect(await report({ fact: "judgment", name: "x".repeat(32) })).to.match(/--name: .* has 32 bytes/);
    expect(await given.refusal("report", "lender", { fact: "judgment" })).to.match(/^NotBorrowerOrAttestor: /);
  });

  it("charges are admitted, and end a consent", async () => {
    await given.on("2006-01-03");
    await given.act("consent", "borrower", { to: address("stranger"), until: "2006-02-01" });
    const { state, plan } = await given.act("charge", "borrower", { kind: "lateFee", amount: "250" });
    expect([state.charges, state.consent]).to.deep.equal([250_000000n, null]);
    expect(plan.rows.map(({ label }) => label)).to.include.members(["Charges", "Consent to transfer"]);
    expect(await given.refusal("charge", "borrower", { kind: "fee", amount: "1" })).to.match(
      /--kind: "fee" is not one of/,
    );
  });

  it("a transfer needs consent, unless to an affiliate", async () => {
    await given.on("2006-01-03");
    const to = address("stranger");
    expect(await given.refusal("transfer", "lender", { to })).to.match(/^ConsentRequired: /);
    expect(await given.refusal("transfer", "lender", { to: "0x12" })).to.match(/--to: "0x12" is no address/);
    await given.act("consent", "borrower", { to, until: "2006-02-01" });
    await given.act("revoke-consent", "borrower");
    expect(await given.refusal("revoke-consent", "borrower")).to.match(/^NoConsent: /);
    expect((await given.act("transfer", "lender", { to: address("sister") })).state.holder).to.equal(address("sister"));
    await given.act("consent", "borrower", { to, until: "2006-02-01" });
    expect((await given.act("transfer", "sister", { to })).state.holder).to.equal(to);
  });

  it("an assignment to an affiliate that accepted changes the obligor; to a stranger it must be meant", async () => {
    await given.on("2006-01-03");
    const [sub, stranger] = [address("subsidiary"), address("stranger")];
    expect(await given.refusal("assign", "borrower", { to: sub })).to.match(/^AssignmentNotAccepted: /);
    await given.act("accept-assignment", "subsidiary");
    await given.act("withdraw-acceptance", "subsidiary");
    await given.act("accept-assignment", "subsidiary");
    expect(await given.refusal("assign", "borrower", { to: stranger })).to.match(/would be a default .* --default/);
    expect((await given.act("assign", "borrower", { to: sub })).state.obligor).to.equal(sub);
    const { state } = await given.act("assign", "subsidiary", { to: stranger, default: true });
    expect([state.obligor, state.status]).to.deep.equal([sub, "default"]);
  });

  it("a lost note moves after thirty days, with what was held", async () => {
    await given.on("2007-01-02");
    await given.act("declare-lost", "attestor", { evidence: "affidavit" });
    await given.act("pay", "borrower", { amount: "1000" });
    await given.act("consent-recovery", "borrower", { to: address("stranger") });
    await given.on("2007-02-01");
    expect(await given.refusal("recover", "payer")).to.match(/^RecoveryPremature: /);
    await given.on("2007-02-02");
    expect((await given.act("recover", "payer")).state.holder).to.equal(address("stranger"));
    const before = await given.live.currency.balanceOf(address("stranger"));
    await given.act("withdraw", "stranger");
    expect((await given.live.currency.balanceOf(address("stranger"))) - before).to.equal(1000_000000n);
    expect(await given.refusal("withdraw", "stranger")).to.match(/nothing is kept for/);
  });

  it("a lost note is objected to", async () => {
    await given.on("2006-01-03");
    await given.act("declare-lost", "attestor");
    await given.act("consent-recovery", "borrower", { to: address("stranger") });
    await given.act("revoke-recovery-consent", "borrower");
    const { state } = await given.act("object", "lender");
    expect([state.recovery.to, state.recovery.declaredOn]).to.deep.equal([null, 0]);
  });

  it("the issuer splits the stock, and the price follows", async () => {
    await given.on("2006-03-15");
    const { plan } = await given.act("stock split", "borrower", { ratio: "3:2" });
    expect(plan.rows).to.deep.include({ label: "Price per share", before: "0.05 USD", after: "1/30 USD" });
    const price = await given.live.lens.pricePerShare(1n);
    expect(price.numerator * 30n).to.equal(price.denominator * 1_000_000n);
    await given.act("stock distribute", "borrower", { ratio: "5:4", description: "spin-off" });
    expect(await given.refusal("stock split", "lender", { ratio: "2:1" })).to.match(/^NotTheIssuer: /);
    expect(await given.refusal("stock split", "borrower", { ratio: "2/1" })).to.match(/--ratio: "2\/1" is not a ratio/);
  });

  it("a nonce is cancelled once", async () => {
    await given.act("cancel-signature", "lender", { nonce: "7" });
    expect(await given.refusal("cancel-signature", "lender", { nonce: "7" })).to.match(/^NonceUsed: /);
    expect(await given.refusal("cancel-signature", "lender", { nonce: "x" })).to.match(/--nonce: "x" is not a whole/);
  });

  it("nothing is sent while an act is worked out", async () => {
    const block = await given.live.provider.getBlockNumber();
    await given.work("release", "lender");
    expect(await given.live.provider.getBlockNumber()).to.equal(block);
  });
});

describe("the account that acts", () => {
  const [holder, attestor, other] = ["0x" + "1".repeat(40), "0x" + "2".repeat(40), "0x" + "3".repeat(40)] as const;
  const either = [
    { title: "the holder", address: holder },
    { title: "the attestor", address: attestor },
  ];

  it("is the one that has the part, or the one named", () => {
    expect(chooseAccount([other, holder], "", "cure", either, "holderOrAttestor")).to.equal(holder);
    expect(chooseAccount([other, holder], other, "cure", either, "holderOrAttestor")).to.equal(other);
    expect(chooseAccount([other, holder], "", "recover", [], "anyone")).to.equal(other);
  });

  it("is asked for where none has it, or two do, or it is not at hand", () => {
    const choose =
      (configured: string[], named = "") =>
      () =>
        chooseAccount(configured, named, "cure", either, "holderOrAttestor");
    expect(choose([other])).to.throw(
      `note cure: this is for the holder, ${holder}, or the attestor, ${attestor}; the network has ${other}`,
    );
    expect(choose([holder, attestor])).to.throw("both are at hand; name one with --as");
    expect(choose([other], holder)).to.throw(`--as: ${holder} is none of the accounts of the network: ${other}`);
    expect(choose([])).to.throw("the network has no account");
  });

  it("reads options by their names", () => {
    expect(() => new ActOptions({}, 6).whole("leastShares")).to.throw("--least-shares: missing");
  });
});
