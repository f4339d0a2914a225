import { AbiCoder, solidityPackedKeccak256, ZeroHash } from "ethers";

/** What the Ethereum Attestation Service is to know of an attestation of control: its data are these, in this order. */
export const CONTROL_SCHEMA = "address controller,string evidence";

/** One company's control over another, to be attested. */
export interface Control {
  /** Who controls. */
  readonly controller: string;
  /** Who is controlled. */
  readonly controlled: string;
  /** Link to what it rests on, or its hash. */
  readonly evidence: string;
  /** First second at which it no longer counts, since 1970-01-01T00:00:00Z; null if it lasts until it is revoked. */
  readonly until: bigint | null;
}

/** What `attest` of the Ethereum Attestation Service takes. */
export interface AttestationRequest {
  readonly schema: string;
  readonly data: {
    readonly recipient: string;
    readonly expirationTime: bigint;
    readonly revocable: boolean;
    readonly refUID: string;
    readonly data: string;
    readonly value: bigint;
  };
}

/**
 * The identifier of the schema that a register of attested control is the resolver of. Anyone may register it, once:
 * `await schemaRegistry.register(CONTROL_SCHEMA, register, true)`.
 *
 * @param register Address of the `AttestedControlRegistry`.
 * @example controlSchemaUid(register) // 32 bytes, in hexadecimal with 0x
 */
export function controlSchemaUid(register: string): string {
  return solidityPackedKeccak256(["string", "address", "bool"], [CONTROL_SCHEMA, register, true]);
}

/**
 * The attestation by which the registrar says that one company controls another.
 *
 * @param register Address of the `AttestedControlRegistry`.
 * @throws RangeError if it is until 1970-01-01T00:00:00Z or before: the service would take that for no end.
 * @example
 * const request = controlAttestation(register, { controller: holding, controlled: lender, evidence: "ipfs://…", until: null });
 * await service.connect(registrar).attest(request);
 */
export function controlAttestation(register: string, control: Control): AttestationRequest {
  const { controller, controlled, evidence, until } = control;
  if (until !== null && until <= 0n) throw new RangeError(`until ${String(until)}: not after 1970-01-01T00:00:00Z`);
  return {
    schema: controlSchemaUid(register),
    data: {
      recipient: controlled,
      expirationTime: until ?? 0n,
      revocable: true,
      refUID: ZeroHash,
      data: AbiCoder.defaultAbiCoder().encode(["address", "string"], [controller, evidence]),
      value: 0n,
    },
  };
}
