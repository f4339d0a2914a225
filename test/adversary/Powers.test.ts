import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { HostileCurrency } from "../../typechain-types/mocks/HostileCurrency.ts";
import { givenNotes } from "../helpers/notes.ts";
import { ALL, endings, facts, tokens, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Adversary: how far each power reaches", () => {
  const given = givenNotes();

  describe("given a registrar that lies", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make();
    });

    const record = async (controller: typeof given.lender, controlled: typeof given.lender) =>
      await given.registry.connect(given.registrar).recordControl(controller, controlled, "");

    it("for the holder, frees it to transfer to whomever is called its affiliate, and moves nothing itself", async () => {
      await record(given.holdco, given.stranger);
      expect(await given.notes.ownerOf(id)).to.equal(given.lender.address);
      const byRegistrar = given.as(given.registrar).transferFrom(given.lender, given.stranger, id);
      await given.refused(byRegistrar, "ERC721InsufficientApproval", given.registrar.address, id);
      await given.byLender.transferFrom(given.lender, given.stranger, id);
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
    });

    it("makes a holder of no party, though it is called the holder's affiliate", async () => {
      await record(given.holdco, given.attestor);
      await record(given.lender, given.parent);
      for (const party of [given.attestor, given.borrower]) {
        expect(await given.registry.areAffiliates(given.lender, party)).to.equal(true);
        const act = given.byLender.transferFrom(given.lender, party, id);
        await given.refused(act, "PartyCannotHold", party.address);
      }
    });

    it("for the borrower, makes an obligor of whomever is called an affiliate, once it accepts", async () => {
      await record(given.borrower, given.stranger);
      await given.refused(given.byBorrower.assign(id, given.stranger), "AssignmentNotAccepted");
      await given.byStranger.acceptAssignment(id);
      await given.byBorrower.assign(id, given.stranger);
      expect(await given.notes.obligorOf(id)).to.equal(given.stranger.address);
      expect(await given.status(id)).to.equal("outstanding");
    });
  });

  describe("given an attestor on the borrower's side", () => {
    it("opens no prepayment by a default it reports", async () => {
      const id = await given.make();
      await given.report(id, "bust", facts.adjudication, "2003-12-31", given.attestor);
      expect(await given.status(id)).to.equal("default");
      for (const by of [given.byBorrower, given.byAttestor, given.byPayer]) {
        await given.refused(by.pay(id, ALL), "PrepaymentNotPermitted", dayOf("2003-12-31"), dayOf("2007-01-01"));
      }
    });
  });

  describe("given a currency at its issuer's will", () => {
    let currency: HostileCurrency;
    let id: bigint;

    beforeEach(async () => {
      currency = await given.connection.ethers.deployContract("HostileCurrency");
      id = await given.make({ currency: await currency.getAddress() });
      await currency.connect(given.borrower).approve(given.notes, ALL);
      await given.on("2007-01-01");
    });

    it("that moves for nobody, hinders no demand, transfer, acknowledgement, release or conversion", async () => {
      await currency.refuse();
      await given.byLender.acknowledge(id, usd("1000"), "wire");
      const released = await given.make({ currency: await currency.getAddress() });
      await given.byLender.release(released);
      expect((await given.record(released)).ending).to.equal(endings.released);

      await given.on("2007-01-03");
      await given.byLender.demand(id, "");
      await given.byLender.transferFrom(given.lender, given.sister, id);
      await given.as(given.sister).convert(id, ALL, ALL, 0n, "");
      expect((await given.record(id)).ending).to.equal(endings.converted);
      expect(await given.stock.balanceOf(given.sister)).to.be.greaterThan(tokens("4900000"));
    });

    it("that is minted to the borrower, pays: its balances are believed", async () => {
      const { total } = await given.owed(id);
      await currency.mint(given.borrower, total);
      await given.byBorrower.pay(id, ALL);
      expect((await given.record(id)).ending).to.equal(endings.paid);
      expect(await currency.balanceOf(given.lender)).to.equal(total);
    });
  });

  describe("given shares sent to the notes by mistake", () => {
    it("converts, pays and hands them out for nobody: they stay", async () => {
      const id = await given.make();
      await given.stock.issue(given.lender, tokens("5"));
      await given.stock.connect(given.lender).transfer(given.notes, tokens("5"));
      await given.on("2005-09-02");
      await given.byLender.convert(id, ALL, 0n, 4594029n, "");
      expect(await given.stock.balanceOf(given.lender)).to.equal(tokens("4594029"));
      expect(await given.stock.balanceOf(given.notes)).to.equal(tokens("5"));
    });
  });

  it("keeps the terms through all that is said, transferred, assigned, paid and converted", async () => {
    const id = await given.make();
    const before = await given.notes.termsOf(id);
    await given.report(id, "bust", facts.judgment, "2003-12-31");
    await given.byLender.permitPrepayment(id, dayOf("2007-01-01"));
    await given.byLender.transferFrom(given.lender, given.sister, id);
    await given.as(given.subsidiary).acceptAssignment(id);
    await given.byBorrower.assign(id, given.subsidiary);
    await given.stock.split(3n, 2n);
    await given.on("2007-01-03");
    await given.byPayer.pay(id, usd("1000"));
    await given.as(given.sister).demand(id, "");
    expect(await given.notes.termsOf(id)).to.deep.equal(before);
    await given.as(given.sister).convert(id, ALL, ALL, 0n, "");
    expect(await given.notes.termsOf(id)).to.deep.equal(before);
  });

  it("lets anyone make notes it owes itself, to whomever, and binds nobody else", async () => {
    const terms = given.terms({ borrower: given.stranger.address, stock: ZeroAddress });
    await given.byStranger.make(terms, given.lender);
    const { holder, obligor } = await given.record(1n);
    expect([holder, obligor]).to.deep.equal([given.lender.address, given.stranger.address]);
    await given.byLender.release(1n);
    expect(await given.currency.balanceOf(given.lender)).to.equal(usd("10000000"));
  });
});
