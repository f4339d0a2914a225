import { expect } from "chai";
import type { Interface } from "ethers";
import { id as hash, ZeroAddress, ZeroHash } from "ethers";

import { UNSIGNED } from "../../src/chain/signatures.ts";
import type { HostileCurrency } from "../../typechain-types/mocks/HostileCurrency.ts";
import type { HostileStock } from "../../typechain-types/mocks/HostileStock.ts";
import type { NoteReceiver } from "../../typechain-types/mocks/NoteReceiver.ts";
import { boxOf } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import { consentsTo } from "../helpers/novation.ts";
import { ALL, chargeKinds, facts, fieldsOf, named, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const GUARDED = hash("ReentrancyGuardReentrantCall()").slice(0, 10);
const NO_PERMIT = { value: 0n, deadline: 0n, v: 0, r: ZeroHash, s: ZeroHash };
const NO_CONSENTS = { holder: UNSIGNED, obligor: UNSIGNED, maker: UNSIGNED };
const LATER = dayOf("2009-12-31");

describe("Adversary: calls back, whenever it is called, whatever the act", () => {
  let currency: HostileCurrency;
  let stock: HostileStock;
  let id: bigint;

  // a note in a hostile currency, convertible into hostile stock, both operators of its holder, and another that is sound
  const given = givenNotes(async (at) => {
    currency = await at.connection.ethers.deployContract("HostileCurrency");
    stock = await at.connection.ethers.deployContract("HostileStock", [at.borrower]);
    for (const person of [at.payer, at.lender]) {
      await currency.mint(person, usd("10000000"));
      await currency.connect(person).approve(at.notes, ALL);
    }
    for (const contract of [currency, stock]) await at.byLender.setApprovalForAll(contract, true);
    id = await at.make({ currency: await currency.getAddress(), stock: await stock.getAddress() });
    await at.make();
    await at.on("2007-03-01");
  });

  beforeEach(() => {
    id = 1n;
  });

  const call = (name: string, ...args: readonly unknown[]): string => {
    const { interface: notes }: { interface: Interface } = given.notes;
    return notes.encodeFunctionData(name, args);
  };
  const hostileTerms = () => ({ ...given.terms(), currency: currency.target as string, stock: stock.target as string });

  interface Moment {
    readonly by: () => HostileCurrency | HostileStock;
    readonly act: () => Promise<unknown>;
    readonly before?: () => Promise<unknown>;
  }

  /** Every moment in which a currency or a stock is called and could change anything. */
  const moments: Record<string, Moment> = {
    "the currency pays": { by: () => currency, act: () => given.byPayer.pay(id, usd("5")) },
    "the currency pays all": { by: () => currency, act: () => given.byPayer.pay(id, ALL) },
    "the currency pays where it is held": {
      by: () => currency,
      before: () => given.byAttestor.declareLost(id, ""),
      act: () => given.byPayer.pay(id, usd("5")),
    },
    "the currency takes a permit": {
      by: () => currency,
      act: () => given.byPayer.payWithPermit(id, usd("5"), NO_PERMIT),
    },
    "the currency pays for a new note": {
      by: () => currency,
      before: () => given.byBorrower.offer(hostileTerms(), given.lender, LATER),
      act: () => given.byLender.subscribe(hostileTerms(), UNSPLIT),
    },
    "the currency is withdrawn": {
      by: () => currency,
      before: async () => await currency.mint(await boxOf(given, id), usd("5")),
      act: () => given.byLender.withdraw(id, given.lender, given.lender),
    },
    "the stock reserves for a new note": {
      by: () => stock,
      act: () => given.byBorrower.make(hostileTerms(), given.lender),
    },
    "the stock lets go after a payment": { by: () => stock, act: () => given.byPayer.pay(id, ALL) },
    "the stock lets go after a release": { by: () => stock, act: () => given.byLender.release(id) },
    "the stock lets go for another note": {
      by: () => stock,
      act: async () => {
        const terms = given.terms();
        const consents = await consentsTo(given, id, terms, { by: given.lender });
        await given.byLender.novate(id, terms, UNSPLIT, consents);
      },
    },
    "the stock mints": { by: () => stock, act: () => given.byLender.convert(id, usd("1000"), 0n, 0n, "") },
  };

  /** Every act that moves money, stock or a note, on the note itself and on the sound one. */
  const guarded: Record<string, (on: bigint) => string> = {
    pay: (on) => call("pay", on, ALL),
    payWithPermit: (on) => call("payWithPermit", on, ALL, NO_PERMIT),
    withdraw: (on) => call("withdraw", on, given.lender.address, currency.target),
    acknowledge: (on) => call("acknowledge", on, 1n, ""),
    release: (on) => call("release", on),
    convert: (on) => call("convert", on, ALL, 0n, 0n, ""),
    make: () => call("make", given.terms(), given.lender.address),
    makeBySignature: () => call("makeBySignature", given.terms(), given.lender.address, UNSPLIT, UNSIGNED),
    subscribe: () => call("subscribe", given.terms(), UNSPLIT),
    subscribeBySignature: () => call("subscribeBySignature", given.terms(), UNSPLIT, UNSIGNED),
    novate: (on) => call("novate", on, given.terms(), UNSPLIT, NO_CONSENTS),
    recover: (on) => call("recover", on),
    "multicall of pay": (on) => call("multicall", [call("pay", on, 1n)]),
    "multicall of multicall of recover": (on) => call("multicall", [call("multicall", [call("recover", on)])]),
  };

  /** Moves of a token, by an operator of the holder: past the first check, so of a note that still is. */
  const moves: Record<string, () => string> = {
    transferFrom: () => call("transferFrom", given.lender.address, given.sister.address, id + 1n),
    transferBySignature: () => call("transferBySignature", id + 1n, given.sister.address, 0, UNSIGNED, UNSIGNED),
    "multicall of transferFrom": () =>
      call("multicall", [call("transferFrom", given.lender.address, given.sister.address, id + 1n)]),
  };

  for (const [moment, { by, act, before }] of Object.entries(moments)) {
    describe(`given ${moment}`, () => {
      beforeEach(async () => {
        await before?.();
      });

      async function isRefused(data: string) {
        await by().whenCalled(given.notes, data);
        const sound = await given.record(id + 1n);
        await act();
        expect([await by().called(), await by().succeeded()]).to.deep.equal([true, false]);
        expect((await by().answer()).slice(0, 10)).to.equal(GUARDED);
        expect(await given.record(id + 1n)).to.deep.equal(sound);
      }

      for (const [name, data] of Object.entries(guarded)) {
        it(`refuses ${name}`, async () => {
          for (const on of [id, id + 1n]) {
            const snapshot = await given.connection.networkHelpers.takeSnapshot();
            await isRefused(data(on));
            await snapshot.restore();
          }
        });
      }

      for (const [name, data] of Object.entries(moves)) {
        it(`refuses ${name} of another note by an operator`, async () => {
          await isRefused(data());
        });
      }
    });
  }

  describe("given a currency that is a party too", () => {
    const roles = {
      attestor: async () => {
        await make({ attestor: currency.target as string });
      },
      borrower: async () => {
        const terms = { ...hostileTerms(), borrower: currency.target as string, stock: ZeroAddress };
        await currency.act(given.notes, call("make", terms, given.lender.address));
        id = await given.notes.noteCount();
      },
      holder: async () => {
        await make({});
        await given.byBorrower.consentToTransfer(id, currency, LATER);
        await given.byLender.transferFrom(given.lender, currency, id);
      },
    };

    async function make(changes: { attestor?: string }) {
      await given.byBorrower.make({ ...hostileTerms(), ...changes }, given.lender);
      id = await given.notes.noteCount();
    }

    /** Acts that need no guard, for they move nothing: each comes to the same within a payment as after it. */
    const free: readonly [keyof typeof roles, string, () => string][] = [
      ["attestor", "declareLost", () => call("declareLost", id, "")],
      ["attestor", "admitCharge", () => call("admitCharge", id, chargeKinds.lateFee, 1n, "")],
      ["attestor", "report", () => call("report", id, named("bust"), facts.adjudication, dayOf("2007-03-01"), "")],
      ["borrower", "consentToRecovery", () => call("consentToRecovery", id, given.stranger.address)],
      ["borrower", "revokeRecoveryConsent", () => call("revokeRecoveryConsent", id)],
      ["borrower", "consentToTransfer", () => call("consentToTransfer", id, given.stranger.address, LATER)],
      ["borrower", "assign", () => call("assign", id, given.stranger.address)],
      [
        "borrower",
        "offer",
        () => call("offer", { ...hostileTerms(), borrower: currency.target }, currency.target, LATER),
      ],
      ["holder", "object", () => call("object", id)],
      ["holder", "permitPrepayment", () => call("permitPrepayment", id, LATER)],
      ["holder", "demand", () => call("demand", id, "")],
      ["holder", "approve", () => call("approve", given.stranger.address, id)],
      ["holder", "acceptAssignment", () => call("acceptAssignment", id)],
      ["holder", "cancelSignature", () => call("cancelSignature", 7n)],
      ["holder", "consentBySignature", () => call("consentBySignature", id, given.sister.address, LATER, UNSIGNED)],
      ["holder", "assignBySignature", () => call("assignBySignature", id, given.sister.address, UNSIGNED, UNSIGNED)],
    ];

    for (const [role, name, data] of free) {
      for (const [what, amount, held] of [
        ["a part", usd("5"), false],
        ["a part that is held", usd("5"), true],
      ] as const) {
        it(`as ${role}, gains nothing by ${name} while ${what} is paid`, async () => {
          await roles[role]();
          if (held && role !== "attestor") await given.byAttestor.declareLost(id, "");
          const snapshot = await given.connection.networkHelpers.takeSnapshot();

          await currency.whenCalled(given.notes, data());
          await given.byPayer.pay(id, amount);
          expect(await currency.called()).to.equal(true);
          const within = [await currency.succeeded(), ...(await look())];
          await snapshot.restore();

          await given.byPayer.pay(id, amount);
          const after = await currency.act(given.notes, data()).then(
            () => true,
            () => false,
          );
          expect(within).to.deep.equal([after, ...(await look())]);
        });
      }
    }

    async function look() {
      const { lender, stranger, payer } = given;
      const accounts = [lender, stranger, payer, currency, await boxOf(given, id), await boxOf(given, id, currency)];
      return [
        await given.record(id),
        fieldsOf(await given.notes.recoveryOf(id)),
        await given.notes.getApproved(id),
        await given.owed(id),
        await Promise.all(accounts.map((account) => currency.balanceOf(account))),
      ];
    }
  });

  describe("given a receiver that acts in the moment it receives a note", () => {
    let receiver: NoteReceiver;

    beforeEach(async () => {
      receiver = await given.connection.ethers.deployContract("NoteReceiver");
      await given.currency.mint(await boxOf(given, id + 1n), 5n);
      await given.byAttestor.declareLost(id + 1n, "");
      await given.byBorrower.consentToRecovery(id + 1n, given.holdco);
      await given.byBorrower.consentToTransfer(id + 1n, receiver, LATER);
      await given.byLender.setApprovalForAll(receiver, true);
    });

    const here = () => receiver.target;
    const move = (to: string) => call("transferFrom", here(), to, id + 1n);
    const refusals: Record<string, readonly [() => string, string]> = {
      "pass it on to a stranger": [() => move(given.stranger.address), "ConsentRequired"],
      "give it back": [() => move(given.lender.address), "ConsentRequired"],
      "take it a second time from its former holder": [
        () => call("transferFrom", given.lender.address, here(), id + 1n),
        "ERC721IncorrectOwner",
      ],
      "pass it on at once with other acts": [
        () => call("multicall", [move(given.stranger.address)]),
        "ConsentRequired",
      ],
      "pass it on by signature": [
        () => call("transferBySignature", id + 1n, given.stranger.address, LATER, UNSIGNED, UNSIGNED),
        "ConsentRequired",
      ],
      "replace it alone": [() => call("novate", id + 1n, given.terms(), UNSPLIT, NO_CONSENTS), "SignatureExpired"],
      "withdraw its former holder's money": [
        () => call("withdraw", id + 1n, given.lender.address, here()),
        "NotEntitled",
      ],
      "pay itself": [() => call("pay", id + 1n, 1n), "PayerIsHolder"],
      "recover it": [() => call("recover", id + 1n), "NotDeclaredLost"],
      "object to what the transfer has undone": [() => call("object", id + 1n), "NoRecovery"],
      "consent to what the borrower must": [
        () => call("consentToTransfer", id + 1n, given.stranger.address, LATER),
        "NotBorrower",
      ],
    };
    for (const [what, [data, error]] of Object.entries(refusals)) {
      it(`cannot ${what}`, async () => {
        await receiver.whenCalled(given.notes, data());
        await given.byLender["safeTransferFrom(address,address,uint256)"](given.lender, receiver, id + 1n);
        expect([await receiver.called(), await receiver.succeeded()]).to.deep.equal([true, false]);
        expect(given.notes.interface.parseError(await receiver.answer())?.name).to.equal(error);
        expect(await given.notes.ownerOf(id + 1n)).to.equal(here());
      });
    }

    it("may act as the holder it is", async () => {
      await receiver.whenCalled(given.notes, call("release", id + 1n));
      await given.byLender["safeTransferFrom(address,address,uint256)"](given.lender, receiver, id + 1n);
      expect(await given.status(id + 1n)).to.equal("released");
    });
  });
});
