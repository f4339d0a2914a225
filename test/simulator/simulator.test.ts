import { readFile } from "node:fs/promises";

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

  it("has another submit what parties sign, and cannot be told apart but by that", async () => {
    const timeline = [
      { on: "2004-02-02", do: "consent", to: "buyer", until: "2004-02-29" },
      { on: "2004-02-03", do: "transfer", to: "buyer" },
      { on: "2004-02-04", do: "assign", to: "subsidiary" },
      { on: "2004-02-05", do: "novate", terms: { maturity: "2008-01-02" } },
    ];
    const control = [{ controller: "borrower", controlled: "subsidiary" }];
    const signed = timeline.map((step) => ({ ...step, signed: true }));
    const plain = await play(timeline, { control });
    expect(plain.asExpected).to.equal(true);
    expect(await play(signed, { control, signed: true })).to.deep.equal(plain);
    expect(plain.steps.map(({ state }) => [state.holder, state.obligor])).to.deep.equal([
      ["lender", "borrower"],
      ["buyer", "borrower"],
      ["buyer", "subsidiary"],
      ["buyer", "borrower"],
    ]);
  });

  it("takes a signed transfer with the borrower's consent in it, and a signature from nobody else", async () => {
    const transfer = { on: "2004-02-02", do: "transfer", to: "buyer", signed: true };
    const { steps } = await play([{ ...transfer, by: "stranger" }, transfer]);
    expect(steps.map(({ error }) => error)).to.deep.equal(["SignatureInvalid", null]);
    expect(steps[1]?.state.holder).to.equal("buyer");
  });

  it("assigns to nobody but an affiliate by signature, and that is no default", async () => {
    const { steps } = await play([{ on: "2004-02-02", do: "assign", to: "stranger", signed: true }]);
    expect(steps[0]?.error).to.equal("NotAffiliate");
    expect(steps[0]?.state).to.include({ status: "outstanding", obligor: "borrower" });
  });

  it("goes on with the note that replaces another, whoever submits the novation", async () => {
    const control = [{ controller: "holdco", controlled: "lender" }];
    for (const by of ["lender", "borrower", "stranger"]) {
      const { steps } = await play(
        [
          { on: "2004-02-02", by, do: "novate", terms: { prepayment: "allowed", interest: { rate: "1%" } } },
          { on: "2004-02-03", do: "pay", amount: "1000" },
        ],
        { control },
      );
      expect(
        steps.map(({ ok }) => ok),
        by,
      ).to.deep.equal([true, true]);
      expect(steps[0]?.replaced).to.include({ status: "replaced", holder: null, total: "0" });
      expect(steps[0]?.state).to.include({ status: "outstanding", holder: "lender", interest: "183.826906" });
      expect(Object.keys(steps[1] ?? {})).to.not.include("replaced");
      expect(steps[1]?.state.paid).to.deep.equal({ lender: "1000.00" });
    }
  });

  it("takes a right of conversion away and brings it back", async () => {
    const { conversion } = sampleSheet();
    const { steps } = await play([
      { on: "2005-09-02", do: "convert", principal: "100000" },
      { on: "2005-09-05", do: "novate", terms: { principal: "100000", conversion: null } },
      { on: "2005-09-06", do: "convert", principal: "all", refused: true },
      { on: "2005-09-07", do: "novate", terms: { conversion } },
      { on: "2005-09-08", do: "convert", principal: "1000" },
    ]);
    expect(steps.map(({ error }) => error)).to.deep.equal([null, null, "NoConversionRight", null, null]);
    expect(steps.map(({ state }) => state.pricePerShare)).to.deep.equal(["0.05", null, null, "0.05", "0.05"]);
    expect(steps[2]?.state.shares).to.deep.equal({ lender: "2259465" });
  });

  it("prices the shares of the new note as they stand when it is made", async () => {
    const { steps } = await play([
      { on: "2005-09-02", do: "split", ratio: "2:1" },
      { on: "2005-09-05", do: "novate", terms: { conversion: { pricePerShare: "0.025" } } },
      { on: "2005-09-06", do: "split", ratio: "2:1" },
    ]);
    expect(steps.map(({ state }) => state.pricePerShare)).to.deep.equal(["0.025", "0.025", "0.0125"]);
  });

  it("lets a lender withdraw what was held of a note since replaced", async () => {
    const { steps } = await play([
      { on: "2004-02-02", do: "block", who: "lender" },
      { on: "2004-02-02", do: "permitPrepayment", until: "2004-12-31" },
      { on: "2004-02-03", do: "pay", amount: "500" },
      { on: "2004-02-04", do: "novate", terms: { principal: "100000" } },
      { on: "2004-02-05", do: "withdraw", to: "custodian" },
      { on: "2004-02-06", do: "withdraw", to: "custodian", refused: true },
    ]);
    expect(steps.map(({ by }) => by)).to.include("currency");
    expect(steps.map(({ error }) => error)).to.deep.equal([null, null, null, null, null, "NothingHeld"]);
    expect(steps.map(({ state }) => state.held)).to.deep.equal([
      undefined,
      undefined,
      { lender: "500.00" },
      undefined,
      undefined,
      undefined,
    ]);
    expect(steps[3]?.replaced?.held).to.deep.equal({ lender: "500.00" });
  });

  it("gives the acts on a lost note to whom they belong where nobody is named", async () => {
    const { steps, asExpected } = await play([
      { on: "2004-02-02", do: "declareLost" },
      { on: "2004-02-03", do: "recover", to: "new address" },
      { on: "2004-02-04", do: "object" },
      { on: "2004-02-05", do: "withdraw", refused: true },
      { on: "2004-06-05", do: "recover", refused: true },
    ]);
    expect(asExpected).to.equal(true);
    expect(steps.map(({ by }) => by)).to.deep.equal(["attestor", "borrower", "lender", "lender", "borrower"]);
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

describe("the examples of docs/scenarios.md", () => {
  it("are played as they stand", async () => {
    const page = await readFile(new URL("../../docs/scenarios.md", import.meta.url), "utf8");
    const examples = [...page.matchAll(/```json\n([^]*?)```/g)].map(([, json = ""]) => JSON.parse(json) as unknown);
    expect(examples.length).to.be.above(1);
    const { ethers } = await network.create({ network: "past", override: { initialDate: "1970-01-01T00:00:01Z" } });
    const simulator = await createSimulator(ethers.provider);
    for (const example of examples) {
      const scenario = await parseScenario(example, "terms/scenarios/example.json");
      expect((await simulator.play(scenario)).asExpected, scenario.title).to.equal(true);
    }
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
