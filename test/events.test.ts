import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { foldEvents } from "../src/chain/foldEvents.ts";
import type { FoldedNotes, RecordedFact } from "../src/chain/foldEvents.ts";
import { givenNotes } from "./helpers/notes.ts";
import { novate } from "./helpers/novation.ts";
import {
  ALL,
  ASSIGNMENT,
  chargeKinds,
  facts,
  fieldsOf,
  named,
  NON_PAYMENT,
  UNSPLIT,
  usd,
} from "./helpers/vocabulary.ts";
import type { Terms } from "./helpers/world.ts";
import { dayOf } from "./support/days.ts";

const LATER = dayOf("2009-12-31");

/** Of standards spoken, but of what cannot happen: all notes changed at once, a domain changed. */
const NEVER = ["BatchMetadataUpdate", "EIP712DomainChanged"];

describe("Events", () => {
  const given = givenNotes();
  let folded: FoldedNotes;
  let foldedTo: number;
  let told: Set<string>;

  beforeEach(() => {
    folded = new Map();
    foldedTo = 0;
    told = new Set();
  });

  /** Folds what was logged since, and compares every note with what the chain says of it. */
  async function compare() {
    const address = await given.notes.getAddress();
    const { provider } = given.connection.ethers;
    const logs = await provider.getLogs({ address, fromBlock: foldedTo + 1 });
    foldedTo = await provider.getBlockNumber();
    for (const log of logs) told.add(given.notes.interface.parseLog(log)?.name ?? "");
    folded = foldEvents(logs, folded);
    expect(folded.size).to.equal(Number(await given.notes.noteCount()));
    for (const [id, note] of folded) {
      expect(note.record).to.deep.equal(await given.record(id));
      const [terms, making] = await given.notes.termsOf(id);
      expect([note.terms, note.making]).to.deep.equal([fieldsOf(terms), fieldsOf(making)]);
      expect(openOf(note)).to.deep.equal(await openFactsOf(id));
      for (const [name, fact] of note.facts) expect(fact).to.deep.equal(fieldsOf(await given.notes.factOf(id, name)));
    }
  }

  function openOf({
    openFacts,
    facts: all,
  }: {
    openFacts: ReadonlySet<string>;
    facts: ReadonlyMap<string, RecordedFact>;
  }) {
    return [...openFacts].sort().map((name) => [name, all.get(name)]);
  }

  async function openFactsOf(id: bigint) {
    const { names, facts: open } = await given.notes.openFactsOf(id);
    return names.map((name, i) => [name, fieldsOf(open[i])] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  type Life = readonly (readonly [date: string, act: (id: bigint) => Promise<unknown>])[];

  /** Lives a life day by day and compares after every act. */
  async function live(life: Life, changes: Partial<Terms> = {}): Promise<bigint> {
    const id = await given.make(changes);
    await compare();
    let today = "2003-12-31";
    for (const [date, act] of life) {
      if (date !== today) await given.on((today = date));
      await act(id);
      await compare();
    }
    return id;
  }

  const lives: Record<string, Life> = {
    "prepaid, transferred, assigned and paid": [
      ["2004-01-05", (id) => given.byLender.permitPrepayment(id, LATER)],
      ["2004-01-06", (id) => given.byPayer.pay(id, usd("1234.567891"))],
      ["2004-01-07", (id) => given.charge(id, usd("77.7"), given.attestor)],
      ["2004-01-08", (id) => given.byPayer.pay(id, usd("100"))],
      ["2004-01-09", (id) => given.byLender.revokePrepaymentPermission(id)],
      ["2004-02-01", (id) => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["2004-02-02", (id) => given.byBorrower.revokeConsent(id)],
      ["2004-02-03", (id) => given.byBorrower.consentToTransfer(id, given.payer, LATER)],
      ["2004-02-04", (id) => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["2004-02-05", (id) => given.byLender.permitPrepayment(id, LATER)],
      ["2004-02-06", (id) => given.byLender.transferFrom(given.lender, given.stranger, id)],
      ["2004-03-01", (id) => given.as(given.parent).acceptAssignment(id)],
      ["2004-03-02", (id) => given.as(given.parent).withdrawAcceptance(id)],
      ["2004-03-03", (id) => given.as(given.parent).acceptAssignment(id)],
      ["2004-03-04", (id) => given.byBorrower.consentToTransfer(id, given.payer, LATER)],
      ["2004-03-05", (id) => given.byBorrower.assign(id, given.parent)],
      ["2004-03-06", (id) => given.as(given.parent).admitCharge(id, chargeKinds.lateFee, 5n, "")],
      ["2004-04-01", (id) => given.byBorrower.acceptAssignment(id)],
      ["2004-04-02", (id) => given.as(given.parent).assign(id, given.borrower)],
      ["2007-01-02", (id) => given.byPayer.pay(id, usd("50000"))],
      ["2007-01-10", (id) => given.byPayer.pay(id, usd("20000"))],
      ["2007-01-20", (id) => given.byStranger.acknowledge(id, usd("20000"), "wire")],
      ["2007-02-20", (id) => given.byPayer.pay(id, ALL)],
    ],
    "converted in parts, with charges, to the end": [
      ["2005-09-02", (id) => given.byLender.convert(id, usd("50000"), 0n, 0n, "")],
      ["2005-09-02", (id) => given.byLender.convert(id, usd("0.05"), 0n, 0n, "")],
      ["2005-10-01", (id) => given.charge(id, usd("500"))],
      ["2005-10-02", () => given.stock.split(3, 7)],
      ["2005-10-02", () => given.stock.recordDistribution(9, 8, "")],
      ["2005-10-03", (id) => given.byLender.convert(id, usd("12345.678901"), usd("123.456789"), 0n, "")],
      ["2005-10-04", (id) => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["2007-01-02", (id) => given.byLender.convert(id, usd("1000"), 0n, 0n, "")],
      ["2007-01-15", (id) => given.byLender.convert(id, usd("1000"), 0n, 0n, "")],
      ["2007-01-16", (id) => given.byLender.convert(id, ALL, 0n, 0n, "")],
      ["2007-01-17", (id) => given.byLender.convert(id, 0n, ALL, 0n, "")],
    ],
    "in default by every fact, called, cured, waived and released": [
      ["2004-01-05", (id) => given.report(id, "petition", facts.involuntaryPetition, "2004-01-02")],
      ["2004-01-06", (id) => given.report(id, "judgment", facts.judgment, "2004-01-02", given.attestor)],
      ["2004-01-07", (id) => given.report(id, "voluntary", facts.voluntaryPetition, "2004-01-07")],
      ["2004-01-07", (id) => given.byLender.demand(id, "")],
      ["2004-01-08", (id) => given.byPayer.pay(id, usd("1000"))],
      ["2004-01-09", (id) => given.byLender.waive(id, named("voluntary"))],
      ["2004-06-01", (id) => given.byLender.cure(id, named("petition"), dayOf("2004-06-01"), "")],
      ["2004-06-02", (id) => given.byAttestor.cure(id, named("petition"), dayOf("2004-05-01"), "")],
      ["2004-06-03", (id) => given.byAttestor.cure(id, named("petition"), dayOf("2004-05-15"), "")],
      ["2004-06-03", (id) => given.byLender.demand(id, "")],
      ["2004-06-04", (id) => given.byAttestor.cure(id, named("petition"), dayOf("2004-02-01"), "")],
      ["2004-06-05", (id) => given.byLender.waive(id, named("judgment"))],
      ["2004-06-06", (id) => given.byBorrower.assign(id, given.stranger)],
      ["2004-06-07", (id) => given.byBorrower.assign(id, given.payer)],
      ["2004-06-08", (id) => given.byLender.demand(id, "")],
      ["2004-06-09", (id) => given.byLender.waive(id, ASSIGNMENT)],
      ["2004-06-10", (id) => given.byBorrower.assign(id, given.stranger)],
      ["2007-01-03", (id) => given.byLender.demand(id, "")],
      ["2007-01-04", (id) => given.byLender.waive(id, ASSIGNMENT)],
      ["2007-01-05", (id) => given.byLender.demand(id, "")],
      ["2007-02-01", (id) => given.byLender.demand(id, "")],
      ["2007-02-02", (id) => given.byLender.waive(id, NON_PAYMENT)],
      ["2007-02-03", (id) => given.byLender.demand(id, "")],
      ["2007-02-04", (id) => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["2007-02-05", (id) => given.byLender.release(id)],
    ],
    "with non-payment averted by conversion, and charges acknowledged last": [
      ["2007-01-03", (id) => given.byLender.demand(id, "")],
      ["2007-01-04", (id) => given.charge(id, usd("500"))],
      ["2007-01-16", (id) => given.byLender.convert(id, ALL, 0n, 0n, "")],
      ["2007-01-17", async (id) => given.byLender.acknowledge(id, (await given.owed(id)).total, "wire")],
    ],
    "declared lost, objected to, recovered, and replaced": [
      ["2004-01-05", (id) => given.byBorrower.consentToRecovery(id, given.stranger)],
      ["2004-01-06", (id) => given.byBorrower.revokeRecoveryConsent(id)],
      ["2004-01-07", (id) => given.byBorrower.consentToRecovery(id, given.stranger)],
      ["2004-01-08", (id) => given.byLender.permitPrepayment(id, LATER)],
      ["2004-02-01", (id) => given.byAttestor.declareLost(id, "")],
      ["2004-02-02", (id) => given.byPayer.pay(id, usd("1000"))],
      ["2004-02-03", (id) => given.byLender.withdraw(id, given.lender, given.payer)],
      ["2004-02-04", (id) => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["2005-02-01", (id) => given.byAttestor.declareLost(id, "")],
      ["2005-02-02", (id) => given.byBorrower.consentToRecovery(id, given.holdco)],
      ["2005-02-03", (id) => given.byPayer.pay(id, usd("2000"))],
      ["2005-02-04", (id) => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["2005-03-05", (id) => given.byStranger.recover(id)],
      ["2005-03-06", (id) => given.as(given.holdco).withdraw(id, given.lender, given.holdco)],
      ["2005-03-07", (id) => novate(given, id, given.terms({ rate: 1n }), { holder: given.holdco })],
    ],
    "declared lost, paid meanwhile, and recovered for the money": [
      ["2004-01-05", (id) => given.byLender.permitPrepayment(id, LATER)],
      ["2004-02-01", (id) => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["2004-02-01", (id) => given.byAttestor.declareLost(id, "")],
      ["2004-02-02", (id) => given.byPayer.pay(id, ALL)],
      ["2004-02-03", (id) => given.byBorrower.consentToRecovery(id, given.stranger)],
      ["2004-03-05", (id) => given.byPayer.recover(id)],
      ["2004-03-06", (id) => given.byStranger.withdraw(id, given.lender, given.stranger)],
    ],
    "that is to be recovered, until its borrower assigns": [
      ["2004-01-05", (id) => given.byAttestor.declareLost(id, "")],
      ["2004-01-06", (id) => given.byBorrower.consentToRecovery(id, given.stranger)],
      ["2004-01-07", (id) => given.as(given.subsidiary).acceptAssignment(id)],
      ["2004-01-08", (id) => given.byBorrower.assign(id, given.subsidiary)],
      ["2004-01-09", (id) => given.byLender.object(id)],
      ["2004-01-10", (id) => given.byLender.release(id)],
    ],
    "with non-payment paid too late": [
      ["2007-01-03", (id) => given.byLender.demand(id, "")],
      ["2007-01-04", (id) => given.charge(id, usd("500"))],
      ["2007-01-17", (id) => given.byLender.convert(id, ALL, 0n, 0n, "")],
      ["2007-01-17", (id) => given.byLender.demand(id, "")],
      ["2007-01-18", (id) => given.byPayer.pay(id, ALL)],
    ],
  };

  for (const [name, life] of Object.entries(lives)) {
    it(`tell the life of a note ${name}`, async () => {
      const id = await live(life);
      expect(folded.get(id)?.record.ending).not.to.equal(0n);
      expect(folded.get(id)?.record.holder).to.equal(ZeroAddress);
    });
  }

  it("tell a note made against payment, and offers that come to nothing", async () => {
    const terms = given.terms();
    await given.byBorrower.offer(terms, given.lender, LATER);
    await compare();
    await given.byBorrower.withdrawOffer(terms, given.lender);
    await given.byBorrower.offer(terms, given.lender, LATER);
    await given.byLender.subscribe(terms, UNSPLIT);
    await given.byLender.cancelSignature(7n);
    await compare();
    expect(told).to.include("SignatureCancelled");
    expect(folded.get(1n)?.record.holder).to.equal(given.lender.address);
  });

  it("tell notes apart whose lives are mixed", async () => {
    const other = await given.make({ principal: usd("1000"), attestor: ZeroAddress });
    await live([
      ["2004-01-05", () => given.byLender.permitPrepayment(other, LATER)],
      ["2004-01-06", () => given.byLender.transferFrom(given.lender, given.sister, other)],
      ["2004-01-07", (id) => given.charge(id, 7n)],
      ["2004-01-08", () => given.as(given.sister).release(other)],
    ]);
  });

  it("fold the same whether all at once or log by log", async () => {
    await live(lives["prepaid, transferred, assigned and paid"]!);
    const address = await given.notes.getAddress();
    const logs = await given.connection.ethers.provider.getLogs({ address, fromBlock: 0 });
    const oneByOne = logs.reduce<FoldedNotes>((notes, log) => foldEvents([log], notes), new Map());
    expect(foldEvents(logs)).to.deep.equal(oneByOne);
    expect(foldEvents(logs)).to.deep.equal(folded);
  });

  it("are told by these lives, every one of the book that is about a note", async () => {
    for (const life of Object.values(lives)) {
      const [snapshot, before] = [await given.connection.networkHelpers.takeSnapshot(), { folded, foldedTo }];
      await live(life);
      await snapshot.restore();
      ({ folded, foldedTo } = before);
    }
    const all = given.notes.interface.fragments.filter(({ type }) => type === "event");
    const names = all.map((fragment) => (JSON.parse(fragment.format("json")) as { name: string }).name);
    const ofNoNote = ["Approval", "ApprovalForAll", "NoteOffered", "OfferWithdrawn", "SignatureCancelled"];
    const others = [...ofNoNote, "NoteSubscribed", ...NEVER];
    expect([...told].sort()).to.deep.equal(names.filter((name) => !others.includes(name)).sort());
  });

  it("of a fact that was never reported are refused", async () => {
    await live([
      ["2004-01-07", (id) => given.report(id, "petition", facts.adjudication, "2004-01-07")],
      ["2004-01-08", (id) => given.byLender.waive(id, named("petition"))],
    ]);
    const address = await given.notes.getAddress();
    const logs = await given.connection.ethers.provider.getLogs({ address, fromBlock: 0 });
    const withoutReport = logs.filter((_, i) => i !== logs.length - 2);
    expect(() => foldEvents(withoutReport)).to.throw(Error, `fact ${named("petition")} was never reported`);
  });

  it("of a note that was never made are refused", async () => {
    await live([["2004-01-07", (id) => given.charge(id, 7n)]]);
    const address = await given.notes.getAddress();
    const logs = await given.connection.ethers.provider.getLogs({ address, fromBlock: 0 });
    expect(() => foldEvents(logs.slice(-1))).to.throw(Error, "ChargeAdmitted of note 1, which was never made");
  });
});
