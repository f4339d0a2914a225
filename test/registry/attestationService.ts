import { createRequire } from "node:module";

import type { EAS, SchemaRegistry } from "@ethereum-attestation-service/eas-contracts";
import { expect } from "chai";
import { AbiCoder, Contract, ContractFactory, Interface, solidityPackedKeccak256, ZeroHash } from "ethers";
import type { InterfaceAbi } from "ethers";

import type { Connection } from "../helpers/world.ts";
import { EVIDENCE } from "./register.ts";
import type { Register, Saying, Signer } from "./register.ts";

interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

const require = createRequire(import.meta.url);
const shipped = (name: string) =>
  require(`@ethereum-attestation-service/eas-contracts/artifacts/contracts/${name}.sol/${name}.json`) as Artifact;
const artifacts = { EAS: shipped("EAS"), SchemaRegistry: shipped("SchemaRegistry") };

/** What the attestations of control mean, as it is registered. */
export const SCHEMA = "address controller,string evidence";

/** The attestation service with its register of schemas, as its makers compiled them. */
export class AttestationService {
  readonly address: string;
  readonly #schemas: string;
  readonly #reader: Signer;

  constructor(address: string, schemas: string, reader: Signer) {
    this.address = address;
    this.#schemas = schemas;
    this.#reader = reader;
  }

  static async deploy({ ethers }: Connection): Promise<AttestationService> {
    const [deployer] = await ethers.getSigners();
    if (deployer === undefined) throw new Error("accounts");
    const make = async ({ abi, bytecode }: Artifact, ...args: string[]) =>
      await (await new ContractFactory(abi, bytecode, deployer).deploy(...args)).getAddress();
    const schemas = await make(artifacts.SchemaRegistry);
    return new AttestationService(await make(artifacts.EAS, schemas), schemas, deployer);
  }

  /** The service as an account calls it. */
  as(account: Signer): EAS {
    // its types are over another copy of ethers' types
    return new Contract(this.address, artifacts.EAS.abi, account) as unknown as EAS;
  }

  /** Registers a schema by an account, and answers its identifier. */
  async registerSchema(by: Signer, resolver: string, schema = SCHEMA, revocable = true): Promise<string> {
    await this.#schemasAs(by).register(schema, resolver, revocable);
    return schemaUid(resolver, schema, revocable);
  }

  /** What is registered under an identifier. */
  async schemaOf(uid: string) {
    return await this.#schemasAs(this.#reader).getSchema(uid);
  }

  #schemasAs(account: Signer): SchemaRegistry {
    return new Contract(this.#schemas, artifacts.SchemaRegistry.abi, account) as unknown as SchemaRegistry;
  }

  /** The attestations made in the last block, in order. */
  async made(): Promise<string[]> {
    const eas = this.as(this.#reader);
    return (await eas.queryFilter(eas.filters.Attested(), "latest")).map(({ args }) => args.uid);
  }

  /** Expects the service itself to refuse, with an error of its own. */
  async refused(act: Promise<unknown>, error: string): Promise<void> {
    await expect(act).to.be.revertedWithCustomError({ interface: new Interface(artifacts.EAS.abi) }, error);
  }
}

/** The identifier that the service gives a schema. */
export function schemaUid(resolver: string, schema = SCHEMA, revocable = true): string {
  return solidityPackedKeccak256(["string", "address", "bool"], [schema, resolver, revocable]);
}

/** The statement that one company controls another, as the service takes it. */
export function statement(controller: string, controlled: string, { evidence = EVIDENCE, until = 0 }: Saying = {}) {
  return {
    recipient: controlled,
    expirationTime: until,
    revocable: true,
    refUID: ZeroHash,
    data: AbiCoder.defaultAbiCoder().encode(["address", "string"], [controller, evidence]),
    value: 0,
  };
}

/** A register that follows attestations, its service, and the schema registered there. */
export async function deployAttested(connection: Connection, registrar: Signer) {
  const service = await AttestationService.deploy(connection);
  const args = [service.address, registrar] as const;
  const contract = await connection.ethers.deployContract("AttestedControlRegistry", [...args]);
  const address = await contract.getAddress();
  const schema = await service.registerSchema(registrar, address);

  // the latest over each company
  const attestations = new Map<string, string>();

  async function record(controller: string, controlled: string, saying: Saying = {}) {
    const eas = service.as(saying.by ?? registrar);
    const request = { schema, data: statement(controller, controlled, saying) };
    const sent = await eas.attest(request);
    const [made] = await service.made();
    if (made === undefined) throw new Error("nothing was attested");
    attestations.set(controlled, made);
    return sent;
  }

  const attestationOf = (controlled: string) => attestations.get(controlled) ?? ZeroHash;

  async function revoke(controlled: string) {
    return await service.as(registrar).revoke({ schema, data: { uid: attestationOf(controlled), value: 0 } });
  }

  async function expectNoneToRevoke(controlled: string) {
    expect(await contract.attestationOf(controlled)).to.deep.equal([ZeroHash, 0n]);
    const uid = attestationOf(controlled);
    const { revocationTime } = await service.as(registrar).getAttestation(uid);
    if (uid === ZeroHash) await service.refused(revoke(controlled), "NotFound");
    else if (revocationTime > 0n) await service.refused(revoke(controlled), "AlreadyRevoked");
    // it has expired: its revocation passes and ends nothing
    else await expect(revoke(controlled)).not.to.emit(contract, "ControlRevoked");
  }

  return {
    contract,
    address,
    registrar,
    service,
    schema,
    record,
    revoke,
    expectNoneToRevoke,
    attestationOf,
    evidenceOfEnd: "",
  } satisfies Register & Record<string, unknown>;
}

/** What `deployAttested` gives. */
export type AttestedRegister = Awaited<ReturnType<typeof deployAttested>>;
