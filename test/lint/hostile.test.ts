import { expect } from "chai";

import { lint } from "../../src/lint/lint.ts";
import { cleanSheetWith } from "../helpers/drafts.ts";

const ADDRESS = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

function messagesOf(patch: unknown, code: string): string[] {
  return lint(cleanSheetWith(patch), { today: null })
    .filter((finding) => finding.code === code)
    .map(({ message }) => message);
}

const loan = (rate: string) => ({
  principal: "240000.00",
  interest: { rate, overdue: { rate: "24%" } },
  borrower: { kind: null },
});

const ATTEMPTS = [
  {
    attempt: "payment in another century",
    code: "maturity-remote",
    caught: { maturity: "2056-03-03" },
    fair: { maturity: "2056-03-02" },
    message: "Maturity, 2056-03-03, is more than 30 years after 2026-03-02, the day the note is dated.",
  },
  {
    attempt: "a thousandth of the principal",
    code: "amount-reads-as-thousands",
    caught: { principal: "400.000" },
    fair: { principal: "400.00" },
    message: "400.000 is less than 401, and may be read as 400000.",
  },
  {
    attempt: "a thousandth of the authorized shares",
    code: "amount-reads-as-thousands",
    caught: { conversion: { stock: { authorized: "500.000" } } },
    fair: { conversion: { stock: { authorized: "500000" } } },
    message: "500.000 is less than 501, and may be read as 500000.",
  },
  {
    attempt: "conversion that is paid away before it opens",
    code: "prepayment-ends-conversion",
    caught: { prepayment: "allowed" },
    fair: { prepayment: "allowed", conversion: null },
    message: "The borrower may pay everything before the lender converts, who cannot on the first 486 days.",
  },
  {
    attempt: "conversion on a few days alone",
    code: "conversion-window-short",
    caught: { conversion: { after: "2029-02-28", until: "2029-03-29" } },
    fair: { conversion: { after: "2029-02-28", until: "2029-03-30" } },
    message: "Conversion is open for 29 days in all, the last on 2029-03-29.",
  },
  {
    attempt: "conversion that was over before the note",
    code: "conversion-window-short",
    caught: { conversion: { after: "2025-01-31", until: "2026-03-01" } },
    fair: { conversion: { after: "2025-01-31", until: "2026-03-31" } },
    message: "The last day to convert, 2026-03-01, is before the note is dated, 2026-03-02.",
  },
  {
    attempt: "conversion at a price that buys nothing",
    code: "conversion-buys-no-share",
    caught: { conversion: { pricePerShare: "497227.397261" } },
    fair: { conversion: { pricePerShare: "497227.397260" } },
    message: "Converting all that is owed at maturity, 497227.39726, at 497227.397261 a share buys no whole share.",
  },
  {
    attempt: "a price far above what a share is worth",
    code: "price-far-from-value",
    caught: { conversion: { pricePerShare: "4.81" } },
    fair: { conversion: { pricePerShare: "4.80" } },
    message: "A share costs 4.81 on conversion, and is said to be worth 2.4.",
  },
  {
    attempt: "a price far below it, under a law that is not screened",
    code: "price-far-from-value",
    caught: { governingLaw: "Delaware", conversion: { pricePerShare: "1.19" } },
    fair: { governingLaw: "Delaware", conversion: { pricePerShare: "1.20" } },
    message: "A share costs 1.19 on conversion, and is said to be worth 2.4.",
  },
  {
    attempt: "an individual that is not said to be one",
    code: "usury-if-individual",
    caught: loan("16.01%"),
    fair: loan("16%"),
    message:
      "Interest of 48.65% of principal, over 1109 days, come to 16.01% a year, over 16%, and it is not said what the borrower is.",
  },
  {
    attempt: "an individual by another word",
    code: "civil-usury",
    caught: { ...loan("16.01%"), borrower: { kind: "a man of Albany" } },
    fair: { ...loan("16.01%"), borrower: { kind: "management company" } },
    message:
      "Interest of 48.65% of principal, over 1109 days, come to 16.01% a year, over 16%, and the borrower is an individual.",
  },
  {
    attempt: "New York law by another spelling",
    code: "criminal-usury",
    caught: { governingLaw: "New-York", interest: { rate: "26%", overdue: { rate: "26%" } } },
    fair: { governingLaw: "New Jersey", interest: { rate: "26%", overdue: { rate: "26%" } } },
    message: "Interest of 79.00% of principal, over 1109 days, come to 26.00% a year, over 25%.",
  },
  {
    attempt: "the replacement of a note that does not exist yet",
    code: "replaced-note-out-of-order",
    caught: { replaces: { description: "bridge note", dated: "2026-03-03", principal: "1" } },
    fair: { replaces: { description: "bridge note", dated: "2026-03-02", principal: "1" } },
    message: "The day in replaces.dated, 2026-03-03, is after that in dated, 2026-03-02.",
  },
  {
    attempt: "the replacement of a note assigned before it was made",
    code: "replaced-note-out-of-order",
    caught: { replaces: { description: "bridge note", dated: "2025-03-03", assigned: "2025-03-02", principal: "1" } },
    fair: { replaces: { description: "bridge note", dated: "2025-03-03", assigned: "2026-03-02", principal: "1" } },
    message: "The day in replaces.dated, 2025-03-03, is after that in replaces.assigned, 2025-03-02.",
  },
  {
    attempt: "prose that is the empty file",
    code: "document-of-nothing",
    caught: { document: { sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" } },
    fair: { document: { sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b856" } },
    message: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 is the SHA-256 of an empty file.",
  },
  {
    attempt: "terms in the name of the law",
    code: "text-says-terms",
    caught: { governingLaw: "New York, notwithstanding the rate" },
    fair: { governingLaw: "New York, as of May 2026, without regard to conflicts of laws" },
    message:
      'The field governingLaw has the word "notwithstanding", as a term would; the contract does nothing of what is said there.',
  },
  {
    attempt: "an attestor that nobody reads of",
    code: "attestor-unnamed",
    caught: { attestor: null, accounts: { attestor: ADDRESS } },
    fair: { accounts: { attestor: ADDRESS } },
    message: `${ADDRESS} is to be the attestor's account, and no attestor is named.`,
  },
  {
    attempt: "a calendar in which no day ends",
    code: "calendar-named",
    caught: { accounts: { calendar: ADDRESS } },
    fair: { accounts: {} },
    message: `The contract at ${ADDRESS} is to say which day it is, whatever calendar.zone says.`,
  },
  {
    attempt: "affiliates of the other side's choosing",
    code: "registry-named",
    caught: { accounts: { registry: ADDRESS } },
    fair: { accounts: {} },
    message: `The contract at ${ADDRESS} is to say who is an affiliate of whom.`,
  },
] as const;

describe("a sheet that is drawn up to cheat", () => {
  for (const { attempt, code, caught, fair, message } of ATTEMPTS) {
    it(`is found out: ${attempt}`, () => {
      expect(messagesOf(caught, code)).to.deep.equal([message]);
      expect(messagesOf(fair, code)).to.deep.equal([]);
    });
  }
});
