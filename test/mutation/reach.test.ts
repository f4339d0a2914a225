import { expect } from "chai";

import type { Point } from "../../scripts/mutation/points.ts";
import { Reach } from "../../scripts/mutation/reach.ts";
import type { TracedFile } from "../../scripts/mutation/reach.ts";

const FILE = "contracts/clauses/Charges.sol";
const CONTENT = "x".repeat(100);
const STATEMENTS = [
  { tag: "outer", file: FILE, start: 10, end: 50 },
  { tag: "inner", file: FILE, start: 20, end: 30 },
];

function point(start: number, end: number, kind: Point["kind"] = "expression"): Point {
  return { start, end, kind, mutants: [], body: { start: 5, end: 60 } };
}

function traced(file: string, patch: Partial<TracedFile> = {}): TracedFile {
  const tests = [{ test: `${file}: reaches`, milliseconds: 10, reached: ["inner", "outer"] }];
  return { file, fixture: [], tests, unfit: [], ...patch };
}

function planOf(files: readonly TracedFile[], at = point(22, 25)) {
  return new Reach(STATEMENTS, files).planOf({ file: FILE, points: [] }, at, CONTENT);
}

describe("The tests that are run against a mutant", () => {
  it("are those that reach the innermost statement around it", () => {
    const away = { test: "a: passes by", milliseconds: 10, reached: ["outer"] };
    expect(planOf([traced("a", { tests: [...traced("a").tests, away] })]).tests).to.deep.equal(["a: reaches"]);
  });

  it("are of the clause's own file first, then of quick ones", () => {
    const slow = traced("slow", { tests: [{ test: "slow: reaches", milliseconds: 900, reached: ["inner"] }] });
    const own = traced("test/clauses/Charges.test.ts", {
      tests: [{ test: "own: reaches", milliseconds: 2000, reached: ["inner"] }],
    });
    expect(planOf([slow, traced("a"), own]).tests).to.deep.equal(["own: reaches", "a: reaches", "slow: reaches"]);
  });

  it("are all of a file whose fixture reaches it, and the fixture is built anew", () => {
    const tests = [{ test: "a: passes by", milliseconds: 10, reached: [] }];
    const plan = planOf([traced("a", { fixture: ["inner"], tests })]);
    expect(plan).to.deep.equal({ tests: ["a: passes by"], fresh: ["a"], capped: false });
  });

  it("are none that fails without a mutant", () => {
    expect(planOf([traced("a", { unfit: [{ test: "a: reaches", message: "" }] })]).tests).to.deep.equal([]);
  });

  it("are no more than a minute holds", () => {
    const long = (file: string) =>
      traced(file, { tests: [{ test: `${file}: reaches`, milliseconds: 40_000, reached: ["inner"] }] });
    expect(planOf([long("a"), long("b")])).to.deep.equal({ tests: ["a: reaches"], fresh: [], capped: true });
  });

  it("are those that reach its function, if it is a modifier", () => {
    const tests = [{ test: "a: passes by", milliseconds: 10, reached: ["outer"] }];
    expect(planOf([traced("a", { tests })], point(1, 4, "modifier")).tests).to.deep.equal(["a: passes by"]);
  });
});
