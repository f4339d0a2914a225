import { expect } from "chai";

import { shuffled } from "../../scripts/mutation/draw.ts";
import { parseExplained } from "../../scripts/mutation/explained.ts";
import type { Mutant } from "../../scripts/mutation/points.ts";
import { pageWith, percent, scoreOf } from "../../scripts/mutation/report.ts";
import { isSettled, latest } from "../../scripts/mutation/results.ts";
import type { Result } from "../../scripts/mutation/results.ts";

const WHY = "Both sides of the bound come to the same amount, which is zero.";

function result(id: string, outcome: Result["outcome"], patch: Partial<Result> = {}): Result {
  return { id, contracts: "c", tests: "t", outcome, ran: 1, milliseconds: 1, ...patch };
}

function mutant(id: string): Mutant {
  return {
    id,
    file: "contracts/clauses/Default.sol",
    function: "demand",
    line: 26,
    operator: "bound",
    original: "a < b",
    replacement: "a <= b",
  };
}

function byId(...results: readonly Result[]): Map<string, Result> {
  return new Map(results.map((one) => [one.id, one]));
}

describe("Results that are kept", () => {
  it("do not hold for other contracts", () => {
    expect([...latest([result("a", "killed", { contracts: "old" })], "c").keys()]).to.deep.equal([]);
  });

  it("are settled for other tests if a test noticed the mutant, and not if none did", () => {
    const outcomes = ["killed", "late", "survived", "unreached"] as const;
    const settled = (tests: string) =>
      outcomes.filter((outcome) => isSettled(result("a", outcome, { tests: "t" }), tests));
    expect(settled("other")).to.deep.equal(["killed", "late"]);
    expect(settled("t")).to.deep.equal(outcomes);
  });

  it("give way to later ones", () => {
    expect(latest([result("a", "survived"), result("a", "killed")], "c").get("a")?.outcome).to.equal("killed");
  });
});

describe("The score", () => {
  const mutants = ["a", "b", "d", "e"].map(mutant);
  const results = byId(result("a", "killed"), result("b", "late"), result("d", "unreached"));

  it("is of the mutants tried: noticed, over those that change behaviour", () => {
    const score = scoreOf(mutants, results, new Set());
    expect(score).to.deep.equal({ all: 4, tried: 3, noticed: 2, explained: 0 });
    expect(percent(score)).to.equal("66.7");
    expect(percent(scoreOf(mutants, results, new Set(["d"])))).to.equal("100.0");
  });

  it("does not rise by an explanation of a mutant that a test noticed", () => {
    expect(scoreOf(mutants, results, new Set(["a"])).explained).to.equal(0);
  });

  it("is shown on the page with every mutant that was not noticed, explained or open", () => {
    const findings = { mutants, results: byId(...results.values(), result("e", "survived")), seed: "1" };
    const page = pageWith("# Mutants\n\n## Figures\n\nstale", findings, [{ mutant: "d", change: "", why: WHY }]);
    expect(page)
      .to.match(/^# Mutants\n\n## Figures\n/)
      .and.not.to.include("stale");
    const [explained, open] = page.split("## Not noticed, and open");
    expect(explained).to.include(`(\`d\`): ${WHY}`);
    expect(open).to.include("(`e`)").and.not.to.include("(`d`)");
  });
});

describe("Explanations", () => {
  const entry = { mutant: "a", change: "a < b → a <= b", why: WHY };

  it("are read as they are written", () => {
    expect(parseExplained(JSON.stringify([entry]))).to.deep.equal([entry]);
  });

  it("are refused without a reason, or twice", () => {
    expect(() => parseExplained(JSON.stringify([{ ...entry, why: "same" }]))).to.throw("no reason given: a");
    expect(() => parseExplained(JSON.stringify([entry, entry]))).to.throw("twice: a");
    expect(() => parseExplained(JSON.stringify([{ mutant: "a" }]))).to.throw("without mutant, change or why");
  });
});

describe("The order of mutants", () => {
  const list = Array.from({ length: 50 }, (_, at) => at);

  it("is the same for the same seed, and another for another", () => {
    expect(shuffled(list, 1)).to.deep.equal(shuffled(list, 1));
    expect(shuffled(list, 2)).not.to.deep.equal(shuffled(list, 1));
  });

  it("leaves none out", () => {
    expect(shuffled(list, 3).toSorted((a, b) => a - b)).to.deep.equal(list);
  });
});
