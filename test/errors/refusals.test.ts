import { expect } from "chai";

import { explain } from "../../src/errors/explain.ts";
import { givenNotes } from "../helpers/notes.ts";
import type { GivenNotes } from "../helpers/notes.ts";
import { ALL, facts, named, tokens, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const FIGURES = { decimals: 6, symbol: "USD", zone: "America/New_York" };

/** As the sentences cut it. */
const short = (address: string) => `${address.slice(0, 8)}…${address.slice(-6)}`;

interface Refusal {
  readonly act: string;
  readonly on: string;
  readonly name: string;
  readonly contract: string;
  readonly sentence: (given: GivenNotes) => string;
  readonly remedy: RegExp;
  readonly attempt: (given: GivenNotes, id: bigint) => Promise<unknown>;
}

const REFUSALS: readonly Refusal[] = [
  {
    act: "to convert too early",
    on: "2005-09-01",
    name: "ConversionNotOpen",
    contract: "PromissoryNotes",
    sentence: () => "The note can be converted only after 2005-09-01 (Thursday); today is 2005-09-01 (Thursday).",
    remedy: /^Convert on 2005-09-02 \(Friday\) or later\.$/,
    attempt: (given, id) => given.byLender.convert(id, ALL, 0n, 0n, ""),
  },
  {
    act: "to pay too early",
    on: "2006-05-15",
    name: "PrepaymentNotPermitted",
    contract: "PromissoryNotes",
    sentence: () => "The note cannot be paid before maturity, 2007-01-01 (Monday); today is 2006-05-15 (Monday).",
    remedy: /ask the holder to permit prepayment/,
    attempt: (given, id) => given.byBorrower.pay(id, ALL),
  },
  {
    act: "to transfer without consent",
    on: "2004-01-05",
    name: "ConsentRequired",
    contract: "PromissoryNotes",
    sentence: ({ stranger }) =>
      `A transfer to ${short(stranger.address)} needs the borrower's consent; none stands today, 2004-01-05 (Monday).`,
    remedy: /^Ask the borrower to consent/,
    attempt: (given, id) => given.byLender.transferFrom(given.lender, given.stranger, id),
  },
  {
    act: "to release, if by a stranger",
    on: "2004-01-05",
    name: "NotHolder",
    contract: "PromissoryNotes",
    sentence: ({ lender, stranger }) =>
      `Only the holder of the note, ${short(lender.address)}, may do this; the caller is ${short(stranger.address)}.`,
    remedy: /holder's account/,
    attempt: (given, id) => given.byStranger.release(id),
  },
  {
    act: "to convert for fewer shares than the least accepted",
    on: "2005-09-02",
    name: "FewerSharesThanLeast",
    contract: "PromissoryNotes",
    sentence: () =>
      "The conversion would give 22,594 shares, fewer than the least accepted, 30,000 shares (as shares stood when the note was made).",
    remedy: /accept fewer or convert more/,
    attempt: (given, id) => given.byLender.convert(id, usd("1000"), 0n, 30_000n, ""),
  },
  {
    act: "to convert for less than a share",
    on: "2005-09-02",
    name: "NoWholeShare",
    contract: "PromissoryNotes",
    sentence: () => "The amount converted, 0.045189 USD, does not buy one share, which costs 0.05 USD.",
    remedy: /^Convert more principal/,
    attempt: (given, id) => given.byLender.convert(id, 40_000n, 0n, 0n, ""),
  },
  {
    act: "to convert more than is owed",
    on: "2005-09-02",
    name: "ExceedsPrincipal",
    contract: "PromissoryNotes",
    sentence: () => "300,000.00 USD is more principal than is owed, 203,323.70 USD.",
    remedy: /^Name less/,
    attempt: (given, id) => given.byLender.convert(id, usd("300000"), 0n, 0n, ""),
  },
  {
    act: "to demand too early",
    on: "2006-05-15",
    name: "DemandPremature",
    contract: "PromissoryNotes",
    sentence: () =>
      "Payment cannot be demanded yet: no default stands, and the last day to pay is 2007-01-02 (Tuesday); today is 2006-05-15 (Monday).",
    remedy: /^Demand payment from/,
    attempt: (given, id) => given.byLender.demand(id, ""),
  },
  {
    act: "to report a fact of a day to come",
    on: "2006-05-15",
    name: "OccurredOutOfRange",
    contract: "PromissoryNotes",
    sentence: () =>
      "The day it occurred, 2006-05-16 (Tuesday), is not between 2003-12-31 (Wednesday) and 2006-05-15 (Monday).",
    remedy: /^Give a day in that range/,
    attempt: (given, id) => given.report(id, "petition", facts.involuntaryPetition, "2006-05-16"),
  },
  {
    act: "to waive what nobody reported",
    on: "2006-05-15",
    name: "FactNotOpen",
    contract: "PromissoryNotes",
    sentence: () => 'The fact "petition" is not open: it is unknown, was cured in time, or has been waived.',
    remedy: /open facts/,
    attempt: (given, id) => given.byLender.waive(id, named("petition")),
  },
  {
    act: "to acknowledge more than is owed",
    on: "2007-01-02",
    name: "ExceedsOwed",
    contract: "PromissoryNotes",
    sentence: () => "300,000.00 USD is more than is owed, 250,682.803191 USD.",
    remedy: /^Acknowledge at most 250,682\.803191 USD/,
    attempt: (given, id) => given.byLender.acknowledge(id, usd("300000"), "wire"),
  },
  {
    act: "to pay without an allowance",
    on: "2007-01-02",
    name: "ERC20InsufficientAllowance",
    contract: "ERC20",
    sentence: () => "",
    remedy: /^Approve at least 1,000\.00 USD/,
    attempt: async (given, id) => {
      await given.currency.connect(given.borrower).approve(given.notes, usd("10"));
      await given.byBorrower.pay(id, usd("1000"));
    },
  },
  {
    act: "to consent until a day past",
    on: "2006-05-15",
    name: "UntilPassed",
    contract: "PromissoryNotes",
    sentence: () => "The last day named, 2006-05-12 (Friday), has already passed; today is 2006-05-15 (Monday).",
    remedy: /^Name today or a later day/,
    attempt: (given, id) => given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2006-05-12")),
  },
  {
    act: "to issue more shares than are authorized",
    on: "2006-05-15",
    name: "NotEnoughAuthorized",
    contract: "CommonStock",
    sentence: () => "",
    remedy: /raise the authorized shares/,
    attempt: (given) => given.stock.issue(given.stranger, tokens("60000000")),
  },
  {
    act: "to split by a ratio that changes nothing",
    on: "2006-05-15",
    name: "InvalidRatio",
    contract: "CommonStock",
    sentence: () =>
      "1:1 is no ratio for this: both numbers must be positive, a split must change something, and a distribution cannot be below 1:1.",
    remedy: /^Check both numbers/,
    attempt: (given) => given.stock.split(1, 1),
  },
];

describe("what a contract refused, explained", () => {
  const given = givenNotes();

  for (const { act, on, name, contract, sentence, remedy, attempt } of REFUSALS) {
    it(`tells why it refuses ${act}`, async () => {
      const id = await given.make();
      await given.on(on);
      const thrown = await attempt(given, id).then(
        () => null,
        (error: unknown) => error,
      );
      const explanation = explain(thrown, FIGURES);
      expect(explanation).to.include({ name, contract });
      const expected = sentence(given);
      if (expected !== "") expect(explanation?.sentence).to.equal(expected);
      expect(explanation?.remedy).to.match(remedy);
    });
  }

  it("keeps the arguments whole, and by name", async () => {
    const id = await given.make();
    const thrown: unknown = await given.byStranger.release(id).catch((error: unknown) => error);
    expect(explain(thrown)?.args).to.deep.equal({ caller: given.stranger.address, holder: given.lender.address });
  });
});
