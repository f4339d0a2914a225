import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { quote } from "../../src/quote/quote.ts";
import { rebase } from "../../src/terms/rebase.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";

function sheet(changes: Record<string, unknown> = {}): TermSheet {
  return parseTermSheet(sheetWith(changes), "sheet.json");
}

describe("rebase", () => {
  const moved = rebase(sheet({ "replaces.assigned": "2003-08-05" }), dayOf("2026-01-02"));

  it("moves every date by the same number of days", () => {
    expect(moved.days).to.equal((Date.UTC(2026, 0, 2) - Date.UTC(2003, 11, 31)) / 86_400_000);
    expect(moved.sheet).to.deep.include({ dated: "2026-01-02", maturity: "2029-01-03" });
    expect(moved.sheet.conversion).to.deep.include({ after: "2027-09-04", until: null });
    expect(moved.sheet.replaces).to.include({ dated: "2024-10-12", assigned: "2025-08-07" });
  });

  it("says so in the title and leaves out the document, and nothing else", () => {
    expect(moved.sheet.title).to.equal(`${sheet().title} (dates moved forward by 8038 days)`);
    expect(moved.sheet).to.not.have.property("document");
    const { title, dated, maturity, conversion, replaces, document, ...rest } = sheet();
    expect(moved.sheet).to.deep.include(rest);
    expect([title, dated, maturity, conversion, replaces, document]).to.not.include(undefined);
    expect(() => parseTermSheet(moved.sheet, "moved")).to.not.throw();
  });

  it("leaves every interest by actual days as it was", () => {
    const then = termsOf(sheet());
    const now = termsOf(moved.sheet);
    for (const days of [1, 611, 1097]) {
      expect(quote(now, now.dated + days).interest).to.equal(quote(then, then.dated + days).interest);
    }
    expect(quote(now, now.maturity).interest).to.equal(47_359_103_191n);
  });

  it("goes back as well as forward", () => {
    const back = rebase(sheet(), dayOf("2003-12-30"));
    expect(back.days).to.equal(-1);
    expect(back.sheet.title).to.match(/\(dates moved back by 1 day\)$/);
    expect(back.sheet.maturity).to.equal("2006-12-31");
  });

  it("moves a last day of conversion, where there is one", () => {
    const { conversion } = rebase(sheet({ "conversion.until": "2006-12-31" }), dayOf("2004-01-01")).sheet;
    expect(conversion?.until).to.equal("2007-01-01");
  });

  it("takes a sheet without conversion and without a replaced note", () => {
    const bare = rebase(sheet({ conversion: undefined, replaces: undefined }), dayOf("2004-01-01")).sheet;
    expect(bare).to.not.have.any.keys("conversion", "replaces", "document");
  });

  it("leaves a sheet that is dated so already alone", () => {
    expect(rebase(sheet(), dayOf("2003-12-31"))).to.deep.equal({ sheet: sampleSheet(), days: 0 });
  });

  it("changes nothing in the sheet it is given", () => {
    const given = sheet();
    rebase(given, dayOf("2026-01-02"));
    expect(given).to.deep.equal(sampleSheet());
  });

  for (const [dated, changes, complaint] of [
    ["1969-12-31", {}, /^dated: "2003-12-31" moved by -12418 days is before 1970-01-01$/],
    ["9998-12-31", {}, /^maturity: "2007-01-01" moved by \d+ days is after 9999-12-31$/],
    ["9990-01-01", { "conversion.until": "2030-01-01" }, /^conversion\.until: .* is after 9999-12-31$/],
    ["1970-01-01", { "replaces.dated": "0030-01-01" }, /^replaces\.dated: "0030-01-01" moved by -12417 days is before 0001-01-01$/],
  ] as const) {
    it(`refuses ${dated}${Object.keys(changes).join("")}, beyond the days there are`, () => {
      expect(() => rebase(sheet(changes), dayOf(dated))).to.throw(RangeError, complaint);
    });
  }
});
