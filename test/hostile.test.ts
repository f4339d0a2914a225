import { expect } from "chai";

import type { HostileCurrency, HostileStock, NoteReceiver } from "../typechain-types/index.ts";
import { givenNotes } from "./helpers/notes.ts";
import { ALL, MATURITY, tokens, UNSPLIT, usd } from "./helpers/vocabulary.ts";
import { dayOf } from "./support/days.ts";

describe("Hostile seats", () => {
  const given = givenNotes();
  let id: bigint;

  /** The name of the custom error with which a call from within was refused. */
  function reasonOf(answer: string): string | undefined {
    return given.notes.interface.parseError(answer)?.name;
  }

  describe("given a stock that lies", () => {
    let stock: HostileStock;
    const all = () => given.byLender.convert(id, ALL, 0n, 0n, "");
    const promised = tokens("4594029");

    beforeEach(async () => {
      stock = await given.connection.ethers.deployContract("HostileStock", [given.borrower]);
      id = await given.make({ stock: await stock.getAddress() });
      await given.on("2005-09-02");
    });

    async function expectUntouched(act: () => Promise<unknown>) {
      const [record, owed] = [await given.record(id), await given.owed(id)];
      await act();
      expect(await given.record(id)).to.deep.equal(record);
      expect(await given.owed(id)).to.deep.equal(owed);
    }

    it("is believed as long as it does what it promised", async () => {
      await all();
      expect(await stock.balanceOf(given.lender)).to.equal(promised);
    });

    it("is refused if it does not raise the holder's balance", async () => {
      await stock.withhold(promised);
      await expectUntouched(() => given.refused(all(), "SharesNotReceived", 0n, promised));
    });

    it("is refused if it raises it by one token too little", async () => {
      await stock.withhold(1n);
      await expectUntouched(() => given.refused(all(), "SharesNotReceived", promised - 1n, promised));
    });

    it("is refused with its own error if it reverts, and payment is not hindered", async () => {
      await stock.refuse();
      await expectUntouched(() => expect(all()).to.be.revertedWithCustomError(stock, "Unwilling"));
      await given.on(MATURITY);
      await given.byPayer.pay(id, ALL);
      expect(await given.status(id)).to.equal("paid");
    });

    it("is measured by what arrives, not by what the holder had", async () => {
      // the holder already has shares, so that what arrives is a difference
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      await stock.withhold(ALL);
      await given.refused(all(), "SharesNotReceived", 0n, tokens("2334564"));
    });

    const calls = {
      convert: () => given.notes.interface.encodeFunctionData("convert", [id, ALL, 0n, 0n, ""]),
      pay: () => given.notes.interface.encodeFunctionData("pay", [id, 1n]),
      acknowledge: () => given.notes.interface.encodeFunctionData("acknowledge", [id, 1n, ""]),
      release: () => given.notes.interface.encodeFunctionData("release", [id]),
      make: () => given.notes.interface.encodeFunctionData("make", [given.terms(), given.lender.address]),
      subscribe: () => given.notes.interface.encodeFunctionData("subscribe", [given.terms(), UNSPLIT]),
    };
    for (const [name, call] of Object.entries(calls)) {
      it(`cannot ${name} while it mints`, async () => {
        await stock.whenCalled(given.notes, call());
        await all();
        expect([await stock.called(), await stock.succeeded()]).to.deep.equal([true, false]);
        expect(reasonOf(await stock.answer())).to.equal("ReentrancyGuardReentrantCall");
        expect(await stock.balanceOf(given.lender)).to.equal(promised);
      });
    }

    it("cannot make a note while it reserves for another", async () => {
      await stock.whenCalled(given.notes, calls.make());
      await given.make({ stock: await stock.getAddress() });
      expect(reasonOf(await stock.answer())).to.equal("ReentrancyGuardReentrantCall");
    });

    it("approved by the holder, cannot slip the note away while it mints", async () => {
      await given.byLender.setApprovalForAll(stock, true);
      const { lender, sister } = given;
      const slip = given.notes.interface.encodeFunctionData("transferFrom", [lender.address, sister.address, id]);
      await stock.whenCalled(given.notes, slip);
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      expect(reasonOf(await stock.answer())).to.equal("ReentrancyGuardReentrantCall");
      expect(await given.notes.ownerOf(id)).to.equal(lender.address);
    });

    it("sees the debt already lowered while it mints", async () => {
      await stock.whenCalled(given.notes, given.notes.interface.encodeFunctionData("recordOf", [id]));
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      const [seen] = given.notes.interface.decodeFunctionResult("recordOf", await stock.answer());
      expect((seen as { principal: bigint }).principal).to.equal(usd("103323.70"));
    });
  });

  describe("given a hostile currency", () => {
    let currency: HostileCurrency;
    const due = usd("250682.803191");

    beforeEach(async () => {
      currency = await given.connection.ethers.deployContract("HostileCurrency");
      await currency.mint(given.payer, usd("1000000"));
      await currency.connect(given.payer).approve(given.notes, ALL);
      id = await given.make({ currency: await currency.getAddress() });
      await given.on(MATURITY);
    });

    it("pays as long as it behaves", async () => {
      await given.byPayer.pay(id, ALL);
      expect(await currency.balanceOf(given.lender)).to.equal(due);
    });

    it("that keeps a fee is refused: the holder must have what was paid", async () => {
      await currency.setFee(usd("0.01"));
      const before = await given.record(id);
      await given.refused(given.byPayer.pay(id, ALL), "ReceivedDiffers", due - usd("0.01"), due);
      await given.refused(given.byPayer.pay(id, usd("1")), "ReceivedDiffers", usd("0.99"), usd("1"));
      expect(await given.record(id)).to.deep.equal(before);
    });

    it("that answers false is refused", async () => {
      await currency.refuse();
      await expect(given.byPayer.pay(id, ALL))
        .to.be.revertedWithCustomError(given.notes, "SafeERC20FailedOperation")
        .withArgs(await currency.getAddress());
      expect((await given.owed(id)).total).to.equal(due);
    });

    const calls = {
      pay: () => given.notes.interface.encodeFunctionData("pay", [id, ALL]),
      convert: () => given.notes.interface.encodeFunctionData("convert", [id, ALL, ALL, 0n, ""]),
      acknowledge: () => given.notes.interface.encodeFunctionData("acknowledge", [id, 1n, ""]),
      release: () => given.notes.interface.encodeFunctionData("release", [id]),
      transferFrom: () => {
        const { lender, sister } = given;
        return given.notes.interface.encodeFunctionData("transferFrom", [lender.address, sister.address, id]);
      },
    };
    for (const [name, call] of Object.entries(calls)) {
      for (const part of ["a part", "all"]) {
        it(`cannot ${name} while ${part} is being paid, whatever the holder approved`, async () => {
          await given.byLender.setApprovalForAll(currency, true);
          await currency.whenCalled(given.notes, call());
          await given.byPayer.pay(id, part === "all" ? ALL : usd("100"));
          expect([await currency.called(), await currency.succeeded()]).to.deep.equal([true, false]);
          // a token that is paid off is burned before any money moves
          const gone = name === "transferFrom" && part === "all";
          const reason = gone ? "ERC721NonexistentToken" : "ReentrancyGuardReentrantCall";
          expect(reasonOf(await currency.answer())).to.equal(reason);
          expect((await given.owed(id)).total).to.equal(part === "all" ? 0n : due - usd("100"));
        });
      }
    }

    it("cannot move another note either while one is being paid", async () => {
      const other = await given.make();
      await given.byLender.setApprovalForAll(currency, true);
      const { lender, sister } = given;
      const slip = given.notes.interface.encodeFunctionData("transferFrom", [lender.address, sister.address, other]);
      await currency.whenCalled(given.notes, slip);
      await given.byPayer.pay(id, usd("100"));
      expect(await given.notes.ownerOf(other)).to.equal(lender.address);
    });

    it("sees the debt already lowered, and ended if it is all, while it pays", async () => {
      await currency.whenCalled(given.notes, given.notes.interface.encodeFunctionData("statusOf", [id]));
      await given.byPayer.pay(id, ALL);
      const [status] = given.notes.interface.decodeFunctionResult("statusOf", await currency.answer());
      expect(status).to.equal(4n);
    });

    it("cannot take an offer again while its price is being paid", async () => {
      const terms = given.terms({ currency: await currency.getAddress() });
      await currency.mint(given.lender, usd("1000000"));
      await currency.connect(given.lender).approve(given.notes, ALL);
      await given.byBorrower.offer(terms, given.lender, dayOf("2007-12-31"));
      await currency.whenCalled(given.notes, given.notes.interface.encodeFunctionData("subscribe", [terms, UNSPLIT]));
      await given.byLender.subscribe(terms, UNSPLIT);
      expect(reasonOf(await currency.answer())).to.equal("ReentrancyGuardReentrantCall");
      expect(await given.notes.noteCount()).to.equal(id + 1n);
    });
  });

  describe("given a holder that is a contract with a mind of its own", () => {
    let receiver: NoteReceiver;

    beforeEach(async () => {
      receiver = await given.connection.ethers.deployContract("NoteReceiver");
      await given.byBorrower.make(given.terms(), receiver);
      id = await given.notes.noteCount();
    });

    it("cannot hinder a payment: nothing is called in it", async () => {
      await given.on(MATURITY);
      await given.byPayer.pay(id, ALL);
      expect(await receiver.called()).to.equal(false);
      expect(await given.currency.balanceOf(receiver)).to.equal(usd("250682.803191"));
    });

    it("cannot sell the note to anyone but affiliates by approving a market", async () => {
      const approve = given.notes.interface.encodeFunctionData("setApprovalForAll", [given.stranger.address, true]);
      await receiver.act(given.notes, approve);
      const args = [given.stranger.address, "0x0000000000000000000000000000000000000000", 0, dayOf("2003-12-31")];
      const sale = given.byStranger.transferFrom(receiver, given.stranger, id);
      await given.refused(sale, "ConsentRequired", ...args);
    });
  });
});
