import { expect } from "chai";

import { toCsv, withoutFormula } from "../../src/records/csv.ts";
import { readCsv } from "./readCsv.ts";

describe("comma-separated values", function () {
  const columns = [
    { title: "Text", kind: "text" as const, read: ({ text }: { text: string }) => text },
    { title: "Figure", kind: "figure" as const, read: () => "-0.01" },
  ];

  it("quotes what needs it, and ends every line with a carriage return and a line feed", function () {
    const csv = toCsv(columns, [{ text: 'a "b", c\nd' }]);
    expect(csv).to.equal('Text,Figure\r\n"a ""b"", c\nd",-0.01\r\n');
    expect(readCsv(csv)).to.deep.equal([
      ["Text", "Figure"],
      ['a "b", c\nd', "-0.01"],
    ]);
  });

  for (const text of ["=1+1", "+1", "-1", "@sum", "\tx", "\r=x", "＝1", "＋1", "－1", "＠x"]) {
    it(`lets no spreadsheet run ${JSON.stringify(text)}`, function () {
      expect(readCsv(toCsv(columns, [{ text }]))[1]?.[0]).to.equal(`'${text}`);
    });
  }

  it("leaves other text alone", function () {
    expect(withoutFormula("a = 1")).to.equal("a = 1");
    expect(withoutFormula("")).to.equal("");
  });
});
