import type { Account, GivenNotes } from "./notes.ts";
import { ALL, chargeKinds, facts, named } from "./vocabulary.ts";
import { dayOf } from "../support/days.ts";

/** One act on a note, by whoever is named, with arguments that are sound on any day of 2007 on a note of the sample's terms. */
export type Act = (given: GivenNotes, id: bigint, by: Account) => Promise<unknown>;

const LATER = dayOf("2199-12-31");

/** Every act on a note, by name. */
export const acts = {
  permitPrepayment: (given, id, by) => given.as(by).permitPrepayment(id, LATER),
  revokePrepaymentPermission: (given, id, by) => given.as(by).revokePrepaymentPermission(id),
  pay: (given, id, by) => given.as(by).pay(id, 1n),
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
} as const satisfies Record<string, Act>;

/** The name of an act. */
export type ActName = keyof typeof acts;
