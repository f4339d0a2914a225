import { expect } from "chai";

import { compile } from "../../scripts/mutation/compiler.ts";
import { declarationsOf, pointsOf } from "../../scripts/mutation/points.ts";
import type { Point } from "../../scripts/mutation/points.ts";
import { isOn, schemata } from "../../scripts/mutation/schemata.ts";

const HEAD = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n";

/** A contract's places, and what it becomes with all its mutants in it. */
function mutated(body: string) {
  const content = `${HEAD}contract C {\n${body}\n}\n`;
  const { sources } = compile(inputOf(content));
  const ast = sources["C.sol"]!.ast;
  const points = pointsOf({ file: "contracts/C.sol", content, ast }, declarationsOf([ast]));
  const ids = points.flatMap(({ mutants }) => mutants.map(({ mutant }) => mutant.id));
  const written = schemata(
    content,
    points,
    (id) => ids.indexOf(id) + 1,
    () => ({ name: "guarded", body: "{ require(msg.sender != address(0)); _; }", contractEnds: content.length - 2 }),
  );
  return { points, written };
}

function inputOf(content: string) {
  return {
    language: "Solidity",
    sources: { "C.sol": { content } },
    settings: { outputSelection: { "*": { "": ["ast"], "*": ["abi"] } } },
  };
}

/** What each operator makes of a function's body. */
function changes(points: readonly Point[]): string[] {
  return points.flatMap(({ mutants }) =>
    mutants.map(({ mutant: { operator, original, replacement } }) => `${operator}: ${original} → ${replacement}`),
  );
}

const VIEW = (body: string) => `function f(uint256 a, uint256 b) external view returns (uint256) { ${body} }`;

describe("The mutants of a source", () => {
  describe("given arithmetic", () => {
    it("turns a sum into a difference, and makes a literal one more", () => {
      const { points } = mutated(VIEW("return a + 2;"));
      expect(changes(points)).to.include.members(["arithmetic: a + 2 → a - 2", "literal: 2 → uint256(2 + 1)"]);
    });

    it("takes a number that the compiler computes for one literal", () => {
      const { points } = mutated(VIEW("return a * (2 + 3);"));
      expect(changes(points).filter((change) => change.startsWith("literal"))).to.have.lengthOf(1);
    });
  });

  describe("given a condition", () => {
    it("moves its bound, and makes it always and never true", () => {
      const { points } = mutated(VIEW("if (a < b) return a; return b;"));
      expect(changes(points)).to.include.members([
        "bound: a < b → a <= b",
        "condition: a < b → true",
        "condition: a < b → false",
      ]);
    });

    it("leaves out each side of a conjunction", () => {
      const { points } = mutated(VIEW("if (a < b && a != 7) return a; return b;"));
      expect(changes(points)).to.include.members([
        "logic: a < b && a != 7 → (a < b) || (a != 7)",
        "logic: a < b && a != 7 → a < b",
        "logic: a < b && a != 7 → a != 7",
        "comparison: a != 7 → a == 7",
      ]);
    });

    it("does not leave out the only statement of an if: its condition is never true already", () => {
      const { points } = mutated(VIEW("if (a < b) revert(); return b;"));
      expect(changes(points)).not.to.include("statement: revert(); → ");
    });
  });

  describe("given statements", () => {
    it("leaves out an assignment, and never changes what is assigned to", () => {
      const { points } = mutated("uint256 x; function f(uint256 a) external { x += a; }");
      expect(changes(points)).to.deep.equal([
        "statement: x += a; → ",
        "step: x += a; → x -= a;",
        "step: x += a; → x = a;",
      ]);
    });

    it("leaves out a modifier", () => {
      const source = "modifier guarded() { require(msg.sender != address(0)); _; } function f() external guarded {}";
      expect(changes(mutated(source).points)).to.include("modifier: guarded → ");
    });
  });

  it("makes a named constant one more and one less, where it is used", () => {
    const { points } = mutated(
      "uint256 constant LIMIT = 9; function f() external pure returns (uint256) { return LIMIT; }",
    );
    expect(changes(points)).to.include.members(["constant: LIMIT → (LIMIT + 1)", "constant: LIMIT → (LIMIT - 1)"]);
  });

  it("gives the same change in two places two names, which do not hang on the line", () => {
    const twice = mutated(VIEW("if (a < b) return a; if (a < b) return b; return 0;")).points;
    const ids = twice.flatMap(({ mutants }) => mutants.map(({ mutant }) => mutant.id));
    expect(new Set(ids).size).to.equal(ids.length);
    const lower = mutated(`\n\n${VIEW("if (a < b) return a; if (a < b) return b; return 0;")}`).points;
    expect(lower.flatMap(({ mutants }) => mutants.map(({ mutant }) => mutant.id))).to.deep.equal(ids);
  });
});

describe("A source with its mutants in it", () => {
  it("asks which mutant is on, and is the original if none is", () => {
    const { written } = mutated(VIEW("return a + b;"));
    expect(written).to.include(`if (!(${isOn(1)})) { return (${isOn(2)} ? a - b : a + b); }`);
  });

  it("compiles, with mutants within mutants, a modifier among them", () => {
    const { written } = mutated(
      [
        "uint96 x; uint96 constant MOST = 5; bytes32 y;",
        "modifier guarded() { require(msg.sender != address(0)); _; }",
        "function f(uint96 a, bool b, int112 c) external guarded returns (uint256, bytes32) {",
        "for (uint256 i; i < 3; ++i) { if (!b && (x > MOST || c > 0)) x += a * 2; else delete x; }",
        "(x, y) = (0, bytes32(0)); if (y != 0) return (1, 0); return (a % 4, y);",
        "}",
      ].join("\n"),
    );
    expect(() => compile(inputOf(written))).not.to.throw();
  });
});
