import { expect } from "chai";
import { AbiCoder, concat } from "ethers";
import { network } from "hardhat";

import { parseScenario } from "../../src/simulator/readScenario.ts";
import { refusalOf } from "../../src/simulator/refusal.ts";
import { createSimulator } from "../../src/simulator/simulator.ts";
import type { Played, Simulator } from "../../src/simulator/simulator.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";

type Fields = Record<string, unknown>;

describe("a simulator", () => {
  let simulator: Simulator;

  before(async () => {
    const { ethers } = await network.create({
      network: "past",
      override: { initialDate: "1970-01-01T00:00:01Z" },
    });
    simulator = await createSimulator(ethers.provider);
  });

  async function play(timeline: readonly Fields[], more: Fields = {}): Promise<Played> {
    return simulator.play(
      await parseScenario({ title: "played", terms: sampleSheet(), timeline, ...more }, "file.json"),
    );
  }

  it("plays each scenario as if it were the first, whichever was later in time", async () => {
    const late = [{ on: "2030-01-02", do: "pay", amount: "all" }];
    const early = [{ on: "2004-01-01", do: "look" }];
    const [first] = (await play(early)).steps;
    expect((await play(late)).steps[0]?.state.status).to.equal("paid");
    expect((await play(early)).steps[0]).to.deep.equal(first);
  });

  it("leaves a note as a refused act found it, at the hour of the act", async () => {
    const control = [{ controller: "borrower", controlled: "subsidiary" }];
    const { steps } = await play(
      [
        { on: "2004-01-01", at: "00:00", by: "stranger", do: "assign", to: "subsidiary", refused: true },
        { on: "2004-01-02", at: "00:00", do: "look" },
      ],
      { control },
    );
    expect(steps[0]).to.include({ ok: false, error: "NotBorrower" });
    expect(steps.map(({ state }) => state.interest)).to.deep.equal(["43.17147", "86.342941"]);
    expect(steps[0]?.state.obligor).to.equal("borrower");
  });

  it("gives each act to whom it belongs where nobody is named", async () => {
    const { steps, asExpected } = await play([
      { on: "2004-01-05", do: "charge", kind: "lateFee", amount: "5" },
      { on: "2004-01-06", do: "control", controller: "parent", controlled: "borrower" },
      { on: "2005-09-05", do: "convert", principal: "1000" },
      { on: "2005-09-06", do: "split", ratio: "2:1" },
      { on: "2005-09-07", do: "look" },
    ]);
    expect(asExpected).to.equal(true);
    expect(steps.map(({ by }) => by)).to.deep.equal(["borrower", "registrar", "lender", "borrower", null]);
  });

  it("gives every name an account with currency, however many and however odd", async () => {
    const names = [...Array.from({ length: 25 }, (_, index) => `payer ${index}`), "__proto__", "constructor"];
    const { steps } = await play(names.map((by) => ({ on: "2007-01-02", by, do: "pay", amount: "1" })));
    expect(steps.every(({ ok }) => ok)).to.equal(true);
    expect(steps.at(-1)?.state.paid).to.deep.equal({ lender: "27.00" });
  });

  it("tells control that was not there from control by another", async () => {
    const uncontrol = { on: "2004-02-02", do: "uncontrol", controlled: "lender", refused: true };
    const { steps } = await play(
      [
        { ...uncontrol, controller: "another" },
        { ...uncontrol, controller: "another", by: "borrower" },
        { ...uncontrol, controller: "holdco", refused: false },
        { ...uncontrol, controller: "holdco" },
      ],
      { control: [{ controller: "holdco", controlled: "lender" }] },
    );
    expect(steps.map(({ error }) => error)).to.deep.equal(["NotControlled", "NotRegistrar", null, "NotControlled"]);
  });

  it("reads an hour that a spring night skips as a later one, and goes on from there", async () => {
    const { asExpected } = await play([
      { on: "2006-04-02", at: "02:30", do: "look" },
      { on: "2006-04-02", at: "03:10", do: "look" },
    ]);
    expect(asExpected).to.equal(true);
  });

  it("begins with the first day there is", async () => {
    const terms = sheetWith({
      dated: "1970-01-01",
      maturity: "1971-01-01",
      "calendar.zone": "UTC",
      "conversion.after": "1970-02-01",
      replaces: undefined,
    });
    const { steps } = await play([{ on: "1970-01-01", at: "00:00", do: "look" }], { terms });
    expect(steps[0]?.state).to.include({ status: "outstanding", total: "203323.70", dueOn: "1971-01-01" });
  });
});

describe("a refusal", () => {
  it("is named by its custom error, its reason, or what kind it is", () => {
    const reason = concat(["0x08c379a0", AbiCoder.defaultAbiCoder().encode(["string"], ["no such luck"])]);
    const panic = concat(["0x4e487b71", AbiCoder.defaultAbiCoder().encode(["uint256"], [17])]);
    expect(refusalOf({ data: reason })).to.equal("no such luck");
    expect(refusalOf({ info: { error: { data: panic } } })).to.equal("Panic");
    expect(refusalOf({ data: "0x" })).to.equal("Reverted");
    expect(refusalOf({ error: { data: { data: "0x12345678" } } })).to.equal("Reverted (0x12345678)");
  });

  it("is not what stopped the chain itself", () => {
    const broken = new Error("connection lost");
    expect(() => refusalOf(broken)).to.throw(broken.message);
  });
});
