import { readFileSync } from "node:fs";

import { expect } from "chai";

import { blockAt, enclosing, keyOf } from "../../scripts/audit/finding.ts";
import type { Finding } from "../../scripts/audit/finding.ts";
import { withCount } from "../../scripts/audit/page.ts";
import { compare, parseTriage } from "../../scripts/audit/triage.ts";
import type { Triaged } from "../../scripts/audit/triage.ts";

const REASON = "The debt is stored before the stock is called, and what follows only compares.";

function finding(patch: Partial<Finding> = {}): Finding {
  return {
    analyser: "slither",
    detector: "reentrancy-no-eth",
    severity: "medium",
    contract: "Payment",
    function: "pay",
    file: "contracts/clauses/Payment.sol",
    line: 43,
    text: "Reentrancy in Payment.pay(uint256) (contracts/clauses/Payment.sol#43-46):\n\tExternal calls:\n\t- _settle(paid)",
    ...patch,
  };
}

function triaged(patch: Partial<Triaged> = {}): Triaged {
  return { ...keyOf(finding()), why: REASON, ...patch };
}

describe("The triage of findings", () => {
  it("is silent where every finding is triaged and every line of triage is of a finding", () => {
    expect(compare([finding()], [triaged()])).to.deep.equal([]);
  });

  describe("given a finding that is not triaged", () => {
    it("says so in one line with its place", () => {
      const [fault, ...others] = compare([finding()], []);
      expect(others).to.be.empty;
      expect(fault).to.match(
        /^new: contracts\/clauses\/Payment\.sol:43 slither\/reentrancy-no-eth \(medium\): Reentrancy in/,
      );
      expect(fault).not.to.include("\n");
    });

    it("says so whatever the severity", () => {
      expect(compare([finding({ severity: "informational" })], [])).to.have.lengthOf(1);
    });

    it("is not quieted by triage of another detector, contract, function or text", () => {
      for (const other of [{ detector: "x" }, { contract: "x" }, { function: "x" }, { text: "0123456789ab" }]) {
        expect(compare([finding()], [triaged(other)])).to.have.lengthOf(2);
      }
    });

    it("is not quieted by triage of one like it: each is counted", () => {
      expect(compare([finding(), finding()], [triaged()])).to.have.lengthOf(1);
      expect(compare([finding(), finding()], [triaged({ times: 2 })])).to.be.empty;
    });
  });

  describe("given a line of triage", () => {
    it("fails if it matches nothing any more, and says which", () => {
      expect(compare([], [triaged()])).to.deep.equal([
        `matches nothing any more: slither/reentrancy-no-eth Payment.pay [${keyOf(finding()).text}]`,
      ]);
      expect(compare([finding()], [triaged({ times: 2 })])).to.have.lengthOf(1);
    });

    it("fails without a reason of its own", () => {
      for (const why of ["", "  ", "ok", "false positive", "A false positive by the analyser", "Not relevant."]) {
        expect(compare([finding()], [triaged({ why })]), why).to.have.lengthOf(1);
      }
    });

    it("fails if it is there twice", () => {
      const [fault] = compare([finding()], [triaged(), triaged()]);
      expect(fault).to.match(/^triaged twice: /);
    });

    it("fails without one of its keys, or of an analyser that nobody knows", () => {
      expect(() => parseTriage(JSON.stringify([{ ...triaged(), contract: undefined }]))).to.throw("without contract");
      expect(() => parseTriage(JSON.stringify([{ ...triaged(), analyser: "oracle" }]))).to.throw("no analyser oracle");
    });
  });
});

describe("The key of a finding", () => {
  it("stays where the lines shift", () => {
    const text = finding().text.replace("#43-46", "#51-54");
    expect(keyOf(finding({ line: 51, text }))).to.deep.equal(keyOf(finding()));
  });

  it("changes with what is said", () => {
    const text = finding().text.replace("_settle(paid)", "_settle(owed)");
    expect(keyOf(finding({ text })).text).not.to.equal(keyOf(finding()).text);
  });
});

describe("The code of a finding", () => {
  const source = [
    "    function first() internal {",
    '        assembly ("memory-safe") {',
    "            if done {",
    "                return(data, 32)",
    "            }",
    "        }",
    "        last();",
    "    }",
  ];

  it("is its line", () => {
    expect(blockAt(source.join("\n"), 7)).to.equal("last();");
  });

  it("is all of the block that its line opens, and nothing after it", () => {
    const block = 'assembly ("memory-safe") {\nif done {\nreturn(data, 32)\n}\n}';
    expect(blockAt(source.join("\n"), 2)).to.equal(block);
  });
});

describe("The place of a line in a source", () => {
  const source = [
    "library Numbers {",
    "    uint256 private constant _ONE = 1;",
    "",
    "    function first() internal {",
    "        assembly {}",
    "    }",
    "}",
    "abstract contract Acts is Base {",
    "    constructor() {",
    "        run();",
    "    }",
    "}",
  ].join("\n");

  it("is its contract and its function", () => {
    expect(enclosing(source, 5)).to.deep.equal({ contract: "Numbers", function: "first" });
    expect(enclosing(source, 2)).to.deep.equal({ contract: "Numbers", function: "" });
    expect(enclosing(source, 10)).to.deep.equal({ contract: "Acts", function: "constructor" });
  });
});

describe("The triage of this project", () => {
  const triage = parseTriage(readFileSync("audit/triage.json", "utf8"));

  it("gives a reason for each line, and has none twice", () => {
    const faults = compare([], triage).filter((fault) => !fault.startsWith("matches nothing"));
    expect(faults).to.be.empty;
  });

  it("is what the page counts", () => {
    const counted = /\| all \| {2}\|(?: *\d+ \|){4} *(\d+) \|/.exec(readFileSync("docs/audit.md", "utf8"))?.[1];
    expect(counted).to.equal(String(triage.reduce((sum, { times = 1 }) => sum + times, 0)));
  });
});

describe("The page", () => {
  const page = "before\n<!-- counted by `npm run audit -- --update` -->\nold\n<!-- end of the count -->\nafter\n";

  it("counts findings by analyser and severity", () => {
    const counted = withCount(page, [finding(), finding({ severity: "low" }), finding({ analyser: "wake" })]);
    expect(counted).to.match(/^before\n/);
    expect(counted).to.match(/\| slither \| [\d.]+ \| 0 \| 1 \| 1 \| 0 \| 2 \|/);
    expect(counted).to.include("| all |  | 0 | 2 | 1 | 0 | 3 |");
    expect(counted).to.match(/\nafter\n$/);
    expect(counted).not.to.include("old");
  });

  it("names the places of the grave ones, and of these alone", () => {
    const counted = withCount(page, [finding(), finding({ function: "release" }), finding({ severity: "low" })]);
    expect(counted).to.include("| medium | slither/reentrancy-no-eth | 2 | `Payment.pay`, `Payment.release` |");
    expect(counted).not.to.include("| low | slither/");
  });

  it("is refused if it does not say where the count goes", () => {
    expect(() => withCount("nothing", [])).to.throw("does not mark");
  });
});
