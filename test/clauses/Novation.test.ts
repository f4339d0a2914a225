import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";

import { UNSIGNED } from "../../src/chain/signatures.ts";
import { boxOf, heldOf } from "../helpers/held.ts";
import { givenNotes } from "../helpers/notes.ts";
import { consentsTo, novate } from "../helpers/novation.ts";
import { ALL, dayCounts, endings, facts, fieldsOf, overdueBases, tokens, UNSPLIT, usd } from "../helpers/vocabulary.ts";
import type { Terms } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";

const TODAY = "2006-06-01";

describe("Novation", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
    await given.on(TODAY);
  });

  const renewed = (changes: Partial<Terms> = {}) => given.terms({ rate: 5_000_000n, ...changes });

  describe("given consent of all", () => {
    it("ends the old note as replaced, burns its token and mints the new one to the holder", async () => {
      const act = novate(given, id, renewed());
      await given.told(act, "NoteReplaced", id, id + 1n, given.lender.address);
      await given.told(act, "NoteDischarged", id, endings.replaced, dayOf(TODAY));
      await given.told(act, "Transfer", given.lender.address, ZeroAddress, id);
      await given.told(act, "Transfer", ZeroAddress, given.lender.address, id + 1n);
      expect(await given.status(id)).to.equal("replaced");
      expect(await given.status(id + 1n)).to.equal("outstanding");
      await given.refused(given.notes.ownerOf(id), "ERC721NonexistentToken", id);
      expect(await given.notes.ownerOf(id + 1n)).to.equal(given.lender.address);
      expect((await given.owed(id)).total).to.equal(0n);
    });

    it("links both", async () => {
      await novate(given, id, renewed());
      expect((await given.record(id)).replacedBy).to.equal(id + 1n);
      expect((await given.notes.termsOf(id + 1n))[1].replaces).to.equal(id);
      expect((await given.notes.termsOf(id))[1].replaces).to.equal(0n);
      expect((await given.record(id + 1n)).replacedBy).to.equal(0n);
    });

    it("may follow upon another: the chain is walked both ways", async () => {
      const other = await given.make();
      for (let last = id; last < id + 6n; last = (await given.record(last)).replacedBy) {
        await novate(given, last, renewed());
      }
      const forward = [id];
      for (let next = id; (next = (await given.record(next)).replacedBy) !== 0n;) forward.push(next);
      const back = [forward.at(-1)!];
      for (let next = back[0]!; (next = (await given.notes.termsOf(next))[1].replaces) !== 0n;) back.push(next);
      expect(back.reverse()).to.deep.equal(forward);
      expect(forward).not.to.include(other);
    });

    it("begins the new note with none of the old one's life", async () => {
      await given.report(id, "petition", facts.adjudication, TODAY);
      await given.charge(id, usd("500"));
      await given.byLender.permitPrepayment(id, dayOf("2009-12-31"));
      await given.byLender.approve(given.sister, id);
      await novate(given, id, renewed());
      const record = await given.record(id + 1n);
      expect(record).to.deep.equal({
        ...(await given.record(await given.make())),
        holder: given.lender.address,
        obligor: given.borrower.address,
      });
      expect(await given.notes.getApproved(id + 1n)).to.equal(ZeroAddress);
      expect((await given.notes.openFactsOf(id + 1n)).names).to.deep.equal([]);
    });

    for (const who of ["lender", "borrower", "stranger"] as const) {
      it(`is submitted by the ${who}`, async () => {
        const by = given[who];
        const terms = renewed();
        const consents = await consentsTo(given, id, terms, { by });
        expect(await given.as(by).novate.staticCall(id, terms, UNSPLIT, consents)).to.equal(id + 1n);
        await given.as(by).novate(id, terms, UNSPLIT, consents);
        expect(await given.notes.isNonceUsed(given.lender, 1_000n * id)).to.equal(who !== "lender");
      });
    }
  });

  describe("given other terms", () => {
    const any: Record<string, () => Partial<Terms>> = {
      principal: () => ({ principal: 1n }),
      rate: () => ({ rate: 0n }),
      "overdue interest": () => ({ overdueRate: 0n, overdueBase: overdueBases.principal }),
      "day count": () => ({ dayCount: dayCounts.THIRTY_E_360 }),
      prepayment: () => ({ prepaymentAllowed: true }),
      "business days": () => ({ extendDeadlines: false }),
      affiliates: () => ({ affiliatesFree: false, registry: ZeroAddress }),
      dates: () => ({ dated: dayOf(TODAY), maturity: dayOf("2026-01-01") }),
      "days of default": () => ({ graceDays: 0, dismissalDays: 1, judgmentDays: 2 }),
      "the right to convert": () => ({ stock: ZeroAddress }),
      "the window and the price": () => ({
        convertibleAfter: 0,
        convertibleUntil: dayOf("2026-01-01"),
        priceNumerator: usd("0.07"),
      }),
      documents: () => ({ document: ZeroHash, termSheet: ZeroHash.replace(/0$/, "1") }),
      "what it replaced outside": () => ({ predecessorDated: 0, predecessorPrincipal: 0n }),
      attestor: () => ({ attestor: ZeroAddress }),
      calendar: () => ({ calendar: given.utc.target }),
      currency: () => ({ currency: given.stock.target }),
    };
    for (const [what, changes] of Object.entries(any)) {
      it(`changes ${what}`, async () => {
        await novate(given, id, given.terms(changes()));
        const terms = fieldsOf((await given.notes.termsOf(id + 1n))[0]);
        const expected = Object.entries(given.terms(changes())).map(([name, value]) => [
          name,
          typeof value === "number" ? BigInt(value) : value,
        ]);
        expect(terms).to.deep.equal(Object.fromEntries(expected));
      });
    }

    it("changes nothing at all, if all wish", async () => {
      await novate(given, id, given.terms());
      expect((await given.notes.termsOf(id + 1n))[0]).to.deep.equal((await given.notes.termsOf(id))[0]);
    });

    it("keeps the facts of a predecessor outside", async () => {
      await novate(given, id, renewed({ predecessorDated: dayOf("2001-02-03"), predecessorPrincipal: 123n }));
      const [terms, making] = await given.notes.termsOf(id + 1n);
      expect([terms.predecessorDated, terms.predecessorPrincipal]).to.deep.equal([BigInt(dayOf("2001-02-03")), 123n]);
      expect(making.replaces).to.equal(id);
    });

    it("lets a note past its maturity be renewed before it", async () => {
      await given.on("2008-01-01");
      await novate(given, id, renewed({ maturity: dayOf("2010-01-01") }));
      expect([await given.status(id), await given.status(id + 1n)]).to.deep.equal(["replaced", "outstanding"]);
    });
  });

  describe("given the stock", () => {
    it("lets go of the old reservation before it makes the new: room for one is enough", async () => {
      const claim = await given.stock.claimsOf(given.notes);
      await given.stock.connect(given.borrower).setAuthorized((await given.stock.reservedShares()) + tokens("1"));
      const more = given.make();
      await expect(more).to.revert(given.connection.ethers);
      await novate(given, id, given.terms());
      expect(await given.stock.claimsOf(given.notes)).to.equal(claim);
    });

    it("refuses more than there is room for, and leaves the old note and its reservation", async () => {
      const claim = await given.stock.claimsOf(given.notes);
      await given.stock.connect(given.borrower).setAuthorized((await given.stock.reservedShares()) + tokens("1"));
      const before = await given.record(id);
      const act = novate(given, id, given.terms({ principal: usd("203323.80") }));
      await expect(act).to.revert(given.connection.ethers);
      expect(await given.record(id)).to.deep.equal(before);
      expect(await given.stock.claimsOf(given.notes)).to.equal(claim);
    });

    it("lets go of all where the new terms name none", async () => {
      await novate(given, id, renewed({ stock: ZeroAddress }));
      expect(await given.stock.claimsOf(given.notes)).to.equal(0n);
    });

    it("moves to another maker and its stock, with that maker's consent", async () => {
      const { parent, lender } = given;
      const issued = ["Parent Stock", "PAR", parent, tokens("60000000")] as const;
      const stock = (await given.connection.ethers.deployContract("CommonStock", [...issued])).connect(parent);
      await stock.grantConversion(given.notes);
      const terms = renewed({ borrower: parent.address, stock: await stock.getAddress() });
      await novate(given, id, terms, { maker: parent });
      expect(await given.notes.obligorOf(id + 1n)).to.equal(parent.address);
      expect(await given.stock.claimsOf(given.notes)).to.equal(0n);
      expect((await stock.claimsOf(given.notes)) > 0n).to.equal(true);
      await given.byLender.convert(id + 1n, usd("1000"), 0n, 0n, "");
      // 883 days at 5% make it 1,120.958904, of 5 cents each
      expect(await stock.balanceOf(lender)).to.equal(tokens("22419"));
    });

    it("refuses factors other than those seen, be it a split just before", async () => {
      const terms = renewed();
      const consents = await consentsTo(given, id, terms);
      await given.stock.connect(given.borrower).split(2, 1);
      const act = given.byStranger.novate(id, terms, UNSPLIT, consents);
      await given.refused(act, "StockFactorsDiffer", [2n, 1n, 1n, 1n], [1n, 1n, 1n, 1n]);
      expect(await given.status(id)).to.equal("outstanding");
      const stock = { ...UNSPLIT, splitNumerator: 2n };
      await novate(given, id, terms, { stock, nonce: 50n });
    });
  });

  describe("given an obligor that is not the maker", () => {
    beforeEach(async () => {
      await given.as(given.subsidiary).acceptAssignment(id);
      await given.byBorrower.assign(id, given.subsidiary);
    });

    it("needs it, and the new maker besides", async () => {
      const terms = renewed();
      const parties = { obligor: given.subsidiary, maker: given.borrower };
      const consents = await consentsTo(given, id, terms, parties);
      const lacking = given.byStranger.novate(id, terms, UNSPLIT, { ...consents, obligor: UNSIGNED });
      await given.refused(lacking, "SignatureExpired");
      const without = given.byStranger.novate(id, terms, UNSPLIT, { ...consents, maker: UNSIGNED });
      await given.refused(without, "SignatureExpired");
      await given.byStranger.novate(id, terms, UNSPLIT, consents);
      expect(await given.notes.obligorOf(id + 1n)).to.equal(given.borrower.address);
    });

    it("needs the old maker no more, if another makes the new note", async () => {
      const terms = renewed({ borrower: given.subsidiary.address, stock: ZeroAddress });
      await novate(given, id, terms, { obligor: given.subsidiary });
      expect(await given.notes.obligorOf(id + 1n)).to.equal(given.subsidiary.address);
    });
  });

  describe("given a note in trouble", () => {
    it("is replaced in default, overdue and with charges", async () => {
      await given.report(id, "bust", facts.adjudication, TODAY);
      await given.on("2007-02-01");
      await given.charge(id, usd("500"));
      await given.byLender.demand(id, "");
      expect(await given.status(id)).to.equal("default");
      const terms = renewed({ dated: dayOf("2007-02-01"), maturity: dayOf("2009-01-01") });
      await novate(given, id, terms);
      expect(await given.record(id)).to.include({ ending: endings.replaced, principal: 0n, charges: 0n });
      expect((await given.record(id)).chargesAdmitted).to.equal(usd("500"));
      expect(await given.status(id + 1n)).to.equal("outstanding");
    });

    it("leaves money held for its holder to be withdrawn", async () => {
      await given.currency.mint(await boxOf(given, id), usd("5"));
      await novate(given, id, renewed());
      expect(await heldOf(given, id + 1n)).to.equal(0n);
      await given.refused(given.byStranger.withdraw(id, given.lender, given.stranger), "NotEntitled");
      const withdraw = given.byLender.withdraw(id, given.lender, given.holdco);
      await given.told(withdraw, "HeldPaymentWithdrawn", id, given.lender.address, given.holdco.address, usd("5"));
    });

    it("is an objection to its recovery", async () => {
      await given.byAttestor.declareLost(id, "");
      await given.byBorrower.consentToRecovery(id, given.stranger);
      await given.told(novate(given, id, renewed()), "RecoveryObjected", id, given.lender.address);
      await given.on("2006-09-01");
      await given.refused(given.byPayer.recover(id), "NoteEnded", id, endings.replaced);
      await given.refused(given.byPayer.recover(id + 1n), "NotDeclaredLost", id + 1n);
    });
  });

  describe("given signatures", () => {
    const alterations: Record<string, () => Promise<unknown>> = {
      "a payment": async () => {
        await given.byLender.permitPrepayment(id, dayOf("2009-12-31"));
        await given.byPayer.pay(id, 1n);
      },
      "a conversion": () => given.byLender.convert(id, usd("1000"), 0n, 0n, ""),
      "a charge": () => given.charge(id, 1n),
      "a transfer": () => given.byLender.transferFrom(given.lender, given.sister, id),
      "an assignment": async () => {
        await given.as(given.subsidiary).acceptAssignment(id);
        await given.byBorrower.assign(id, given.subsidiary);
      },
    };
    for (const [what, alter] of Object.entries(alterations)) {
      it(`no longer hold after ${what}`, async () => {
        const terms = renewed();
        const consents = await consentsTo(given, id, terms);
        await alter();
        const before = await given.record(id);
        await given.refused(given.byStranger.novate(id, terms, UNSPLIT, consents), "SignatureInvalid");
        expect(await given.record(id)).to.deep.equal(before);
      });
    }

    it("hold for these terms alone", async () => {
      const consents = await consentsTo(given, id, renewed());
      const act = given.byStranger.novate(id, renewed({ principal: 1n }), UNSPLIT, consents);
      await given.refused(act, "SignatureInvalid");
    });

    it("hold for this note alone, though its twin stands the same", async () => {
      const twin = await given.make();
      const consents = await consentsTo(given, id, renewed());
      await given.refused(given.byStranger.novate(twin, renewed(), UNSPLIT, consents), "SignatureInvalid");
    });

    it("are needed of each: of no two alone", async () => {
      const terms = renewed();
      const consents = await consentsTo(given, id, terms);
      for (const lacking of ["holder", "obligor"] as const) {
        const act = given.byStranger.novate(id, terms, UNSPLIT, { ...consents, [lacking]: UNSIGNED });
        await given.refused(act, "SignatureExpired");
      }
      const byAttestor = given.byAttestor.novate(id, terms, UNSPLIT, { ...consents, holder: consents.obligor });
      await given.refused(byAttestor, "SignatureInvalid");
    });
  });

  describe("given a note that has ended, or unsound terms", () => {
    it("is refused, once it has ended in whatever way", async () => {
      const consents = await consentsTo(given, id, renewed());
      await given.byLender.convert(id, ALL, 0n, 0n, "");
      const act = given.byStranger.novate(id, renewed(), UNSPLIT, consents);
      await given.refused(act, "NoteEnded", id, endings.converted);
    });

    const unsound: Record<string, [() => Partial<Terms>, string]> = {
      "no principal": [() => ({ principal: 0n }), "PrincipalZero"],
      "a rate of 100%": [() => ({ rate: 100_000_000n }), "RateTooHigh"],
      "maturity before its date": [() => ({ maturity: dayOf("2003-12-31") }), "MaturityNotAfterDated"],
      "a date to come": [() => ({ dated: dayOf(TODAY) + 1 }), "DatedInFuture"],
      "no price": [() => ({ priceNumerator: 0n }), "PriceZero"],
      "the holder as attestor": [() => ({ attestor: given.lender.address }), "PartiesNotDistinct"],
      "no currency": [() => ({ currency: given.stranger.address }), "NotAContract"],
    };
    for (const [what, [changes, error]] of Object.entries(unsound)) {
      it(`is refused with ${what}, and leaves the old note untouched`, async () => {
        const [before, claim] = [await given.record(id), await given.stock.claimsOf(given.notes)];
        await given.refused(novate(given, id, given.terms(changes())), error);
        expect(await given.record(id)).to.deep.equal(before);
        expect(await given.notes.ownerOf(id)).to.equal(given.lender.address);
        expect(await given.stock.claimsOf(given.notes)).to.equal(claim);
        expect(await given.notes.isNonceUsed(given.lender, 1_000n * id)).to.equal(false);
        expect(await given.notes.noteCount()).to.equal(id);
      });
    }

    it("is refused with the holder as maker", async () => {
      const terms = given.terms({ borrower: given.lender.address, stock: ZeroAddress });
      await given.refused(novate(given, id, terms, { maker: given.lender }), "PartiesNotDistinct");
    });
  });
});
