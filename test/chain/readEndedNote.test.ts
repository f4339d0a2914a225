import { expect } from "chai";
import { MaxUint256 } from "ethers";
import type { ContractTransactionResponse } from "ethers";

import { previewConversion } from "../../src/chain/previewConversion.ts";
import { readNote } from "../../src/chain/readNote.ts";
import { statementOnDay } from "../../src/chain/readStatement.ts";
import { tellHistory } from "../../src/chain/tellHistory.ts";
import { tellStatus } from "../../src/chain/tellStatus.ts";
import { sheetWith } from "../helpers/termSheets.ts";
import { startAnvil } from "../../scripts/clients/anvil.ts";
import type { Anvil } from "../../scripts/clients/anvil.ts";
import { dayOf } from "../support/days.ts";
import { makeLiveNote } from "../support/liveNote.ts";
import { moveTo, SECOND_OF_MAKING } from "../support/sampleLife.ts";

const PAID_EARLY = 1000_000000n;

describe("a note that moved, was lost and was paid, read from a client of another make", function () {
  let anvil: Anvil;
  let live: Awaited<ReturnType<typeof makeLiveNote>>;

  const read = () => readNote(live, live.id, { fromBlock: live.record.startBlock });

  async function act(date: string, send: () => Promise<ContractTransactionResponse>): Promise<void> {
    await moveTo(live, date);
    await (await send()).wait();
  }

  before(async function () {
    anvil = await startAnvil({ timestamp: SECOND_OF_MAKING });
    live = await makeLiveNote(anvil.url, sheetWith({ conversion: undefined, "calendar.zone": "UTC" }));
  });

  after(async function () {
    await live.close();
    await anvil.stop();
  });

  it("has no stock, price, window or preview without a right of conversion", async function () {
    const note = await read();
    expect(note).to.include({ stock: null, pricePerShare: null, window: null, conversion: null, convertible: false });
    expect(note.terms.conversion).to.equal(null);
    expect(await previewConversion(live, live.id, { principal: "all" })).to.equal(null);
    expect(await statementOnDay(live, note, dayOf("2007-01-01"))).to.include({ pricePerShare: null, conversion: null });
  });

  it("counts days by the calendar of its zone", async function () {
    const note = await read();
    expect(note.zone).to.equal("UTC");
    // every day is a business day
    expect(note.payableThrough).to.equal(dayOf("2007-01-01"));
  });

  it("shows the consent and the permission that stand, through their last days", async function () {
    const { notes, id, people } = live;
    await act("2004-02-02", () => notes.connect(people.lender).permitPrepayment(id, dayOf("2004-02-10")));
    await act("2004-02-03", () =>
      notes.connect(people.borrower).consentToTransfer(id, people.stranger, dayOf("2004-02-10")),
    );
    const standing = await read();
    expect(standing.prepaymentUntil).to.equal(dayOf("2004-02-10"));
    expect(standing.payable).to.equal(true);
    expect(standing.consent).to.deep.equal({ to: people.stranger.address, until: dayOf("2004-02-10") });

    await moveTo(live, "2004-02-11");
    expect(await read()).to.include({ prepaymentUntil: null, payable: false, consent: null });
  });

  it("shows how far a recovery has come, and what is held meanwhile", async function () {
    const { notes, id, people } = live;
    const { lender, sister, attestor, borrower, stranger, payer } = people;
    await act("2004-03-01", () => notes.connect(lender).transferFrom(lender, sister, id));
    await act("2004-03-02", () => notes.connect(sister).permitPrepayment(id, dayOf("2004-12-31")));
    await act("2004-03-03", () => notes.connect(attestor).declareLost(id, "affidavit"));
    expect((await read()).recovery).to.deep.equal({
      declared: { holder: sister.address, on: dayOf("2004-03-03") },
      consent: null,
      objectionThrough: null,
    });

    await act("2004-03-10", () => notes.connect(borrower).consentToRecovery(id, stranger));
    await act("2004-03-11", () => notes.connect(payer).pay(id, PAID_EARLY));
    const note = await read();
    expect(note.recovery).to.deep.equal({
      declared: { holder: sister.address, on: dayOf("2004-03-03") },
      consent: { to: stranger.address, on: dayOf("2004-03-10") },
      objectionThrough: dayOf("2004-04-09"),
    });
    const [held, ...others] = note.held;
    expect(others).to.deep.equal([]);
    expect(held).to.include({ holder: sister.address, owner: sister.address, amount: PAID_EARLY });
  });

  it("shows money held for a former holder to whom it now belongs", async function () {
    const { notes, id, people } = live;
    await act("2004-04-10", () => notes.connect(people.payer).recover(id));
    const note = await read();
    expect(note.parties.holder).to.equal(people.stranger.address);
    expect(note.recovery).to.equal(null);
    expect(note.held.map(({ holder, owner, amount }) => [holder, owner, amount])).to.deep.equal([
      [people.sister.address, people.stranger.address, PAID_EARLY],
    ]);
  });

  it("stays readable once it has ended, as of the day it did", async function () {
    const { notes, id, people } = live;
    await act("2007-01-01", () => notes.connect(people.payer).pay(id, MaxUint256));
    await moveTo(live, "2010-01-01");
    const note = await read();
    expect(note.parties.holder).to.equal(null);
    expect(note).to.include({ status: "paid", today: dayOf("2010-01-01"), on: dayOf("2007-01-01"), payable: false });
    expect(note.ending).to.deep.equal({ how: "paid", on: dayOf("2007-01-01") });
    expect(note.statement.total).to.equal(0n);
    expect(note.perDiem.exact).to.deep.equal({ numerator: 0n, denominator: 1n });
    expect(tellStatus(note)).to.equal("Paid on 2007-01-01");
    const later = await statementOnDay(live, note, dayOf("2020-01-01"));
    expect(later).to.include({ status: "paid", total: 0n, asOf: dayOf("2020-01-01") });
    const earlier = await statementOnDay(live, note, dayOf("2006-12-31"));
    expect(earlier.status).to.equal("outstanding");
  });

  it("is told with each party in the part it then had", async function () {
    const { history, currency } = await read();
    const told = tellHistory(history!, currency.decimals).map(({ sentence }) => sentence);
    const { sister, stranger, payer } = live.people;
    expect(told).to.include.members([
      `Lender transferred the note to ${short(sister.address)}`,
      "Lender permitted prepayment through 2004-12-31",
      "Attestor declared the key of lender lost, evidence “affidavit”",
      `Borrower consented to ${short(stranger.address)} as the holder's new address`,
      "1,000.00 was kept for lender, for its owner to withdraw",
      `The lost note moved from lender to ${short(stranger.address)}, its holder's new address`,
      "The note ended: paid",
      "The token was burned",
    ]);
    const paid = told.filter((sentence) => sentence.startsWith(`${short(payer.address)} paid `));
    expect(paid).to.have.length(2);
    expect(paid[0]).to.match(/^0x\w{4}…\w{4} paid 1,000\.00: .* interest, .* principal; .* principal stays owed$/);
    expect(paid[1]).not.to.include("stays owed");
  });
});

function short(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
