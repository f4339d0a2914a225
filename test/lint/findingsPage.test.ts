import { readFileSync } from "node:fs";

import { expect } from "chai";

import { FINDINGS_PAGE, findingsPage } from "../../scripts/findingsPage.ts";
import { CATALOGUE, FINDING_CODES } from "../../src/lint/lint.ts";

describe("docs/findings.md", () => {
  const page = readFileSync(FINDINGS_PAGE, "utf8");

  it("is what the catalogue says; scripts/generate-findings.ts writes it", () => {
    expect(page).to.equal(findingsPage());
  });

  it("has a row for every code, with its remedy and source, under its severity", () => {
    for (const code of FINDING_CODES) {
      const rows = page.split("\n").filter((line) => line.startsWith(`| \`${code}\``));
      expect(rows, code).to.have.length(1);
      const { severity, source } = CATALOGUE[code];
      expect(rows[0]).to.include(source);
      const heading = page
        .slice(0, page.indexOf(rows[0]!))
        .split("\n")
        .findLast((line) => line.startsWith("## "));
      expect(heading?.toLowerCase(), code).to.equal(`## ${severity}s`);
    }
  });
});
