import { readFileSync } from "node:fs";

import { expect } from "chai";

import type { Figures } from "../../bench/report/figures.ts";
import { renderPage } from "../../bench/report/page.ts";
import type { Trials } from "../../bench/report/trials.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe("The page of benchmarks", () => {
  const figures = JSON.parse(read("gas/bench.json")) as Figures;

  it("is what the committed figures render to", () => {
    expect(read("docs/bench.md")).to.equal(renderPage(figures, JSON.parse(read("gas/trials.json")) as Trials));
  });

  it("has our acts as npm run gas has them", () => {
    const { acts } = JSON.parse(read("gas/acts.json")) as { acts: Record<string, number> };
    const broken = Object.fromEntries(Object.entries(figures.acts).map(([act, { gas }]) => [act, gas]));
    expect(broken).to.deep.equal(acts);
  });

  it("divides each act into parts that add up", () => {
    for (const [act, { gas, unavoidable, refunded, parts, above, aboveBy }] of Object.entries(figures.acts)) {
      const sum = (of: Record<string, number>) => Object.values(of).reduce((total, each) => total + each, 0);
      expect(sum(parts) - refunded, act).to.equal(unavoidable);
      expect(unavoidable + sum(above), act).to.equal(gas);
      expect(sum(aboveBy), act).to.equal(sum(above));
    }
  });
});
