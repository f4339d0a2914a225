import { expect } from "chai";
import { ZeroAddress } from "ethers";

import { acts, signedActs } from "../helpers/acts.ts";
import { givenNotes } from "../helpers/notes.ts";
import { ALL, bases, endings, facts, named, statuses, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const ENDED_ON = "2007-01-20";

describe("Discharge", () => {
  const given = givenNotes();
  let id: bigint;

  const ways = {
    paid: async () => await given.byPayer.pay(id, ALL),
    "paid, acknowledged": async () => await given.byLender.acknowledge(id, (await given.owed(id)).total, "wire"),
    converted: async () => await given.byLender.convert(id, ALL, ALL, 0n, ""),
    released: async () => await given.byLender.release(id),
  };

  for (const [way, end] of Object.entries(ways)) {
    const ending = way.replace(", acknowledged", "") as "paid" | "converted" | "released";

    describe(`given a note of some life, ${way}`, () => {
      beforeEach(async () => {
        id = await given.make();
        await given.report(id, "petition", facts.adjudication, "2003-12-31");
        await given.on("2006-06-01");
        await given.byLender.convert(id, usd("50000"), 0n, 0n, "");
        await given.charge(id, usd("500"));
        await given.on(ENDED_ON);
        await given.byPayer.pay(id, usd("10000"));
        await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2009-12-31"));
        await end();
      });

      it("burns the token", async () => {
        await given.refused(given.notes.ownerOf(id), "ERC721NonexistentToken", id);
        expect(await given.notes.balanceOf(given.lender)).to.equal(0n);
      });

      it("keeps the record, with how and when it ended and nothing owed", async () => {
        await given.on("2010-01-01");
        expect(await given.record(id)).to.include({
          principal: 0n,
          carried: 0n,
          charges: 0n,
          overdueCarried: 0n,
          chargesAdmitted: usd("500"),
          holder: ZeroAddress,
          obligor: given.borrower.address,
          ending: endings[ending],
          endedOn: BigInt(dayOf(ENDED_ON)),
          consentUntil: 0n,
        });
        expect((await given.owed(id)).total).to.equal(0n);
      });

      it("still answers every view, as of the day it ended", async () => {
        await given.on("2010-01-01");
        expect(await given.notes.dayOf(id)).to.equal(dayOf(ENDED_ON));
        expect(statuses[Number(await given.notes.statusOf(id))]).to.equal(ending);
        expect((await given.notes.termsOf(id))[0].principal).to.equal(usd("203323.70"));
        expect(await given.notes.isPayable(id)).to.equal(false);
        expect(await given.notes.transferBasis(id, given.sister)).to.equal(bases.noteEnded);
        expect(await given.notes.obligorOf(id)).to.equal(given.borrower.address);
        expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(false);
        expect((await given.notes.openFactsOf(id)).names).to.deep.equal([named("petition")]);
        expect((await given.notes.factOf(id, named("petition"))).ordinal).to.equal(1n);
        expect(await given.lens.dueOn(id)).to.equal(dayOf("2003-12-31"));
        expect(await given.lens.payableThrough(id)).to.equal(dayOf("2007-01-02"));
        expect(await given.lens.standingDefaults(id)).to.have.lengthOf(1);
        expect(await given.lens.isConvertible(id)).to.equal(false);
        expect((await given.lens.pricePerShare(id)).numerator).to.equal(usd("0.05"));
        const preview = await given.lens.previewConversion(id, ALL, ALL);
        expect([preview.open, preview.amount, preview.shares, preview.leftover]).to.deep.equal([false, 0n, 0n, 0n]);
      });

      it("lets go of every share reserved", async () => {
        expect(await given.stock.claimsOf(given.notes)).to.equal(0n);
      });

      for (const [name, act] of Object.entries({ ...acts, ...signedActs })) {
        it(`refuses ${name}, by whomever`, async () => {
          for (const who of [given.borrower, given.lender, given.attestor, given.stranger]) {
            await given.refused(act(given, id, who), "NoteEnded", id, endings[ending]);
          }
        });
      }
    });
  }

  describe("given one of two notes has ended", () => {
    it("leaves the other as it was", async () => {
      [id] = [await given.make()];
      const other = await given.make();
      const before = await given.record(other);
      await given.byLender.release(id);
      expect(await given.record(other)).to.deep.equal(before);
      expect(await given.notes.ownerOf(other)).to.equal(given.lender.address);
    });
  });
});
