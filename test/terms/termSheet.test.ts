import { readFileSync } from "node:fs";

import { expect } from "chai";

import { DESCRIBED, publishedSchema, schemaFile } from "../../scripts/jsonSchemas.ts";
import { parseTermSheet, TermSheetError } from "../../src/terms/termSheet.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";

const ACCOUNT = "0x00000000000000000000000000000000000000A1";
const OTHER_ACCOUNT = "0x00000000000000000000000000000000000000b2";
const NOBODY = `0x${"0".repeat(40)}`;

function refusalOf(value: unknown): string {
  try {
    parseTermSheet(value, "note.json");
  } catch (error) {
    expect(error).to.be.instanceOf(TermSheetError);
    return (error as TermSheetError).message;
  }
  throw new Error("the term sheet was taken");
}

describe("parseTermSheet", () => {
  describe("given a term sheet that can be taken", () => {
    it("leaves aside where an editor finds its schema, and nothing else with a dollar", () => {
      for (const $schema of [
        "term-sheet.schema.json",
        "../term-sheet.schema.json",
        "https://example.com/0.1.0/term-sheet.schema.json",
      ]) {
        expect(parseTermSheet({ $schema, ...sampleSheet() }, "note.json")).to.deep.equal(sampleSheet());
      }
      expect(refusalOf({ ...sampleSheet(), $schema: 7 })).to.equal(
        'note.json: $schema: 7 is a JSON number; write it as a string, "7"',
      );
      for (const $schema of [
        "The borrower may pay in shares.",
        "The borrower may pay in shares: ./term-sheet.schema.json",
        "",
        "scenario.schema.json",
        "term-sheet.schema.json ",
      ]) {
        expect(refusalOf({ ...sampleSheet(), $schema })).to.equal(
          `note.json: $schema: ${JSON.stringify($schema)} is no path or address of term-sheet.schema.json; ` +
            "it is for editors, and nothing else belongs there",
        );
      }
      expect(refusalOf({ ...sampleSheet(), $id: "x" })).to.equal("note.json: $id: unknown key");
    });

    for (const [title, changes] of [
      ["the sample", {}],
      ["no right of conversion", { conversion: undefined }],
      [
        "no transfer, replaced note, document, law",
        { transfer: undefined, replaces: undefined, document: undefined, governingLaw: undefined },
      ],
      ["no overdue interest", { "interest.overdue": undefined }],
      ["parties by name alone", { borrower: { name: "Maker" }, lender: { name: "Payee" } }],
      ["no end of conversion, unsaid", { "conversion.until": undefined }],
      ["an end of conversion", { "conversion.until": "2005-09-02" }],
      ["a price no decimal holds", { "conversion.pricePerShare": "1/30" }],
      [
        "a par value and a fair value",
        { "conversion.stock.parValue": "0.001", "conversion.stock.fairValueAtIssue": "0.03" },
      ],
      [
        "all of a replaced note, older than 1970",
        {
          "replaces.dated": "1969-02-28",
          "replaces.maker": "A",
          "replaces.payee": "B",
          "replaces.assigned": "2003-08-05",
        },
      ],
      ["an attestor", { attestor: { name: "Notary" } }],
      ["accounts", { accounts: { borrower: ACCOUNT, lender: OTHER_ACCOUNT, currency: ACCOUNT } }],
      [
        "accounts with a checksum, and in small or capital letters alone",
        {
          accounts: {
            borrower: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
            lender: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8",
            attestor: "0x3C44CDDDB6A900FA2B585DD299E03D12FA4293BC",
          },
        },
      ],
      ["no interest", { "interest.rate": "0%" }],
      ["the highest rate", { "interest.rate": "99.999999%" }],
      ["the most principal", { principal: "79228162514264337593543.950335" }],
      ["whole units alone", { principal: "203323", "currency.decimals": 0, "conversion.pricePerShare": "5" }],
      ["dated on the first day", { dated: "1970-01-01" }],
    ] as const) {
      it(`takes ${title}`, () => {
        const sheet = sheetWith(changes);
        expect(parseTermSheet(sheet, "note.json")).to.deep.equal(sheet);
      });
    }
  });

  describe("given one that cannot", () => {
    const conventions =
      "use one of ACT_365F, ACT_360, ACT_ACT_ISDA, THIRTY_360_BB, THIRTY_E_360, THIRTY_E_360_ISDA, NL_365";
    for (const [path, value, complaint] of [
      ["interest.dayCount", "Act/365", `"Act/365" is ambiguous; ${conventions}`],
      ["interest.dayCount", "30/360", `"30/360" is ambiguous; ${conventions}`],
      ["interest.dayCount", "ACT/ACT", `"ACT/ACT" is ambiguous; ${conventions}`],
      ["interest.dayCount", "Actual/360", `"Actual/360" is ambiguous; ${conventions}`],
      ["interest.dayCount", "30E/360", `"30E/360" is ambiguous; ${conventions}`],
      ["interest.dayCount", "act_365f", `"act_365f" is no day-count convention; ${conventions}`],
      ["interest.dayCount", undefined, `missing; ${conventions}`],
      ["interest.rate", "7.75", `"7.75" is not a percentage such as "7.75%"`],
      ["interest.rate", 7.75, `7.75 is a JSON number; write it as a string, "7.75"`],
      ["interest.rate", "100%", `"100%" is not below 100%`],
      ["interest.rate", "-1%", `"-1%" is negative`],
      ["interest.rate", "7.1234567%", `"7.1234567%" has 7 decimals of a percent; at most 6 can be held`],
      ["interest.rate", "07%", `"07%" is not a percentage such as "7.75%"`],
      ["interest.overdue.rate", "250%", `"250%" is not below 100%`],
      ["interest.overdue.base", "everything", `"everything" is not one of principal, sumDue`],
      ["principal", 203323.7, `203323.7 is a JSON number; write it as a string, "203323.7"`],
      ["principal", "-203323.70", `"-203323.70" is negative`],
      ["principal", "0.00", `"0.00" is zero`],
      ["principal", "203,323.70", `"203,323.70" is not a plain decimal such as "203323.70"`],
      ["principal", "2e5", `"2e5" is not a plain decimal such as "203323.70"`],
      ["principal", "203323.7000001", `"203323.7000001" has 7 decimals; at most 6 can be held`],
      ["principal", undefined, "missing"],
      ["principal", null, "null is not a string"],
      ["currency.decimals", 19, "19 is above 18"],
      ["currency.decimals", -1, "-1 is below 0"],
      ["currency.decimals", 2.5, "2.5 is not a whole number"],
      ["currency.decimals", "6", `"6" is not a number`],
      ["currency.symbol", " ", "is empty"],
      ["dated", "2005-02-30", `"2005-02-30" is not a day of the calendar`],
      ["dated", "December 31, 2003", `"December 31, 2003" is not a date (YYYY-MM-DD)`],
      ["dated", "1969-12-31", `"1969-12-31" is before 1970-01-01`],
      ["maturity", "2003-12-31", `"2003-12-31" is not after dated, "2003-12-31"`],
      ["maturity", "2003-12-30", `"2003-12-30" is not after dated, "2003-12-31"`],
      ["prepayment", true, "true is not one of prohibited, allowed"],
      ["calendar.zone", "America/Chicago", `"America/Chicago" is not one of America/New_York, UTC`],
      ["calendar.extendDeadlines", "yes", `"yes" is not a boolean`],
      ["default.graceDays", 10.5, "10.5 is not a whole number"],
      ["default.graceDays", -1, "-1 is below 0"],
      ["default.judgmentDays", 65536, "65536 is above 65535"],
      ["default", undefined, "missing"],
      ["borrower", "Infinite Group, Inc.", `"Infinite Group, Inc." is not an object`],
      ["lender.name", undefined, "missing"],
      ["conversion.until", "2005-09-01", `"2005-09-01" is not after conversion.after, "2005-09-01"`],
      ["conversion.pricePerShare", "0", `"0" is zero`],
      ["conversion.pricePerShare", "0/5", `"0/5" is zero`],
      ["conversion.pricePerShare", "1/0", `"1/0" is not a plain decimal such as "203323.70"`],
      ["conversion.pricePerShare", 0.05, `0.05 is a JSON number; write it as a string, "0.05"`],
      ["conversion.stock.authorized", 60000000, `60000000 is a JSON number; write it as a string, "60000000"`],
      ["conversion.stock.authorized", "0", `"0" is zero`],
      ["conversion.stock.symbol", undefined, "missing"],
      ["replaces.dated", "2002-11-31", `"2002-11-31" is not a day of the calendar`],
      ["document.sha256", "5e29", `"5e29" is no SHA-256 (64 hexadecimal digits, lower case)`],
      ["accounts.lender", "0x12", `"0x12" is no address (0x and 40 hexadecimal digits)`],
      [
        "accounts.currency",
        "0xf39fd6e51aad88F6F4ce6aB8827279cffFb92266",
        `"0xf39fd6e51aad88F6F4ce6aB8827279cffFb92266" has the wrong checksum (EIP-55): a digit is mistyped, compare it with its source`,
      ],
      ...(["borrower", "lender", "attestor", "currency", "stock", "calendar", "registry"] as const).map(
        (role) =>
          [
            `accounts.${role}`,
            NOBODY,
            `"${NOBODY}" is the zero address, which is nobody's; leave the field out if there is none`,
          ] as const,
      ),
      ["attestor.address", ACCOUNT, "unknown key"],
      ["interest.compounding", "none", "unknown key"],
      ["memo", "paid", "unknown key"],
    ] as const) {
      it(`refuses ${path} ${value === undefined ? "missing" : JSON.stringify(value)}`, () => {
        const sheet = sheetWith(
          path === "attestor.address" ? { "attestor.name": "Notary", [path]: value } : { [path]: value },
        );
        expect(refusalOf(sheet)).to.equal(`note.json: ${path}: ${complaint}`);
      });
    }

    it("refuses one unit more than can be held", () => {
      const units = 2n ** 96n;
      expect(refusalOf(sheetWith({ principal: "79228162514264337593543.950336" }))).to.equal(
        `note.json: principal: "79228162514264337593543.950336" is ${units} units; at most ${units - 1n} can be held`,
      );
    });

    it("refuses a price that does not fit, in lowest terms", () => {
      const tooFine = `0.${"0".repeat(15)}1`;
      expect(refusalOf(sheetWith({ "conversion.pricePerShare": tooFine }))).to.match(
        /^note\.json: conversion\.pricePerShare: "0\.0{15}1" is 1\/10000000000 units in lowest terms; at most \d+\/4294967295 can be held$/,
      );
      expect(refusalOf(sheetWith({ "conversion.pricePerShare": "79228162514264337593543.950336" }))).to.include(
        "conversion.pricePerShare",
      );
      const fits = sheetWith({ "conversion.pricePerShare": `0.${"0".repeat(14)}5` });
      expect(parseTermSheet(fits, "note.json")).to.deep.equal(fits);
    });

    it("refuses parties that share an account, however it is written", () => {
      const accounts = { borrower: ACCOUNT, attestor: ACCOUNT.toLowerCase() };
      expect(refusalOf(sheetWith({ accounts }))).to.equal(
        `note.json: accounts.attestor: ${ACCOUNT.toLowerCase()} is the account of the borrower, too`,
      );
    });

    it("names every field that is wrong, in one line", () => {
      const message = refusalOf(
        sheetWith({ principal: "0", maturity: "2007-02-29", title: undefined, "lender.name": "" }),
      );
      expect(message).to.equal(
        `note.json: title: missing; lender.name: is empty; principal: "0" is zero; maturity: "2007-02-29" is not a day of the calendar`,
      );
    });

    it("tells a scenario apart", () => {
      expect(refusalOf({ title: "played", terms: sampleSheet(), timeline: [] })).to.equal(
        "note.json: is a scenario, not a term sheet; note simulate plays it",
      );
    });

    it("stays in one line whatever the value", () => {
      expect(refusalOf(sheetWith({ dated: "2003\n12\r31" }))).to.equal(
        String.raw`note.json: dated: "2003\n12\r31" is not a date (YYYY-MM-DD)`,
      );
    });

    for (const value of [null, 5, "text", [sampleSheet()]]) {
      it(`refuses ${JSON.stringify(value).slice(0, 10)} instead of an object`, () => {
        expect(refusalOf(value)).to.match(/^note\.json: .* is not an object$/);
      });
    }
  });
});

describe("the published schemas", () => {
  for (const described of DESCRIBED) {
    it(`${described}: is what the code checks; scripts/generate-schema.ts writes it`, () => {
      expect(readFileSync(schemaFile(described), "utf8")).to.equal(publishedSchema(described));
    });
  }
});
