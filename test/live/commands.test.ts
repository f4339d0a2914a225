import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { Outcome } from "../helpers/commandLine.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { givenLiveNote, hardhatOn } from "./acting.ts";

interface Entry {
  readonly act: string;
  readonly id: string | null;
  readonly from: string;
  readonly transactionHash: string;
  readonly before?: readonly { readonly does: string }[];
  readonly events: readonly { readonly name: string; readonly args: Record<string, unknown> }[];
  readonly state: Record<string, unknown>;
}

describe("note commands on a live note", function () {
  const given = givenLiveNote();
  const address = (name: Parameters<typeof given.address>[0]) => given.address(name);
  let folder: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "note-live-"));
  });

  after(async () => {
    await rm(folder, { recursive: true });
  });

  const path = (name: string) => join(folder, name);

  async function done(act: string, ...args: string[]): Promise<Entry> {
    const { code, stdout, stderr } = await given.note(...act.split(" "), ...args, "--yes", "--json");
    expect([code, stderr], act).to.deep.equal([0, ""]);
    return JSON.parse(stdout) as Entry;
  }
  const onNote = (act: string, ...args: string[]) => done(act, "--id", "1", ...args);

  const refused = async (outcome: Promise<Outcome>, why: RegExp) => {
    const { code, stdout, stderr } = await outcome;
    expect([code, stdout]).to.deep.equal([1, ""]);
    expect(stderr).to.match(why);
    expect(stderr.trimEnd().split("\n")).to.have.length(1);
  };

  it("do what they say through a life, each from the account that has the part", async () => {
    await given.on("2005-09-02");
    const charged = await onNote("charge", "--kind", "lateFee", "--amount", "100", "--as", address("attestor"));
    expect(charged.state["charges"]).to.equal("100.00");
    const converted = await onNote("convert", "--principal", "100000");
    expect(converted).to.include({ act: "convert", id: "1", from: address("lender") });
    expect(converted.state["total"]).to.equal("116828.218504");
    const permitted = await onNote("permit-prepayment", "--until", "2005-10-01");
    expect(permitted.state["prepaymentUntil"]).to.equal("2005-10-01");
    const paid = await onNote("pay", "--amount", "100", "--permit");
    expect(paid.from).to.equal(address("borrower"));
    expect(paid.state["charges"]).to.equal("0");
    await onNote("revoke-prepayment");
    await onNote("acknowledge", "--amount", "1", "--reference", "wire 1");
    await onNote("consent", "--to", address("stranger"), "--until", "2005-12-31");
    await onNote("revoke-consent");
    await onNote("transfer", "--to", address("sister"));
    await onNote("accept-assignment", "--as", address("subsidiary"));
    await onNote("withdraw-acceptance", "--as", address("subsidiary"));
    await onNote("assign", "--to", address("stranger"), "--default");
    const waived = await onNote("waive", "--name", "assignment");
    expect(waived.state).to.deep.include({ status: "outstanding", openFacts: [], holder: address("sister") });
  });

  it("report, cure, demand, recover and release", async () => {
    await given.on("2006-12-01");
    await onNote("report", "--fact", "adjudication", "--name", "adjudged", "--as", address("attestor"));
    await onNote("demand", "--notice", "ipfs://notice");
    const cured = await onNote("cure", "--name", "adjudged", "--as", address("attestor"));
    expect(cured.act).to.equal("cure");
    await onNote("declare-lost", "--evidence", "affidavit");
    await onNote("pay", "--amount", "10");
    await onNote("withdraw", "--as", address("lender"));
    await refused(given.note("declare-lost", "--id", "1", "--yes"), /^DeclaredWithinYear: /);
    await onNote("consent-recovery", "--to", address("stranger"));
    await onNote("object");
    await refused(given.note("recover", "--id", "1", "--yes"), /^NotDeclaredLost: /);
    await onNote("consent-recovery", "--to", address("stranger"));
    await onNote("revoke-recovery-consent");
    const split = await onNote("stock split", "--ratio", "2:1");
    expect(split.state["pricePerShare"]).to.equal("0.025");
    await onNote("stock distribute", "--ratio", "5:4", "--description", "spin-off");
    await onNote("cancel-signature", "--nonce", "9", "--as", address("lender"));
    const released = await onNote("release");
    expect(released.state).to.include({ status: "released", holder: null, total: "0" });
  });

  it("issue a sheet moved to today with its stock, once, and write what was issued", async () => {
    await given.on("2006-01-03");
    const currency = await given.live.currency.getAddress();
    const file = path("sheet.json");
    const accounts = { borrower: address("payer"), lender: address("stranger"), currency };
    await writeFile(file, JSON.stringify(sheetWith({ accounts })));
    const made = await done("issue", file, "--rebase", "2006-01-02", "--out", path("issued.json"));
    expect(made.before?.map(({ does }) => does.split(" ")[0])).to.deep.equal(["make", "grant"]);
    expect(made.id).to.equal("2");
    expect(made.state).to.include({ holder: address("stranger"), total: "203366.87147" });
    const issued = JSON.parse(await readFile(path("issued.json"), "utf8")) as Record<string, unknown>;
    expect(issued["dated"]).to.equal("2006-01-02");
    await refused(
      given.note("issue", path("issued.json"), "--yes"),
      /^note 2 was made of this sheet already.* --again/,
    );
    const again = await done("issue", path("issued.json"), "--again");
    expect([again.id, again.before]).to.deep.equal(["3", undefined]);
  });

  it("offer a note that the lender takes against payment", async () => {
    await given.on("2006-01-03");
    const currency = await given.live.currency.getAddress();
    const file = path("offered.json");
    await writeFile(file, JSON.stringify(sheetWith({ conversion: undefined })));
    const accounts = ["--borrower", address("payer"), "--lender", address("stranger"), "--currency", currency];
    const offered = await done("issue", file, ...accounts, "--against-payment", "--until", "2006-01-31");
    expect(offered.events.map(({ name }) => name)).to.deep.equal(["NoteOffered"]);
    const before = await given.live.currency.balanceOf(address("payer"));
    const taken = await done("subscribe", file);
    expect(taken).to.include({ id: "2", from: address("stranger") });
    expect((await given.live.currency.balanceOf(address("payer"))) - before).to.equal(203323_700000n);
    await refused(given.note("subscribe", file, "--yes"), /^no offer of this sheet stands to /);
  });

  it("sign, and submit what was signed once, as it was signed, where it was signed for", async () => {
    await given.on("2006-01-03");
    const [consent, transfer] = [path("consent.json"), path("transfer.json")];
    const to = ["--id", "1", "--to", address("stranger"), "--deadline", "2006-01-10", "--yes"];
    await Promise.all([
      given.note("sign", "consent", ...to, "--until", "2006-02-01", "--out", consent),
      given.note("sign", "transfer", ...to, "--out", transfer, "--nonce", "5"),
    ]);
    const signed = JSON.parse(await readFile(transfer, "utf8")) as Record<string, Record<string, unknown>>;
    const changed = async (name: string, change: (copy: typeof signed) => void) => {
      const copy = structuredClone(signed);
      change(copy);
      await writeFile(path(name), JSON.stringify(copy));
      return path(name);
    };
    const submit = (...files: string[]) => given.note("submit", ...files, "--yes", "--as", address("payer"));
    const tampered = await changed("tampered.json", ({ message }) => (message!["to"] = address("payer")));
    const elsewhere = await changed("elsewhere.json", ({ domain }) => (domain!["chainId"] = "1"));
    const other = await changed("other.json", ({ domain }) => (domain!["verifyingContract"] = address("payer")));
    const types = await changed("types.json", ({ types: sentences }) => delete sentences!["NoteState"]);
    await refused(submit(tampered), /tampered\.json: is not signed by 0x\w+: it was changed after it was signed/);
    await refused(submit(elsewhere), /elsewhere\.json: was signed for chain 1, and this is chain 11155111/);
    await refused(submit(other), /other\.json: was signed for the contract 0x/);
    await refused(submit(types), /types\.json: types: are not those of TransferNote/);
    await refused(submit(transfer), /^ConsentRequired: /);

    const submitted = JSON.parse(
      (await given.note("submit", transfer, consent, "--yes", "--json", "--as", address("payer"))).stdout,
    ) as Entry;
    expect(submitted.state["holder"]).to.equal(address("stranger"));
    await refused(submit(transfer, consent), /transfer\.json: NonceUsed: nonce 5 of 0x\w+ is used/);
  });

  it("refuse what was signed too long ago, or of a note that has changed since", async () => {
    await given.on("2006-01-03");
    const file = path("late.json");
    const last = ["--deadline", "2006-01-10", "--yes", "--out", file];
    await given.note("sign", "accept-assignment", "--id", "1", "--as", address("subsidiary"), ...last);
    await given.act("charge", "borrower", { kind: "lateFee", amount: "1" });
    const submit = () => given.note("submit", file, "--yes");
    await refused(
      submit(),
      /late\.json: the note has changed since this was signed: charges was 0 USD and is 1\.00 USD/,
    );
    await given.on("2006-01-11", 0);
    await refused(submit(), /late\.json: SignatureExpired: could be submitted until 2006-01-11 04:59:59 UTC/);
  });

  it("make a note that the borrower has signed, for value or against payment", async () => {
    await given.on("2006-01-03");
    const file = path("signed-sheet.json");
    const currency = await given.live.currency.getAddress();
    await writeFile(file, JSON.stringify(sheetWith({ conversion: undefined })));
    const accounts = ["--borrower", address("payer"), "--lender", address("stranger"), "--currency", currency];
    const sign = (out: string, ...more: string[]) =>
      given.note("sign", "issue", file, ...accounts, "--deadline", "2006-01-10", "--out", out, "--yes", ...more);
    const [received, paid] = [path("received.json"), path("paid.json")];
    await Promise.all([sign(received), sign(paid, "--against-payment")]);
    const made = await done("submit", received, "--as", address("sister"));
    expect([made.id, made.state["holder"]]).to.deep.equal(["2", address("stranger")]);
    await refused(given.note("submit", paid, "--yes"), /^note 2 was made of this sheet already, .* --again/);
    await refused(
      given.note("submit", paid, "--again", "--yes", "--as", address("sister")),
      /only the lender, 0x\w+, can take this/,
    );
    const before = await given.live.currency.balanceOf(address("payer"));
    const taken = await done("submit", paid, "--again");
    expect([taken.id, taken.from]).to.deep.equal(["3", address("stranger")]);
    expect((await given.live.currency.balanceOf(address("payer"))) - before).to.equal(203323_700000n);
  });

  it("make the stock alone, so that a note that converts can be made by signature", async () => {
    await given.on("2006-01-03");
    const file = path("converting-sheet.json");
    await writeFile(file, JSON.stringify(sheetWith({})));
    const currency = await given.live.currency.getAddress();
    const accounts = ["--borrower", address("payer"), "--lender", address("stranger"), "--currency", currency];
    const out = path("converting.json");
    const sign = () =>
      given.note("sign", "issue", file, ...accounts, "--deadline", "2006-01-10", "--out", out, "--yes");
    await refused(
      sign(),
      /its stock must be there first, and the borrower has yet to make the stock IGI.*it runs "npx hardhat note stock make \S+"\n$/,
    );
    const stock = await done("stock make", file, ...accounts);
    expect(stock.events.map(({ name }) => name)).to.deep.equal(["StockMade", "ConversionGranted"]);
    expect([stock.before?.length, stock.from, stock.id]).to.deep.equal([1, address("payer"), null]);
    await refused(
      given.note("stock", "make", file, ...accounts, "--yes"),
      /^the stock IGI is there, at 0x\w+, and conversion is granted; nothing was sent\n$/,
    );
    expect((await sign()).code).to.equal(0);
    const made = await done("submit", out, "--as", address("sister"));
    const [terms] = await given.live.notes.termsOf(2n);
    expect([made.id, terms.stock]).to.deep.equal(["2", stock.events[0]?.args["stock"]]);
  });

  it("assign with both signatures", async () => {
    await given.on("2006-01-03");
    const [assignment, acceptance] = [path("assignment.json"), path("acceptance.json")];
    const common = ["--id", "1", "--deadline", "2006-01-10", "--yes"];
    const to = address("subsidiary");
    await Promise.all([
      given.note("sign", "assign", ...common, "--to", to, "--out", assignment),
      given.note("sign", "accept-assignment", ...common, "--as", to, "--out", acceptance),
    ]);
    const submitted = await done("submit", assignment, acceptance, "--as", address("payer"));
    expect(submitted.state["obligor"]).to.equal(to);
  });

  it("replace a note with the signatures of the other parties", async () => {
    await given.on("2006-01-03");
    const file = path("amended.json");
    await writeFile(file, JSON.stringify(sheetWith({ maturity: "2008-01-02" })));
    const id = ["--id", "1", "--yes"];
    await refused(
      given.note("novate", file, ...id, "--as", address("lender")),
      /^the borrower, 0x\w+, has not signed: have it run "note sign novate"/,
    );
    const signed = path("novation.json");
    const signing = ["--as", address("borrower"), "--deadline", "2006-01-10", "--out", signed];
    await given.note("sign", "novate", file, ...id, ...signing);
    const replaced = await onNote("novate", file, "--signed", signed, "--as", address("lender"));
    expect([replaced.id, replaced.state["payableThrough"]]).to.deep.equal(["2", "2008-01-02"]);
  });

  it("say that nobody is there to confirm only where nothing else is wrong", async () => {
    await given.on("2005-09-01");
    const demand = ["permit-prepayment", "--until", "2005-12-31"];
    const nobody = /^nobody is there to confirm \(no terminal\); say --yes/;
    await refused(given.note(...demand, "--id", "1"), nobody);
    await refused(given.note(...demand, "--id", "9"), /^--id: there is no note 9; only 1 has been made/);
    await refused(given.note("convert", "--id", "1", "--principal", "all"), /^ConversionNotOpen: /);
    await refused(hardhatOn(given.live.url, "note", ...demand, "--id", "1"), /^--network: missing/);
    const sign = ["sign", "consent", "--id", "1", "--to", address("stranger"), "--until", "2005-12-31"];
    const out = ["--deadline", "2005-09-10", "--out", path("nobody.json")];
    await refused(given.note(...sign, ...out), nobody);
    await refused(given.note(...sign, ...out, "--as", address("lender")), /^--as: .* is not the borrower/);
  });

  it("write over no file, and say so before anything is shown or asked", async () => {
    await given.on("2006-01-03");
    const taken = path("taken.json");
    await writeFile(taken, "mine");
    const sign = ["sign", "consent", "--id", "1", "--to", address("stranger"), "--until", "2006-02-01"];
    const isThere = /^--out: \S+taken\.json: is there already; name another file; nothing was signed or sent\n$/;
    await refused(given.note(...sign, "--deadline", "2006-01-10", "--out", taken, "--yes"), isThere);
    const sheet = path("taking-sheet.json");
    const currency = await given.live.currency.getAddress();
    const accounts = { borrower: address("payer"), lender: address("stranger"), currency };
    await writeFile(sheet, JSON.stringify(sheetWith({ accounts, conversion: undefined })));
    await refused(given.note("issue", sheet, "--rebase", "2006-01-02", "--out", taken, "--yes"), isThere);
    await refused(given.note("issue", sheet, "--out", path("no/such.json"), "--yes"), /^--out: \S+: no such folder, /);
    expect(await readFile(taken, "utf8")).to.equal("mine");
  });

  it("give money of the currency without value, and no nothing of it", async () => {
    const TestDollar = await given.live.currency.getAddress();
    const record = { ...given.live.record, contracts: { ...given.live.record.contracts, TestDollar } };
    await writeFile(path("11155111.json"), JSON.stringify(record));
    const fund = (amount: string) =>
      hardhatOn(
        given.live.url,
        ...["note", "fund", "--network", "localhost", "--deployments", folder, "--to", ZeroAddress.replace(/0$/, "9")],
        ...["--amount", amount, "--json"],
      );
    await refused(fund("0"), /^--amount: is zero; nothing was sent$/m);
    await refused(fund("0.00"), /^--amount: is zero; nothing was sent$/m);
    const { code, stdout } = await fund("12.50");
    expect([code, (JSON.parse(stdout) as { balance: string }).balance]).to.deep.equal([0, "12.50"]);
    await rm(path("11155111.json"));
  });

  it("refuse in one line, and print nothing else", async () => {
    await given.on("2005-09-01");
    const convert = ["convert", "--id", "1", "--principal", "all"];
    await refused(given.note(...convert, "--yes"), /^ConversionNotOpen: .*2005-09-01/);
    await refused(
      given.note("pay", "--id", "9", "--amount", "1", "--yes"),
      /--id: there is no note 9; only 1 has been made/,
    );
    await refused(given.note("pay", "--id", "x", "--amount", "1", "--yes"), /--id: "x" is not the number of a note/);
    await refused(given.note(...convert, "--yes", "--as", address("stranger")), /^NotHolder: /);
    await refused(given.note(...convert, "--yes", "--as", "0x" + "9".repeat(40)), /^--as: .* is none of the accounts/);
    const { url } = given.live;
    await refused(
      hardhatOn(url, "note", ...convert, "--yes", "--network", "localhost", "--deployments", folder),
      /11155111\.json: not found/,
    );
    await refused(
      hardhatOn("http://127.0.0.1:9", "note", ...convert, "--yes", "--network", "localhost"),
      /^--network localhost: no node answers at 127\.0\.0\.1:9; /,
    );
    await refused(hardhatOn(url, "note", ...convert, "--yes"), /--network: missing/);
  });
});
