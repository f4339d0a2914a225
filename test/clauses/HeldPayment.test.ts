import { expect } from "chai";
import type { ContractTransactionResponse } from "ethers";
import { ZeroAddress } from "ethers";

import type { BlockingCurrency } from "../../typechain-types/mocks/BlockingCurrency.ts";
import type { Dollar } from "../../typechain-types/mocks/Dollar.ts";
import type { HookedCurrency } from "../../typechain-types/mocks/HookedCurrency.ts";
import type { MoneyHook } from "../../typechain-types/mocks/MoneyHook.ts";
import { boxOf, heldOf, heldPaymentsOf } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import type { Account } from "../helpers/notes.ts";
import { ALL, MATURITY, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

/** Enough that a sixty-fourth of it still moves money. */
const PLENTY = { gasLimit: 15_000_000n };
const AMPLE = 500_000n;
const DUE = usd("250682.803191");
const MANNERS = { refuse: 1, burnGas: 3, flood: 4 } as const;

describe("HeldPayment", () => {
  const given = givenNotes();
  let currency: Dollar;
  let blocking: BlockingCurrency;
  let hook: MoneyHook;
  let id: bigint;

  const held = async (of: bigint = id, holder: Account = given.lender) => await heldOf(given, of, holder, currency);

  async function withNotesIn(other: Dollar) {
    currency = other;
    for (const person of [given.payer, given.borrower, given.stranger]) {
      await other.mint(person, usd("1000000"));
      await other.connect(person).approve(given.notes, ALL);
    }
    id = await given.make({ currency: await other.getAddress() });
    await given.on(MATURITY);
  }

  async function withBlocking() {
    blocking = await given.connection.ethers.deployContract("BlockingCurrency");
    await withNotesIn(blocking);
  }

  async function withHook(): Promise<HookedCurrency> {
    const hooked = await given.connection.ethers.deployContract("HookedCurrency");
    hook = await given.connection.ethers.deployContract("MoneyHook");
    await hooked.connect(given.lender).setHook(hook);
    await withNotesIn(hooked);
    return hooked;
  }

  async function refusedByKeeper(act: () => Promise<unknown>, error: string, ...args: readonly unknown[]) {
    const keeper = await heldPaymentsOf(given);
    await expect(act())
      .to.be.revertedWithCustomError(keeper, error)
      .withArgs(...args);
  }

  const unreachable: Record<string, () => Promise<void>> = {
    "whom the currency blocks": async () => {
      await withBlocking();
      await blocking.setBlocked(given.lender, true);
    },
    "whose hook refuses": async () => {
      await withHook();
      await hook.setManner(MANNERS.refuse);
    },
    "whose hook passes the money on at once": async () => {
      await withHook();
      await currency.connect(given.lender).approve(hook, ALL);
      await hook.forwardTo(given.sister);
    },
    "whose hook burns all the gas it is given": async () => {
      await withHook();
      await hook.setManner(MANNERS.burnGas);
    },
    "whose hook fails with a flood of data": async () => {
      await withHook();
      await hook.setManner(MANNERS.flood);
    },
  };

  for (const [who, arrange] of Object.entries(unreachable)) {
    describe(`given a holder ${who}`, () => {
      beforeEach(arrange);

      it("does not stop a payment: the debt falls, the money is kept for the holder", async () => {
        const paid = usd("50000");
        const [before, had] = [await given.owed(id), await currency.balanceOf(given.payer)];
        const pay = given.byPayer.pay(id, paid, PLENTY);
        await given.told(pay, "PaymentHeld", id, given.lender.address, paid);
        await expect(pay).to.emit(given.notes, "PaymentMade");
        expect((await given.owed(id)).total).to.equal(before.total - paid);
        expect(await held()).to.equal(paid);
        expect(had - (await currency.balanceOf(given.payer))).to.equal(paid);
        expect(await currency.balanceOf(given.lender)).to.equal(0n);
        expect(await currency.balanceOf(given.sister)).to.equal(0n);
        expect(await currency.balanceOf(given.notes)).to.equal(0n);
      });

      it("does not stop the last payment: the note ends, the money is withdrawn afterwards", async () => {
        await given.byPayer.pay(id, ALL, PLENTY);
        expect(await given.status(id)).to.equal("paid");
        await given.refused(given.notes.ownerOf(id), "ERC721NonexistentToken", id);
        const withdraw = given.byLender.withdraw(id, given.lender, given.holdco);
        await given.told(withdraw, "HeldPaymentWithdrawn", id, given.lender.address, given.holdco.address, DUE);
        expect(await currency.balanceOf(given.holdco)).to.equal(DUE);
        expect(await held()).to.equal(0n);
      });

      it("lets nobody but the holder withdraw", async () => {
        await given.byPayer.pay(id, usd("50000"), PLENTY);
        for (const other of [given.borrower, given.payer, given.attestor, given.sister, given.stranger]) {
          const act = given.as(other).withdraw(id, given.lender, other);
          await given.refused(act, "NotEntitled", other.address, given.lender.address);
        }
        expect(await held()).to.equal(usd("50000"));
      });

      it("refuses what has no gas to spare", async () => {
        const act = given.byPayer.pay(id, usd("1"), { gasLimit: AMPLE });
        await given.refused(act, "GasNotAmple");
        expect(await held()).to.equal(0n);
      });

      it("adds one payment to another, all withdrawn at once", async () => {
        for (const part of ["1", "20", "300"]) await given.byPayer.pay(id, usd(part), PLENTY);
        expect(await given.byLender.withdraw.staticCall(id, given.lender, given.holdco)).to.equal(usd("321"));
      });
    });
  }

  describe("given a holder who can be reached again", () => {
    it("is paid straight, and keeps what was held", async () => {
      await withBlocking();
      await blocking.setBlocked(given.lender, true);
      await given.byPayer.pay(id, usd("5"), PLENTY);
      await blocking.setBlocked(given.lender, false);
      await expect(given.byPayer.pay(id, usd("7"))).not.to.emit(given.notes, "PaymentHeld");
      expect(await currency.balanceOf(given.lender)).to.equal(usd("7"));
      await given.byLender.withdraw(id, given.lender, given.lender);
      expect(await currency.balanceOf(given.lender)).to.equal(usd("12"));
    });
  });

  describe("given a payer who gives little gas", () => {
    /** What comes of paying one unit with each amount of gas. */
    async function outcomes(from: bigint, to: bigint, step: bigint): Promise<readonly string[]> {
      const found: string[] = [];
      for (let gasLimit = from; gasLimit <= to; gasLimit += step) {
        found.push(await outcomeOf(given.byPayer.pay(id, 1n, { gasLimit })));
      }
      return found;
    }

    async function outcomeOf(act: Promise<ContractTransactionResponse>): Promise<string> {
      const receipt = await act.then((sent) => sent.wait()).catch(() => undefined);
      if (!receipt) return "refused";
      const told = given.notes.interface.getEvent("PaymentHeld").topicHash;
      return receipt.logs.some(({ topics }) => topics[0] === told) ? "held" : "straight";
    }

    it("is refused or pays straight a holder who can be reached, and is never taken for stopped", async () => {
      await withBlocking();
      const found = await outcomes(60_000n, 700_000n, 4_000n);
      expect(new Set(found)).to.deep.equal(new Set(["refused", "straight"]));
      expect(found.lastIndexOf("refused")).to.be.lessThan(found.indexOf("straight"));
      expect(await held()).to.equal(0n);
    });

    it("is refused or pays straight, too, a holder whose hook takes some gas", async () => {
      await withHook();
      const found = await outcomes(60_000n, 700_000n, 8_000n);
      expect(new Set(found)).to.deep.equal(new Set(["refused", "straight"]));
      expect(await held()).to.equal(0n);
    });

    it("has the money held for a holder who cannot be reached, once there is gas to spare, and not before", async () => {
      await withBlocking();
      await blocking.setBlocked(given.lender, true);
      const found = await outcomes(100_000n, 900_000n, 10_000n);
      expect(new Set(found)).to.deep.equal(new Set(["refused", "held"]));
      const first = 100_000n + 10_000n * BigInt(found.indexOf("held"));
      expect(first > AMPLE && first < AMPLE + 200_000n).to.equal(true);
    });
  });

  describe("given a payer who cannot pay", () => {
    async function changesNothing(act: () => Promise<unknown>, error: string, ...args: readonly unknown[]) {
      const [record, had] = [await given.record(id), await currency.balanceOf(given.lender)];
      await expect(act())
        .to.be.revertedWithCustomError(currency, error)
        .withArgs(...args);
      expect(await given.record(id)).to.deep.equal(record);
      expect(await currency.balanceOf(given.lender)).to.equal(had);
      expect(await held()).to.equal(0n);
    }

    for (const reachable of [true, false]) {
      describe(`to a holder who ${reachable ? "can" : "cannot"} be reached`, () => {
        beforeEach(async () => {
          await withBlocking();
          await blocking.setBlocked(given.lender, !reachable);
        });

        it("for want of allowance is refused with the currency's own error", async () => {
          await currency.connect(given.payer).approve(given.notes, 4n);
          const args = [await given.notes.getAddress(), 4n, 5n];
          await changesNothing(() => given.byPayer.pay(id, 5n, PLENTY), "ERC20InsufficientAllowance", ...args);
        });

        it("for want of money is refused with the currency's own error", async () => {
          await currency.connect(given.payer).transfer(given.stranger, usd("1000000") - 4n);
          const args = [given.payer.address, 4n, 5n];
          await changesNothing(() => given.byPayer.pay(id, 5n, PLENTY), "ERC20InsufficientBalance", ...args);
        });

        it("being blocked itself is refused with the currency's own error", async () => {
          await blocking.setBlocked(given.payer, true);
          await changesNothing(() => given.byPayer.pay(id, 5n, PLENTY), "Blocked", given.payer.address);
        });
      });
    }
  });

  describe("given a payer whose own hook meddles", () => {
    it("pays in full all the same, and gains nothing", async () => {
      const hooked = await withHook();
      await hooked.connect(given.lender).setHook(ZeroAddress);
      await hooked.connect(given.payer).setHook(hook);
      await hooked.connect(given.stranger).approve(hook, 1n);
      // a unit slipped in while the money is on its way makes what arrives another sum
      const args: [string, string, bigint] = [given.stranger.address, given.lender.address, 1n];
      await hook.whenCalled(hooked, hooked.interface.encodeFunctionData("transferFrom", args));
      const had = await hooked.balanceOf(given.payer);
      await given.byPayer.pay(id, usd("5"), PLENTY);
      expect(had - (await hooked.balanceOf(given.payer))).to.equal(usd("5"));
      expect(await held()).to.equal(usd("5"));
      expect(await hooked.balanceOf(given.lender)).to.equal(1n);
    });
  });

  describe("given money held", () => {
    beforeEach(async () => {
      await withBlocking();
      await blocking.setBlocked(given.lender, true);
      await given.byPayer.pay(id, usd("5"), PLENTY);
    });

    it("is withdrawn once", async () => {
      await given.byLender.withdraw(id, given.lender, given.holdco);
      const again = () => given.byLender.withdraw(id, given.lender, given.holdco);
      await refusedByKeeper(again, "NothingHeld", await boxOf(given, id), await currency.getAddress());
    });

    it("is withdrawn again when more has come", async () => {
      await given.byLender.withdraw(id, given.lender, given.holdco);
      await given.byPayer.pay(id, usd("7"), PLENTY);
      await given.byLender.withdraw(id, given.lender, given.holdco);
      expect(await currency.balanceOf(given.holdco)).to.equal(usd("12"));
    });

    it("is not withdrawn to nobody, nor to where the currency refuses", async () => {
      await expect(given.byLender.withdraw(id, given.lender, ZeroAddress))
        .to.be.revertedWithCustomError(currency, "ERC20InvalidReceiver")
        .withArgs(ZeroAddress);
      await expect(given.byLender.withdraw(id, given.lender, given.lender))
        .to.be.revertedWithCustomError(blocking, "Blocked")
        .withArgs(given.lender.address);
      expect(await held()).to.equal(usd("5"));
    });

    it("is not lost by being withdrawn to where it lies", async () => {
      await given.byLender.withdraw(id, given.lender, await boxOf(given, id));
      expect(await held()).to.equal(usd("5"));
    });

    it("stays if the currency blocks where it lies, until it does no more", async () => {
      const box = await boxOf(given, id);
      await blocking.setBlocked(box, true);
      for (const act of [
        () => given.byLender.withdraw(id, given.lender, given.holdco),
        () => given.byPayer.pay(id, usd("1"), PLENTY),
      ]) {
        await expect(act()).to.be.revertedWithCustomError(blocking, "Blocked").withArgs(box);
      }
      await blocking.setBlocked(box, false);
      await given.byLender.withdraw(id, given.lender, given.holdco);
      expect(await currency.balanceOf(given.holdco)).to.equal(usd("5"));
    });

    it("belongs to the holder it was held for, when the note has been transferred", async () => {
      await given.byLender.transferFrom(given.lender, given.sister, id);
      expect((await given.notes.heldFor(id, given.lender)).owner).to.equal(given.lender.address);
      const { sister, lender } = given;
      const act = given.as(sister).withdraw(id, lender, sister);
      await given.refused(act, "NotEntitled", sister.address, lender.address);
      await refusedByKeeper(
        () => given.as(sister).withdraw(id, sister, sister),
        "NothingHeld",
        await boxOf(given, id, sister),
        await currency.getAddress(),
      );
      await given.byLender.withdraw(id, lender, given.holdco);
      expect(await currency.balanceOf(given.holdco)).to.equal(usd("5"));
    });

    it("is never mixed with that of another note or another holder", async () => {
      const other = await given.make({ currency: await currency.getAddress() });
      await given.byPayer.pay(other, usd("70"), PLENTY);
      await given.byLender.transferFrom(given.lender, given.sister, id);
      await blocking.setBlocked(given.sister, true);
      await given.byPayer.pay(id, usd("900"), PLENTY);

      const { lender, sister } = given;
      const all = [await held(id, lender), await held(other, lender), await held(id, sister)];
      expect(all).to.deep.equal([usd("5"), usd("70"), usd("900")]);
      expect(await held(other, sister)).to.equal(0n);
      await given.byLender.withdraw(id, lender, given.holdco);
      expect(await held(other, lender)).to.equal(usd("70"));
      expect(await held(id, sister)).to.equal(usd("900"));
    });

    it("cannot be had from its keeper, whose every caller has boxes of its own", async () => {
      const keeper = await heldPaymentsOf(given);
      for (const thief of [given.lender, given.borrower, given.stranger]) {
        const box = await keeper.boxOf(thief, id, given.lender);
        await refusedByKeeper(
          () => keeper.connect(thief).sendOn(id, given.lender, currency, thief),
          "NothingHeld",
          box,
          await currency.getAddress(),
        );
      }
      expect(await held()).to.equal(usd("5"));
    });

    it("cannot be had from the box, which obeys its keeper alone", async () => {
      const keeper = await heldPaymentsOf(given);
      await given.byLender.withdraw(id, given.lender, given.holdco);
      await given.byPayer.pay(id, usd("5"), PLENTY);
      const box = await given.connection.ethers.getContractAt("HeldPaymentBox", await boxOf(given, id));
      for (const thief of [given.lender, given.borrower, given.stranger]) {
        await refusedByKeeper(
          () => box.connect(thief).sendOn(currency, thief),
          "NotKeeper",
          thief.address,
          await keeper.getAddress(),
        );
      }
    });

    it("ends no consent that the payment itself has not ended, when withdrawn", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, dayOf("2007-12-31"));
      await given.byLender.withdraw(id, given.lender, given.holdco);
      expect((await given.record(id)).consentTo).to.equal(given.stranger.address);
    });
  });

  describe("given nothing held", () => {
    it("is refused, and of an unknown note there is none", async () => {
      await withBlocking();
      const box = await boxOf(given, id);
      const withdraw = () => given.byLender.withdraw(id, given.lender, given.lender);
      await refusedByKeeper(withdraw, "NothingHeld", box, await currency.getAddress());
      await given.refused(given.byLender.withdraw(9n, given.lender, given.lender), "NoteUnknown", 9n);
    });

    it("says where it would be, the same before and after", async () => {
      await withBlocking();
      const before = await boxOf(given, id);
      await blocking.setBlocked(given.lender, true);
      await given.byPayer.pay(id, 1n, PLENTY);
      expect(await boxOf(given, id)).to.equal(before);
      expect(await currency.balanceOf(before)).to.equal(1n);
    });
  });

  describe("given a subscription", () => {
    it("is never held: a borrower who cannot be reached has no note made", async () => {
      await withBlocking();
      const terms = given.terms({ currency: await currency.getAddress() });
      await currency.mint(given.lender, usd("1000000"));
      await currency.connect(given.lender).approve(given.notes, ALL);
      await given.byBorrower.offer(terms, given.lender, dayOf("2007-12-31"));
      await blocking.setBlocked(given.borrower, true);
      await expect(given.byLender.subscribe(terms, UNSPLIT, PLENTY))
        .to.be.revertedWithCustomError(blocking, "Blocked")
        .withArgs(given.borrower.address);
      expect(await given.notes.noteCount()).to.equal(id);
    });
  });
});
