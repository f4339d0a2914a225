import { expect } from "chai";

import { dayOf } from "../../src/math/civilDate.ts";
import { after, refusalOf, sampleNote, usd } from "./fixture.ts";
import type { Step } from "./fixture.ts";

const declare = (on: string): Step => [on, "attestor", { do: "declareLost" }];
const consent = (on: string, to: string): Step => [on, "borrower", { do: "consentToRecovery", to }];
const recover = (on: string): Step => [on, "anyone", { do: "recover" }];
const payAll: Step = ["2007-01-02", "borrower", { do: "pay", amount: "all" }];

describe("model: lost note", () => {
  describe("given a declaration and a consent", () => {
    const given = after(sampleNote(), consent("2004-03-01", "newKey"), declare("2004-03-10"));

    it("moves on the day after the thirty days from the later of the two", () => {
      expect(refusalOf(given, ...recover("2004-04-09"))).to.equal("RecoveryPremature");
      expect(after(given, recover("2004-04-10")).note.holder).to.equal("newKey");
    });

    it("starts the days anew for another address", () => {
      const another = after(given, consent("2004-04-01", "otherKey"));
      expect(refusalOf(another, ...recover("2004-05-01"))).to.equal("RecoveryPremature");
      expect(after(another, recover("2004-05-02")).note.holder).to.equal("otherKey");
      expect(refusalOf(another, ...consent("2004-04-02", "otherKey"))).to.equal("RecoveryAlreadyConsented");
    });

    for (const step of [
      ["2004-03-20", "lender", { do: "object" }],
      ["2004-03-20", "lender", { do: "revokePrepayment" }],
      ["2004-03-20", "lender", { do: "approve", to: "friend" }],
      ["2004-03-20", "lender", { do: "acknowledge", amount: 1n }],
    ] as const satisfies readonly Step[]) {
      it(`is undone when the holder's act is: ${step[2].do}`, () => {
        const objected = after(given, step);
        expect(refusalOf(objected, ...recover("2004-06-01"))).to.equal("NotDeclaredLost");
        expect(refusalOf(objected, ...declare("2005-03-10"))).to.equal("DeclaredWithinYear");
        expect(refusalOf(objected, ...declare("2005-03-11"))).to.equal(null);
      });
    }

    it("never lets the lost address hold the note again", () => {
      const recovered = after(given, recover("2004-04-10"));
      const give = { do: "consent", to: "lender", until: dayOf("2004-05-01") } as const;
      expect(refusalOf(recovered, "2004-04-10", "borrower", give)).to.equal("PartyCannotHold");
      expect(refusalOf(recovered, ...consent("2004-04-11", "lender"))).to.equal("PartyCannotHold");
    });
  });

  it("holds what is paid meanwhile for the new address, though it be all", () => {
    const lost = after(sampleNote(), consent("2007-01-01", "newKey"), declare("2007-01-01"), payAll);
    expect(lost.note.held.get("lender")).to.equal(usd("250682.803191"));
    expect(lost.note.received.size).to.equal(0);
    const recovered = after(lost, recover("2007-02-01"));
    const withdraw = { do: "withdraw", holder: "lender", to: "bank" } as const;
    expect(refusalOf(recovered, "2007-02-01", "lender", withdraw)).to.equal("NotEntitled");
    const withdrawn = after(recovered, ["2007-02-01", "newKey", withdraw]);
    expect(withdrawn.note.received.get("bank")).to.equal(usd("250682.803191"));
    expect(refusalOf(withdrawn, "2007-02-01", "newKey", withdraw)).to.equal("NothingHeld");
  });

  describe("given one step of the two", () => {
    it("does not move", () => {
      const declared = after(sampleNote(), declare("2004-03-01"));
      const consented = after(sampleNote(), consent("2004-03-01", "newKey"));
      expect(refusalOf(declared, ...recover("2005-01-01"))).to.equal("RecoveryNotConsented");
      expect(refusalOf(consented, ...recover("2005-01-01"))).to.equal("NotDeclaredLost");
    });

    it("is over with the note if it is the borrower's", () => {
      const paid = after(sampleNote(), consent("2007-01-01", "newKey"), payAll);
      expect(refusalOf(paid, ...consent("2007-01-03", "otherKey"))).to.equal("NoteEnded");
      expect(refusalOf(paid, "2007-01-03", "lender", { do: "object" })).to.equal("NoRecovery");
    });
  });

  it("loses the borrower's consent, not the declaration, with a change of obligor", () => {
    const assigned = after(
      sampleNote(),
      ["2004-01-01", "registrar", { do: "control", controller: "borrower", controlled: "subsidiary" }],
      declare("2004-03-01"),
      consent("2004-03-01", "newKey"),
      ["2004-03-02", "subsidiary", { do: "accept" }],
      ["2004-03-02", "borrower", { do: "assign", to: "subsidiary" }],
    );
    expect(refusalOf(assigned, ...recover("2004-06-01"))).to.equal("RecoveryNotConsented");
  });
});
