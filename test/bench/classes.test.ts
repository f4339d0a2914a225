import { expect } from "chai";

import { ABOVE, classesOf, UNAVOIDABLE } from "../../bench/trace/classes.ts";
import type { PricedStep } from "../../bench/trace/steps.ts";

const STRANGER = `0x${"ab".repeat(20)}`;
const precompile = (number: number) => `0x${number.toString(16).padStart(40, "0")}`;

function step(op: string, own: number, changes: Partial<PricedStep> = {}): PricedStep {
  return { op, own, frame: { account: STRANGER, movesMoney: false }, called: null, ...changes };
}

const classed = (op: string, own: number, changes: Partial<PricedStep> = {}) =>
  Object.fromEntries(classesOf(step(op, own, changes)));

describe("Classes of cost", () => {
  it("tell a first write from a change, read before or not, and from a change of a change", () => {
    expect(classed("SSTORE", 22_100)).to.deep.equal({ "first written": 22_100 });
    expect(classed("SSTORE", 20_000)).to.deep.equal({ "first written": 20_000 });
    expect(classed("SSTORE", 5_000)).to.deep.equal({ changed: 5_000 });
    expect(classed("SSTORE", 2_900)).to.deep.equal({ changed: 2_900 });
    expect(classed("SSTORE", 100)).to.deep.equal({ "warm storage": 100 });
  });

  it("count a write that changes nothing of a slot not read before as a read", () => {
    expect(classed("SSTORE", 2_200)).to.deep.equal({ "cold reads": 2_100, "warm storage": 100 });
  });

  it("tell the first read of a slot from a later one", () => {
    expect(classed("SLOAD", 2_100)).to.deep.equal({ "cold reads": 2_100 });
    expect(classed("SLOAD", 100)).to.deep.equal({ "warm storage": 100 });
    expect(classed("TSTORE", 100)).to.deep.equal({ "warm storage": 100 });
  });

  it("count the first look at an account as a read, and copying its code as memory", () => {
    expect(classed("EXTCODESIZE", 2_600)).to.deep.equal({ "cold reads": 2_600, environment: 0 });
    expect(classed("EXTCODECOPY", 2_650)).to.deep.equal({ "cold reads": 2_600, "memory and calldata": 50 });
    expect(classed("EXTCODECOPY", 150)).to.deep.equal({ "memory and calldata": 150 });
  });

  it("tell another contract, reached first or again, from a part of the notes", () => {
    expect(classed("STATICCALL", 2_612, { called: STRANGER })).to.deep.equal({ "contracts reached": 2_600, calls: 12 });
    expect(classed("CALL", 112, { called: STRANGER })).to.deep.equal({ calls: 112 });
    expect(classed("DELEGATECALL", 2_600, { called: STRANGER })).to.deep.equal({ "parts of the notes": 2_600 });
  });

  it("know the check of a signature", () => {
    expect(classed("STATICCALL", 3_100, { called: precompile(1) })).to.deep.equal({ calls: 100, signatures: 3_000 });
    expect(classed("STATICCALL", 172, { called: precompile(4) })).to.deep.equal({ "memory and calldata": 172 });
  });

  it("count whatever happens while money moves as its moving", () => {
    const frame = { account: STRANGER, movesMoney: true };
    for (const op of ["SSTORE", "SLOAD", "LOG3", "ADD", "JUMPI"]) {
      expect(classed(op, 2_100, { frame }), op).to.deep.equal({ "money moved": 2_100 });
    }
  });

  it("put work without storage where it belongs", () => {
    const expected = {
      LOG4: "events",
      CREATE: "terms as code",
      KECCAK256: "hashing",
      MULMOD: "arithmetic",
      SIGNEXTEND: "arithmetic",
      CLZ: "arithmetic",
      PUSH32: "stack and jumps",
      JUMPDEST: "stack and jumps",
      CALLDATALOAD: "memory and calldata",
      MCOPY: "memory and calldata",
      RETURN: "memory and calldata",
      CALLER: "environment",
      TIMESTAMP: "environment",
    };
    for (const [op, name] of Object.entries(expected)) expect(classed(op, 7), op).to.deep.equal({ [name]: 7 });
  });

  it("lose nothing and name only what is known", () => {
    const names: readonly string[] = [...UNAVOIDABLE, ...ABOVE];
    for (const op of ["SSTORE", "SLOAD", "EXTCODECOPY", "CALL", "DELEGATECALL", "LOG1", "GAS", "SOMETHINGNEW"]) {
      for (const own of [3, 100, 2_100, 2_200, 2_600, 2_700, 5_000, 22_100]) {
        const called = /CALL$/.test(op) ? STRANGER : null;
        const parts = classesOf(step(op, own, { called }));
        expect(
          parts.reduce((sum, [, gas]) => sum + gas, 0),
          `${op} ${own}`,
        ).to.equal(own);
        for (const [name] of parts) expect(names, op).to.include(name);
      }
    }
  });
});
