import { expect } from "chai";
import type { Interface } from "ethers";
import { AbiCoder, id as hash } from "ethers";

import { UNSIGNED } from "../../src/chain/signatures.ts";
import { deployedWith } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import { consentsTo } from "../helpers/novation.ts";
import { ALL, endings, MATURITY, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const DUE = usd("250682.803191");
const LATER = dayOf("2009-12-31");
const NO_TOKEN = hash("ERC721NonexistentToken(uint256)").slice(0, 10);
const ONLY_PASSED_ON = hash("OnlyPassedOn(address)").slice(0, 10);

describe("Multicall", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
    await given.on(MATURITY);
  });

  function call(name: string, ...args: readonly unknown[]): string {
    const { interface: notes }: { interface: Interface } = given.notes;
    return notes.encodeFunctionData(name, args);
  }

  describe("given several acts of one party", () => {
    it("does them all, each as its caller's", async () => {
      await given.byLender.multicall([
        call("acknowledge", id, usd("5"), "wire"),
        call("acknowledge", id, usd("7"), "wire"),
        call("permitPrepayment", id, LATER),
      ]);
      expect((await given.owed(id)).total).to.equal(DUE - usd("12"));
      expect((await given.record(id)).prepaymentUntil).to.equal(BigInt(LATER));
    });

    it("answers what each answers", async () => {
      const answers = await given.byPayer.multicall.staticCall([
        call("pay", id, usd("5")),
        call("pay", id, ALL),
        call("noteCount"),
      ]);
      const read = answers.map((answer): unknown => AbiCoder.defaultAbiCoder().decode(["uint256"], answer)[0]);
      expect(read).to.deep.equal([usd("5"), DUE - usd("5"), 1n]);
    });

    it("undoes all if one is refused, with its reason", async () => {
      const before = await given.record(id);
      const calls = [call("acknowledge", id, usd("5"), ""), call("acknowledge", id, DUE, "")];
      await given.refused(given.byLender.multicall(calls), "ExceedsOwed", DUE, DUE - usd("5"));
      expect(await given.record(id)).to.deep.equal(before);
    });

    it("may be nested, and may be of nothing", async () => {
      await given.byLender.multicall([call("multicall", [call("acknowledge", id, usd("5"), "")])]);
      await given.byLender.multicall([]);
      expect((await given.owed(id)).total).to.equal(DUE - usd("5"));
    });
  });

  describe("given acts that are another's", () => {
    const others: readonly [string, () => string, string][] = [
      ["the holder's", () => call("release", id), "NotHolder"],
      ["the holder's token", () => call("transferFrom", given.lender.address, given.stranger.address, id), "Consent"],
      ["the borrower's", () => call("consentToTransfer", id, given.stranger.address, LATER), "NotBorrower"],
      ["the attestor's", () => call("declareLost", id, ""), "NotAttestor"],
      ["the maker's", () => call("make", given.terms(), given.lender.address), "NotBorrower"],
    ];
    for (const [whose, act, error] of others) {
      it(`refuses ${whose} to a stranger, alone, nested or after an act of its own`, async () => {
        const inner = act();
        const expected = error === "Consent" ? "ERC721InsufficientApproval" : error;
        for (const calls of [
          [inner],
          [call("multicall", [inner])],
          [call("pay", id, 1n), inner],
          [call("cancelSignature", 1n), call("multicall", [call("multicall", [inner])])],
        ]) {
          await given.refused(given.byStranger.multicall(calls), expected);
        }
      });
    }

    it("lets nobody pay with another's money", async () => {
      const had = await given.currency.balanceOf(given.payer);
      await given.currency.connect(given.stranger).approve(given.notes, 0n);
      await expect(given.byStranger.multicall([call("pay", id, 1n)])).to.be.revertedWithCustomError(
        given.currency,
        "ERC20InsufficientAllowance",
      );
      expect(await given.currency.balanceOf(given.payer)).to.equal(had);
    });
  });

  describe("given acts that change one another's ground", () => {
    it("pays as often as is said, each time drawn", async () => {
      const [had, lent] = [await given.currency.balanceOf(given.payer), await given.currency.balanceOf(given.lender)];
      await given.byPayer.multicall([call("pay", id, usd("5")), call("pay", id, usd("5"))]);
      expect((await given.owed(id)).total).to.equal(DUE - usd("10"));
      expect(had - (await given.currency.balanceOf(given.payer))).to.equal(usd("10"));
      expect((await given.currency.balanceOf(given.lender)) - lent).to.equal(usd("10"));
    });

    it("does not pay what is paid", async () => {
      const calls = [call("pay", id, ALL), call("pay", id, ALL)];
      await given.refused(given.byPayer.multicall(calls), "NoteEnded", id, endings.paid);
    });

    it("does not transfer what has been converted, nor convert it twice", async () => {
      const convert = call("convert", id, ALL, 0n, 0n, "");
      const move = call("transferFrom", given.lender.address, given.sister.address, id);
      await given.refused(given.byLender.multicall([convert, move]), "ERC721NonexistentToken", id);
      await given.refused(given.byLender.multicall([convert, convert]), "NoteEnded", id, endings.converted);
      await given.refused(given.byLender.multicall([move, convert]), "NotHolder");
    });

    it("ends a consent by a conversion in part, so that the transfer after it is refused", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, LATER);
      const convert = call("convert", id, usd("1000"), 0n, 0n, "");
      const move = call("transferFrom", given.lender.address, given.stranger.address, id);
      await given.refused(given.byLender.multicall([convert, move]), "ConsentRequired");
      await given.byLender.multicall([call("transferFrom", given.lender.address, given.sister.address, id)]);
    });

    it("uses a consent up once", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, LATER);
      const there = call("transferFrom", given.lender.address, given.stranger.address, id);
      await given.byLender.setApprovalForAll(given.stranger, true);
      await given.byStranger.setApprovalForAll(given.lender, true);
      const back = call("transferFrom", given.stranger.address, given.lender.address, id);
      await given.refused(given.byStranger.multicall([there, back]), "ConsentRequired");
    });

    it("cannot consent and transfer by one who is but the borrower", async () => {
      const consent = call("consentToTransfer", id, given.stranger.address, LATER);
      const move = call("transferFrom", given.lender.address, given.stranger.address, id);
      await given.refused(given.byBorrower.multicall([consent, move]), "ERC721InsufficientApproval");
    });
  });

  describe("given acts passed on to parts", () => {
    it("keeps caller and notes through them", async () => {
      const terms = given.terms({ rate: 1n });
      const make = call("make", terms, given.lender.address);
      await given.byBorrower.multicall([make, make, call("consentToRecovery", id, given.stranger.address)]);
      expect(await given.notes.noteCount()).to.equal(3n);
      expect(await given.notes.ownerOf(3n)).to.equal(given.lender.address);
      expect((await given.notes.recoveryOf(id)).to).to.equal(given.stranger.address);
    });

    it("replaces a note and pays the new one in one go", async () => {
      const terms = given.terms({ rate: 0n });
      const consents = await consentsTo(given, id, terms, { by: given.borrower });
      await given.byBorrower.multicall([
        call("novate", id, terms, UNSPLIT, consents),
        call("pay", id + 1n, usd("3323.70")),
      ]);
      expect((await given.owed(id + 1n)).total).to.equal(usd("200000"));
    });

    it("does not replace a note twice with the same signatures", async () => {
      const terms = given.terms();
      const consents = await consentsTo(given, id, terms, { by: given.borrower });
      const once = call("novate", id, terms, UNSPLIT, consents);
      await given.refused(given.byBorrower.multicall([once, once]), "NoteEnded", id, endings.replaced);
    });

    it("does not move a note, without its new holder's signature, that the caller has just moved", async () => {
      const stale = call("transferBySignature", id, given.sister.address, LATER, UNSIGNED, UNSIGNED);
      await given.refused(given.byLender.multicall([stale, stale]), "SignatureExpired");
    });

    it("does not recover what it has just declared lost", async () => {
      await given.byBorrower.consentToRecovery(id, given.stranger);
      const today = dayOf(MATURITY);
      const calls = [call("declareLost", id, ""), call("recover", id)];
      await given.refused(given.byAttestor.multicall(calls), "RecoveryPremature", today, today + 30);
    });
  });

  describe("given ether", () => {
    it("is refused, whatever is called with it", async () => {
      const to = await given.notes.getAddress();
      const { ethers } = given.connection;
      for (const data of ["0x", call("multicall", []), call("pay", id, 1n), "0x12345678"]) {
        await expect(given.payer.sendTransaction({ to, data, value: 1n })).to.revert(ethers);
      }
      expect(await ethers.provider.getBalance(to)).to.equal(0n);
    });
  });

  describe("given a part called by itself", () => {
    const passedOn: Record<string, () => string> = {
      make: () => call("make", given.terms(), given.lender.address),
      makeBySignature: () => call("makeBySignature", given.terms(), given.lender.address, UNSPLIT, UNSIGNED),
      offer: () => call("offer", given.terms(), given.lender.address, LATER),
      withdrawOffer: () => call("withdrawOffer", given.terms(), given.lender.address),
      subscribe: () => call("subscribe", given.terms(), UNSPLIT),
      subscribeBySignature: () => call("subscribeBySignature", given.terms(), UNSPLIT, UNSIGNED),
      novate: () => {
        const none = { holder: UNSIGNED, obligor: UNSIGNED, maker: UNSIGNED };
        return call("novate", id, given.terms(), UNSPLIT, none);
      },
      consentBySignature: () => call("consentBySignature", id, given.stranger.address, LATER, UNSIGNED),
      transferBySignature: () => call("transferBySignature", id, given.stranger.address, LATER, UNSIGNED, UNSIGNED),
      acceptBySignature: () => call("acceptBySignature", id, given.parent.address, UNSIGNED),
      assignBySignature: () => call("assignBySignature", id, given.parent.address, UNSIGNED, UNSIGNED),
      cancelSignature: () => call("cancelSignature", 1n),
      declareLost: () => call("declareLost", id, ""),
      consentToRecovery: () => call("consentToRecovery", id, given.stranger.address),
      revokeRecoveryConsent: () => call("revokeRecoveryConsent", id),
      object: () => call("object", id),
      recover: () => call("recover", id),
    };
    for (const [name, data] of Object.entries(passedOn)) {
      it(`refuses ${name}, and one part alone knows it`, async () => {
        const refusing: string[] = [];
        for (const to of await deployedWith(given)) {
          const answer = await answerOf(to, data(), given.borrower.address);
          if (answer === ONLY_PASSED_ON + AbiCoder.defaultAbiCoder().encode(["address"], [to]).slice(2)) {
            refusing.push(to);
          } else {
            expect(answer).to.equal("refused");
          }
        }
        expect(refusing).to.have.lengthOf(1);
      });
    }

    it("refuses, too, what it has of a token: none was ever made there", async () => {
      const move = call("transferFrom", given.lender.address, given.sister.address, id);
      for (const to of await deployedWith(given)) {
        const answer = await answerOf(to, move, given.lender.address);
        expect([NO_TOKEN, "refused"]).to.include(answer === "refused" ? answer : answer.slice(0, 10));
      }
    });

    /** What a call is refused with; the word alone where no reason is given. */
    async function answerOf(to: string, data: string, from: string): Promise<string> {
      try {
        await given.connection.ethers.provider.call({ to, data, from });
        return "taken";
      } catch (error) {
        // an unknown error of a contract is one level deeper than a known one
        const { data } = error as { data?: string | { data: string } };
        const reason = typeof data === "object" ? data.data : data;
        return reason === undefined || reason === "0x" ? "refused" : reason;
      }
    }
  });
});
