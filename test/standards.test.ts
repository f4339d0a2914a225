import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { encodeBytes32String, ZeroAddress, ZeroHash } from "ethers";

import { givenNotes } from "./helpers/notes.ts";
import { ALL, bases, facts, MATURITY, named, usd } from "./helpers/vocabulary.ts";
import { dayOf } from "./support/days.ts";

const LATER = dayOf("2009-12-31");
const INSTRUMENT = encodeBytes32String("instrument");
const TERM_SHEET = encodeBytes32String("termSheet");
const NO_PERMIT = { value: 0n, deadline: 0n, v: 0, r: ZeroHash, s: ZeroHash };
const HASH = "0x" + "5a".repeat(32);

describe("Standards", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  describe("ERC-165", () => {
    const spoken = {
      "ERC-165": "0x01ffc9a7",
      "ERC-721": "0x80ac58cd",
      "ERC-721's metadata": "0x5b5e139f",
      "ERC-4906": "0x49064906",
      // the selector of eip712Domain()
      "ERC-5267": "0x84b0196e",
    };
    for (const [name, interfaceId] of Object.entries(spoken)) {
      it(`tells of ${name}`, async () => {
        expect(await given.notes.supportsInterface(interfaceId)).to.equal(true);
      });
    }

    const unspoken = {
      "ERC-7943, which is not implemented whole": "0xbf1ef5fe",
      "ERC-721's enumeration": "0x780e9d63",
      "ERC-2981": "0x2a55205a",
      "what no interface is": "0xffffffff",
    };
    for (const [name, interfaceId] of Object.entries(unspoken)) {
      it(`does not tell of ${name}`, async () => {
        expect(await given.notes.supportsInterface(interfaceId)).to.equal(false);
      });
    }
  });

  describe("ERC-5267", () => {
    it("tells the domain that is signed for", async () => {
      const { chainId } = await given.connection.ethers.provider.getNetwork();
      const domain = await given.notes.eip712Domain();
      const address = await given.notes.getAddress();
      expect([...domain]).to.deep.equal(["0x0f", "Allonge Promissory Notes", "1", chainId, address, ZeroHash, []]);
    });
  });

  describe("ERC-7943", () => {
    const can = async (to: { address: string } | string, from: { address: string } | string = given.lender) => {
      const [payee, payer] = [to, from].map((who) => (typeof who === "string" ? who : who.address));
      return await given.notes.canTransfer(payer!, payee!, id);
    };

    it("lets a transfer through to affiliates and with consent, and to no one else", async () => {
      expect([await can(given.sister), await can(given.stranger)]).to.deep.equal([true, false]);
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2004-06-30"));
      expect(await can(given.stranger)).to.equal(true);
      await given.on("2004-06-30", "23:59");
      expect(await can(given.stranger)).to.equal(true);
      await given.on("2004-07-01", "00:00");
      expect(await can(given.stranger)).to.equal(false);
    });

    it("lets none through to parties or nobody, from nobody, of a note that was never made or has ended", async () => {
      for (const to of [given.borrower, given.attestor, ZeroAddress]) expect(await can(to)).to.equal(false);
      expect(await can(given.sister, ZeroAddress)).to.equal(false);
      for (const unknown of [0n, id + 1n, ALL]) {
        expect(await given.notes.canTransfer(given.lender, given.sister, unknown)).to.equal(false);
      }
      await given.byLender.release(id);
      expect(await can(given.sister)).to.equal(false);
    });

    it("says of each two what a transfer then comes to", async () => {
      const everybody = [given.lender, given.sister, given.holdco, given.borrower, given.attestor, given.stranger];
      for (const to of everybody) {
        const said = await can(to);
        const basis = await given.notes.transferBasis(id, to);
        expect(said).to.equal(basis === bases.consent || basis === bases.affiliate);
        const done = await given.byLender.transferFrom.staticCall(given.lender, to, id).then(
          () => true,
          () => false,
        );
        expect(said).to.equal(done);
      }
    });

    it("lets any account send and receive, but nobody", async () => {
      for (const who of [given.lender, given.borrower, given.stranger]) {
        expect([await given.notes.canSend(who), await given.notes.canReceive(who)]).to.deep.equal([true, true]);
      }
      const nobody = [await given.notes.canSend(ZeroAddress), await given.notes.canReceive(ZeroAddress)];
      expect(nobody).to.deep.equal([false, false]);
    });
  });

  describe("ERC-1643, in style", () => {
    const cases = [
      [ZeroHash, ZeroHash, []],
      [HASH, ZeroHash, [INSTRUMENT]],
      [ZeroHash, HASH, [TERM_SHEET]],
      [HASH, HASH.replace(/a$/, "b"), [INSTRUMENT, TERM_SHEET]],
    ] as const;
    for (const [document, termSheet, names] of cases) {
      it(`names ${names.length} documents, ended or not`, async () => {
        id = await given.make({ document, termSheet });
        for (const end of [false, true]) {
          if (end) await given.byLender.release(id);
          expect(await given.notes.getAllDocuments(id)).to.deep.equal(names);
          expect(await given.notes.getDocument(id, INSTRUMENT)).to.equal(document);
          expect(await given.notes.getDocument(id, TERM_SHEET)).to.equal(termSheet);
        }
      });
    }

    it("has no other", async () => {
      for (const name of ["Instrument", "prospectus", ""]) {
        expect(await given.notes.getDocument(id, encodeBytes32String(name))).to.equal(ZeroHash);
      }
    });
  });

  describe("ERC-4906", () => {
    type Step = readonly [name: string, act: () => Promise<unknown>];

    const early: readonly Step[] = [
      ["permission to prepay", () => given.byLender.permitPrepayment(id, LATER)],
      ["prepayment", () => given.byPayer.pay(id, usd("1000"))],
      ["acknowledgement", () => given.byLender.acknowledge(id, usd("1000"), "")],
      ["charge", () => given.charge(id, usd("50"))],
      ["payment of charges alone", () => given.byPayer.pay(id, usd("20"))],
      ["acknowledgement of charges alone", () => given.byLender.acknowledge(id, usd("20"), "")],
      ["report", () => given.report(id, "petition", facts.involuntaryPetition, "2003-12-31")],
      ["cure", () => given.byLender.cure(id, named("petition"), dayOf("2003-12-31"), "")],
      ["consent to transfer", () => given.byBorrower.consentToTransfer(id, given.stranger, LATER)],
      ["revoked consent", () => given.byBorrower.revokeConsent(id)],
      ["approval", () => given.byLender.approve(given.stranger, id)],
      ["transfer", () => given.byLender.transferFrom(given.lender, given.sister, id)],
      ["transfer back", () => given.as(given.sister).transferFrom(given.sister, given.lender, id)],
      ["acceptance", () => given.as(given.subsidiary).acceptAssignment(id)],
      ["assignment", () => given.byBorrower.assign(id, given.subsidiary)],
      ["assignment to a stranger", () => given.as(given.subsidiary).assign(id, given.stranger)],
      ["demand", () => given.byLender.demand(id, "")],
      ["waiver", () => given.byLender.waive(id, encodeBytes32String("assignment"))],
      ["permission once more", () => given.byLender.permitPrepayment(id, LATER)],
      ["declaration of loss", () => given.byAttestor.declareLost(id, "")],
      ["consent to recovery", () => given.as(given.subsidiary).consentToRecovery(id, given.holdco)],
      ["payment that is held", () => given.byPayer.payWithPermit(id, usd("90"), NO_PERMIT)],
      ["withdrawal", () => given.byLender.withdraw(id, given.lender, given.lender)],
    ];
    const late: readonly Step[] = [
      ["conversion", () => given.byLender.convert(id, usd("1000"), 0n, 0n, "")],
      ["payment of interest alone", () => given.byPayer.pay(id, usd("1000"))],
      ["payment of all but a unit", async () => given.byPayer.pay(id, (await given.owed(id)).total - 1n)],
      ["declaration of loss", () => given.byAttestor.declareLost(id, "")],
      ["consent to recovery", () => given.byBorrower.consentToRecovery(id, given.holdco)],
    ];
    const recovery: Step = ["recovery", () => given.byPayer.recover(id)];

    it("tells of a certificate exactly when it has changed", async () => {
      let changed = 0;
      const follow = async ([name, act]: Step) => {
        const before = await given.notes.tokenURI(id);
        const sent = (await act()) as ContractTransactionResponse;
        const after = await given.notes.tokenURI(id);
        const topic = given.notes.interface.getEvent("MetadataUpdate").topicHash;
        const told = (await sent.wait())!.logs.filter(({ topics }) => topics[0] === topic);
        expect(told, name).to.have.lengthOf(before === after ? 0 : 1);
        for (const { data } of told) expect(BigInt(data)).to.equal(id);
        changed += told.length;
      };
      for (const step of early) await follow(step);
      expect(changed).to.equal(4);

      id = await given.make();
      await given.on(MATURITY);
      for (const step of late) await follow(step);
      await given.on("2007-02-15");
      await follow(recovery);
      expect(changed).to.equal(6);
    });

    it("has no certificate of what has ended or was never made", async () => {
      await given.byLender.release(id);
      for (const none of [id, 0n, id + 1n]) {
        await given.refused(given.notes.tokenURI(none), "ERC721NonexistentToken", none);
      }
    });

    it("changes nothing with the clock", async () => {
      const before = await given.notes.tokenURI(id);
      for (const date of ["2005-09-02", "2007-01-03", "2030-01-01"]) {
        await given.on(date);
        expect(await given.notes.tokenURI(id)).to.equal(before);
      }
    });
  });
});
