import { expect } from "chai";

import { CATALOGUE, FINDING_CODES, lint } from "../../src/lint/lint.ts";
import type { Finding } from "../../src/lint/lint.ts";
import { dayOf } from "../../src/math/civilDate.ts";
import { cleanSheet, cleanSheetWith, seededSheets } from "../helpers/drafts.ts";
import { sampleSheet } from "../helpers/termSheets.ts";

const DATED = dayOf("2026-03-02");

function codesOf(value: unknown, today: number | null = DATED): string[] {
  return lint(value, { today }).map(({ code }) => code);
}

function findingIn(value: unknown, code: string): Finding {
  const found = lint(value, { today: DATED }).find((finding) => finding.code === code);
  if (found === undefined) throw new Error(`${code} is not found`);
  return found;
}

describe("lint", () => {
  it("is silent on a clean sheet, with a day to judge by and without", () => {
    expect(lint(cleanSheet(), { today: DATED })).to.deep.equal([]);
    expect(lint(cleanSheet(), { today: null })).to.deep.equal([]);
  });

  describe("given a sheet with one thing wrong", () => {
    for (const { code, on, patch, finds } of seededSheets()) {
      it(`finds ${code}, and nothing that is not so`, () => {
        expect(codesOf(cleanSheetWith(patch), dayOf(on)).sort()).to.deep.equal([...finds].sort());
        expect(finds).to.include(code);
      });
    }

    it("has a sheet for every code of the catalogue, and none for another", () => {
      expect(seededSheets().map(({ code }) => code)).to.deep.equal([...FINDING_CODES].sort());
    });
  });

  it("finds in the sample what is true of it", () => {
    expect(codesOf(sampleSheet())).to.have.members([
      "attestor-missing",
      "maturity-on-non-business-day",
      "maturity-past",
      "conversion-without-end",
      "choice-of-law-below-threshold",
      "first-default-extended",
      "last-day-to-pay-extended",
      "dated-long-past",
      "conversion-opens-next-day",
      "fair-value-missing",
    ]);
    expect(codesOf(sampleSheet(), null)).to.not.include.members(["maturity-past", "dated-long-past"]);
  });

  it("shows the worst first, and every fault beside every other", () => {
    const faulty = cleanSheetWith({
      interest: { dayCount: "30/360", compounding: true },
      maturity: "2026-02-01",
      principal: 400000,
      attestor: null,
      document: null,
      memo: "x",
    });
    const found = lint(faulty, { today: DATED });
    expect(found.map(({ severity }) => severity)).to.deep.equal(
      [...found].map(({ severity }) => severity).sort((a, b) => "ewn".indexOf(a[0]!) - "ewn".indexOf(b[0]!)),
    );
    expect(found.map(({ code, field }) => `${code} ${field}`)).to.include.members([
      "field-refused principal",
      "field-refused memo",
      "day-count-ambiguous interest.dayCount",
      "compounding-refused interest.compounding",
      "maturity-not-after-dated maturity",
      "attestor-missing attestor",
      "document-missing document",
    ]);
    expect(found.filter(({ field }) => field === "interest.dayCount")).to.have.length(1);
  });

  it("says with every finding about law that it is no legal advice, and with no other", () => {
    for (const { code, on, patch } of seededSheets()) {
      const found = lint(cleanSheetWith(patch), { today: dayOf(on) }).find((finding) => finding.code === code);
      expect(found?.remedy.includes("not legal advice"), code).to.equal(CATALOGUE[found!.code].legal);
      expect(found?.message, code).to.match(/^["A-Z0-9].*\.$/);
      expect(found?.remedy, code).to.match(/^["A-Z].*\.$/);
    }
  });

  it("leaves what it is given as it was", () => {
    const sheet = cleanSheet();
    lint(sheet, { today: DATED });
    expect(sheet).to.deep.equal(cleanSheet());
  });

  for (const value of [null, 5, "text", [], [cleanSheet()]]) {
    it(`finds ${JSON.stringify(value).slice(0, 10)} to be no term sheet`, () => {
      expect(codesOf(value)).to.deep.equal(["field-refused"]);
    });
  }

  it("reads what nobody would write without failing", () => {
    for (const field of Object.keys(cleanSheet())) {
      for (const odd of [7, "", "\n", [], {}, true, "__proto__", "9999-12-31", "0001-01-01", "1e5", { name: {} }]) {
        expect(
          () => lint({ ...cleanSheet(), [field]: odd }, { today: DATED }),
          `${field}: ${JSON.stringify(odd)}`,
        ).to.not.throw();
      }
    }
  });

  describe("given accounts", () => {
    const [ONE, OTHER] = ["0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"];
    const sharing = (accounts: unknown) =>
      lint(cleanSheetWith({ accounts }), { today: DATED }).filter(({ severity }) => severity !== "notice");

    it("finds every one that is two things at once, however it is written", () => {
      const found = sharing({ lender: ONE, currency: ONE.toLowerCase(), calendar: ONE, registry: OTHER });
      expect(found.filter(({ code }) => code === "accounts-shared").map(({ message }) => message)).to.deep.equal([
        `${ONE.toLowerCase()} is said to be both lender and currency.`,
        `${ONE} is said to be both lender and calendar.`,
      ]);
    });

    it("takes parties that share one for an error, as the contract does", () => {
      const found = sharing({ borrower: ONE, lender: ONE.toLowerCase() });
      expect(found.map(({ code, field }) => `${code} ${field}`)).to.deep.equal([
        "parties-not-distinct accounts.lender",
      ]);
    });

    it("names the field of one that is mistyped, or nobody's", () => {
      const found = sharing({ borrower: ONE.replace("F", "f"), attestor: `0x${"0".repeat(40)}` });
      expect(found.map(({ code, severity, field }) => `${severity} ${code} ${field}`)).to.deep.equal([
        "error field-refused accounts.borrower",
        "error field-refused accounts.attestor",
      ]);
      expect(found[0]?.message).to.include("wrong checksum (EIP-55)");
    });
  });

  describe("given a bare day-count label", () => {
    for (const [label, ...conventions] of [
      ["Act/365", "ACT_365F", "ACT_ACT_ISDA", "NL_365"],
      ["actual/365", "ACT_365F", "ACT_ACT_ISDA", "NL_365"],
      ["30/360", "THIRTY_360_BB", "THIRTY_E_360", "THIRTY_E_360_ISDA"],
      ["30E/360", "THIRTY_E_360", "THIRTY_E_360_ISDA"],
      ["actual/actual", "ACT_ACT_ISDA", "ACT_365F"],
      ["Act/360", "ACT_360", "ACT_365F"],
    ]) {
      it(`names what ${label} may mean, with the interest of each`, () => {
        const { message } = findingIn(cleanSheetWith({ interest: { dayCount: label } }), "day-count-ambiguous");
        for (const convention of conventions) expect(message).to.match(new RegExp(`[\\d.]+ by ${convention}\\b`));
      });
    }

    it("reckons the interest of the two readings of Act/365 that matter", () => {
      const { message } = findingIn(
        { ...sampleSheet(), interest: { rate: "7.75%", dayCount: "Act/365" } },
        "day-count-ambiguous",
      );
      expect(message).to.include("47359.103191 by ACT_365F").and.to.include("47315.93172 by ACT_ACT_ISDA");
    });
  });

  describe("given days", () => {
    it("computes the first default of the sample", () => {
      const { message } = findingIn(sampleSheet(), "first-default-extended");
      expect(message)
        .to.include("on 2007-01-03")
        .and.to.include("through 2007-01-16")
        .and.to.include("from 2007-01-17");
    });

    it("calls a year and a day more than a year, but not a year", () => {
      expect(codesOf(cleanSheet(), dayOf("2027-03-02"))).to.deep.equal([]);
      expect(codesOf(cleanSheetWith({ dated: "2024-02-29" }), dayOf("2025-03-01"))).to.deep.equal([]);
      expect(codesOf(cleanSheetWith({ dated: "2024-02-29" }), dayOf("2025-03-02"))).to.deep.equal(["dated-long-past"]);
    });

    it("says on which day conversion opens, and what to state instead", () => {
      const { message, remedy } = findingIn(sampleSheet(), "conversion-opens-next-day");
      expect(message).to.include("the first day is 2005-09-02");
      expect(remedy).to.include('"2005-08-31"');
    });

    it("shows a conversion after which 30/360 Bond Basis does not add up", () => {
      const patch = { interest: { dayCount: "THIRTY_360_BB" } };
      const { message } = findingIn(cleanSheetWith(patch), "bond-basis-with-conversion");
      // from March 2, 2026: to July 31, 2027, 509 days; from there, as from the 30th, 585; the whole is 1093
      expect(message).to.include("on 2027-07-31, 509 and 585 days are not 1093");
    });
  });
});
