import type { Entries, Subject } from "./entry.ts";

const entries = {
  RegistrarIsNobody: {
    sentence: () => "The registry would have no registrar.",
    remedy: "Name the registrar's account when deploying the registry.",
  },
  NotRegistrar: {
    sentence: ({ caller, registrar }, say) =>
      `Only the registrar, ${say.address(registrar)}, may record control; this is by ${say.address(caller)}.`,
    remedy: "Ask the registrar to record it.",
  },
  ControlOfNobody: {
    sentence: ({ controller, controlled }, say) =>
      `Control takes two companies; named are ${say.address(controller)} as controller and ${say.address(controlled)} as controlled.`,
    remedy: "Name both companies' accounts.",
  },
  AlreadyControlled: {
    sentence: ({ controlled, controller, proposed }, say) =>
      `${say.address(controlled)} is controlled by ${say.address(controller)} already, so ${say.address(proposed)} cannot be recorded too.`,
    remedy: "Revoke the control on record first; a company has one controller at a time.",
  },
  ControlCycle: {
    sentence: ({ controller, controlled }, say) =>
      `${say.address(controlled)} itself controls ${say.address(controller)}, or is the same, so it cannot be controlled by it.`,
    remedy: "Check which company controls which, and revoke what is wrong.",
  },
  ControlChainTooLong: {
    sentence: ({ links, mostLinks }) =>
      `The chain of control would have ${links} links, and ${mostLinks} are the most.`,
    remedy: "Record control by a company nearer to the top of the group, or revoke links no longer needed.",
  },
  NotControlled: {
    sentence: ({ controlled }, say) => `No control of ${say.address(controlled)} is on record.`,
    remedy: "Nothing to revoke; check the company's account.",
  },
} satisfies Entries;

/** Who controls whom. */
export const control: Subject = {
  title: "Registries of control",
  contract: "ControlRegistry",
  clause: "ControlRegistry",
  entries,
};

const attestedEntries = {
  NoAttestationService: {
    sentence: ({ service }, say) =>
      `There is no contract at ${say.address(service)}, where the attestation service should be.`,
    remedy: "Name the attestation service of this chain when deploying the registry.",
  },
  NotAttestationService: {
    sentence: ({ caller, service }, say) =>
      `The registry listens to the attestation service at ${say.address(service)} alone; the caller is ${say.address(caller)}.`,
    remedy: "Attest or revoke at that service, which tells the registry.",
  },
  WrongSchema: {
    sentence: ({ schema, expected }, say) =>
      `The attestation is under schema ${say.hash(schema)}; the registry reads those under ${say.hash(expected)}.`,
    remedy: "Attest under the registry's own schema.",
  },
  NotRevocable: {
    sentence: ({ controlled }, say) =>
      `The attestation of control of ${say.address(controlled)} could never be revoked.`,
    remedy: "Attest it as revocable.",
  },
} satisfies Entries;

/** The registry that reads attestations. */
export const attestedControl: Subject = {
  title: "Control by attestation",
  contract: "AttestedControlRegistry",
  clause: "ControlRegistry",
  entries: attestedEntries,
};
