import { ZeroHash } from "ethers";

import { UNSIGNED } from "../../src/chain/signatures.ts";
import type { Account, GivenNotes } from "./notes.ts";
import { ALL, chargeKinds, facts, named, UNSPLIT } from "./vocabulary.ts";
import { dayOf } from "../support/days.ts";

/** One act on a note, by whoever is named, with arguments that are sound on any day of 2007 on a note of the sample's terms. */
export type Act = (given: GivenNotes, id: bigint, by: Account) => Promise<unknown>;

const LATER = dayOf("2199-12-31");

const NO_PERMIT = { value: 0n, deadline: 0n, v: 0, r: ZeroHash, s: ZeroHash };
const NO_CONSENTS = { holder: UNSIGNED, obligor: UNSIGNED, maker: UNSIGNED };

/** Every act on a note by a call, by name, but those that outlive the note. */
export const acts = {
  permitPrepayment: (given, id, by) => given.as(by).permitPrepayment(id, LATER),
  revokePrepaymentPermission: (given, id, by) => given.as(by).revokePrepaymentPermission(id),
  pay: (given, id, by) => given.as(by).pay(id, 1n),
  payWithPermit: (given, id, by) => given.as(by).payWithPermit(id, 1n, NO_PERMIT),
  acknowledge: (given, id, by) => given.as(by).acknowledge(id, 1n, ""),
  release: (given, id, by) => given.as(by).release(id),
  demand: (given, id, by) => given.as(by).demand(id, ""),
  report: (given, id, by) => given.as(by).report(id, named("new"), facts.judgment, dayOf("2003-12-31"), ""),
  cure: (given, id, by) => given.as(by).cure(id, named("petition"), dayOf("2006-06-01"), ""),
  waive: (given, id, by) => given.as(by).waive(id, named("petition")),
  admitCharge: (given, id, by) => given.as(by).admitCharge(id, chargeKinds.lateFee, 1n, ""),
  convert: (given, id, by) => given.as(by).convert(id, ALL, 0n, 0n, ""),
  consentToTransfer: (given, id, by) => given.as(by).consentToTransfer(id, given.stranger, LATER),
  revokeConsent: (given, id, by) => given.as(by).revokeConsent(id),
  acceptAssignment: (given, id, by) => given.as(by).acceptAssignment(id),
  withdrawAcceptance: (given, id, by) => given.as(by).withdrawAcceptance(id),
  assign: (given, id, by) => given.as(by).assign(id, given.parent),
  declareLost: (given, id, by) => given.as(by).declareLost(id, ""),
  consentToRecovery: (given, id, by) => given.as(by).consentToRecovery(id, given.holdco),
  revokeRecoveryConsent: (given, id, by) => given.as(by).revokeRecoveryConsent(id),
  recover: (given, id, by) => given.as(by).recover(id),
} as const satisfies Record<string, Act>;

/** Acts on a note that are open when it has ended. The money is that held for the sister. */
export const outlivingActs = {
  withdraw: (given, id, by) => given.as(by).withdraw(id, given.sister, by),
  object: (given, id, by) => given.as(by).object(id),
} as const satisfies Record<string, Act>;

/** Acts on a note that rest on signatures, with none. */
export const signedActs = {
  novate: (given, id, by) => given.as(by).novate(id, given.terms(), UNSPLIT, NO_CONSENTS),
  consentBySignature: (given, id, by) => given.as(by).consentBySignature(id, given.stranger, LATER, UNSIGNED),
  transferBySignature: (given, id, by) =>
    given.as(by).transferBySignature(id, given.stranger, LATER, UNSIGNED, UNSIGNED),
  acceptBySignature: (given, id, by) => given.as(by).acceptBySignature(id, given.parent, UNSIGNED),
  assignBySignature: (given, id, by) => given.as(by).assignBySignature(id, given.parent, UNSIGNED, UNSIGNED),
} as const satisfies Record<string, Act>;

/** The name of an act by a call. */
export type ActName = keyof typeof acts | keyof typeof outlivingActs;
