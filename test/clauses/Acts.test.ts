import { expect } from "chai";
import { ZeroAddress, ZeroHash } from "ethers";

import { acts, outlivingActs, signedActs } from "../helpers/acts.ts";
import type { ActName } from "../helpers/acts.ts";
import { givenNotes } from "../helpers/notes.ts";
import { facts } from "../helpers/vocabulary.ts";
import { dayOf } from "../support/days.ts";

const byCall = { ...acts, ...outlivingActs };
const onNotes = { ...byCall, ...signedActs };

type Role = "maker" | "obligor" | "holder" | "formerHolder" | "attestor" | "affiliate" | "registrar" | "stranger";

const ROLES: readonly Role[] = [
  "maker",
  "obligor",
  "holder",
  "formerHolder",
  "attestor",
  "affiliate",
  "registrar",
  "stranger",
];

/** Who may do each act, and what anyone else is told. */
const RULES: Record<ActName, { readonly by: readonly Role[]; readonly error?: string }> = {
  permitPrepayment: { by: ["holder"], error: "NotHolder" },
  revokePrepaymentPermission: { by: ["holder"], error: "NotHolder" },
  pay: { by: ROLES.filter((role) => role !== "holder"), error: "PayerIsHolder" },
  payWithPermit: { by: ROLES.filter((role) => role !== "holder"), error: "PayerIsHolder" },
  withdraw: { by: ["holder"], error: "NotEntitled" },
  acknowledge: { by: ["holder"], error: "NotHolder" },
  release: { by: ["holder"], error: "NotHolder" },
  demand: { by: ["holder"], error: "NotHolder" },
  report: { by: ["obligor", "attestor"], error: "NotBorrowerOrAttestor" },
  cure: { by: ["holder", "attestor"], error: "NotHolderOrAttestor" },
  waive: { by: ["holder"], error: "NotHolder" },
  admitCharge: { by: ["obligor", "attestor"], error: "NotBorrowerOrAttestor" },
  convert: { by: ["holder"], error: "NotHolder" },
  consentToTransfer: { by: ["obligor"], error: "NotBorrower" },
  revokeConsent: { by: ["obligor"], error: "NotBorrower" },
  acceptAssignment: { by: ROLES },
  withdrawAcceptance: { by: ["affiliate"], error: "NoAcceptance" },
  assign: { by: ["obligor"], error: "NotBorrower" },
  declareLost: { by: ["attestor"], error: "NotAttestor" },
  consentToRecovery: { by: ["obligor"], error: "NotBorrower" },
  revokeRecoveryConsent: { by: ["obligor"], error: "NotBorrower" },
  object: { by: ["holder"], error: "NotHolder" },
  recover: { by: [], error: "NotDeclaredLost" },
};

describe("Acts", () => {
  let id: bigint;

  // a note transferred once and assigned once, past the last day to pay, with a fact, a consent, an acceptance and a
  // consent to recovery open, and money in the holder's box
  const given = givenNotes(async (at) => {
    id = await at.make();
    await at.byLender.transferFrom(at.lender, at.sister, id);
    await at.as(at.subsidiary).acceptAssignment(id);
    await at.byBorrower.assign(id, at.subsidiary);
    await at.on("2007-01-03");
    await at.as(at.subsidiary).consentToTransfer(id, at.payer, dayOf("2007-12-31"));
    await at.report(id, "petition", facts.judgment, "2006-06-01", at.subsidiary);
    await at.as(at.parent).acceptAssignment(id);
    await at.as(at.subsidiary).consentToRecovery(id, at.payer);
    await at.currency.mint((await at.notes.heldFor(id, at.sister)).box, 1n);
  });

  function account(role: Role) {
    const accounts = {
      maker: given.borrower,
      obligor: given.subsidiary,
      holder: given.sister,
      formerHolder: given.lender,
      attestor: given.attestor,
      affiliate: given.parent,
      registrar: given.registrar,
      stranger: given.stranger,
    };
    return accounts[role];
  }

  function argumentsOf(error: string, who: string): readonly unknown[] {
    const [obligor, holder, attestor] = [given.subsidiary.address, given.sister.address, given.attestor.address];
    const table: Record<string, readonly unknown[]> = {
      NotHolder: [who, holder],
      NotBorrower: [who, obligor],
      NotBorrowerOrAttestor: [who, obligor, attestor],
      NotHolderOrAttestor: [who, holder, attestor],
      PayerIsHolder: [who],
      NoAcceptance: [who],
      NotEntitled: [who, holder],
      NotAttestor: [who, attestor],
      NotDeclaredLost: [id],
    };
    return table[error] ?? [];
  }

  for (const [name, { by, error }] of Object.entries(RULES)) {
    describe(`given ${name}`, () => {
      for (const role of ROLES) {
        const may = by.includes(role);
        it(`${may ? "takes it from" : "refuses it to"} the ${role}`, async () => {
          const before = await given.record(id);
          const act = byCall[name as ActName](given, id, account(role));
          if (may) {
            await act;
          } else {
            await given.refused(act, error ?? "", ...argumentsOf(error ?? "", account(role).address));
            expect(await given.record(id)).to.deep.equal(before);
          }
        });
      }
    });
  }

  describe("given a note that was never made", () => {
    for (const [name, act] of Object.entries(onNotes)) {
      it(`refuses ${name}`, async () => {
        for (const unknown of [0n, id + 1n]) {
          await given.refused(act(given, unknown, given.borrower), "NoteUnknown", unknown);
        }
      });
    }

    const views: Record<string, (unknown: bigint) => Promise<unknown>> = {
      termsOf: (unknown) => given.notes.termsOf(unknown),
      recordOf: (unknown) => given.notes.recordOf(unknown),
      dayOf: (unknown) => given.notes.dayOf(unknown),
      statusOf: (unknown) => given.notes.statusOf(unknown),
      statementOf: (unknown) => given.notes.statementOf(unknown),
      statementOn: (unknown) => given.notes.statementOn(unknown, 0),
      obligorOf: (unknown) => given.notes.obligorOf(unknown),
      isPayable: (unknown) => given.notes.isPayable(unknown),
      transferBasis: (unknown) => given.notes.transferBasis(unknown, given.stranger),
      acceptanceOf: (unknown) => given.notes.acceptanceOf(unknown, given.stranger),
      getDocument: (unknown) => given.notes.getDocument(unknown, ZeroHash),
      getAllDocuments: (unknown) => given.notes.getAllDocuments(unknown),
      dueOn: (unknown) => given.lens.dueOn(unknown),
      payableThrough: (unknown) => given.lens.payableThrough(unknown),
      standingDefaults: (unknown) => given.lens.standingDefaults(unknown),
      isConvertible: (unknown) => given.lens.isConvertible(unknown),
      pricePerShare: (unknown) => given.lens.pricePerShare(unknown),
      previewConversion: (unknown) => given.lens.previewConversion(unknown, 1n, 0n),
    };
    for (const [name, view] of Object.entries(views)) {
      it(`has no answer for ${name}`, async () => {
        for (const unknown of [0n, id + 1n]) await given.refused(view(unknown), "NoteUnknown", unknown);
      });
    }

    it("has no facts and no owner", async () => {
      expect((await given.notes.factOf(9n, ZeroAddress.padEnd(66, "0"))).ordinal).to.equal(0n);
      expect((await given.notes.openFactsOf(9n)).names).to.deep.equal([]);
      await given.refused(given.notes.ownerOf(9n), "ERC721NonexistentToken", 9n);
    });
  });

  describe("given the table of acts", () => {
    it("names every act of the book but those that make a note, cancel a signature or do several at once", () => {
      const views = new Set(["pure", "view"]);
      const functions = given.notes.interface.fragments.filter((fragment) => fragment.type === "function");
      const changing = functions.map((fragment) => JSON.parse(fragment.format("json")) as Function_);
      const named = changing.filter((each) => !views.has(each.stateMutability)).map((each) => each.name);
      const making = ["make", "makeBySignature", "offer", "withdrawOffer", "subscribe", "subscribeBySignature"];
      const others = [...making, "cancelSignature", "multicall"];
      const token = ["approve", "setApprovalForAll", "transferFrom", "safeTransferFrom"];
      const rest = named.filter((name) => !others.includes(name) && !token.includes(name));
      expect(rest.sort()).to.deep.equal(Object.keys(onNotes).sort());
    });
  });
});

interface Function_ {
  readonly name: string;
  readonly stateMutability: string;
}
