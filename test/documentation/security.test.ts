import { readFileSync } from "node:fs";

import { expect } from "chai";

import { faultsIn, itemsOf } from "./namedTests.ts";

const ROLES = [
  "Lender",
  "Borrower",
  "Maker",
  "Attestor",
  "Registrar",
  "Issuer of the stock",
  "Issuer of the currency",
  "Stranger",
];

describe("Documentation: who can do what", () => {
  const page = readFileSync(new URL("../../docs/security.md", import.meta.url), "utf8");

  it("ends every line with a test there is", () => {
    const faults = faultsIn(page, "docs/security.md");
    expect(faults, faults.join("\n")).to.have.length(0);
  });

  for (const role of ROLES) {
    it(`says of the ${role.toLowerCase()} what it can do alone, only with others, and never`, () => {
      const headings = itemsOf(page).map(({ heading }) => heading);
      for (const list of ["Alone", "Only with", "Never"]) expect(headings).to.include(`${role}, ${list}`);
    });
  }

  describe("given a page with a mistake", () => {
    const file = "test/clauses/Payment.test.ts";
    const mistakes: Record<string, readonly [string, string]> = {
      "a file that is not there": [
        "`test/clauses/Paiment.test.ts › is refused of nothing`",
        "names a file that is not there: test/clauses/Paiment.test.ts",
      ],
      "a title that is not there": [
        `\`${file} › is refused of nothin\``,
        `names a test that is not in ${file}: is refused of nothin`,
      ],
      "a title that stands in something else": [
        `\`${file} › given the smallest debts › is refused of nothing\``,
        `names a test that is not in ${file}: given the smallest debts › is refused of nothing`,
      ],
      "a word that a title never fills in": [
        `\`${file} › is taken from the aunt, straight to the holder\``,
        `names a test that is not in ${file}: is taken from the aunt, straight to the holder`,
      ],
      "a file alone": [`\`${file}\``, `names no test in ${file}`],
      "a function of Solidity that is not there": [
        "`test/invariant/Token.sol › invariant_14_noPartyHolds`",
        "names a test that is not in test/invariant/Token.sol: invariant_14_noPartyHolds",
      ],
      "no test": ["", "does not end with a test"],
      "a test, but not at its end": [`\`${file} › is refused of nothing\`, and more`, "does not end with a test"],
    };
    for (const [what, [reference, fault]] of Object.entries(mistakes)) {
      it(`names the line with ${what}`, () => {
        const sound = `- Pays.\n  \`${file} › is taken from the …, straight to the holder\``;
        const text = `# Page\n\n${sound}\n- Pays in vain.\n  ${reference}\n`;
        expect(faultsIn(text, "page.md")).to.deep.equal([`page.md:5 ${fault}`]);
      });
    }
  });
});
