import { expect } from "chai";
import { MaxUint256 } from "ethers";

import { listNotes } from "../../src/chain/listNotes.ts";
import type { NoteOnChain } from "../../src/chain/noteOnChain.ts";
import { previewConversion } from "../../src/chain/previewConversion.ts";
import { readNote } from "../../src/chain/readNote.ts";
import { readStatement, statementOnDay } from "../../src/chain/readStatement.ts";
import { tellHistory } from "../../src/chain/tellHistory.ts";
import { tellStatus } from "../../src/chain/tellStatus.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { dayOf } from "../support/days.ts";
import { makeLiveNote } from "../support/liveNote.ts";
import { newYorkDayOf } from "../support/newYork.ts";
import { liveIntoDefault, moveTo, SECOND_OF_MAKING } from "../support/sampleLife.ts";

const NO_SUCH_NOTE = 7n;

describe("a note read from a client of another make", function () {
  let anvil: Anvil;
  let live: Awaited<ReturnType<typeof makeLiveNote>>;
  let note: NoteOnChain;
  /** Last block of each day that has any. */
  const blocks = new Map<number, number>();

  before(async function () {
    anvil = await startAnvil({ timestamp: SECOND_OF_MAKING });
    live = await makeLiveNote(anvil.url, sheetWith({}));
    await liveIntoDefault(live);
    await moveTo(live, "2007-01-17", "00:00");
    note = await readNote(live, live.id, { fromBlock: live.record.startBlock });
    for (let block = note.history?.events[0]?.blockNumber ?? 0; block <= note.block.number; block += 1) {
      const { timestamp = 0 } = (await live.provider.getBlock(block)) ?? {};
      blocks.set(newYorkDayOf(timestamp), block);
    }
  });

  after(async function () {
    await live.close();
    await anvil.stop();
  });

  it("is in default from the midnight after the last day of grace, and says why", function () {
    expect(note.status).to.equal("default");
    expect(note.since).to.equal(dayOf("2007-01-17"));
    expect(note.today).to.equal(dayOf("2007-01-17"));
    expect(tellStatus(note)).to.equal("In default since 2007-01-17: non-payment after notice and demand of 2007-01-03");
  });

  it("shows what the contract's own views show", async function () {
    const { notes, lens, id } = live;
    const { principal, interest, overdueInterest, charges, total } = await notes.statementOf(id);
    expect(note.statement).to.deep.equal({ principal, interest, overdueInterest, charges, total });
    expect(note.dueOn).to.equal(Number(await lens.dueOn(id)));
    expect(note.payableThrough).to.equal(Number(await lens.payableThrough(id)));
    expect(note.payable).to.equal(await notes.isPayable(id));
    expect(note.convertible).to.equal(await lens.isConvertible(id));
    expect(note.defaults.map(({ kind }) => kind)).to.deep.equal(["nonPayment"]);
    expect(await lens.standingDefaults(id)).to.have.length(1);
  });

  it("names the terms as a term sheet does", function () {
    const { borrower, lender, title, currency, decimals, conversion, ...terms } = live.terms;
    expect([borrower, lender, title, currency, decimals].every((each) => each !== "")).to.equal(true);
    const { document, termSheet, conversion: converts, ...read } = note.terms;
    expect(read).to.deep.equal(terms);
    expect(converts).to.deep.equal({ after: conversion?.after, until: null, price: conversion?.price });
    expect(document).to.equal(`0x${live.sheet.document?.sha256 ?? ""}`);
    expect(termSheet).to.match(/^0x[0-9a-f]{64}$/);
    expect(note.zone).to.equal("America/New_York");
  });

  it("says who is who, in which money, into which stock", function () {
    const { borrower, lender, attestor } = live.people;
    expect(note.parties).to.deep.equal({
      maker: borrower.address,
      obligor: borrower.address,
      holder: lender.address,
      attestor: attestor.address,
    });
    expect(note.currency).to.include({ symbol: "USD", decimals: 6 });
    expect(note.stock).to.include({ symbol: "IGI", issued: 3389197500000000000000000n });
    expect(note.stock?.splitSinceMaking).to.deep.equal({ numerator: 3n, denominator: 2n });
  });

  it("gives the price of today's share exactly, and what everything would buy", async function () {
    expect(note.pricePerShare).to.deep.equal({ numerator: 100000n, denominator: 3n });
    const { lens, id } = live;
    const preview = await lens.previewConversion(id, MaxUint256, MaxUint256);
    expect(note.conversion).to.include({ shares: preview.shares, tokens: preview.tokens, open: true, ends: true });
    expect(await previewConversion(live, id, { principal: "all", charges: "all" })).to.deep.equal(note.conversion);
    expect(await previewConversion(live, id, { principal: 50_000_000000n })).to.include({
      principal: 50_000_000000n,
      charges: 0n,
      ends: false,
    });
  });

  it("adds each day exactly what the next day's statement has more", async function () {
    // 9% a year of 124,733.702… owed at maturity
    const { numerator, denominator } = note.perDiem.exact;
    const atMaturity = (await live.notes.statementOn(live.id, dayOf("2007-01-01"))).total - 500_000000n;
    expect(numerator * 36500n).to.equal(atMaturity * 9n * denominator);
    expect(note.perDiem.floored).to.equal((atMaturity * 9n) / 36500n);
  });

  it("tells facts that are closed, and what reports and cures rest on", function () {
    const [judgment, nonPayment] = note.facts;
    expect(judgment).to.include({ name: "county", kind: "judgment", open: false, evidence: "ipfs://judgment" });
    expect(judgment?.by).to.equal(live.people.borrower.address);
    expect(judgment?.cures).to.deep.equal([
      { by: live.people.attestor.address, occurred: dayOf("2006-05-30"), evidence: "ipfs://satisfied" },
    ]);
    expect(nonPayment).to.include({ kind: "nonPayment", open: true, occurred: dayOf("2007-01-03") });
  });

  it("tells open facts alone, without evidence, where the log was not read", async function () {
    const { facts, history } = await readNote(live, live.id);
    expect(history).to.equal(null);
    expect(facts.map(({ kind, evidence }) => [kind, evidence])).to.deep.equal([["nonPayment", null]]);
  });

  it("no longer shows the consent that the charge ended", function () {
    expect(note.consent).to.equal(null);
    expect(note.charges).to.deep.equal({ admitted: 500_000000n, byAttestor: 0n });
  });

  it("reads all views at the block named", async function () {
    const then = await readNote(live, live.id, { blockTag: blocks.get(dayOf("2003-12-31")) ?? 0 });
    expect(then.today).to.equal(dayOf("2003-12-31"));
    expect(then.status).to.equal("outstanding");
    expect(then.statement.total).to.equal(203323_700000n);
    expect(then.stock?.issued).to.equal(0n);
    expect(tellStatus(then)).to.equal("Outstanding since 2003-12-31, due on 2007-01-01");
  });

  it("states any day to come as the contract does", async function () {
    for (const date of ["2007-01-17", "2007-02-01", "2010-12-31"]) {
      const stated = await readStatement(live, live.id, dayOf(date));
      const { principal, interest, overdueInterest, charges, total } = await live.notes.statementOn(
        live.id,
        dayOf(date),
      );
      expect(stated, date).to.include({ principal, interest, overdueInterest, charges, total, status: "default" });
    }
  });

  it("states a day gone by as the contract did at its end", async function () {
    const expected = {
      "2003-12-31": [203323_700000n, 0n, "outstanding", 50000n],
      "2005-09-01": [203323_700000n, 26334_597034n, "outstanding", 50000n],
      "2005-09-02": [103323_700000n, 13404_518504n, "outstanding", 50000n],
      "2007-01-02": [103323_700000n, 24066_675108n, "due", 33333n],
      "2007-01-03": [103323_700000n, 24066_675108n, "overdue", 33333n],
    } as const;
    for (const [date, [principal, interest, status, price]] of Object.entries(expected)) {
      const stated = await statementOnDay(live, note, dayOf(date));
      expect(stated, date).to.include({ principal, interest, status, charges: 0n });
      const { numerator = 0n, denominator = 1n } = stated.pricePerShare ?? {};
      expect(numerator / denominator, date).to.equal(price);
    }
    expect((await statementOnDay(live, note, dayOf("2005-09-01"))).conversion?.shares).to.equal(4593165n);
  });

  it("states each day on which something happened as the contract then did", async function () {
    expect(blocks.size).to.be.greaterThan(6);
    for (const [day, blockTag] of blocks) {
      const stated = await statementOnDay(live, note, day);
      const at = { blockTag };
      const { principal, interest, overdueInterest, charges, total } = await live.notes.statementOf(live.id, at);
      expect(stated, String(day)).to.include({ principal, interest, overdueInterest, charges, total });
      expect(stated.payable, String(day)).to.equal(await live.notes.isPayable(live.id, at));
      expect(stated.dueOn, String(day)).to.equal(Number(await live.lens.dueOn(live.id, at)));
      const [numerator, denominator] = await live.lens.pricePerShare(live.id, at);
      expect(stated.pricePerShare, String(day)).to.deep.equal({ numerator, denominator });
    }
  });

  it("refuses a day before the note is dated, and one gone by without the log", async function () {
    const early: unknown = await statementOnDay(live, note, dayOf("2003-12-30")).catch((error: unknown) => error);
    expect(early)
      .to.be.instanceOf(RangeError)
      .with.property("message")
      .that.matches(/before the note is dated/);
    const past: unknown = await readStatement(live, live.id, dayOf("2005-01-01")).catch((error: unknown) => error);
    expect(past)
      .to.be.instanceOf(RangeError)
      .with.property("message")
      .that.matches(/fromBlock is needed/);
  });

  it("tells each event in a sentence with its figures", function () {
    const told = tellHistory(note.history!, note.currency.decimals).map(({ sentence }) => sentence);
    expect(told).to.have.members([
      "Borrower made the note to lender for 203,323.70 at 7.75%, due 2007-01-01",
      "The token was minted to lender",
      "Lender converted 100,000.00 with 12,973.287671 interest into 2,259,465 shares; 0.037671 stays owed, notice “letter 1”",
      "Borrower put judgment “county” of 2006-04-28 on record, a default from 2006-07-28 unless cured before, evidence “ipfs://judgment”",
      "Attestor put the cure of “county” on 2006-05-30 on record, in time, evidence “ipfs://satisfied”",
      `Borrower consented to a transfer to ${short(live.people.stranger.address)} through 2007-12-31`,
      "Lender gave notice and demanded payment, notice “letter 2”",
      "Non-payment is a default from 2007-01-17 unless all principal is paid before",
      "Borrower admitted costs of collection of 500.00, evidence “invoice 7”",
    ]);
  });

  it("is listed, for who made it and who holds it", async function () {
    const { people, record, id } = live;
    const fromBlock = record.startBlock;
    const [listed, ...others] = await listNotes(live, { fromBlock });
    expect(others).to.deep.equal([]);
    expect(listed).to.include({ id, status: "default", principal: 203323_700000n, total: note.statement.total });
    const { borrower, lender, stranger } = people;
    for (const party of [{ borrower: borrower.address }, { lender: lender.address }]) {
      expect((await listNotes(live, { fromBlock, ...party })).map((each) => each.id)).to.deep.equal([id]);
    }
    for (const party of [{ borrower: stranger.address }, { lender: borrower.address }]) {
      expect(await listNotes(live, { fromBlock, ...party })).to.deep.equal([]);
    }
  });

  it("refuses a number no note has", async function () {
    const refusal: unknown = await readNote(live, NO_SUCH_NOTE).catch((error: unknown) => error);
    expect(refusal).to.have.nested.property("revert.name", "NoteUnknown");
  });
});

function short(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
