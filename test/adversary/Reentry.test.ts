import { expect } from "chai";
import type { BaseContract } from "ethers";
import { id as hash, ZeroAddress } from "ethers";

import type { HostileCurrency } from "../../typechain-types/mocks/HostileCurrency.ts";
import type { HostileStock } from "../../typechain-types/mocks/HostileStock.ts";
import { givenNotes } from "../helpers/notes.ts";
import { ALL, chargeKinds, endings, facts, named, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const GUARDED = hash("ReentrancyGuardReentrantCall()").slice(0, 10);
const ENDED = hash("NoteEnded(uint256,uint8)").slice(0, 10);

describe("Adversary: calls back in the middle of an act", () => {
  const given = givenNotes();

  async function callsBack(contract: HostileCurrency | HostileStock, call: string) {
    await contract.whenCalled(given.notes, call);
  }

  async function whatCameOf(contract: HostileCurrency | HostileStock) {
    expect(await contract.called()).to.equal(true);
    return { succeeded: await contract.succeeded(), answer: (await contract.answer()).slice(0, 10) };
  }

  describe("given a currency that calls back, itself the borrower", () => {
    let currency: HostileCurrency;
    let borrower: string;
    let id: bigint;

    beforeEach(async () => {
      currency = await given.connection.ethers.deployContract("HostileCurrency");
      borrower = await currency.getAddress();
      const terms = given.terms({ currency: borrower, borrower, stock: ZeroAddress });
      await currency.act(given.notes, given.notes.interface.encodeFunctionData("make", [terms, given.lender.address]));
      id = 1n;
      await currency.mint(given.payer, usd("1000000"));
      await currency.connect(given.payer).approve(given.notes, ALL);
      await given.on("2007-03-01");
    });

    const guarded = (): [string, string][] => {
      const { interface: notes } = given.notes;
      return [
        ["pay", notes.encodeFunctionData("pay", [id, 1n])],
        ["acknowledge", notes.encodeFunctionData("acknowledge", [id, 1n, ""])],
        ["release", notes.encodeFunctionData("release", [id])],
        ["convert", notes.encodeFunctionData("convert", [id, ALL, 0n, 0n, ""])],
        ["make", notes.encodeFunctionData("make", [given.terms(), given.lender.address])],
      ];
    };

    for (const [at, name] of ["pay", "acknowledge", "release", "convert", "make"].entries()) {
      it(`refuses ${name} within a payment`, async () => {
        await callsBack(currency, guarded()[at]?.[1] ?? "");
        await given.byPayer.pay(id, 5n);
        expect(await whatCameOf(currency)).to.deep.equal({ succeeded: false, answer: GUARDED });
      });
    }

    it("when a charge is admitted within the last payment, refuses it: the note has ended", async () => {
      const { interface: notes } = given.notes;
      await callsBack(currency, notes.encodeFunctionData("admitCharge", [id, chargeKinds.lateFee, 1n, ""]));
      await given.byPayer.pay(id, ALL);
      expect(await whatCameOf(currency)).to.deep.equal({ succeeded: false, answer: ENDED });
      expect((await given.record(id)).ending).to.equal(endings.paid);
    });

    it("when a charge is admitted within a part payment, owes what the two come to in order", async () => {
      const { total } = await given.owed(id);
      const { interface: notes } = given.notes;
      await callsBack(currency, notes.encodeFunctionData("admitCharge", [id, chargeKinds.lateFee, 7n, ""]));
      await given.byPayer.pay(id, 5n);
      expect((await given.owed(id)).total).to.equal(total - 5n + 7n);
    });

    it("when a default is reported within a payment, changes no figure", async () => {
      const { total } = await given.owed(id);
      const { interface: notes } = given.notes;
      const report: [bigint, string, bigint, number, string] = [
        id,
        named("bust"),
        facts.adjudication,
        dayOf("2007-03-01"),
        "",
      ];
      await callsBack(currency, notes.encodeFunctionData("report", report));
      await given.byPayer.pay(id, 5n);
      expect((await whatCameOf(currency)).succeeded).to.equal(true);
      expect((await given.owed(id)).total).to.equal(total - 5n);
    });
  });

  describe("given a stock that calls back, itself the holder", () => {
    let stock: HostileStock;
    let id: bigint;

    beforeEach(async () => {
      stock = await given.connection.ethers.deployContract("HostileStock", [given.borrower]);
      id = await given.make({ stock: await stock.getAddress() }, stock as unknown as typeof given.lender);
      await given.on("2005-09-02");
    });

    async function act(call: string) {
      await stock.act(given.notes, call);
    }

    it("refuses to move the token while it is being converted", async () => {
      const { interface: notes } = given.notes;
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2005-09-02"));
      const move: [string, string, bigint] = [await stock.getAddress(), given.stranger.address, id];
      await callsBack(stock, notes.encodeFunctionData("transferFrom", move));
      await act(notes.encodeFunctionData("convert", [id, ALL, 0n, 0n, ""]));
      expect(await whatCameOf(stock)).to.deep.equal({ succeeded: false, answer: GUARDED });
      expect((await given.record(id)).holder).to.equal(ZeroAddress);
    });

    it("refuses to convert, release or acknowledge twice over", async () => {
      const { interface: notes } = given.notes;
      for (const call of [
        notes.encodeFunctionData("convert", [id, ALL, 0n, 0n, ""]),
        notes.encodeFunctionData("release", [id]),
        notes.encodeFunctionData("acknowledge", [id, 1n, ""]),
      ]) {
        await callsBack(stock, call);
        await act(notes.encodeFunctionData("convert", [id, usd("1000"), 0n, 0n, ""]));
        expect(await whatCameOf(stock)).to.deep.equal({ succeeded: false, answer: GUARDED });
      }
    });
  });

  describe("given a stock that answers nothing any more", () => {
    let id: bigint;

    beforeEach(async () => {
      id = await given.make();
      await given.connection.networkHelpers.setCode(await given.stock.getAddress(), "0x5f5ffd");
      await given.on("2007-03-01");
    });

    it("still tells status, what is owed, whether it is payable", async () => {
      expect(await given.status(id)).to.equal("overdue");
      expect((await given.owed(id)).principal).to.equal(usd("203323.70"));
      expect(await given.notes.isPayable(id)).to.equal(true);
      await given.byLender.demand(id, "");
      await given.byLender.transferFrom(given.lender, given.sister, id);
    });

    // known limit: the borrower's stock is relied on to let go of a reservation
    it("lets nobody pay, acknowledge or release all", async () => {
      for (const act of [
        async () => await given.byPayer.pay(id, ALL),
        async () => await given.byLender.acknowledge(id, (await given.owed(id)).total, ""),
        async () => await given.byLender.release(id),
      ]) {
        await expect(act()).to.revert(given.connection.ethers);
      }
    });
  });

  it("leaves nothing to a contract between acts", async () => {
    const id = await given.make();
    await given.on("2007-03-01");
    await given.byPayer.pay(id, usd("1000"));
    await given.byLender.convert(id, ALL, 0n, 0n, "");
    for (const token of [given.currency, given.stock] as (BaseContract & {
      balanceOf: typeof given.stock.balanceOf;
    })[]) {
      expect(await token.balanceOf(given.notes)).to.equal(0n);
    }
  });
});
