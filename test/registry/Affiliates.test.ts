import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { bases } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";
import { deployAttested } from "./attestationService.ts";
import type { AttestedRegister } from "./attestationService.ts";

describe("Affiliates by attestation", () => {
  let register: AttestedRegister;
  const given = givenNotes();
  let id: bigint;
  let until: number;

  beforeEach(async () => {
    const { connection, registrar, holdco, lender, stranger } = given;
    register = await deployAttested(connection, registrar);
    until = (await connection.networkHelpers.time.latest()) + 1000;
    await register.record(holdco.address, lender.address);
    await register.record(holdco.address, stranger.address, { until });
    id = await given.make({ registry: register.address });
  });

  async function expectNeedsConsent() {
    expect(await given.notes.transferBasis(id, given.stranger)).to.equal(bases.needsConsent);
    const act = given.byLender.transferFrom(given.lender, given.stranger, id);
    const today = dayOf("2003-12-31");
    await given.refused(act, "ConsentRequired", given.stranger.address, "0x".padEnd(42, "0"), 0, today);
  }

  describe("given a note whose terms name the register", () => {
    it("passes freely to an affiliate by attestation", async () => {
      expect(await given.notes.transferBasis(id, given.stranger)).to.equal(bases.affiliate);
      await given.byLender.transferFrom(given.lender, given.stranger, id);
      expect(await given.notes.ownerOf(id)).to.equal(given.stranger.address);
    });

    it("needs consent once the attestation is revoked", async () => {
      await register.revoke(given.stranger.address);
      await expectNeedsConsent();
    });

    it("passes in the last second of the attestation, and needs consent from its expiry on", async () => {
      await given.at(until - 1);
      await given.byLender.transferFrom.staticCall(given.lender, given.stranger, id);
      await given.at(until);
      await expectNeedsConsent();
    });

    it("takes no account of another register", async () => {
      expect(await given.registry.areAffiliates(given.lender, given.sister)).to.equal(true);
      expect(await given.notes.transferBasis(id, given.sister)).to.equal(bases.needsConsent);
    });

    it("is assigned to an affiliate of the maker by attestation", async () => {
      const { borrower, payer } = given;
      await register.record(borrower.address, payer.address);
      await given.byPayer.acceptAssignment(id);
      await given.byBorrower.assign(id, payer);
      expect((await given.record(id)).obligor).to.equal(payer.address);
    });
  });
});
