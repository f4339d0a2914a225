import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { MessageName, Signed, Values } from "../helpers/messages.ts";
import { sentences, typesOf } from "../helpers/messages.ts";
import { givenNotes } from "../helpers/notes.ts";
import { Safe } from "../helpers/safes.ts";
import type { Signatory } from "../helpers/signing.ts";
import { domainOf, freshNonce, LATER, NOTHING, sign, stateOf } from "../helpers/signing.ts";
import { ALL, endings, tokens, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

const UNTIL = dayOf("2199-12-31");

describe("Signatures: by a Safe, two of three", () => {
  let all: Safe;
  let safe: Safe;
  let one: Safe;
  const given = givenNotes(async (world) => {
    all = await Safe.deploy(world, [world.deployer, world.holdco, world.registrar], 2);
    safe = all.signedBy(2);
    one = all.signedBy(1);
  });
  let id: bigint;

  const signing = async (by: Signatory, name: MessageName, values: Values) => await sign(given, by, name, values);
  const onNote = async (values: Values) => ({ note: id, state: await stateOf(given, id), ...values });

  async function novate(holder: Signatory, obligor: Signatory, terms: Terms): Promise<() => Promise<unknown>> {
    const message = await onNote({ replacement: terms, stock: UNSPLIT });
    const consents = {
      holder: await signing(holder, "NovateNote", { ...message, signer: holder.address }),
      obligor: await signing(obligor, "NovateNote", { ...message, signer: obligor.address }),
      maker: NOTHING,
    };
    return () => given.byPayer.novate(id, terms, UNSPLIT, consents);
  }

  describe("given a Safe that borrows", () => {
    let terms: Terms;

    beforeEach(() => {
      terms = given.terms({ borrower: safe.address, stock: ZeroAddress });
    });

    async function making(by: Signatory, againstPayment = false): Promise<Signed> {
      return await signing(by, "MakeNote", { terms, lender: given.lender.address, againstPayment, stock: UNSPLIT });
    }

    async function make() {
      await given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, await making(safe));
      id = await given.notes.noteCount();
    }

    it("makes a note, which it owes", async () => {
      await make();
      expect((await given.record(id)).obligor).to.equal(safe.address);
    });

    it("makes none with one owner's signature, nor with a stranger's beside it", async () => {
      const act = async (signed: Signed) => given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, signed);
      await given.refused(act(await making(one)), "SignatureInvalid");
      const { chainId } = await given.connection.ethers.provider.getNetwork();
      const strangers = new Safe(safe.address, safe.signMessageLib, [given.deployer, given.stranger], chainId);
      await given.refused(act(await making(strangers)), "SignatureInvalid");
      await act(await making(all));
    });

    it("makes none with an owner's signature over the note itself, in place of the Safe's message", async () => {
      const signed = await making(given.deployer);
      await given.refused(given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, signed), "SignatureInvalid");
    });

    it("is paid the principal when the lender subscribes", async () => {
      await given.byLender.subscribeBySignature(terms, UNSPLIT, await making(safe, true));
      expect(await given.currency.balanceOf(safe.address)).to.equal(usd("203323.70"));
    });

    it("makes a note that converts into its own stock", async () => {
      const { ethers } = given.connection;
      const stock = await ethers.deployContract("CommonStock", ["Common", "SAFE", safe.address, tokens("60000000")]);
      const grant = stock.interface.encodeFunctionData("grantConversion", [await given.notes.getAddress()]);
      await safe.call(await stock.getAddress(), grant);
      terms = given.terms({ borrower: safe.address, stock: await stock.getAddress() });
      await make();
      await given.on("2005-09-02");
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      expect(await stock.balanceOf(given.lender)).to.equal(tokens("4594029"));
    });

    it("consents to a transfer, which is made at once", async () => {
      await make();
      const to = given.stranger;
      const transfer = await signing(given.lender, "TransferNote", await onNote({ to: to.address }));
      const consent = async (by: Safe) =>
        await signing(by, "ConsentToTransfer", await onNote({ to: to.address, until: UNTIL }));
      const act = async (by: Safe) => given.byPayer.transferBySignature(id, to, UNTIL, await consent(by), transfer);
      await given.refused(act(one), "SignatureInvalid");
      await act(safe);
      expect((await given.record(id)).holder).to.equal(to.address);
    });

    it("agrees to another note in place of its own, and not by one owner", async () => {
      await make();
      const changed = { ...terms, rate: 1n };
      await given.refused((await novate(given.lender, one, changed))(), "SignatureInvalid");
      await (
        await novate(given.lender, safe, changed)
      )();
      expect((await given.record(id)).ending).to.equal(endings.replaced);
    });

    it("assigns to an affiliate that accepts", async () => {
      const { registry, registrar } = given;
      await registry.connect(registrar).recordControl(safe.address, given.stranger, "");
      await make();
      const values = await onNote({ to: given.stranger.address });
      const accepted = await signing(
        given.stranger,
        "AcceptAssignment",
        await onNote({ assignee: given.stranger.address }),
      );
      const act = async (by: Safe) =>
        given.byPayer.assignBySignature(id, given.stranger, await signing(by, "AssignNote", values), accepted);
      await given.refused(act(one), "SignatureInvalid");
      await act(safe);
      expect((await given.record(id)).obligor).to.equal(given.stranger.address);
    });

    it("cancels what it has signed, by a transaction", async () => {
      const signed = await making(safe);
      await safe.call(
        await given.notes.getAddress(),
        given.notes.interface.encodeFunctionData("cancelSignature", [signed.nonce]),
      );
      const act = given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, signed);
      await given.refused(act, "NonceUsed", safe.address, signed.nonce);
    });

    it("has approved a message on the chain, for which an empty signature stands", async () => {
      const limits = { nonce: freshNonce(), deadline: LATER };
      const values = { terms, lender: given.lender.address, againstPayment: false, stock: UNSPLIT, ...limits };
      const act = () => given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, { ...limits, signature: "0x" });
      await given.refused(act(), "SignatureInvalid");
      await safe.approve(await domainOf(given), typesOf(sentences.MakeNote), values);
      await act();
      await given.refused(act(), "NonceUsed", safe.address, limits.nonce);
    });

    it("whose consent stands on the chain has it recorded first: beside a transfer an empty one is none", async () => {
      await make();
      const limits = { nonce: freshNonce(), deadline: LATER };
      const values = { ...(await onNote({ to: given.stranger.address, until: UNTIL })), ...limits };
      await safe.approve(await domainOf(given), typesOf(sentences.ConsentToTransfer), values);
      const transfer = await signing(given.lender, "TransferNote", await onNote({ to: given.stranger.address }));
      const empty = { ...limits, signature: "0x" };
      const act = () => given.byPayer.transferBySignature(id, given.stranger, UNTIL, empty, transfer);
      await given.refused(act(), "ConsentRequired");
      await given.byPayer.consentBySignature(id, given.stranger, UNTIL, empty);
      await act();
    });

    it("is refused what its owners signed for another Safe of theirs", async () => {
      const other = (await Safe.deploy(given, [given.deployer, given.holdco, given.registrar], 2)).signedBy(2);
      const { nonce, deadline, signature } = await making(other);
      const act = given.byPayer.makeBySignature(terms, given.lender, UNSPLIT, { nonce, deadline, signature });
      await given.refused(act, "SignatureInvalid");
    });
  });

  describe("given a Safe that lends", () => {
    beforeEach(async () => {
      await given.byBorrower.make(given.terms(), safe.address);
      id = await given.notes.noteCount();
    });

    it("transfers with the consent of the borrower, and not by one owner", async () => {
      const to = given.stranger;
      await given.byBorrower.consentToTransfer(id, to, UNTIL);
      const act = async (by: Safe) => {
        const signed = await signing(by, "TransferNote", await onNote({ to: to.address }));
        await given.byPayer.transferBySignature(id, to, 0, NOTHING, signed);
      };
      await given.refused(act(one), "SignatureInvalid");
      await act(safe);
      expect((await given.record(id)).holder).to.equal(to.address);
    });

    it("agrees to another note in place of its own, and not by one owner", async () => {
      const terms = given.terms({ stock: ZeroAddress, rate: 1n });
      await given.refused((await novate(one, given.borrower, terms))(), "SignatureInvalid");
      await (
        await novate(safe, given.borrower, terms)
      )();
      expect((await given.record(id + 1n)).holder).to.equal(safe.address);
    });

    it("subscribes by a transaction, with the maker's signature", async () => {
      const terms = given.terms({ stock: ZeroAddress });
      const notes = await given.notes.getAddress();
      const values = { terms, lender: safe.address, againstPayment: true, stock: UNSPLIT };
      const signed = await signing(given.borrower, "MakeNote", values);
      await given.currency.mint(safe.address, usd("203323.70"));
      await safe.call(
        await given.currency.getAddress(),
        given.currency.interface.encodeFunctionData("approve", [notes, usd("203323.70")]),
      );
      await safe.call(
        notes,
        given.notes.interface.encodeFunctionData("subscribeBySignature", [terms, UNSPLIT, signed]),
      );
      expect((await given.record(id + 1n)).holder).to.equal(safe.address);
    });

    it("converts by a transaction", async () => {
      await given.on("2005-09-02");
      await safe.call(
        await given.notes.getAddress(),
        given.notes.interface.encodeFunctionData("convert", [id, ALL, 0n, 4_594_029n, ""]),
      );
      expect(await given.stock.balanceOf(safe.address)).to.equal(tokens("4594029"));
      expect((await given.record(id)).ending).to.equal(endings.converted);
    });

    it("is told apart from its owners, who cannot act for it alone", async () => {
      await given.on("2005-09-02");
      await given.refused(given.as(given.deployer).convert(id, ALL, 0n, 0n, ""), "NotHolder");
      const signed = await signing(given.deployer, "TransferNote", await onNote({ to: given.stranger.address }));
      await given.byBorrower.consentToTransfer(id, given.stranger, UNTIL);
      await given.refused(
        given.byPayer.transferBySignature(id, given.stranger, 0, NOTHING, signed),
        "SignatureInvalid",
      );
    });
  });
});
