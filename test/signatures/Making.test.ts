import { expect } from "chai";
import { getBytes, hexlify, toBeHex, ZeroAddress } from "ethers";

import type { Signed } from "../helpers/messages.ts";
import type { Account } from "../helpers/notes.ts";
import { givenNotes } from "../helpers/notes.ts";
import { factorsOf, freshNonce, LATER, sign } from "../helpers/signing.ts";
import { UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";

const SOMEBODY = "0x00000000000000000000000000000000000a110e";

/** Another value for each member of terms. */
const otherTerms = {
  borrower: SOMEBODY,
  attestor: SOMEBODY,
  currency: SOMEBODY,
  calendar: SOMEBODY,
  registry: SOMEBODY,
  stock: SOMEBODY,
  principal: 1n,
  rate: 1n,
  overdueRate: 1n,
  overdueBase: 0n,
  dayCount: 1n,
  prepaymentAllowed: true,
  extendDeadlines: false,
  affiliatesFree: false,
  dated: 1n,
  maturity: 20_000n,
  graceDays: 1n,
  dismissalDays: 1n,
  judgmentDays: 1n,
  convertibleAfter: 1n,
  convertibleUntil: 20_000n,
  priceNumerator: 1n,
  priceDenominator: 2n,
  document: `0x${"11".repeat(32)}`,
  termSheet: `0x${"11".repeat(32)}`,
  predecessorDated: 1n,
  predecessorPrincipal: 1n,
} as const satisfies Record<keyof Terms, unknown>;

describe("Signatures: making", () => {
  const given = givenNotes();

  async function signMaking(changes: Readonly<Record<string, unknown>> = {}, by: Account = given.borrower) {
    const { lender } = given;
    const sound = {
      terms: given.terms(),
      lender: lender.address,
      againstPayment: false,
      stock: await factorsOf(given),
    };
    return await sign(given, by, "MakeNote", { ...sound, ...changes });
  }

  async function make(signed: Signed, terms = given.terms(), lender: Account = given.lender) {
    return await given.byPayer.makeBySignature(terms, lender, await factorsOf(given), signed);
  }

  async function subscribe(signed: Signed, by: Account = given.lender, terms = given.terms()) {
    return await given.as(by).subscribeBySignature(terms, await factorsOf(given), signed);
  }

  describe("given the maker's signature for value received", () => {
    it("makes the note to the lender, whoever submits it, and moves no money", async () => {
      const before = await given.currency.balanceOf(given.payer);
      await make(await signMaking());
      const { holder, obligor, principal } = await given.record(1n);
      expect([holder, obligor, principal]).to.deep.equal([
        given.lender.address,
        given.borrower.address,
        usd("203323.70"),
      ]);
      expect(await given.currency.balanceOf(given.payer)).to.equal(before);
    });

    it("is as good submitted by the lender, the attestor or the maker", async () => {
      for (const by of [given.lender, given.attestor, given.borrower]) {
        const terms = given.terms({ stock: ZeroAddress });
        const signed = await signMaking({ terms, stock: UNSPLIT });
        await given.as(by).makeBySignature(terms, given.lender, UNSPLIT, signed);
      }
      expect(await given.notes.noteCount()).to.equal(3n);
    });

    it("is none to subscribe with", async () => {
      const signed = await signMaking();
      await given.refused(subscribe(signed), "SignatureInvalid");
      expect(await given.currency.balanceOf(given.borrower)).to.equal(usd("10000000"));
    });

    it("makes no note to another lender", async () => {
      await given.refused(make(await signMaking(), given.terms(), given.stranger), "SignatureInvalid");
    });

    for (const [member, value] of Object.entries(otherTerms)) {
      it(`is refused if ${member} is another than was signed`, async () => {
        const signed = await signMaking();
        const terms = given.terms({ [member]: value });
        expect(value, "another value").not.to.equal(given.terms()[member as keyof Terms]);
        const refused = expect(make(signed, terms)).to.be.revertedWithCustomError(given.notes, "SignatureInvalid");
        await (member === "borrower" ? refused : refused.withArgs(given.borrower.address, anyDigest));
        await make(signed);
      });
    }

    it("names 27 members of terms, which are all", () => {
      expect(Object.keys(otherTerms)).to.have.length(27);
      expect(Object.keys(otherTerms)).to.deep.equal(Object.keys(given.terms()));
    });
  });

  describe("given the maker's signature against payment", () => {
    it("is taken by the lender, who pays the principal as it gets the note", async () => {
      await given.told(
        subscribe(await signMaking({ againstPayment: true })),
        "NoteSubscribed",
        1n,
        given.lender.address,
        given.borrower.address,
        usd("203323.70"),
      );
      expect(await given.currency.balanceOf(given.lender)).to.equal(usd("9796676.30"));
      expect(await given.currency.balanceOf(given.borrower)).to.equal(usd("10203323.70"));
      expect((await given.record(1n)).holder).to.equal(given.lender.address);
    });

    it("cannot be turned into a note without payment, by anyone", async () => {
      const signed = await signMaking({ againstPayment: true });
      for (const by of [given.lender, given.stranger]) {
        const act = given.as(by).makeBySignature(given.terms(), given.lender, await factorsOf(given), signed);
        await given.refused(act, "SignatureInvalid");
      }
    });

    it("cannot be taken by another than the lender it names", async () => {
      const signed = await signMaking({ againstPayment: true });
      for (const by of [given.stranger, given.payer, given.sister, given.attestor]) {
        await given.refused(subscribe(signed, by), "SignatureInvalid");
      }
    });

    it("makes no note when the lender cannot pay, and is good once it can", async () => {
      const signed = await signMaking({ againstPayment: true });
      await given.currency.connect(given.lender).approve(given.notes, 0n);
      await expect(subscribe(signed)).to.be.revertedWithCustomError(given.currency, "ERC20InsufficientAllowance");
      expect(await given.notes.noteCount()).to.equal(0n);
      expect(await given.notes.isNonceUsed(given.borrower, signed.nonce)).to.equal(false);
      await given.currency.connect(given.lender).approve(given.notes, usd("203323.70"));
      await subscribe(signed);
    });
  });

  describe("given a stock that changes before the signature is submitted", () => {
    for (const [what, act] of Object.entries({
      "a split": () => given.stock.split(2n, 1n),
      "a distribution": () => given.stock.recordDistribution(21n, 20n, ""),
    })) {
      for (const againstPayment of [false, true]) {
        it(`is refused after ${what}, ${againstPayment ? "subscribed for" : "made"}`, async () => {
          const seen = await factorsOf(given);
          const signed = await signMaking({ againstPayment });
          await act();
          const found = Object.values(await factorsOf(given));
          const submitted = againstPayment
            ? given.byLender.subscribeBySignature(given.terms(), seen, signed)
            : given.byPayer.makeBySignature(given.terms(), given.lender, seen, signed);
          await given.refused(submitted, "StockFactorsDiffer", found, Object.values(seen));
        });
      }
    }

    it("is refused with factors it does not name, though the stock has them", async () => {
      const signed = await signMaking();
      await given.stock.split(2n, 1n);
      await given.refused(make(signed), "SignatureInvalid");
    });
  });

  describe("given terms that nobody has signed", () => {
    const garbage = (): Signed => ({ nonce: freshNonce(), deadline: LATER, signature: `0x${"00".repeat(64)}1b` });

    for (const [who, borrower] of Object.entries({
      "nobody, the zero address": ZeroAddress,
      "the precompile that recovers keys": toBeHex(1, 20),
      "the precompile that hashes": toBeHex(2, 20),
      "the precompile that repeats what it is told": toBeHex(4, 20),
      "an address without code": SOMEBODY,
    })) {
      it(`makes no note for ${who}`, async () => {
        const terms = given.terms({ borrower, stock: ZeroAddress });
        for (const signature of ["0x", garbage().signature, `0x${"ff".repeat(65)}`, (await signMaking()).signature]) {
          const act = given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, { ...garbage(), signature });
          await given.refused(act, "SignatureInvalid");
        }
      });
    }

    it("makes no note of the contract's own, which signs nothing", async () => {
      const terms = given.terms({ borrower: await given.notes.getAddress(), stock: ZeroAddress });
      await given.refused(given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, garbage()), "SignatureInvalid");
    });
  });

  describe("given a call whose words do not fit their types", () => {
    // the hash of terms is of the very words that come: none of them may be read otherwise than it was hashed
    const firstWord = 4;

    for (const [at, member] of Object.keys(otherTerms).entries()) {
      if (member === "document" || member === "termSheet") continue;
      it(`is refused with more in the word of ${member} than it holds`, async () => {
        const encode = given.notes.interface.encodeFunctionData.bind(given.notes.interface);
        const signed = await signMaking();
        const stock = await factorsOf(given);
        const call = getBytes(encode("makeBySignature", [given.terms(), given.lender.address, stock, signed]));
        call[firstWord + 32 * at] = 1;
        const act = given.payer.sendTransaction({ to: given.notes, data: hexlify(call) });
        await expect(act).to.revert(given.connection.ethers);
        expect(await given.notes.noteCount()).to.equal(0n);
      });
    }
  });

  describe("given a maker that is a contract, owned by a key", () => {
    it("is refused a signature that the key gave for another contract it owns", async () => {
      const { ethers } = given.connection;
      const one = await ethers.deployContract("SignatureWallet", [given.borrower]);
      const other = await ethers.deployContract("SignatureWallet", [given.borrower]);
      const termsOf = async (wallet: typeof one) =>
        given.terms({ borrower: await wallet.getAddress(), stock: ZeroAddress });
      const signed = await signMaking({ terms: await termsOf(one), stock: UNSPLIT });
      const submit = async (terms: Terms) => given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, signed);
      await given.refused(submit(await termsOf(other)), "SignatureInvalid");
      await submit(await termsOf(one));
      expect((await given.record(1n)).obligor).to.equal(await one.getAddress());
    });
  });
});

function anyDigest(value: unknown): boolean {
  return typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value);
}
