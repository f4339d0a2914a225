import type { ActName } from "./scenarioSchema.ts";

/** Names that every simulation has. */
export const ROLES = ["borrower", "lender", "attestor", "registrar"] as const;

/** Who submits what others have signed: nobody's party. */
export const COURIER = "courier";

/** Whose act it is where a step does not say. */
export const NATURAL_ACTORS: Readonly<Record<ActName, string | null>> = {
  convert: "lender",
  pay: "borrower",
  acknowledge: "lender",
  withdraw: "lender",
  permitPrepayment: "lender",
  demand: "lender",
  consent: "borrower",
  revokeConsent: "borrower",
  transfer: "lender",
  assign: "borrower",
  novate: "borrower",
  report: "borrower",
  cure: "lender",
  waive: "lender",
  charge: "borrower",
  release: "lender",
  declareLost: "attestor",
  recover: "borrower",
  object: "lender",
  split: "borrower",
  distribute: "borrower",
  recapitalize: "borrower",
  exchange: "lender",
  control: "registrar",
  uncontrol: "registrar",
  block: "currency",
  unblock: "currency",
  look: null,
};
