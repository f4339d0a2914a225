import { expect } from "chai";
import { network } from "hardhat";

import { deployNotes } from "../../src/chain/deploy.ts";
import type { Signed } from "../helpers/messages.ts";
import type { Account, GivenNotes } from "../helpers/notes.ts";
import { givenNotes, Notes } from "../helpers/notes.ts";
import { digestFor } from "../helpers/signing.ts";
import { chargeKinds, usd } from "../helpers/vocabulary.ts";
import { deployWorld } from "../helpers/world.ts";
import type { World } from "../helpers/world.ts";
import { dayOf } from "../support/days.ts";
import type { Place } from "./places.ts";
import { places, signFor, submitterOf, UNTIL } from "./places.ts";

const overNotes = Object.entries(places).filter(([, place]) => place.ofNote);

function givenWorld(world: World): GivenNotes {
  return Object.assign(new Notes(world), { ...world, world });
}

describe("Signatures: replayed", () => {
  const given = givenNotes();
  let id: bigint;

  beforeEach(async () => {
    id = await given.make();
  });

  async function refuses(where: GivenNotes, place: Place, note: bigint, signed: Signed) {
    const signer = await place.signer(where, note);
    const digest = await digestFor(where, place.message, await place.values(where, note), signed);
    const act = place.submit(where, submitterOf(where, place), note, signed);
    await where.refused(act, "SignatureInvalid", signer.address, digest);
  }

  describe("on another note of the very same terms", () => {
    for (const [what, place] of overNotes) {
      it(`${what}: is refused`, async () => {
        const another = await given.make();
        await refuses(given, place, another, await signFor(given, place, id));
      });
    }
  });

  describe("on another contract of the same chain", () => {
    for (const [what, place] of Object.entries(places)) {
      it(`${what}: is refused`, async () => {
        const signed = await signFor(given, place, id);
        const { notes } = await deployNotes(given.deployer);
        await given.stock.grantConversion(notes);
        const elsewhere = givenWorld({ ...given.world, notes });
        expect(await elsewhere.make()).to.equal(id);
        await refuses(elsewhere, place, id, signed);
      });
    }
  });

  describe("on another chain, where all has the same address", () => {
    let elsewhere: GivenNotes;

    before(async () => {
      const connection = await network.create({ network: "past", override: { chainId: 4242 } });
      elsewhere = givenWorld(await deployWorld(connection));
      await elsewhere.make();
    });

    for (const [what, place] of Object.entries(places)) {
      it(`${what}: is refused`, async () => {
        expect(await elsewhere.notes.getAddress()).to.equal(await given.notes.getAddress());
        await refuses(elsewhere, place, id, await signFor(given, place, id));
      });
    }
  });

  describe("after the note has changed", () => {
    const changes: Record<string, () => Promise<unknown>> = {
      "a payment permitted before maturity": async () => {
        await given.byLender.permitPrepayment(id, UNTIL);
        await given.byPayer.pay(id, usd("1000"));
      },
      "an overdue payment": async () => {
        await given.on("2007-03-01");
        await given.byPayer.pay(id, usd("1"));
      },
      "a payment acknowledged": async () => {
        await given.byLender.acknowledge(id, usd("1"), "wire");
      },
      "a conversion": async () => {
        await given.on("2005-09-02");
        await given.byLender.convert(id, usd("1000"), 0n, 0n, "");
      },
      "a charge admitted": async () => {
        await given.byBorrower.admitCharge(id, chargeKinds.lateFee, 1n, "");
      },
      "a transfer": async () => {
        await given.byLender.transferFrom(given.lender, given.sister, id);
      },
      "a change of obligor": async () => {
        await given.as(given.subsidiary).acceptAssignment(id);
        await given.byBorrower.assign(id, given.subsidiary);
      },
    };

    for (const [change, happens] of Object.entries(changes)) {
      for (const [what, place] of overNotes) {
        it(`${what}: is refused after ${change}`, async () => {
          const signed = await signFor(given, place, id);
          await happens();
          await refuses(given, place, id, signed);
        });
      }
    }

    for (const [what, place] of overNotes) {
      it(`${what}: is refused once the note has ended`, async () => {
        const signed = await signFor(given, place, id);
        const other = await signFor(given, place, id);
        await given.byLender.release(id);
        const act = submitEnded(place, signed, other);
        await given.refused(act, "NoteEnded", id, 4n);
      });
    }

    /** Of a note that has ended nobody can sign the present state: what else is needed was signed before. */
    async function submitEnded(place: Place, signed: Signed, other: Signed) {
      const { notes } = given;
      const by = given.payer;
      const consents = { holder: signed, obligor: other, maker: other };
      const byMessage: Record<string, () => Promise<unknown>> = {
        ConsentToTransfer: () => notes.connect(by).transferBySignature(id, given.stranger, UNTIL, signed, other),
        TransferNote: () => notes.connect(by).transferBySignature(id, given.stranger, UNTIL, other, signed),
        AcceptAssignment: () => notes.connect(by).acceptBySignature(id, given.subsidiary, signed),
        AssignNote: () => notes.connect(by).assignBySignature(id, given.subsidiary, signed, other),
        NovateNote: async () => {
          const terms = given.terms();
          return await notes.connect(by).novate(id, terms, await factors(), consents);
        },
      };
      return await byMessage[place.message]?.();
    }

    async function factors() {
      const [splitNumerator, splitDenominator, distributionNumerator, distributionDenominator] =
        await given.stock.factors();
      return { splitNumerator, splitDenominator, distributionNumerator, distributionDenominator };
    }
  });

  describe("after time alone has passed", () => {
    for (const [what, place] of overNotes) {
      it(`${what}: still holds, overdue and in default`, async () => {
        const signed = await signFor(given, place, id);
        await given.on("2007-03-01");
        await given.byLender.demand(id, "");
        await given.on("2007-06-01");
        expect(await given.status(id)).to.equal("default");
        await place.submit(given, submitterOf(given, place), id, signed);
      });
    }
  });

  describe("after facts were reported, cured and waived, which move no amount", () => {
    it("a transfer still holds", async () => {
      const place = places["transferBySignature, transfer by the holder"]!;
      const signed = await signFor(given, place, id);
      await given.report(id, "petition", 0n, "2003-12-31");
      await place.submit(given, given.payer, id, signed);
    });
  });

  describe("when the state comes back to what was signed", () => {
    async function move(from: Account, to: Account) {
      await given.as(from).transferFrom(from, to, id);
    }

    // known limit: a state is told by its figures and its parties, not by how it came about
    it("holds again: so what is no longer wanted must be cancelled", async () => {
      const place = places["consentBySignature, by the obligor"]!;
      const [kept, cancelled] = [await signFor(given, place, id), await signFor(given, place, id)];
      await move(given.lender, given.sister);
      await refuses(given, place, id, kept);
      await move(given.sister, given.lender);
      await place.submit(given, given.payer, id, kept);
      await given.byBorrower.cancelSignature(cancelled.nonce);
      const act = place.submit(given, given.payer, id, cancelled);
      await given.refused(act, "NonceUsed", given.borrower.address, cancelled.nonce);
    });
  });

  describe("between acts", () => {
    it("a transfer is no assignment, though their members are the same", async () => {
      const transfer = places["transferBySignature, transfer by the holder"]!;
      const signed = await signFor(given, { ...transfer, signer: () => Promise.resolve(given.borrower) }, id);
      const act = given.byPayer.assignBySignature(id, given.stranger, signed, signed);
      await expect(act).to.be.revertedWithCustomError(given.notes, "SignatureInvalid");
    });

    it("a consent until one day is none until another", async () => {
      const place = places["consentBySignature, by the obligor"]!;
      const signed = await signFor(given, place, id);
      for (const until of [UNTIL + 1, UNTIL - 1, dayOf("2004-01-01")]) {
        const act = given.byPayer.consentBySignature(id, given.stranger, until, signed);
        await given.refused(act, "SignatureInvalid");
      }
    });

    it("a consent to one is none to another", async () => {
      const signed = await signFor(given, places["consentBySignature, by the obligor"]!, id);
      const act = given.byPayer.consentBySignature(id, given.payer, UNTIL, signed);
      await given.refused(act, "SignatureInvalid");
    });

    it("a consent of the holder's in a novation is none of the obligor's", async () => {
      const holder = places["novate, by the holder"]!;
      const signed = await signFor(given, holder, id);
      await refuses(given, places["novate, by the obligor"]!, id, signed);
      await refuses(given, places["novate, by the new maker"]!, id, signed);
    });
  });
});
