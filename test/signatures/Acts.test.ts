import { expect } from "chai";
import { ZeroAddress } from "ethers";

import type { Account } from "../helpers/notes.ts";
import { givenNotes } from "../helpers/notes.ts";
import { factorsOf, NOTHING, sign, stateOf } from "../helpers/signing.ts";
import { ASSIGNMENT, endings, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

const UNTIL = dayOf("2004-06-30");

describe("Signatures: what each act does", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  const consent = async (to: Account, by = given.borrower, until = UNTIL) =>
    await sign(given, by, "ConsentToTransfer", { note: id, to: to.address, until, state: await stateOf(given, id) });
  const transfer = async (to: Account, by = given.lender) =>
    await sign(given, by, "TransferNote", { note: id, to: to.address, state: await stateOf(given, id) });
  const assignment = async (to: Account, by = given.borrower) =>
    await sign(given, by, "AssignNote", { note: id, to: to.address, state: await stateOf(given, id) });
  const acceptance = async (by: Account) =>
    await sign(given, by, "AcceptAssignment", { note: id, assignee: by.address, state: await stateOf(given, id) });

  describe("when consent is given by signature", () => {
    it("is on record as if the obligor had called, and the holder transfers on it", async () => {
      const act = given.byPayer.consentBySignature(id, given.stranger, UNTIL, await consent(given.stranger));
      await given.told(act, "ConsentGiven", id, given.borrower.address, given.stranger.address, UNTIL);
      await given.byLender.transferFrom(given.lender, given.stranger, id);
      expect((await given.record(id)).holder).to.equal(given.stranger.address);
    });

    it("can be revoked by the obligor, and the signature does not bring it back", async () => {
      const signed = await consent(given.stranger);
      await given.byPayer.consentBySignature(id, given.stranger, UNTIL, signed);
      await given.byBorrower.revokeConsent(id);
      await given.refused(given.byPayer.consentBySignature(id, given.stranger, UNTIL, signed), "NonceUsed");
    });

    it("is refused for a day gone by and for one who cannot hold", async () => {
      const past = dayOf("2003-12-30");
      const late = await consent(given.stranger, given.borrower, past);
      await given.refused(given.byPayer.consentBySignature(id, given.stranger, past, late), "UntilPassed");
      const toParty = await consent(given.attestor);
      await given.refused(given.byPayer.consentBySignature(id, given.attestor, UNTIL, toParty), "PartyCannotHold");
    });
  });

  describe("when consent and transfer are signed and submitted at once", () => {
    it("moves the note, by anyone, and leaves no consent", async () => {
      const signed = await consent(given.stranger);
      await given.byPayer.transferBySignature(id, given.stranger, UNTIL, signed, await transfer(given.stranger));
      const { holder, consentTo, consentUntil } = await given.record(id);
      expect([holder, consentTo, consentUntil]).to.deep.equal([given.stranger.address, ZeroAddress, 0n]);
    });

    it("moves it with the holder's signature alone on a consent on record, and to an affiliate", async () => {
      await given.byBorrower.consentToTransfer(id, given.stranger, UNTIL);
      await given.byPayer.transferBySignature(id, given.stranger, 0, NOTHING, await transfer(given.stranger));
      const other = await given.make();
      id = other;
      await given.byPayer.transferBySignature(id, given.sister, 0, NOTHING, await transfer(given.sister));
      expect((await given.record(id)).holder).to.equal(given.sister.address);
    });

    it("moves it for its holder, its approved and its operator with the obligor's signature alone", async () => {
      for (const [by, prepare] of [
        [given.lender, () => Promise.resolve()],
        [given.payer, () => given.byLender.approve(given.payer, id)],
        [given.registrar, () => given.byLender.setApprovalForAll(given.registrar, true)],
      ] as const) {
        id = await given.makePlain();
        await prepare();
        await given.as(by).transferBySignature(id, given.stranger, UNTIL, await consent(given.stranger), NOTHING);
        expect((await given.record(id)).holder).to.equal(given.stranger.address);
      }
    });

    it("moves it nowhere for anybody else without the holder's signature", async () => {
      const signed = await consent(given.stranger);
      for (const by of [given.borrower, given.stranger, given.attestor, given.payer]) {
        const act = given
          .as(by)
          .transferBySignature(id, given.stranger, UNTIL, signed, { ...NOTHING, deadline: NEVER });
        await given.refused(act, "SignatureInvalid");
      }
      expect((await given.record(id)).holder).to.equal(given.lender.address);
    });

    it("moves it nowhere without consent, whatever the holder has signed", async () => {
      const signed = await transfer(given.stranger);
      await given.refused(
        given.byPayer.transferBySignature(id, given.stranger, UNTIL, NOTHING, signed),
        "ConsentRequired",
      );
    });
  });

  describe("when the obligation is assigned by signature", () => {
    it("changes the obligor with both signatures, by anyone", async () => {
      const act = given.byPayer.assignBySignature(
        id,
        given.parent,
        await assignment(given.parent),
        await acceptance(given.parent),
      );
      await given.told(act, "ObligorChanged", id, given.borrower.address, given.parent.address);
      expect(await given.notes.acceptanceOf(id, given.parent)).to.equal(false);
    });

    it("changes it with the obligor's alone on an acceptance on record, given by call or by signature", async () => {
      await given.as(given.parent).acceptAssignment(id);
      await given.byPayer.assignBySignature(id, given.parent, await assignment(given.parent), NOTHING);
      await given.byPayer.acceptBySignature(id, given.subsidiary, await acceptance(given.subsidiary));
      expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(true);
      const signed = await assignment(given.subsidiary, given.parent);
      await given.byPayer.assignBySignature(id, given.subsidiary, signed, NOTHING);
      expect((await given.record(id)).obligor).to.equal(given.subsidiary.address);
    });

    it("changes nothing without the assignee's acceptance, and is no default then", async () => {
      const signed = await assignment(given.parent);
      await given.refused(given.byPayer.assignBySignature(id, given.parent, signed, NOTHING), "AssignmentNotAccepted");
      expect(await given.status(id)).to.equal("outstanding");
      expect(await given.notes.isNonceUsed(given.borrower, signed.nonce)).to.equal(false);
    });

    it("to a stranger is refused and no default, which by call it would be", async () => {
      const signed = await assignment(given.stranger);
      const act = given.byPayer.assignBySignature(id, given.stranger, signed, await acceptance(given.stranger));
      await given.refused(act, "NotAffiliate", given.stranger.address, given.borrower.address);
      expect((await given.notes.factOf(id, ASSIGNMENT)).ordinal).to.equal(0n);
      expect((await given.record(id)).obligor).to.equal(given.borrower.address);
      expect(await given.status(id)).to.equal("outstanding");
      expect(await given.notes.isNonceUsed(given.borrower, signed.nonce)).to.equal(false);
    });
  });

  describe("when a note is replaced by another", () => {
    const novation = async (by: Account, replacement: Terms, stock = UNSPLIT) =>
      await sign(given, by, "NovateNote", {
        note: id,
        state: await stateOf(given, id),
        replacement,
        stock,
        signer: by.address,
      });

    const byParent = () => given.terms({ borrower: given.parent.address, stock: ZeroAddress, principal: usd("1") });

    async function isReplaced() {
      const { ending, replacedBy, holder } = await given.record(id);
      expect([ending, replacedBy, holder]).to.deep.equal([endings.replaced, id + 1n, ZeroAddress]);
      expect((await given.record(id + 1n)).holder).to.equal(given.lender.address);
      expect((await given.notes.termsOf(id + 1n))[1].replaces).to.equal(id);
    }

    it("is replaced by three signatures, submitted by anyone", async () => {
      const terms = byParent();
      await given.byPayer.novate(id, terms, UNSPLIT, {
        holder: await novation(given.lender, terms),
        obligor: await novation(given.borrower, terms),
        maker: await novation(given.parent, terms),
      });
      await isReplaced();
    });

    it("is replaced by two where the obligor is the new maker, whatever comes for the third", async () => {
      const terms = given.terms({ rate: 1n });
      const stock = await factorsOf(given);
      const [holder, obligor] = [
        await novation(given.lender, terms, stock),
        await novation(given.borrower, terms, stock),
      ];
      await given.byPayer.novate(id, terms, stock, { holder, obligor, maker: { ...NOTHING, signature: "0x1234" } });
      await isReplaced();
    });

    for (const role of ["holder", "obligor", "maker"] as const) {
      it(`is replaced by two where the ${role} is the caller, and by nobody else with them`, async () => {
        const terms = byParent();
        const parties = { holder: given.lender, obligor: given.borrower, maker: given.parent };
        const consents = {
          holder: await novation(given.lender, terms),
          obligor: await novation(given.borrower, terms),
          maker: await novation(given.parent, terms),
          [role]: { ...NOTHING, deadline: NEVER },
        };
        const others = Object.values(parties).filter((party) => party !== parties[role]);
        for (const by of [given.payer, ...others]) {
          await given.refused(given.as(by).novate(id, terms, UNSPLIT, consents), "SignatureInvalid");
        }
        await given.as(parties[role]).novate(id, terms, UNSPLIT, consents);
        await isReplaced();
      });
    }

    it("may be signed by the caller too, which uses its nonce", async () => {
      const terms = given.terms({ rate: 1n, stock: ZeroAddress });
      const [holder, obligor] = [await novation(given.lender, terms), await novation(given.borrower, terms)];
      await given.byLender.novate(id, terms, UNSPLIT, { holder, obligor, maker: NOTHING });
      expect(await given.notes.isNonceUsed(given.lender, holder.nonce)).to.equal(true);
    });

    it("is refused if any term is another than was signed, by each of them", async () => {
      const terms = byParent();
      const changed = { ...terms, maturity: BigInt(terms.maturity) + 1n };
      for (const stale of ["holder", "obligor", "maker"] as const) {
        const sound = {
          holder: await novation(given.lender, changed),
          obligor: await novation(given.borrower, changed),
          maker: await novation(given.parent, changed),
        };
        const by = { holder: given.lender, obligor: given.borrower, maker: given.parent }[stale];
        const consents = { ...sound, [stale]: await novation(by, terms) };
        await given.refused(given.byPayer.novate(id, changed, UNSPLIT, consents), "SignatureInvalid");
      }
    });

    it("is refused after a split of the new stock, whose factors all signed", async () => {
      const terms = given.terms({ rate: 1n });
      const stock = await factorsOf(given);
      const [holder, obligor] = [
        await novation(given.lender, terms, stock),
        await novation(given.borrower, terms, stock),
      ];
      await given.stock.split(2n, 1n);
      const found = Object.values(await factorsOf(given));
      await given.refused(
        given.byPayer.novate(id, terms, stock, { holder, obligor, maker: NOTHING }),
        "StockFactorsDiffer",
        found,
        Object.values(stock),
      );
      expect((await given.record(id)).ending).to.equal(endings.none);
    });

    it("changes nothing if the new terms are unsound", async () => {
      const terms = { ...byParent(), principal: 0n };
      const consents = {
        holder: await novation(given.lender, terms),
        obligor: await novation(given.borrower, terms),
        maker: await novation(given.parent, terms),
      };
      await given.refused(given.byPayer.novate(id, terms, UNSPLIT, consents), "PrincipalZero");
      expect(await given.notes.isNonceUsed(given.lender, consents.holder.nonce)).to.equal(false);
      expect((await given.record(id)).holder).to.equal(given.lender.address);
    });
  });
});

/** A second that no test comes to, where nothing is signed. */
const NEVER = BigInt(UNTIL) * 86_400n;
