import { expect } from "chai";

import { hardhat } from "../helpers/commandLine.ts";
import type { Outcome } from "../helpers/commandLine.ts";

describe("npm start", () => {
  let outcome: Outcome;

  before(async () => {
    outcome = await hardhat("run", "--no-compile", "scripts/start.ts");
  });

  it("tells the note's life, and that every figure came out", () => {
    expect([outcome.code, outcome.stderr]).to.deep.equal([0, ""]);
    expect(outcome.stdout).to.include("Everything came out as it should.");
    expect(outcome.stdout).to.include("ConversionNotOpen").and.to.include("PrepaymentNotPermitted");
    expect(outcome.stdout).to.include("RecoveryPremature").and.to.include("The note moves to the new address");
    expect(outcome.stdout).to.match(/Lender has in shares +\| +7,210,908 \| +0 \|/);
    expect(outcome.stdout).to.match(/Lender has in USD +\| +0 \| +250,682\.803191 \|/);
  });

  it("keeps to plain characters and eighty columns away from a terminal", () => {
    expect(outcome.stdout).to.match(/^[\x20-\x7e\n]+$/);
    expect(outcome.stdout.split("\n").filter((line) => line.length > 80)).to.deep.equal([]);
  });
});
