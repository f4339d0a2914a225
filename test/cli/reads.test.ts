import { expect } from "chai";

import { hardhat, hardhatWith } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { makeLiveNote } from "../support/liveNote.ts";
import { liveIntoDefault, moveTo, SECOND_OF_MAKING } from "../support/sampleLife.ts";

describe("commands that read a note on a chain", function () {
  let anvil: Anvil;
  let live: Awaited<ReturnType<typeof makeLiveNote>>;
  const urlBefore = process.env["LOCALHOST_URL"];

  before(async function () {
    anvil = await startAnvil({ timestamp: SECOND_OF_MAKING });
    live = await makeLiveNote(anvil.url, sheetWith({}));
    await liveIntoDefault(live);
    await moveTo(live, "2007-01-17", "00:00");
    process.env["LOCALHOST_URL"] = anvil.url;
  });

  after(async function () {
    if (urlBefore === undefined) delete process.env["LOCALHOST_URL"];
    else process.env["LOCALHOST_URL"] = urlBefore;
    await live.close();
    await anvil.stop();
  });

  function note(command: string, ...args: string[]): Promise<Outcome> {
    return hardhat("note", command, "--network", "localhost", "--deployments", live.deployments, ...args);
  }

  async function json(command: string, ...args: string[]): Promise<unknown> {
    const { code, stdout, stderr } = await note(command, ...args, "--json");
    expect([code, stderr]).to.deep.equal([0, ""]);
    return JSON.parse(stdout);
  }

  it("ask for no key, though the network is configured with one", async function () {
    for (const command of [
      ["show", "--id", "1"],
      ["statement", "--id", "1", "--on", "2007-01-17"],
      ["history", "--id", "1"],
      ["list"],
    ]) {
      const args = [...command, "--network", "sepolia", "--deployments", live.deployments];
      const { code, stdout, stderr } = await hardhatWith({ SEPOLIA_URL: anvil.url, ALLONGE_KEY: "" }, "note", ...args);
      expect([code, stderr]).to.deep.equal([0, ""]);
      expect(stdout).not.to.equal("");
    }
  });

  it("show a note for machines", async function () {
    const shown = (await json("show", "--id", "1")) as Record<string, unknown>;
    expect(shown).to.deep.include({
      id: 1,
      chainId: 11155111,
      today: "2007-01-17",
      zone: "America/New_York",
      status: "default",
      since: "2007-01-17",
      principal: "103323.70",
      interest: "24066.675108",
      charges: "500.00",
      dueOn: "2007-01-01",
      payableThrough: "2007-01-02",
      payable: true,
      pricePerShare: "1/30",
      consent: null,
      ending: null,
    });
    expect(shown["facts"]).to.have.length(2);
    expect(shown["terms"]).to.deep.include({ rate: "7.75%", dayCount: "ACT_365F", prepayment: "prohibited" });
  });

  it("show a note for people", async function () {
    const { code, stdout, stderr } = await note("show", "--id", "1");
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.match(/^Note 1 of 0x/);
    expect(stdout).to.include("In default since 2007-01-17: non-payment after notice and demand of 2007-01-03");
    expect(stdout).to.match(/Principal +\S? *103,323\.70 USD/);
    expect(stdout).to.include(live.people.lender.address);
    expect(stdout).to.match(/Overdue interest +│ 9% on principal and interest +│/);
  });

  it("state a note on days past and to come, in the fields of a quote", async function () {
    const entries = await json("statement", "--id", "1", "--on", "2005-09-01,2007-02-01");
    expect(entries).to.have.length(2);
    const [past] = entries as Record<string, unknown>[];
    expect(past).to.deep.equal({
      id: 1,
      on: "2005-09-01",
      status: "outstanding",
      principal: "203323.70",
      interest: "26334.597034",
      overdueInterest: "0",
      charges: "0",
      total: "229658.297034",
      dueOn: "2007-01-01",
      payableThrough: "2007-01-02",
      payable: false,
      convertible: false,
      pricePerShare: "0.05",
      shares: "4593165",
      residue: "0.047034",
    });
    const table = await note("statement", "--id", "1", "--on", "2007-02-01");
    expect([table.code, table.stderr]).to.deep.equal([0, ""]);
    expect(table.stdout).to.include("Price per share");
  });

  it("tell a history", async function () {
    const entries = (await json("history", "--id", "1")) as Record<string, unknown>[];
    expect(entries.map(({ on, event, by }) => [on, event, by])).to.deep.include.members([
      ["2003-12-31", "NoteMade", "borrower"],
      ["2005-09-02", "Converted", "lender"],
      ["2006-06-01", "CureReported", "attestor"],
      ["2007-01-10", "ChargeAdmitted", "borrower"],
    ]);
    const converted = entries.find(({ event }) => event === "Converted");
    expect(converted?.["figures"]).to.deep.include({ shares: "2259465", leftover: "37671" });

    const { code, stdout, stderr } = await note("history", "--id", "1");
    expect([code, stderr]).to.deep.equal([0, ""]);
    expect(stdout).to.include("Lender converted 100,000.00 with 12,973.287671 interest");
    expect(stdout).not.to.include("minted");
  });

  it("list notes, all or a party's", async function () {
    expect(await json("list")).to.have.length(1);
    expect(await json("list", "--lender", live.people.lender.address)).to.have.length(1);
    expect(await json("list", "--borrower", live.people.stranger.address)).to.have.length(0);
    const { stdout } = await note("list");
    expect(stdout).to.include("203,323.70");
  });

  for (const [what, command, args, message] of [
    ["no number", "show", [], /^--id: missing/],
    ["no number there is", "show", ["--id", "2"], /^--id: there is no note 2; only 1 has been made on chain 11155111$/],
    ["no day", "statement", ["--id", "1"], /^--on: missing/],
    ["a day before the note", "statement", ["--id", "1", "--on", "2003-12-30"], /^--on: 2003-12-30 is before the note/],
    ["no address", "list", ["--lender", "0x12"], /^--lender: "0x12" is not an address$/],
  ] as const) {
    it(`say in a line what is wrong, given ${what}`, async function () {
      const { code, stdout, stderr } = await note(command, ...args, "--json");
      expect([code, stdout]).to.deep.equal([1, ""]);
      expect(stderr.trimEnd()).to.match(message);
    });
  }
});
