import { expect } from "chai";

import { SilentCurrency__factory } from "../../typechain-types/factories/mocks/SilentCurrency__factory.ts";
import { givenLiveNote } from "./acting.ts";

const DUE = "2007-01-02";

describe("paying a live note", () => {
  const given = givenLiveNote();

  const shown = (rows: readonly { label: string; before?: string; after: string }[], label: string) =>
    rows.find((row) => row.label === label);
  const allowance = async (by: "borrower" | "payer") =>
    await given.live.currency.allowance(given.address(by), given.live.record.contracts.PromissoryNotes);
  const forbid = async () => {
    const { currency, record } = given.live;
    for (const name of ["borrower", "payer"] as const) {
      await (await currency.connect(given.signer(name)).approve(record.contracts.PromissoryNotes, 0n)).wait();
    }
  };

  it("pays all on the extended day, for the sum of the golden figures, and the note ends", async () => {
    await given.on(DUE);
    const { state, plan } = await given.act("pay", "borrower", { amount: "all" });
    expect(shown(plan.rows, "Paid to the holder")?.after).to.equal("250,682.803191 USD");
    expect([state.status, state.total]).to.deep.equal(["paid", 0n]);
    expect(await given.live.currency.balanceOf(given.address("lender"))).to.equal(20332370_000000n + 250682_803191n);
  });

  it("approves what it may come to by tomorrow and no more, and shows the note's side before", async () => {
    await given.on("2007-01-11");
    await forbid();
    const { plan } = await given.work("pay", "borrower", { amount: "all" });
    expect(plan.preparations).to.have.length(1);
    expect(shown(plan.rows, "Owed in all")).to.include({ before: "251,300.925171 USD", after: "0 USD" });
    const { state } = await given.act("pay", "borrower", { amount: "all" });
    expect(state.status).to.equal("paid");
    // a day of overdue interest, which was approved for the night and not needed: 9% of 250,682.803191 over 365
    expect(await allowance("borrower")).to.equal(61_812198n);
  });

  it("approves part exactly, and leaves no allowance", async () => {
    await given.on(DUE);
    await forbid();
    const { state, before } = await given.act("pay", "payer", { amount: "1000.50" });
    expect(before.map(({ says }) => says)).to.deep.equal(["approve 1,000.50 USD, and no more, to the notes' contract"]);
    expect(state.total).to.equal(250682_803191n - 1000_500000n);
    expect(await allowance("payer")).to.equal(0n);
  });

  describe("in a currency that changes no allowance but to or from zero", () => {
    /** Puts the code of such a currency where the note's own is, with as much money as the payer needs. */
    const given1000 = async () => {
      const { currency, provider, people, record } = given.live;
      const silent = await new SilentCurrency__factory(people.deployer).deploy();
      await silent.waitForDeployment();
      const code = await provider.getCode(await silent.getAddress());
      await provider.send("anvil_setCode", [await currency.getAddress(), code]);
      const put = SilentCurrency__factory.connect(await currency.getAddress(), people.payer);
      await (await put.mint(people.payer.address, 1000_000000n)).wait();
      return (amount: bigint) => put.approve(record.contracts.PromissoryNotes, amount).then((sent) => sent.wait());
    };

    it("takes back what is approved before it approves more", async () => {
      await given.on(DUE);
      const approve = await given1000();
      await approve(0n);
      await approve(1_000000n);
      const { before, state } = await given.act("pay", "payer", { amount: "250500000" });
      expect(before.map(({ says }) => says)).to.deep.equal([
        "take back the approval of 1,000,000 units, which the currency wants gone before another",
        "approve 250,500,000 units, and no more, to the notes' contract",
      ]);
      expect(state.total).to.equal(250682_803191n - 250_500000n);
      expect(await allowance("payer")).to.equal(0n);
    });

    it("approves at once where nothing is approved", async () => {
      await given.on(DUE);
      await (
        await given1000()
      )(0n);
      const { before } = await given.act("pay", "payer", { amount: "250500000" });
      expect(before).to.have.length(1);
    });
  });

  it("replaces an approval at once in a currency that lets it", async () => {
    await given.on(DUE);
    await forbid();
    const { currency, record } = given.live;
    const approved = await currency.connect(given.signer("payer")).approve(record.contracts.PromissoryNotes, 1n);
    await approved.wait();
    const { plan } = await given.work("pay", "payer", { amount: "250.50" });
    expect(plan.preparations).to.have.length(1);
  });

  it("pays with a permit in one transaction", async () => {
    await given.on(DUE);
    await forbid();
    const { state, before, plan } = await given.act("pay", "payer", { amount: "1000.50", permit: true });
    expect(before).to.deep.equal([]);
    expect(plan.says).to.include("with a permit signed for 1,000.50 USD");
    expect(state.total).to.equal(250682_803191n - 1000_500000n);
    expect(await allowance("payer")).to.equal(0n);
  });

  it("is refused before maturity, whether approved or not, unless permitted", async () => {
    await given.on("2006-05-01");
    expect(await given.refusal("pay", "borrower", { amount: "all" })).to.match(/^PrepaymentNotPermitted: /);
    await forbid();
    expect(await given.refusal("pay", "borrower", { amount: "all" })).to.match(/^PrepaymentNotPermitted: /);
    await given.act("permit-prepayment", "lender", { until: "2006-05-31" });
    const { state } = await given.act("pay", "borrower", { amount: "1000" });
    expect(state.principal < 203323_700000n).to.equal(true);
    await given.act("revoke-prepayment", "lender");
    expect(await given.refusal("pay", "borrower", { amount: "all" })).to.match(/^PrepaymentNotPermitted: /);
  });

  it("is refused to the holder, and to whoever has not the money", async () => {
    await given.on(DUE);
    expect(await given.refusal("pay", "lender", { amount: "1" })).to.match(/^PayerIsHolder: /);
    const { currency } = given.live;
    await (await currency.connect(given.signer("payer")).transfer(given.address("sister"), 20332370_000000n)).wait();
    expect(await given.refusal("pay", "payer", { amount: "1" })).to.match(/^ERC20InsufficientBalance: /);
    await forbid();
    expect(await given.refusal("pay", "payer", { amount: "1" })).to.match(/has 0 USD, 1\.00 less than the 1\.00 USD/);
  });

  for (const [amount, why] of [
    ["1,000", /--amount: "1,000" is not a plain decimal/],
    ["-5", /--amount: "-5" is negative/],
    ["0", /--amount: is zero/],
    ["1.0000001", /--amount: "1\.0000001" has 7 decimals; at most 6/],
    ["", /--amount: missing/],
    ["1e3", /--amount: "1e3" is not a plain decimal/],
  ] as const) {
    it(`takes no amount of "${amount}"`, async () => {
      await given.on(DUE);
      expect(await given.refusal("pay", "borrower", { amount })).to.match(why);
    });
  }

  it("counts a wire that the lender acknowledges, with its reference", async () => {
    await given.on("2006-05-01");
    const { events, state } = await given.act("acknowledge", "lender", { amount: "500", reference: "Fedwire 7" });
    expect(events.find(({ name }) => name === "PaymentAcknowledged")?.args["reference_"]).to.equal("Fedwire 7");
    expect(state.principal < 203323_700000n).to.equal(true);
    expect(await given.refusal("acknowledge", "lender", { amount: "500" })).to.match(/--reference: missing/);
    expect(await given.refusal("acknowledge", "lender", { amount: "9999999", reference: "x" })).to.match(
      /^ExceedsOwed: /,
    );
    expect(await given.refusal("acknowledge", "borrower", { amount: "1", reference: "x" })).to.match(/^NotHolder: /);
  });

  it("is released by the lender alone, and ends", async () => {
    await given.on("2006-05-01");
    expect(await given.refusal("release", "borrower")).to.match(/^NotHolder: /);
    expect((await given.act("release", "lender")).state.status).to.equal("released");
    expect(await given.refusal("release", "lender")).to.match(/^NoteEnded: /);
  });
});
