import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { ActOptions } from "../../src/chain/acts/actOptions.ts";
import { findNote, prepareIssue, rowsOfTerms } from "../../src/chain/acts/issue.ts";
import { accountOf, perform } from "../../src/chain/acts/perform.ts";
import { refusedWith } from "../../src/chain/acts/refusal.ts";
import { sheetOnChain } from "../../src/chain/acts/sheetOnChain.ts";
import { findOffer, prepareSubscription } from "../../src/chain/acts/subscription.ts";
import { termSheetHash, termsOnChain } from "../../src/chain/termsOnChain.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { CommonStock__factory } from "../../typechain-types/factories/CommonStock__factory.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { dayOf } from "../support/days.ts";
import { givenLiveNote } from "./acting.ts";
import type { Person } from "./acting.ts";

describe("issuing the note of a sheet", () => {
  const given = givenLiveNote();

  async function sheetFor(changes: Record<string, unknown> = {}, options: Record<string, string | boolean> = {}) {
    const currency = await given.live.currency.getAddress();
    const accounts = { borrower: given.address("payer"), lender: given.address("stranger"), currency };
    const sheet = parseTermSheet(sheetWith({ accounts, ...changes }), "sheet.json");
    return await sheetOnChain(given.chain, "sheet.json", sheet, new ActOptions(options, 0));
  }

  const issuing = { offerUntil: null, again: false };

  async function issue(by: Person, ...sheet: Parameters<typeof sheetFor>) {
    const plan = await prepareIssue(given.chain, given.address(by), await sheetFor(...sheet), issuing);
    const account = accountOf(given.signer(by), given.address(by));
    return { plan, done: await perform(given.live.provider, account, plan, { pollMilliseconds: 10 }) };
  }

  const refusal = async (attempt: Promise<unknown>): Promise<string> => {
    const error = await attempt.then(
      () => null,
      (thrown: unknown) => refusedWith(thrown),
    );
    return error instanceof Error ? error.message : "not refused";
  };

  it("makes the stock, grants conversion and makes the note", async () => {
    const { plan, done } = await issue("payer");
    expect(plan.preparations).to.have.length(2);
    expect(done.before).to.have.length(2);
    const [terms] = await given.live.notes.termsOf(2n);
    const stock = CommonStock__factory.connect(terms.stock, given.live.provider);
    expect(await stock.issuer()).to.equal(given.address("payer"));
    expect(await stock.authorizedShares()).to.equal(60_000_000n * 10n ** 18n);
    expect(terms.registry).to.equal(given.live.record.contracts.ControlRegistry);
    expect(terms.calendar).to.equal(given.live.record.contracts.NewYorkCalendar);
  });

  it("goes on where it stopped: a stock that is made already is not made again", async () => {
    const { name, symbol, authorized } = given.live.terms.conversion!.stock;
    const { stocks } = given.live;
    await (await stocks.connect(given.signer("payer")).make(name, symbol, given.address("payer"), authorized)).wait();
    const { plan } = await issue("payer");
    expect(plan.preparations.map(({ says }) => says.slice(0, 5))).to.deep.equal(["grant"]);
  });

  it("takes no stock that has other shares authorized than the sheet says, unless it is named, and says so then", async () => {
    const { name, symbol } = given.live.terms.conversion!.stock;
    const stocks = given.live.stocks.connect(given.signer("payer"));
    await (await stocks.make(name, symbol, given.address("payer"), 6_000_000n * 10n ** 18n)).wait();
    expect(await refusal(issue("payer"))).to.match(
      /^the stock IGI at 0x\w{40} has 6,000,000 shares authorized, and the sheet says 60,000,000; .* name it with --stock/,
    );
    const stock = (await stocks.queryFilter(stocks.filters.StockMade())).at(-1)?.args.stock ?? "";
    const { plan, done } = await issue("payer", {}, { stock });
    expect(plan.rows).to.deep.include({
      label: "Mind",
      after: `the stock IGI at ${stock} has 6,000,000 shares authorized, and the sheet says 60,000,000`,
    });
    expect(done.before).to.have.length(1);
  });

  it("takes no stock for the borrower's while a stranger has had another of that name made for it", async () => {
    const { name, symbol, authorized } = given.live.terms.conversion!.stock;
    for (const person of ["payer", "stranger"] as const) {
      const stocks = given.live.stocks.connect(given.signer(person));
      await (await stocks.make(name, symbol, given.address("payer"), authorized)).wait();
    }
    expect(await refusal(issue("payer"))).to.match(
      /^several stocks of that name .*: 0x\w{40}, 0x\w{40}; name .* --stock/,
    );
  });

  it("finds the note it has made, and refuses to make it again by a slip", async () => {
    await issue("payer");
    const made = async (changes?: Parameters<typeof sheetFor>[0]) => {
      const { accounts, sheet } = await sheetFor(changes);
      return await findNote(given.chain, { ...accounts, termSheet: termSheetHash(sheet) });
    };
    expect(await made()).to.equal(2n);
    expect(await refusal(issue("payer"))).to.match(/^note 2 was made of this sheet already/);
    expect(await made({ principal: "5.00" })).to.equal(null);
  });

  it("is refused before a stock is made for it", async () => {
    expect(await refusal(issue("stranger"))).to.match(/^NotBorrower: /);
    expect(await refusal(issue("payer", { dated: "2004-06-01" }))).to.match(/^DatedInFuture: /);
    expect(await refusal(issue("payer", {}, { attestor: given.address("payer") }))).to.match(/^PartiesNotDistinct: /);
    expect(await refusal(issue("payer", {}, { registry: given.address("payer") }))).to.match(/^NotAContract: /);
    expect(await refusal(issue("payer", {}, { stock: given.live.stock! }))).to.match(/^StockNotOfBorrower: /);
  });

  it("names the account that is missing, and what does not fit", async () => {
    const currency = given.live.stock!;
    expect(await refusal(sheetFor({ accounts: {} }))).to.match(/accounts\.borrower: missing; .* --borrower/);
    expect(await refusal(sheetFor({ attestor: { name: "Notary" } }))).to.match(/accounts\.attestor: missing.*Notary/);
    expect(await refusal(sheetFor({}, { currency }))).to.match(/currency\.decimals: 6, but IGI at 0x\w+ counts 18/);
    expect(await refusal(sheetFor({}, { currency: given.address("payer") }))).to.match(/no contract at/);
    expect(await refusal(sheetFor({}, { lender: "0x1" }))).to.match(/--lender: "0x1" is no address/);
    expect(await refusal(sheetFor({}, { attestor: ZeroAddress }))).to.match(/--attestor: 0x0{40} is nobody's address/);
    expect(await refusal(sheetFor({ "conversion.stock.authorized": "1000" }))).to.match(
      /conversion\.stock\.authorized: 1,000 shares, fewer than the 5,013,656/,
    );
  });

  it("takes the currency without value that is recorded, if no other is named and it counts as the sheet does", async () => {
    const { record } = given.chain;
    const recorded = (TestDollar: string) => ({
      ...given.chain,
      record: { ...record, contracts: { ...record.contracts, TestDollar } },
    });
    const accounts = { borrower: given.address("payer"), lender: given.address("stranger") };
    const sheet = parseTermSheet(sheetWith({ accounts }), "sheet.json");
    const issuedOn = (TestDollar: string, options: Record<string, string> = {}) =>
      sheetOnChain(recorded(TestDollar), "sheet.json", sheet, new ActOptions(options, 0));
    const currency = await given.live.currency.getAddress();
    const issued = await issuedOn(currency);
    expect(issued.accounts.currency).to.equal(currency);
    expect(rowsOfTerms(issued, null).find(({ label }) => label === "Currency")?.after).to.equal(
      `USD at ${currency}, a currency without value, deployed for trying out`,
    );
    const named = await sheetOnChain(given.chain, "sheet.json", sheet, new ActOptions({ currency }, 0));
    expect(rowsOfTerms(named, null).find(({ label }) => label === "Currency")?.after).to.equal(`USD at ${currency}`);
    const ofEighteenDecimals = given.live.stock!;
    expect(await refusal(issuedOn(ofEighteenDecimals))).to.match(/accounts\.currency: missing; .* --currency/);
    expect(await refusal(sheetOnChain(given.chain, "sheet.json", sheet, new ActOptions({}, 0)))).to.match(
      /accounts\.currency: missing/,
    );
  });

  it("offers against payment, and the lender takes what the sheet says and nothing else", async () => {
    const issued = await sheetFor({ conversion: undefined });
    const borrower = given.signer("payer");
    const struct = termsOnChain(termsOf(issued.sheet), issued.sheet, { ...issued.accounts, stock: null });
    const notes = given.live.notes.connect(borrower);
    await (await notes.offer({ ...struct, rate: 9_000_000n }, given.address("stranger"), dayOf("2004-01-31"))).wait();
    const lender = given.address("stranger");
    const sheet = issued.sheet;
    expect(await refusal(findOffer(given.chain, [lender], { sheet }))).to.match(
      /carries this sheet's hash, but its rate is 9000000, not 7750000/,
    );
    const others = given.live.notes.connect(given.signer("sister"));
    const theirs = { ...struct, borrower: given.address("sister"), stock: ZeroAddress };
    const plain = parseTermSheet(
      sheetWith({ accounts: sheet.accounts, conversion: undefined, title: "Another" }),
      "sheet.json",
    );
    await (await others.offer({ ...theirs, termSheet: termSheetHash(plain) }, lender, dayOf("2004-01-31"))).wait();
    expect(await refusal(findOffer(given.chain, [lender], { sheet: plain }))).to.match(
      new RegExp(`but its borrower is ${given.address("sister")}, not ${given.address("payer")}`),
    );
    await (await notes.offer(struct, lender, dayOf("2004-01-31"))).wait();
    const offer = await findOffer(given.chain, [lender], { sheet });
    expect(offer.terms.rate).to.equal(7_750_000n);
    const plan = await prepareSubscription(given.chain, lender, offer);
    expect(plan.says).to.match(/^The lender pays 203,323\.70 USD to 0x/);
    const shown = new Map(plan.rows.map(({ label, after }) => [label, after]));
    expect(shown.get("Interest")).to.equal("7.75%, ACT_365F");
    expect(shown.get("Overdue interest")).to.equal("9% on principal and interest");
    expect(shown.get("Days of grace, dismissal, judgment")).to.equal("10, 90, 90");
    expect(shown.get("Calendar")).to.equal(`${issued.accounts.calendar}, America/New_York`);
    expect(shown.get("Register of control")).to.match(/, the recorded one$/);
    expect(shown.get("Term sheet")).to.equal(termSheetHash(sheet));
    const { record } = given.chain;
    const contracts = { ...record.contracts, NewYorkCalendar: lender, ControlRegistry: lender };
    const elsewhere = { ...given.chain, record: { ...record, contracts } };
    const unknown = (await prepareSubscription(elsewhere, lender, offer)).rows.map(({ after }) => after).join("\n");
    expect(unknown).to.match(/, NOT one of those recorded for this chain\n/);
    expect(unknown).to.match(/, NOT the one recorded for this chain\n/);
    await given.on("2004-02-01");
    expect(await refusal(prepareSubscription(given.chain, lender, offer))).to.match(/^OfferExpired: /);
    const { currency } = given.live;
    await (await currency.connect(given.signer("stranger")).approve(given.live.notes, 0n)).wait();
    expect(await refusal(prepareSubscription(given.chain, lender, offer))).to.match(/^OfferExpired: /);
  });
});
