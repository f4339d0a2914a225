import { expect } from "chai";
import { AbiCoder, keccak256, ZeroAddress, ZeroHash } from "ethers";

import { givenNotes } from "../helpers/notes.ts";
import type { Account } from "../helpers/notes.ts";
import { ALL, ASSIGNMENT, facts, reporters, usd } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

describe("Assignment", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  /** What an assignee accepts: who owes, and the debt apart from the passing of time. */
  async function debtNow(): Promise<string> {
    const { obligor, principal, carried, charges, overdueCarried } = await given.record(id);
    const types = ["address", "uint96", "int112", "uint96", "int256"];
    return keccak256(AbiCoder.defaultAbiCoder().encode(types, [obligor, principal, carried, charges, overdueCarried]));
  }

  async function accept(who: Account = given.subsidiary) {
    return await given.as(who).acceptAssignment(id);
  }

  async function assign(to: Account = given.subsidiary, by: Account = given.borrower) {
    return await given.as(by).assign(id, to);
  }

  describe("given an affiliate of the maker", () => {
    it("accepts, which is told and on record", async () => {
      const act = given.as(given.subsidiary).acceptAssignment(id);
      await given.told(act, "AssignmentAccepted", id, given.subsidiary.address, await debtNow());
      expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(true);
      expect(await given.notes.acceptanceOf(id, given.parent)).to.equal(false);
    });

    for (const to of ["subsidiary", "parent"] as const) {
      it(`becomes obligor: the ${to}`, async () => {
        await accept(given[to]);
        const act = assign(given[to]);
        await given.told(act, "ObligorChanged", id, given.borrower.address, given[to].address);
        expect(await given.notes.obligorOf(id)).to.equal(given[to].address);
        expect(await given.record(id)).to.include({ obligor: given[to].address });
        expect(await given.status(id)).to.equal("outstanding");
      });
    }

    it("that has not accepted is refused, and it is no default", async () => {
      await given.refused(assign(), "AssignmentNotAccepted", given.subsidiary.address, ZeroHash, await debtNow());
      expect(await given.status(id)).to.equal("outstanding");
    });

    it("may withdraw its acceptance, once", async () => {
      await accept();
      const withdraw = () => given.as(given.subsidiary).withdrawAcceptance(id);
      await given.told(withdraw(), "AcceptanceWithdrawn", id, given.subsidiary.address);
      expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(false);
      await given.refused(assign(), "AssignmentNotAccepted", given.subsidiary.address, ZeroHash, await debtNow());
      await given.refused(withdraw(), "NoAcceptance", given.subsidiary.address);
    });

    it("has nothing to withdraw if it has not accepted", async () => {
      await accept(given.parent);
      const act = given.as(given.subsidiary).withdrawAcceptance(id);
      await given.refused(act, "NoAcceptance", given.subsidiary.address);
    });

    it("has accepted for once: after the debt came back, it must accept again", async () => {
      await accept();
      await assign();
      await accept(given.borrower);
      await assign(given.borrower, given.subsidiary);
      expect(await given.notes.obligorOf(id)).to.equal(given.borrower.address);
      await given.refused(assign(), "AssignmentNotAccepted", given.subsidiary.address, ZeroHash, await debtNow());
    });
  });

  describe("given an acceptance, and then", () => {
    const changing: Record<string, () => Promise<unknown>> = {
      "a payment": async () => {
        await given.byLender.permitPrepayment(id, dayOf("2005-12-31"));
        await given.byPayer.pay(id, 10n);
      },
      "an acknowledgement": async () => await given.byLender.acknowledge(id, 10n, ""),
      "a conversion": async () => await given.byLender.convert(id, usd("1000"), 0n, 0n, ""),
      "a charge": async () => await given.charge(id, 1n),
      "a change of obligor": async () => {
        await accept(given.parent);
        await assign(given.parent);
      },
    };
    for (const [act, perform] of Object.entries(changing)) {
      it(`${act}: it must be given again`, async () => {
        await given.on("2005-09-02");
        await accept();
        const accepted = await debtNow();
        await perform();
        expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(false);
        const by = act === "a change of obligor" ? given.parent : given.borrower;
        const args = [given.subsidiary.address, accepted, await debtNow()];
        await given.refused(assign(given.subsidiary, by), "AssignmentNotAccepted", ...args);
        await accept();
        await assign(given.subsidiary, by);
      });
    }

    const keeping: Record<string, () => Promise<unknown>> = {
      "the passing of time": async () => {
        await given.on("2009-01-01");
      },
      "a transfer of the note": async () => await given.byLender.transferFrom(given.lender, given.sister, id),
      "a report": async () => await given.report(id, "petition", facts.adjudication, "2005-09-02"),
    };
    for (const [act, perform] of Object.entries(keeping)) {
      it(`${act}: it stands`, async () => {
        await given.on("2005-09-02");
        await accept();
        await perform();
        expect(await given.notes.acceptanceOf(id, given.subsidiary)).to.equal(true);
        await assign();
      });
    }
  });

  describe("given the obligor has changed", () => {
    beforeEach(async () => {
      await accept();
      await assign();
    });

    it("the new one speaks for the note, the maker no more", async () => {
      const args = [given.borrower.address, given.subsidiary.address];
      await given.refused(assign(given.parent), "NotBorrower", ...args);
      await given.refused(given.charge(id, 1n), "NotBorrowerOrAttestor", ...args, given.attestor.address);
      await given.charge(id, 1n, given.subsidiary);
      await given.report(id, "petition", facts.adjudication, "2003-12-31", given.subsidiary);
    });

    it("the note still converts into the maker's stock, and the maker may pay", async () => {
      await given.on("2007-01-01");
      await given.byLender.convert(id, usd("100000"), 0n, 0n, "");
      expect(await given.stock.balanceOf(given.lender)).to.be.greaterThan(0n);
      await given.byBorrower.pay(id, ALL);
      expect(await given.status(id)).to.equal("paid");
    });

    it("it may come to another affiliate of the maker", async () => {
      await accept(given.parent);
      await assign(given.parent, given.subsidiary);
      expect(await given.notes.obligorOf(id)).to.equal(given.parent.address);
    });

    it("it may come back to the maker, which accepts as anyone does, whatever the register says by then", async () => {
      await given.refused(
        assign(given.borrower, given.subsidiary),
        "AssignmentNotAccepted",
        given.borrower.address,
        ZeroHash,
        await debtNow(),
      );
      await given.registry.connect(given.registrar).revokeControl(given.subsidiary, "");
      await accept(given.borrower);
      const act = assign(given.borrower, given.subsidiary);
      await given.told(act, "ObligorChanged", id, given.subsidiary.address, given.borrower.address);
      expect(await given.notes.obligorOf(id)).to.equal(given.borrower.address);
    });

    it("it stays where it is when the obligor ceases to be an affiliate", async () => {
      await given.registry.connect(given.registrar).revokeControl(given.subsidiary, "");
      expect(await given.notes.obligorOf(id)).to.equal(given.subsidiary.address);
      expect(await given.status(id)).to.equal("outstanding");
    });

    it("is refused to itself", async () => {
      await given.refused(assign(given.subsidiary, given.subsidiary), "SameObligor", given.subsidiary.address);
    });
  });

  describe("given somebody who is no affiliate", () => {
    it("is told, recorded as default (iv), and the obligor stays", async () => {
      const act = assign(given.stranger);
      await given.told(act, "AssignedToStranger", id, given.borrower.address, given.stranger.address);
      const today = dayOf("2003-12-31");
      const rest = [reporters.contract, given.borrower.address, today, today, 1n, ""];
      await given.told(act, "FactReported", id, ASSIGNMENT, facts.assignment, ...rest);
      expect(await given.status(id)).to.equal("default");
      expect(await given.notes.obligorOf(id)).to.equal(given.borrower.address);
    });

    it("is so whether or not it has accepted", async () => {
      await accept(given.stranger);
      await assign(given.stranger);
      expect(await given.notes.obligorOf(id)).to.equal(given.borrower.address);
    });

    it("is so for an affiliate if the terms name no register", async () => {
      id = await given.make({ registry: ZeroAddress });
      await accept();
      await assign();
      expect(await given.status(id)).to.equal("default");
    });

    it("is so for the holder and its affiliates", async () => {
      await assign(given.lender);
      expect(await given.notes.obligorOf(id)).to.equal(given.borrower.address);
      expect(await given.status(id)).to.equal("default");
    });

    it("is recorded a second time, while the default keeps its first day", async () => {
      await assign(given.stranger);
      await given.on("2004-06-01");
      const again = assign(given.payer);
      await given.told(again, "AssignedToStranger", id, given.borrower.address, given.payer.address);
      await expect(again).not.to.emit(given.notes, "FactReported");
      expect((await given.notes.factOf(id, ASSIGNMENT)).begins).to.equal(dayOf("2003-12-31"));
    });

    it("once waived, is a new default when it happens again", async () => {
      await assign(given.stranger);
      await given.byLender.waive(id, ASSIGNMENT);
      expect(await given.status(id)).to.equal("outstanding");
      await given.on("2004-06-01");
      await assign(given.stranger);
      const { begins, ordinal } = await given.notes.factOf(id, ASSIGNMENT);
      expect([begins, ordinal]).to.deep.equal([BigInt(dayOf("2004-06-01")), 2n]);
      expect(await given.status(id)).to.equal("default");
    });
  });

  describe("given an affiliate who is a party", () => {
    it("is refused as obligor: the attestor, and the holder", async () => {
      const register = given.registry.connect(given.registrar);
      await register.recordControl(given.borrower, given.attestor, "");
      await register.revokeControl(given.lender, "");
      await register.recordControl(given.borrower, given.lender, "");
      for (const party of [given.attestor, given.lender]) {
        await accept(party);
        await given.refused(assign(party), "PartyCannotOwe", party.address);
      }
    });
  });

  describe("given anyone but the borrower", () => {
    for (const who of ["lender", "attestor", "subsidiary", "stranger"] as const) {
      it(`is refused to the ${who}`, async () => {
        await accept();
        const args = [given[who].address, given.borrower.address];
        await given.refused(assign(given.subsidiary, given[who]), "NotBorrower", ...args);
      });
    }
  });

  describe("given the borrower assigns to itself", () => {
    it("is refused", async () => {
      await given.refused(assign(given.borrower), "SameObligor", given.borrower.address);
    });
  });
});
