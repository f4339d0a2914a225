import { readFileSync } from "node:fs";

import { expect } from "chai";

import { faultsIn, itemsOf } from "./namedTests.ts";

const PLAYS = [
  "Early",
  "Late",
  "Twice",
  "In another order",
  "In one block",
  "A contract in every seat",
  "Dust and the largest values",
  "The ends of the calendar",
  "A registrar gone rogue",
  "An attestor gone rogue",
  "An issuer that splits around a conversion",
  "A borrower that donates and pays itself",
  "A token that turns under us",
];

describe("Documentation: hostile plays", () => {
  const page = readFileSync(new URL("../../docs/game-day.md", import.meta.url), "utf8");

  it("ends every play with a test there is", () => {
    const faults = faultsIn(page, "docs/game-day.md");
    expect(faults, faults.join("\n")).to.have.length(0);
  });

  it("knows plays of every kind", () => {
    const headings = new Set(itemsOf(page).map(({ heading }) => heading));
    expect([...headings]).to.deep.equal(PLAYS);
  });
});
