import type { Entries, Subject } from "./entry.ts";

const REFUSED =
  "Nothing on the registry's side: it answers every attestation with an error of its own; check that the schema names it.";
const NO_ETHER = "Send no ether with it: the registry takes none.";

const entries = {
  AccessDenied: {
    sentence: () => "The attestation service lets only the account that attested revoke.",
    remedy: "Revoke from the registrar's account.",
  },
  AlreadyRevoked: {
    sentence: () => "The attestation has been revoked already.",
    remedy: "Nothing to do.",
  },
  DeadlineExpired: {
    sentence: () => "The signed attestation or revocation is past its deadline.",
    remedy: "Ask the registrar for a new signature with a later deadline.",
  },
  InsufficientValue: {
    sentence: () => "The attestation says it comes with more ether than was sent.",
    remedy: NO_ETHER,
  },
  InvalidAttestation: { sentence: () => "The schema's contract did not accept the attestation.", remedy: REFUSED },
  InvalidAttestations: { sentence: () => "The schema's contract did not accept the attestations.", remedy: REFUSED },
  InvalidExpirationTime: {
    sentence: () => "The attestation would expire in the past.",
    remedy: "Give a later expiry, or none.",
  },
  InvalidLength: {
    sentence: () => "The lists given to the attestation service are empty or of different lengths.",
    remedy: "Give as many entries in each list.",
  },
  InvalidNonce: {
    sentence: () => "The nonce of the signed attestation has been passed.",
    remedy: "Sign again with the nonce that the attestation service now gives for the signer.",
  },
  InvalidRevocation: { sentence: () => "The schema's contract did not accept the revocation.", remedy: REFUSED },
  InvalidRevocations: { sentence: () => "The schema's contract did not accept the revocations.", remedy: REFUSED },
  InvalidSchema: {
    sentence: () => "The attestation service does not know the schema, or the attestation to revoke is under another.",
    remedy: "Register the registry's schema with the service first, and name it in both attestation and revocation.",
  },
  InvalidSignature: {
    sentence: () => "The signature is not the attester's, or is of another message.",
    remedy: "Have the registrar sign anew, for this chain and this attestation service.",
  },
  Irrevocable: {
    sentence: () => "The schema or the attestation does not allow revocation.",
    remedy: "Use the registry's own schema, which was registered as revocable.",
  },
  NotFound: {
    sentence: () => "The attestation service has no attestation with that identifier.",
    remedy: "Check the identifier and the chain.",
  },
  NotPayable: {
    sentence: () => "Ether was sent with the attestation, and the schema's contract takes none.",
    remedy: NO_ETHER,
  },
} satisfies Entries;

/** What the attestation service itself refuses. */
export const attestation: Subject = {
  title: "Ethereum Attestation Service",
  contract: "EAS",
  clause: "ControlRegistry",
  entries,
};
