import { expect } from "chai";
import { keccak256, toUtf8Bytes, ZeroAddress, ZeroHash } from "ethers";

import type { DeploymentRecord } from "../../src/chain/parseDeploymentRecord.ts";
import type { UnpackedTerms } from "../../src/chain/termsCodec.ts";
import { termsDifference } from "../../src/chain/termsDifference.ts";
import { termsOnChain, termSheetHash } from "../../src/chain/termsOnChain.ts";
import { parseTermSheet } from "../../src/terms/termSheet.ts";
import type { TermSheet } from "../../src/terms/termSheet.ts";
import { termsOf } from "../../src/terms/terms.ts";
import { sampleSheet, sheetWith } from "../helpers/termSheets.ts";

const ACCOUNTS = {
  borrower: `0x${"b0".repeat(20)}`,
  attestor: `0x${"a0".repeat(20)}`,
  currency: `0x${"c0".repeat(20)}`,
  calendar: `0x${"ca".repeat(20)}`,
  registry: `0x${"4e".repeat(20)}`,
  stock: `0x${"50".repeat(20)}`,
};

function sheet(value: Record<string, unknown>): TermSheet {
  return parseTermSheet(value, "sheet.json");
}

/** Keys in order at every depth: what RFC 8785 comes to where there are no fractions and no accents. */
function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, sorted(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe("terms on chain", () => {
  it("hold the sample's terms in the contract's units", () => {
    const sample = sheet(sampleSheet());
    expect(termsOnChain(termsOf(sample), sample, ACCOUNTS)).to.deep.equal({
      ...ACCOUNTS,
      principal: 203_323_700_000n,
      rate: 7_750_000n,
      overdueRate: 9_000_000n,
      overdueBase: 1,
      dayCount: 0,
      prepaymentAllowed: false,
      extendDeadlines: true,
      affiliatesFree: true,
      dated: 12_417,
      maturity: 13_514,
      graceDays: 10,
      dismissalDays: 90,
      judgmentDays: 90,
      convertibleAfter: 13_027,
      convertibleUntil: 0,
      priceNumerator: 50_000n,
      priceDenominator: 1n,
      document: "0x5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03",
      termSheet: keccak256(toUtf8Bytes(JSON.stringify(sorted(sampleSheet())))),
      predecessorDated: 11_970,
      predecessorPrincipal: 211_004_530_000n,
    });
  });

  it("differ from a sheet in what the sheet says of them, and in nothing else", () => {
    const sample = sheet(sheetWith({ "accounts.currency": ACCOUNTS.currency.toLowerCase() }));
    const terms = termsOnChain(termsOf(sample), sample, ACCOUNTS) as unknown as UnpackedTerms;
    const contracts = { NewYorkCalendar: ACCOUNTS.calendar } as DeploymentRecord["contracts"];
    const difference = (changes: Partial<typeof terms>) => termsDifference({ ...terms, ...changes }, sample, contracts);
    expect(difference({ borrower: ACCOUNTS.stock, registry: ACCOUNTS.stock })).to.equal(null);
    expect(difference({ rate: 9_000_000n })).to.equal("its rate is 9000000, not 7750000");
    expect(difference({ calendar: ACCOUNTS.stock })).to.match(/^its calendar is /);
    expect(difference({ currency: ACCOUNTS.stock })).to.match(/^its currency is /);
    expect(difference({ stock: ZeroAddress })).to.equal("it has no right of conversion");
  });

  it("hold zeros where the sheet is silent", () => {
    const silent = sheet(
      sheetWith({ conversion: undefined, transfer: undefined, document: undefined, "interest.overdue": undefined }),
    );
    const terms = termsOnChain(termsOf(silent), silent, { ...ACCOUNTS, attestor: null, registry: null, stock: null });
    expect(terms).to.include({
      attestor: ZeroAddress,
      registry: ZeroAddress,
      stock: ZeroAddress,
      overdueRate: 0n,
      affiliatesFree: false,
      convertibleAfter: 0,
      convertibleUntil: 0,
      priceNumerator: 0n,
      priceDenominator: 0n,
      document: ZeroHash,
    });
  });

  it("number each convention and base as the contract does", () => {
    const numbersOf = (dayCount: string, base: string): unknown[] => {
      const changed = sheet(sheetWith({ "interest.dayCount": dayCount, "interest.overdue.base": base }));
      const terms = termsOnChain(termsOf(changed), changed, ACCOUNTS);
      return [terms.dayCount, terms.overdueBase];
    };
    expect(numbersOf("ACT_360", "principal")).to.deep.equal([1, 0]);
    expect(numbersOf("ACT_ACT_ISDA", "sumDue")).to.deep.equal([2, 1]);
    expect(numbersOf("THIRTY_360_BB", "sumDue")).to.deep.equal([3, 1]);
    expect(numbersOf("THIRTY_E_360", "sumDue")).to.deep.equal([4, 1]);
    expect(numbersOf("THIRTY_E_360_ISDA", "sumDue")).to.deep.equal([5, 1]);
    expect(numbersOf("NL_365", "sumDue")).to.deep.equal([6, 1]);
  });

  it("refuse to convert into no stock", () => {
    const sample = sheet(sampleSheet());
    expect(() => termsOnChain(termsOf(sample), sample, { ...ACCOUNTS, stock: null })).to.throw(RangeError, "no stock");
  });

  it("keep the hash of what the sheet says, not of how it is laid out", () => {
    const { title, ...rest } = sampleSheet();
    const turned = Object.fromEntries([...Object.entries(rest).reverse(), ["title", title]]);
    expect(termSheetHash(sheet(turned))).to.equal(termSheetHash(sheet(sampleSheet())));
    expect(termSheetHash(sheet(sheetWith({ principal: "203323.71" })))).to.not.equal(termSheetHash(sheet(turned)));
  });
});
