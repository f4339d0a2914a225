import { expect } from "chai";

import { lint } from "../../src/lint/lint.ts";
import type { Finding } from "../../src/lint/lint.ts";
import { cleanSheetWith } from "../helpers/drafts.ts";

const DAYS = BigInt((Date.UTC(2029, 2, 15) - Date.UTC(2026, 2, 2)) / 86_400_000);

function found(patch: unknown, code: string): Finding | undefined {
  return lint(cleanSheetWith(patch), { today: null }).find((finding) => finding.code === code);
}

/** Hundredths of a percent a year, rounded up, of 8% by actual days of 365 and a discount of `worth` / `price` − 1. */
function yearlyUp(worth: bigint, price: bigint): string {
  // 8/100 + (worth − price)/price · 365/days, over 100 · price · days
  const numerator = 8n * price * DAYS + 100n * (worth - price) * 365n;
  const denominator = 100n * price * DAYS;
  const hundredths = (10_000n * numerator + denominator - 1n) / denominator;
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}%`;
}

describe("the screen for usury", () => {
  const rates = (rate: string) => ({ interest: { rate, overdue: { rate: "30%" } } });
  const individual = { borrower: { kind: "individual" }, principal: "200000" };

  it("counts the value of the price as interest, spread over the days of the loan", () => {
    const finding = found({ conversion: { stock: { fairValueAtIssue: "4.00" } } }, "criminal-usury");
    expect(yearlyUp(400n, 250n)).to.equal("27.75%");
    expect(finding?.message)
      .to.include(`${yearlyUp(400n, 250n)} a year`)
      .and.to.include("60.00% for a price of 2.5 on shares worth 4")
      .and.to.include(`${DAYS} days`);
  });

  it("begins just above 25%", () => {
    expect(found(rates("25%"), "criminal-usury")).to.equal(undefined);
    expect(found(rates("25.000001%"), "criminal-usury")?.message).to.include("25.01% a year");
  });

  it("sees that 25% of 360 days is more than 25% of a year", () => {
    expect(
      found({ interest: { ...rates("25%").interest, dayCount: "ACT_360" } }, "criminal-usury")?.message,
    ).to.include("25.35% a year");
  });

  it("finds nothing in a price at or above the value of a share", () => {
    for (const fairValueAtIssue of ["2.50", "0.01"]) {
      expect(found({ ...rates("25%"), conversion: { stock: { fairValueAtIssue } } }, "criminal-usury")).to.equal(
        undefined,
      );
    }
  });

  it("leaves loans of 2,500,000 dollars and more aside", () => {
    expect(found({ ...rates("30%"), principal: "2500000" }, "criminal-usury")).to.equal(undefined);
    expect(found({ ...rates("30%"), principal: "2499999.99" }, "criminal-usury")).to.not.equal(undefined);
  });

  it("leaves other laws than New York's aside", () => {
    expect(found({ ...rates("30%"), governingLaw: "Delaware" }, "criminal-usury")).to.equal(undefined);
    expect(found({ ...rates("30%"), governingLaw: null }, "criminal-usury")).to.not.equal(undefined);
    expect(found({ ...rates("30%"), governingLaw: "State of New York" }, "criminal-usury")).to.not.equal(undefined);
    expect(found({ ...rates("30%"), governingLaw: "New\u00a0 York" }, "criminal-usury")).to.not.equal(undefined);
  });

  it("protects individuals from more than 16%, below 250,000 dollars", () => {
    expect(found({ ...individual, ...rates("16%") }, "civil-usury")).to.equal(undefined);
    expect(found({ ...individual, ...rates("16.01%") }, "civil-usury")?.message).to.include("16.01% a year, over 16%");
    expect(found({ ...rates("16.01%"), principal: "200000" }, "civil-usury")).to.equal(undefined);
    expect(found({ ...individual, ...rates("16.01%"), principal: "250000" }, "civil-usury")).to.equal(undefined);
    expect(found({ ...individual, ...rates("16.01%"), principal: "249999.99" }, "civil-usury")).to.not.equal(undefined);
    for (const kind of ["a natural person", "Individual"]) {
      expect(found({ ...individual, ...rates("17%"), borrower: { kind } }, "civil-usury"), kind).to.not.equal(
        undefined,
      );
    }
  });
});

describe("the screen of rates that no statute looks at", () => {
  const extreme = (patch: unknown) =>
    lint(cleanSheetWith(patch), { today: null }).filter(({ code }) => code === "rate-extreme");

  it("begins just above 25%, before maturity and after it, with what a year costs", () => {
    expect(extreme({ governingLaw: "Delaware", interest: { rate: "25%", overdue: { rate: "25%" } } })).to.deep.equal(
      [],
    );
    const interest = { rate: "25.5%", overdue: { rate: "99.999999%" } };
    expect(extreme({ governingLaw: "Delaware", interest }).map(({ field, message }) => [field, message])).to.deep.equal(
      [
        ["interest.rate", "Interest at 25.5% a year is over 25%, 102000.00 a year on the principal alone."],
        [
          "interest.overdue.rate",
          "Overdue interest at 99.999999% a year is over 25%, 399999.996 a year on the principal alone.",
        ],
      ],
    );
  });

  it("leaves to the screen for usury what that finds, and no more", () => {
    const interest = { rate: "30%", overdue: { rate: "30%" } };
    expect(extreme({ interest }).map(({ field }) => field)).to.deep.equal(["interest.overdue.rate"]);
    expect(extreme({ interest, principal: "2500000" }).map(({ field }) => field)).to.deep.equal([
      "interest.rate",
      "interest.overdue.rate",
    ]);
  });

  it("says what a tiny rate may have been meant for", () => {
    expect(found({ interest: { rate: "0.5%" } }, "interest-rate-tiny")).to.equal(undefined);
    expect(found({ interest: { rate: "0.0775%" } }, "interest-rate-tiny")?.message).to.equal(
      "The rate is 0.0775%, 310.00 a year on the principal alone; 7.75% may be meant.",
    );
  });
});

describe("the screen of periods of default", () => {
  const periods = (days: Readonly<Record<string, number>>) =>
    lint(cleanSheetWith({ default: days }), { today: null })
      .filter(({ code }) => /^(period|no-grace)/.test(code))
      .map(({ code, field }) => `${code} ${field.replace("default.", "")}`);

  it("takes what leaves time to act, and ends within a year", () => {
    expect(periods({ graceDays: 1, dismissalDays: 21, judgmentDays: 30 })).to.deep.equal([]);
    expect(periods({ graceDays: 365, dismissalDays: 365, judgmentDays: 365 })).to.deep.equal([]);
  });

  it("finds what does not", () => {
    expect(periods({ graceDays: 0, dismissalDays: 0, judgmentDays: 29 })).to.have.members([
      "no-grace graceDays",
      "period-short dismissalDays",
      "period-short judgmentDays",
    ]);
    expect(periods({ graceDays: 366, dismissalDays: 366, judgmentDays: 65_535 })).to.deep.equal([
      "period-long graceDays",
      "period-long dismissalDays",
      "period-long judgmentDays",
    ]);
  });

  it("says how long that is", () => {
    expect(found({ default: { graceDays: 65_535 } }, "period-long")?.message).to.equal(
      "Unpaid debt is no default until 65535 days after the demand, 179 years or more.",
    );
    expect(found({ default: { judgmentDays: 1 } }, "period-short")?.message).to.equal(
      "A judgment is a default 1 day after it was entered, and an appeal may be taken within 30.",
    );
  });

  it("reckons deadlines of the last day there is", () => {
    const patch = { maturity: "9999-12-31", default: { graceDays: 65_535 } };
    expect(() => lint(cleanSheetWith(patch), { today: null })).not.to.throw();
  });
});

describe("the check of authorized shares", () => {
  // 400,000 at 8% for the days, in millionths; at 2.50 a share
  const owed = 400_000_000_000n + (400_000_000_000n * 8n * DAYS) / 36_500n;
  const shares = owed / 2_500_000n;
  const authorized = (count: bigint, price = "2.50") =>
    found({ conversion: { pricePerShare: price, stock: { authorized: String(count) } } }, "authorized-shares-short");

  it("finds one share too few, and says how many it takes", () => {
    expect(shares).to.equal(198_890n);
    expect(authorized(shares - 1n)?.message)
      .to.include(`${shares} shares`)
      .and.to.include(`${shares - 1n} are authorized`);
  });

  it("is silent when all whole shares can be issued", () => {
    expect(authorized(shares)).to.equal(undefined);
  });

  it("reckons with a price that no decimal holds", () => {
    const atThirds = (owed * 3n) / 8_000_000n;
    expect(authorized(atThirds, "8/3")).to.equal(undefined);
    expect(authorized(atThirds - 1n, "8/3")?.message).to.include(`at 8/3 a share takes ${atThirds} shares`);
  });
});

describe("the threshold of a choice of law", () => {
  it("is 250,000 dollars", () => {
    expect(found({ principal: "250000" }, "choice-of-law-below-threshold")).to.equal(undefined);
    expect(found({ principal: "249999.999999" }, "choice-of-law-below-threshold")).to.not.equal(undefined);
  });

  it("says nothing of other currencies and other laws", () => {
    const below = { principal: "1000" };
    expect(found({ ...below, currency: { symbol: "EUR" } }, "choice-of-law-below-threshold")).to.equal(undefined);
    expect(found({ ...below, governingLaw: "Delaware" }, "choice-of-law-below-threshold")).to.equal(undefined);
    expect(found({ ...below, currency: { symbol: "USDC" } }, "choice-of-law-below-threshold")).to.not.equal(undefined);
  });
});
