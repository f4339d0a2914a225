import { expect } from "chai";

import { toMarkdown } from "../../src/documents/markdown.ts";
import { toPdf } from "../../src/documents/pdf.ts";
import { quote } from "../../src/quote/quote.ts";
import { payoffFigures } from "../../src/records/payoffFigures.ts";
import { payoffLetter } from "../../src/records/payoffLetter.ts";
import { readFonts } from "../../src/documents/readFonts.ts";
import { textOf } from "../documents/reading.ts";
import { dayOf, isoOf } from "../support/days.ts";
import { openLife } from "./playedLife.ts";
import type { LiveLife } from "./playedLife.ts";

const MOST = 10n ** 15n;

/** Markdown without its escapes, as a reader has it. */
async function letterOf(life: LiveLife, asOf: string, goodThrough?: string): Promise<string> {
  const dates = { asOf: dayOf(asOf), goodThrough: goodThrough === undefined ? undefined : dayOf(goodThrough) };
  return toMarkdown(payoffLetter(await life.read(), dates)).replace(/\\(.)/g, "$1");
}

describe("a payoff letter", function () {
  let life: LiveLife;
  let goBack: () => Promise<void>;

  before(async function () {
    life = await openLife();
  });

  beforeEach(async function () {
    goBack = await life.snapshot();
  });

  afterEach(async function () {
    await goBack();
  });

  after(async function () {
    await life.close();
  });

  describe("of a note with which nothing was done", function () {
    it("has the figures of the contract and of a quote, on any day to come", async function () {
      const facts = await life.read();
      for (const on of [
        "2003-12-31",
        "2005-09-02",
        "2006-12-31",
        "2007-01-01",
        "2007-01-02",
        "2007-01-03",
        "2007-01-11",
      ]) {
        const { statement } = payoffFigures(facts, { asOf: dayOf(on) }).days[0];
        const { principal, interest, overdueInterest, charges, total } = await life.notes.statementOn(
          life.id,
          dayOf(on),
        );
        expect(statement, on).to.deep.equal({ principal, interest, overdueInterest, charges, total });
        const quoted = quote(life.terms, dayOf(on));
        expect([statement.interest, statement.overdueInterest, statement.total]).to.deep.equal([
          quoted.interest,
          quoted.overdueInterest,
          quoted.total,
        ]);
        expect(payoffFigures(facts, { asOf: dayOf(on) }).days[0].isPayable).to.equal(quoted.payable);
      }
    });

    it("shows the sums of the rulebook, who is who, and where the note is", async function () {
      const text = await letterOf(life, "2007-01-02");
      expect(text).to.match(/Amount to pay \| USD 250,682\.803191 \|/);
      for (const part of [
        "Payoff letter as of 2007-01-02",
        `Infinite Group, Inc. (${life.people.borrower.address})`,
        `Northwest Hampton Holdings, LLC (${life.people.lender.address})`,
        `note 1 of contract ${await life.notes.getAddress()}, chain 11155111`,
        "0x5e2914569da3b6a9aa934a5d0a81d7782b69a6a6075b90d142dba5557f61da03",
        "payable through 2007-01-02, the next business day",
        "the right of conversion",
        "binds nobody",
      ]) {
        expect(text.toLowerCase()).to.include(part.toLowerCase());
      }
    });

    it("works the per diem before maturity, and says why nothing can be paid yet", async function () {
      const text = await letterOf(life, "2005-09-02");
      // 203,323.70 · 31/400 · 1/365
      expect(text).to.include("USD 203,323.70 at 7.75% a year, ACT_365F");
      expect(text).to.include("1/365 of a year, that is USD 43.1714705479… a day.");
      expect(text).to.include("payment is not let through: prepayment is prohibited until maturity, 2007-01-01");
      expect(text).to.include("the holder has not permitted it");
    });

    it("says what a day late costs: overdue interest from maturity, all at once", async function () {
      const text = await letterOf(life, "2006-12-30", "2007-01-02");
      const late = (250682_803191n * 9n * 2n) / (100n * 365n);
      expect(late).to.equal(123_624396n);
      expect(text).to.include("On 2007-01-03 USD 250,806.427587 will be owed, USD 123.624396 more than on 2007-01-02.");
      expect(text).to.include("overdue interest then runs from maturity, 2007-01-01");
      expect(text).to.match(/On 2006-12-30 |From 2006-12-30 through 2006-12-31 payment is not let through/);
      expect(text).to.include("From 2007-01-01 through 2007-01-02 payment is let through: the note has matured");
    });

    it("lists a day for each it is good for", async function () {
      const { days, dayLate } = payoffFigures(await life.read(), {
        asOf: dayOf("2006-12-30"),
        goodThrough: dayOf("2007-01-02"),
      });
      expect(days.map(({ day }) => isoOf(day))).to.deep.equal(["2006-12-30", "2006-12-31", "2007-01-01", "2007-01-02"]);
      expect(isoOf(dayLate.day)).to.equal("2007-01-03");
    });

    it("refuses days before the chain's, in the wrong order, or too far apart", async function () {
      const facts = await life.read();
      const figures = (asOf: string, goodThrough: string) => () =>
        payoffFigures(facts, { asOf: dayOf(asOf), goodThrough: dayOf(goodThrough) });
      expect(figures("2003-12-30", "2003-12-31")).to.throw(
        RangeError,
        "2003-12-30 is before 2003-12-31, the day of block",
      );
      expect(figures("2005-09-02", "2005-09-01")).to.throw(
        RangeError,
        "2005-09-01 is before 2005-09-02, the day of payment",
      );
      expect(figures("2005-09-02", "2005-12-04")).to.throw(
        RangeError,
        "is 93 days after 2005-09-02, the day of payment; at most 92",
      );
    });
  });

  describe("with more on record", function () {
    it("names a permission to prepay, and the days it opens", async function () {
      await life.act("2006-11-30", "permit", () => life.by("lender").permitPrepayment(life.id, dayOf("2006-12-02")));
      const text = await letterOf(life, "2006-12-01", "2006-12-04");
      expect(text).to.include(
        "From 2006-12-01 through 2006-12-02 payment is let through: the holder permits prepayment",
      );
      expect(text).to.include("From 2006-12-03 through 2006-12-04 payment is not let through");
      expect(text).to.include("the holder's permission ends with 2006-12-02");
    });

    it("names defaults that stand or may come, and the figures stay as they are", async function () {
      const kind = 4n;
      const name = `0x${Buffer.from("In re Infinite").toString("hex").padEnd(64, "0")}`;
      await life.act("2006-11-30", "report", () =>
        life.by("borrower").report(life.id, name, kind, dayOf("2006-11-30"), ""),
      );
      expect(await letterOf(life, "2007-02-28")).to.include(
        'Involuntary petition in bankruptcy of 2006-11-30 ("In re Infinite"): a default from 2007-03-01, unless cured or waived before.',
      );
      expect(await letterOf(life, "2007-03-01")).to.include("a default since 2007-03-01");
    });

    it("names a consent to transfer, and charges once admitted", async function () {
      const { stranger } = life.people;
      await life.act("2006-12-01", "charge", () => life.by("borrower").admitCharge(life.id, 0n, 250_000000n, ""));
      await life.act("2006-12-02", "consent", () =>
        life.by("borrower").consentToTransfer(life.id, stranger, dayOf("2007-06-30")),
      );
      const text = await letterOf(life, "2007-01-02");
      expect(text).to.include(`Consent of the borrower to a transfer to ${stranger.address}, through 2007-06-30`);
      expect(text).to.match(/Charges \| USD 250\.00 \|/);
      expect(text).to.match(/Amount to pay \| USD 250,932\.803191 \|/);
    });

    it("works the per diem after the last day to pay on what is overdue", async function () {
      await life.act("2007-01-05", "pay in part", () => life.by("payer").pay(life.id, 100_000_000000n));
      const overdue = (250682_803191n * 9n * 4n) / (100n * 365n);
      const base = 250682_803191n + overdue - 100_000_000000n;
      const { perDiem, days } = payoffFigures(await life.read(), { asOf: dayOf("2007-01-08") });
      expect(perDiem).to.deep.include({ kind: "overdueInterest", base });
      expect(days[0].statement.total - base).to.be.oneOf([0n, 1n].map((unit) => (base * 9n * 3n) / 36500n + unit));
      const said = await life.notes.statementOn(life.id, dayOf("2007-01-08"));
      expect(days[0].statement.total).to.equal(said.total);
    });

    it("says that none runs between maturity and the last day to pay", async function () {
      const { perDiem } = payoffFigures(await life.read(), { asOf: dayOf("2007-01-01") });
      expect(perDiem).to.equal(null);
      expect(await letterOf(life, "2007-01-01")).to.include("None: interest has stopped at maturity, 2007-01-01");
    });

    it("names money kept for the holder, whose key is declared lost", async function () {
      await life.act("2007-01-03", "declare lost", () => life.by("attestor").declareLost(life.id, ""));
      await life.act("2007-01-04", "pay in part", () => life.by("payer").pay(life.id, 1000_000000n));
      const { entries, standing } = await life.read();
      expect(entries.at(-1)).to.include({ kind: "payment", isHeld: true });
      expect(standing.held).to.deep.equal([{ owner: life.people.lender.address, amount: 1000_000000n }]);
      const text = await letterOf(life, "2007-01-05");
      expect(text).to.include("The attestor has declared that the holder's key is lost");
      expect(text).to.include("USD 1,000.00 of earlier payments kept for Northwest Hampton Holdings, LLC");
    });

    it("as a PDF says the same, in text that can be extracted, and the same bytes each time", async function () {
      const letter = payoffLetter(await life.read(), { asOf: dayOf("2007-01-11") });
      const fonts = await readFonts();
      const pdf = await toPdf(letter, fonts);
      const text = await textOf(pdf);
      expect(text).to.include("USD 251,300.925171");
      expect(text).to.include("Whether payment is let through");
      expect(text).to.include("pay(1, 251300925171)");
      expect(await toPdf(letter, fonts)).to.deep.equal(pdf);
    });

    it("is refused once the note has ended", async function () {
      await life.act("2007-01-11", "pay off", () => life.by("borrower").pay(life.id, MOST));
      const facts = await life.read();
      expect(() => payoffLetter(facts, { asOf: dayOf("2007-01-12") })).to.throw(
        RangeError,
        "note 1 ended on 2007-01-11 (paid): nothing is owed",
      );
    });
  });
});
