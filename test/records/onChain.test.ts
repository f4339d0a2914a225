import { expect } from "chai";

import { accrualSchedule } from "../../src/records/accrualSchedule.ts";
import { ledgerCsv, ledgerOf } from "../../src/records/ledger.ts";
import type { NoteFacts } from "../../src/records/noteFacts.ts";
import { DoesNotFootError, postingsOf } from "../../src/records/postings.ts";
import { yearlyInterest, yearlyInterestCsv } from "../../src/records/yearlyInterest.ts";
import { dayOf } from "../support/days.ts";
import { FORMULA, openLife, playToTheEnd } from "./playedLife.ts";
import type { LiveLife } from "./playedLife.ts";
import { readCsvRecords } from "./readCsv.ts";

/** A decimal of six places as currency units. */
function units(decimal: string | undefined): bigint {
  const [whole = "0", fraction = ""] = (decimal ?? "").split(".");
  return BigInt(`${whole}${fraction.padEnd(6, "0")}`);
}

describe("the records of a note, read from a client of another make", function () {
  let life: LiveLife;
  let facts: NoteFacts;

  before(async function () {
    life = await openLife();
    await playToTheEnd(life);
    facts = await life.read();
  });

  after(async function () {
    await life.close();
  });

  it("the ledger closes each entry with what the contract then says is owed", function () {
    const [made, ...rows] = ledgerOf(facts);
    expect([made?.date, made?.balances.total]).to.deep.equal(["2003-12-31", 203323_700000n]);
    const onNote = life.played.filter(({ act }) => act !== "split");
    expect(rows.map(({ date, balances, transactionHash }) => [date, balances, transactionHash])).to.deep.equal(
      onNote.map(({ on, said, transactionHash }) => [on, said, transactionHash]),
    );
  });

  it("the ledger has the figures of the rulebook", function () {
    const [, converted] = ledgerOf(facts);
    expect(converted?.accrued.interest).to.equal(26377_768504n);
    expect(converted?.shares).to.equal(2259465n);
    expect(converted?.balances.total).to.equal(116728_218504n);
    // 100,000 with its interest for 611 days, less 2,259,465 shares at .05
    const amount = 100_000_000000n + (100_000_000000n * 775n * 611n) / (10_000n * 365n);
    expect(converted?.debits.interest).to.equal(amount - 2259465n * 50000n);
  });

  it("the ledger names who is known and shows the address of who is not", function () {
    expect(ledgerOf(facts).map(({ counterparty }) => counterparty)).to.deep.equal([
      "Northwest Hampton Holdings, LLC",
      "Northwest Hampton Holdings, LLC",
      life.people.sister.address,
      "Infinite Group, Inc.",
      life.people.payer.address,
      life.people.sister.address,
      life.people.sister.address,
      "Infinite Group, Inc.",
    ]);
  });

  it("the ledger as CSV reads back, foots in every line, and runs in no spreadsheet", function () {
    const records = readCsvRecords(ledgerCsv(ledgerOf(facts), facts));
    expect(records.length).to.equal(8);
    let before: Record<string, string> = {};
    for (const record of records) {
      for (const name of ["Principal", "Interest", "Overdue interest", "Charges"]) {
        const change =
          units(record[`${name} accrued`]) + units(record[`${name} debit`]) - units(record[`${name} credit`]);
        expect(units(record[`${name} balance`]), `${record["Date"]} ${name}`).to.equal(
          units(before[`${name} balance`]) + change,
        );
      }
      before = record;
    }
    expect(records[3]?.["Reference"]).to.equal(`'${FORMULA}`);
    expect(records[6]?.["Reference"]).to.equal("'+1 wire 0042");
    expect(records.at(-1)?.["Total balance"]).to.equal("0");
    expect(records.every((record) => /^0x[0-9a-f]{64}$/.test(record["Transaction hash"] ?? ""))).to.equal(true);
  });

  it("tells a lost note that is moved to its holder's new address from a transfer", async function () {
    const other = await openLife();
    const { id, people } = other;
    await other.act("2004-02-02", "declare lost", () => other.by("attestor").declareLost(id, ""));
    await other.act("2004-02-02", "consent", () => other.by("borrower").consentToRecovery(id, people.stranger));
    await other.act("2004-03-10", "recover", () => other.by("payer").recover(id));
    await other.act("2004-03-11", "consent", () => other.by("borrower").consentToTransfer(id, people.payer, 99999n));
    await other.act("2004-03-11", "transfer", () =>
      other.by("stranger").transferFrom(people.stranger, people.payer, id),
    );
    const { entries, standing } = await other.read();
    await other.close();
    expect(
      entries.map((entry) => (entry.kind === "transfer" ? [entry.to, entry.isRecovery] : entry.kind)),
    ).to.deep.equal(["made", [people.stranger.address, true], [people.payer.address, false]]);
    expect([standing.holder, standing.isDeclaredLost]).to.deep.equal([people.payer.address, false]);
  });

  it("refuses a history with a log missing, rather than show figures that do not foot", function () {
    const entries = facts.entries.filter(({ kind }) => kind !== "charge");
    expect(() => postingsOf({ ...facts, entries })).to.throw(
      DoesNotFootError,
      "charges after the payment of 2007-01-05",
    );
  });

  it("the schedule ends where the note does, with the totals of the ledger", function () {
    const schedule = accrualSchedule(facts, { by: "month", through: dayOf("2010-01-01") });
    expect(schedule.through).to.equal(dayOf("2007-01-11"));
    const rows = ledgerOf(facts);
    expect(schedule.interest).to.equal(rows.reduce((sum, { accrued }) => sum + accrued.interest, 0n));
    expect(schedule.overdueInterest).to.equal(rows.reduce((sum, { accrued }) => sum + accrued.overdueInterest, 0n));
    expect(schedule.rows.at(-1)?.balances.total).to.equal(0n);
  });

  it("the years tell what was paid in money from what was taken by conversion", function () {
    const { years, total } = yearlyInterest(facts, dayOf("2007-12-31"));
    expect(years.map(({ year }) => year)).to.deep.equal([2003, 2004, 2005, 2006, 2007]);
    // of 2004's days each counts, on all of the principal
    expect(years[1]?.accrued).to.equal(
      (203323_700000n * 775n * 367n) / (10_000n * 365n) - (203323_700000n * 775n) / (10_000n * 365n),
    );
    const rows = ledgerOf(facts);
    const credited = (isConversion: boolean) =>
      rows
        .filter(({ shares }) => (shares !== null) === isConversion)
        .reduce((sum, { credits }) => sum + credits.interest + credits.overdueInterest, 0n);
    expect([total.paid, total.converted]).to.deep.equal([credited(false), credited(true)]);
    expect(total.unpaid).to.equal(0n);
    expect(readCsvRecords(yearlyInterestCsv({ through: 0, years, total }, 6)).at(-1)).to.include({
      Year: "Total",
      "Unpaid at year end": "0",
    });
  });
});
