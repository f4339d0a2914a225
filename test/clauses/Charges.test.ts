import { expect } from "chai";

import { givenNotes } from "../helpers/notes.ts";
import { ALL, chargeKinds, reporters, usd } from "../helpers/vocabulary.ts";

const LIMIT = 2n ** 96n - 1n;
const PRINCIPAL = usd("203323.70");

describe("Charges", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  for (const [who, reporter] of Object.entries({ borrower: reporters.borrower, attestor: reporters.attestor })) {
    for (const [kind, ordinal] of Object.entries(chargeKinds)) {
      it(`admitted by the ${who}, a ${kind} is told and owed from then on`, async () => {
        const by = given[who as "borrower" | "attestor"];
        const act = given.as(by).admitCharge(id, ordinal, usd("250"), "invoice 7");
        await given.told(act, "ChargeAdmitted", id, ordinal, usd("250"), reporter, by.address, "invoice 7");
        expect(await given.owed(id)).to.include({ charges: usd("250"), total: PRINCIPAL + usd("250") });
        const byAttestor = who === "attestor" ? usd("250") : 0n;
        expect(await given.record(id)).to.include({ chargesAdmitted: usd("250"), chargesByAttestor: byAttestor });
      });
    }
  }

  it("add up", async () => {
    await given.charge(id, 1n);
    await given.charge(id, 20n, given.attestor);
    await given.charge(id, 300n);
    await given.charge(id, 4000n, given.attestor);
    expect(await given.record(id)).to.include({ charges: 4321n, chargesAdmitted: 4321n, chargesByAttestor: 4020n });
  });

  it("are refused of nothing", async () => {
    await given.refused(given.charge(id, 0n), "ZeroAmount");
  });

  it("are admitted by nobody else, the lender least of all", async () => {
    for (const who of [given.lender, given.sister, given.parent, given.stranger]) {
      const args = [who.address, given.borrower.address, given.attestor.address];
      await given.refused(given.charge(id, 1n, who), "NotBorrowerOrAttestor", ...args);
    }
  });

  describe("given the limit on all", () => {
    it("is refused above, by however little", async () => {
      const { collectionCost } = chargeKinds;
      for (const amount of [LIMIT + 1n, ALL]) {
        await given.refused(given.charge(id, amount), "ChargesAboveLimit", collectionCost, amount, LIMIT);
      }
      await given.charge(id, LIMIT - 5n);
      await given.refused(given.charge(id, 6n), "ChargesAboveLimit", collectionCost, 6n, 5n);
      await given.charge(id, 5n);
      expect(await given.owed(id)).to.include({ charges: LIMIT });
      await given.refused(given.charge(id, 1n, given.attestor), "ChargesAboveLimit", collectionCost, 1n, 0n);
    });

    it("counts all ever admitted, paid or not", async () => {
      await given.charge(id, LIMIT);
      await given.byLender.acknowledge(id, LIMIT, "");
      expect(await given.owed(id)).to.include({ charges: 0n });
      await given.refused(given.charge(id, 1n), "ChargesAboveLimit", chargeKinds.collectionCost, 1n, 0n);
    });
  });

  describe("given the limit on the attestor's", () => {
    it("is the original principal, whatever is left of it", async () => {
      await given.on("2007-01-01");
      await given.byPayer.pay(id, usd("200000"));
      const above = given.charge(id, PRINCIPAL + 1n, given.attestor);
      const args = [chargeKinds.collectionCost, PRINCIPAL + 1n, PRINCIPAL];
      await given.refused(above, "AttestorChargesAboveLimit", ...args);
      await given.charge(id, PRINCIPAL, given.attestor);
      const more = given.byAttestor.admitCharge(id, chargeKinds.lateFee, 1n, "");
      await given.refused(more, "AttestorChargesAboveLimit", chargeKinds.lateFee, 1n, 0n);
    });

    it("is reached in parts too", async () => {
      await given.charge(id, PRINCIPAL - 5n, given.attestor);
      const args = [chargeKinds.collectionCost, 6n, 5n];
      await given.refused(given.charge(id, 6n, given.attestor), "AttestorChargesAboveLimit", ...args);
      await given.charge(id, 5n, given.attestor);
    });

    it("counts the attestor's alone", async () => {
      await given.charge(id, PRINCIPAL + 1n);
      await given.charge(id, PRINCIPAL, given.attestor);
      await given.charge(id, 1n);
      expect((await given.record(id)).chargesByAttestor).to.equal(PRINCIPAL);
    });
  });

  it("come from the attestor alone if the borrower is silent, from nobody if none is named", async () => {
    const nobody = "0x0000000000000000000000000000000000000000";
    id = await given.make({ attestor: nobody });
    const args = [given.attestor.address, given.borrower.address, nobody];
    await given.refused(given.charge(id, 1n, given.attestor), "NotBorrowerOrAttestor", ...args);
  });
});
