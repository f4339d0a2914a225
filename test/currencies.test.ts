import { expect } from "chai";
import type { BaseContract } from "ethers";
import { ZeroAddress } from "ethers";

import type { HostileCurrency } from "../typechain-types/mocks/HostileCurrency.ts";
import type { PickyCurrency } from "../typechain-types/mocks/PickyCurrency.ts";
import type { RebasingCurrency } from "../typechain-types/mocks/RebasingCurrency.ts";
import type { BlockingCurrency } from "../typechain-types/mocks/BlockingCurrency.ts";
import type { Dollar } from "../typechain-types/mocks/Dollar.ts";
import { boxOf } from "./helpers/held.ts";
import { givenNotes } from "./helpers/notes.ts";
import { ALL, MATURITY, UNSPLIT, usd } from "./helpers/vocabulary.ts";
import { dayOf } from "./support/days.ts";

const PRINCIPAL = 1_000_000n;
const PART = 300_001n;
const PLENTY = { gasLimit: 10_000_000n };

describe("Currencies", () => {
  const given = givenNotes();
  // whatever it answers, it is called as this one is
  let currency: Dollar;
  let id: bigint;

  async function deploy<Found extends BaseContract>(name: string, ...args: readonly unknown[]): Promise<Found> {
    const found = await given.connection.ethers.deployContract(name, [...args]);
    currency = found as unknown as Dollar;
    for (const person of [given.payer, given.lender]) {
      await currency.mint(person, 10n * PRINCIPAL);
      await currency.connect(person).approve(given.notes, ALL);
    }
    return found as unknown as Found;
  }

  const plain = async () => ({
    stock: ZeroAddress,
    rate: 0n,
    principal: PRINCIPAL,
    currency: await currency.getAddress(),
  });

  async function make(): Promise<bigint> {
    id = await given.make(await plain());
    await given.on(MATURITY);
    return id;
  }

  async function subscribe() {
    const terms = given.terms(await plain());
    await given.byBorrower.offer(terms, given.lender, dayOf("2007-12-31"));
    return await given.byLender.subscribe(terms, UNSPLIT, PLENTY);
  }

  const has = async (who: { address: string } | string) =>
    await currency.balanceOf(typeof who === "string" ? who : who.address);

  /** Expects a payment to be refused and to have moved nothing. */
  async function losesNothing(act: () => Promise<unknown>, refused: (act: Promise<unknown>) => Promise<unknown>) {
    const look = async () => [
      await given.record(id),
      await has(given.payer),
      await has(given.lender),
      await has(await boxOf(given, id)),
    ];
    const before = await look();
    await refused(act());
    expect(await look()).to.deep.equal(before);
  }

  const orderly: Record<string, () => Promise<unknown>> = {
    ...Object.fromEntries(
      [0, 2, 6, 8, 18].map((decimals) => [`of ${decimals} decimals`, () => deploy("Dollar", "CUR", decimals)]),
    ),
    "that answers nothing": () => deploy("SilentCurrency"),
    "that moves no nothing": () => deploy("PickyCurrency"),
    "that takes no approval any more, but has one": async () =>
      await (await deploy<PickyCurrency>("PickyCurrency")).closeApprovals(),
    "whose units are all there were, after growth": async () =>
      await (await deploy<RebasingCurrency>("RebasingCurrency")).rebase(2n, 1n),
    "that calls whom it pays": () => deploy("HookedCurrency"),
  };

  for (const [what, arrange] of Object.entries(orderly)) {
    describe(`given a currency ${what}`, () => {
      beforeEach(arrange);

      it("works: a note is subscribed, paid in part and paid off, to the unit", async () => {
        // what grew by two moves even units alone
        const even = PART - (PART % 2n);
        const [lent, borrowed] = [await has(given.lender), await has(given.borrower)];
        await subscribe();
        id = 1n;
        expect((await has(given.borrower)) - borrowed).to.equal(PRINCIPAL);
        expect(lent - (await has(given.lender))).to.equal(PRINCIPAL);

        await given.on(MATURITY);
        await given.byPayer.pay(id, even);
        expect((await given.owed(id)).total).to.equal(PRINCIPAL - even);
        await given.byPayer.pay(id, ALL);
        expect(await given.status(id)).to.equal("paid");
        expect(await has(given.lender)).to.equal(lent);
        expect(await has(given.notes.target as string)).to.equal(0n);
      });

      it("works: money held for a lost note reaches its owner, to the unit", async () => {
        await make();
        await given.byAttestor.declareLost(id, "");
        await given.byPayer.pay(id, ALL);
        expect(await has(await boxOf(given, id))).to.equal(PRINCIPAL);
        await given.byLender.withdraw(id, given.lender, given.holdco);
        expect(await has(given.holdco)).to.equal(PRINCIPAL);
      });
    });
  }

  const disorderly: Record<string, readonly [() => Promise<unknown>, string]> = {
    "that keeps a fee": [
      async () => await (await deploy<HostileCurrency>("HostileCurrency")).setFee(1n),
      "ReceivedDiffers",
    ],
    "that answers false": [
      async () => await (await deploy<HostileCurrency>("HostileCurrency")).refuse(),
      "SafeERC20FailedOperation",
    ],
    "that rounds what arrives down by a unit": [
      async () => await (await deploy<RebasingCurrency>("RebasingCurrency")).rebase(3n, 2n),
      "ReceivedDiffers",
    ],
  };

  for (const [what, [arrange, error]] of Object.entries(disorderly)) {
    describe(`given a currency ${what}`, () => {
      beforeEach(arrange);

      it("is refused at making against payment, where it can be known", async () => {
        await given.refused(subscribe(), error);
        expect(await given.notes.noteCount()).to.equal(0n);
        expect(await has(given.borrower)).to.equal(0n);
      });

      it("is refused when paid, and nothing is lost", async () => {
        await make();
        for (const amount of [PART, ALL]) {
          await losesNothing(
            () => given.byPayer.pay(id, amount, PLENTY),
            async (act) => {
              await given.refused(act, error);
            },
          );
        }
      });

      it("leaves the parties to pay elsewhere, and to say so", async () => {
        await make();
        await given.byLender.acknowledge(id, PRINCIPAL, "wire");
        expect(await given.status(id)).to.equal("paid");
      });
    });
  }

  describe("given a currency that stands still", () => {
    let blocking: BlockingCurrency;

    beforeEach(async () => {
      blocking = await deploy<BlockingCurrency>("BlockingCurrency");
      await make();
    });

    it("is refused with its own error, and paid when it moves again", async () => {
      await blocking.setPaused(true);
      await losesNothing(
        () => given.byPayer.pay(id, PART, PLENTY),
        async (act) => {
          await expect(act).to.be.revertedWithCustomError(blocking, "Paused");
        },
      );
      await blocking.setPaused(false);
      await given.byPayer.pay(id, ALL);
      expect(await given.status(id)).to.equal("paid");
    });

    it("keeps what is held until it moves again", async () => {
      await given.byAttestor.declareLost(id, "");
      await given.byPayer.pay(id, PART);
      await blocking.setPaused(true);
      const withdraw = () => given.byLender.withdraw(id, given.lender, given.holdco);
      await expect(withdraw()).to.be.revertedWithCustomError(blocking, "Paused");
      await blocking.setPaused(false);
      await withdraw();
      expect(await has(given.holdco)).to.equal(PART);
    });
  });

  describe("given a currency that grows or shrinks while it is held", () => {
    let rebasing: RebasingCurrency;

    beforeEach(async () => {
      rebasing = await deploy<RebasingCurrency>("RebasingCurrency");
      await make();
      await given.byAttestor.declareLost(id, "");
      await given.byPayer.pay(id, 300_000n);
    });

    for (const [how, numerator, denominator, worth] of [
      ["up", 3n, 2n, 450_000n],
      ["down", 1n, 3n, 100_000n],
      ["to a fraction", 7n, 9n, 233_333n],
    ] as const) {
      it(`${how}, is withdrawn as what it has become, the whole of it`, async () => {
        await rebasing.rebase(numerator, denominator);
        expect(await has(await boxOf(given, id))).to.equal(worth);
        await given.byLender.withdraw(id, given.lender, given.holdco);
        // what a unit's fraction leaves behind is less than a unit
        expect(worth - (await has(given.holdco)) <= 1n).to.equal(true);
        expect((await has(await boxOf(given, id))) <= 1n).to.equal(true);
      });
    }

    it("leaves what another note's holder has to that holder", async () => {
      const other = id;
      await make();
      await given.byAttestor.declareLost(id, "");
      await given.byPayer.pay(id, 30_000n);
      await rebasing.rebase(2n, 1n);
      await given.byLender.withdraw(other, given.lender, given.holdco);
      expect(await has(given.holdco)).to.equal(600_000n);
      expect(await has(await boxOf(given, id))).to.equal(60_000n);
    });

    it("leaves the debt what it was", async () => {
      await rebasing.rebase(1n, 3n);
      expect((await given.owed(id)).total).to.equal(PRINCIPAL - 300_000n);
    });
  });

  describe("given a currency that turns bad while it holds", () => {
    let hostile: HostileCurrency;

    beforeEach(async () => {
      hostile = await deploy<HostileCurrency>("HostileCurrency");
      await make();
      await given.byAttestor.declareLost(id, "");
      await given.byPayer.pay(id, PART);
    });

    it("and keeps a fee: its owner withdraws what it leaves", async () => {
      await hostile.setFee(1n);
      await given.byLender.withdraw(id, given.lender, given.holdco);
      expect(await has(given.holdco)).to.equal(PART - 1n);
    });

    it("and answers false: it stays where it is", async () => {
      await hostile.refuse();
      const withdraw = given.byLender.withdraw(id, given.lender, given.holdco);
      await given.refused(withdraw, "SafeERC20FailedOperation", await hostile.getAddress());
      expect(await has(await boxOf(given, id))).to.equal(PART);
    });

    it("and calls back: it gets out nothing twice", async () => {
      const again = given.notes.interface.encodeFunctionData("withdraw", [
        id,
        given.lender.address,
        given.holdco.address,
      ]);
      await hostile.whenCalled(given.notes, again);
      await given.byLender.withdraw(id, given.lender, given.holdco);
      expect([await hostile.called(), await hostile.succeeded()]).to.deep.equal([true, false]);
      expect(await has(given.holdco)).to.equal(PART);
    });
  });

  describe("given what is no currency", () => {
    it("is refused at making if there is no contract", async () => {
      const terms = { ...given.terms(), currency: given.stranger.address };
      await given.refused(given.byBorrower.make(terms, given.lender), "NotAContract", given.stranger.address);
    });

    it("is refused when paid if the contract is no token, and is acknowledged elsewhere", async () => {
      id = await given.make({ stock: ZeroAddress, currency: await given.calendar.getAddress() });
      await given.on(MATURITY);
      await expect(given.byPayer.pay(id, 1n, PLENTY)).to.revert(given.connection.ethers);
      await given.byLender.acknowledge(id, (await given.owed(id)).total, "wire");
      expect(await given.status(id)).to.equal("paid");
    });

    it("is refused at making against payment", async () => {
      const terms = given.terms({ stock: ZeroAddress, currency: await given.calendar.getAddress() });
      await given.byBorrower.offer(terms, given.lender, dayOf("2007-12-31"));
      await expect(given.byLender.subscribe(terms, UNSPLIT, PLENTY)).to.revert(given.connection.ethers);
      expect(await given.notes.noteCount()).to.equal(0n);
    });

    it("is refused when paid if its code is gone", async () => {
      await deploy("Dollar", "CUR", 6);
      await make();
      await given.connection.networkHelpers.setCode(await currency.getAddress(), "0x");
      await expect(given.byPayer.pay(id, 1n, PLENTY)).to.revert(given.connection.ethers);
      expect((await given.owed(id)).total).to.equal(PRINCIPAL);
    });
  });

  describe("given money sent by mistake", () => {
    beforeEach(async () => {
      ({ currency } = given);
      await make();
    });

    it("to the notes, in ether, is refused", async () => {
      const to = await given.notes.getAddress();
      await expect(given.payer.sendTransaction({ to, value: 1n })).to.revert(given.connection.ethers);
      expect(await given.connection.ethers.provider.getBalance(to)).to.equal(0n);
    });

    it("to the notes, in the currency, is no payment and stays", async () => {
      await given.currency.connect(given.payer).transfer(given.notes, usd("5"));
      expect((await given.owed(id)).total).to.equal(PRINCIPAL);
      await given.byPayer.pay(id, ALL);
      expect(await has(await given.notes.getAddress())).to.equal(usd("5"));
    });

    it("to where money is held, in the currency, is its holder's and no payment", async () => {
      await given.currency.connect(given.payer).transfer(await boxOf(given, id), usd("5"));
      expect((await given.owed(id)).total).to.equal(PRINCIPAL);
      expect(await given.byLender.withdraw.staticCall(id, given.lender, given.lender)).to.equal(usd("5"));
    });

    it("to where money is held, in another currency, stays", async () => {
      const other = await given.connection.ethers.deployContract("Dollar", ["EUR", 6]);
      const box = await boxOf(given, id);
      await other.mint(box, 7n);
      await given.currency.mint(box, 5n);
      await given.byLender.withdraw(id, given.lender, given.lender);
      expect(await other.balanceOf(box)).to.equal(7n);
    });
  });
});
