import { createRequire } from "node:module";

import type { BaseContractMethod, ContractTransactionResponse, InterfaceAbi, TypedDataDomain } from "ethers";
import { concat, Contract, ContractFactory, Interface, TypedDataEncoder, ZeroAddress } from "ethers";

import type { typesOf, Values } from "./messages.ts";
import type { Account, GivenNotes } from "./notes.ts";
import type { Signatory } from "./signing.ts";

interface Artifact {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

const require = createRequire(import.meta.url);
const shipped = (path: string) =>
  require(`@safe-global/safe-contracts/build/artifacts/contracts/${path}.json`) as Artifact;
const artifacts = {
  Safe: shipped("Safe.sol/Safe"),
  Factory: shipped("proxies/SafeProxyFactory.sol/SafeProxyFactory"),
  Handler: shipped("handler/CompatibilityFallbackHandler.sol/CompatibilityFallbackHandler"),
  SignMessageLib: shipped("libraries/SignMessageLib.sol/SignMessageLib"),
};

const MESSAGE = { SafeMessage: [{ name: "message", type: "bytes" }] };
const TRANSACTION = {
  SafeTx: [
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "data", type: "bytes" },
    { name: "operation", type: "uint8" },
    { name: "safeTxGas", type: "uint256" },
    { name: "baseGas", type: "uint256" },
    { name: "gasPrice", type: "uint256" },
    { name: "gasToken", type: "address" },
    { name: "refundReceiver", type: "address" },
    { name: "nonce", type: "uint256" },
  ],
};

/** A Safe as its makers compiled it, with the handler that answers ERC-1271. It signs as as many of its owners as are told to. */
export class Safe implements Signatory {
  readonly address: string;
  readonly signMessageLib: string;
  readonly #contract: Contract;
  readonly #owners: readonly Account[];
  readonly #chainId: bigint;

  constructor(address: string, signMessageLib: string, owners: readonly Account[], chainId: bigint) {
    this.address = address;
    this.signMessageLib = signMessageLib;
    this.#contract = new Contract(address, artifacts.Safe.abi, owners[0]);
    this.#owners = owners;
    this.#chainId = chainId;
  }

  /** Deploys one of its own singleton, factory and handler, for these owners, of whom so many must sign. */
  static async deploy(given: GivenNotes, owners: readonly Account[], threshold: number): Promise<Safe> {
    const deploy = async ({ abi, bytecode }: Artifact) =>
      await (await new ContractFactory(abi, bytecode, given.deployer).deploy()).getAddress();
    const singleton = await deploy(artifacts.Safe);
    const handler = await deploy(artifacts.Handler);
    const factory = new Contract(await deploy(artifacts.Factory), artifacts.Factory.abi, given.deployer);
    const people = owners.map(({ address }) => address);
    const setup = [people, threshold, ZeroAddress, "0x", handler, ZeroAddress, 0, ZeroAddress];
    const initializer = new Interface(artifacts.Safe.abi).encodeFunctionData("setup", setup);
    const create: BaseContractMethod = factory.getFunction("createProxyWithNonce");
    const address = String(await create.staticCall(singleton, initializer, 0n));
    await create(singleton, initializer, 0n);
    const { chainId } = await given.connection.ethers.provider.getNetwork();
    return new Safe(address, await deploy(artifacts.SignMessageLib), owners, chainId);
  }

  /** The same Safe, for which only the first so many of its owners sign. */
  signedBy(howMany: number): Safe {
    return new Safe(this.address, this.signMessageLib, this.#owners.slice(0, howMany), this.#chainId);
  }

  /** Owners sign the Safe's own message, which has the digest of the typed data within. */
  async signTypedData(domain: TypedDataDomain, types: ReturnType<typeof typesOf>, values: Values): Promise<string> {
    const message = TypedDataEncoder.hash(domain, types, values);
    return await this.#signAll(MESSAGE, { message });
  }

  /** Calls a contract by a transaction of the Safe. */
  async call(to: string, data: string, operation: 0 | 1 = 0): Promise<ContractTransactionResponse> {
    const none = { value: 0n, safeTxGas: 0n, baseGas: 0n, gasPrice: 0n };
    const nobody = { gasToken: ZeroAddress, refundReceiver: ZeroAddress };
    const nonce = (await this.#contract.getFunction("nonce")()) as bigint;
    const signatures = await this.#signAll(TRANSACTION, { to, data, operation, ...none, ...nobody, nonce });
    const execute = this.#contract.getFunction("execTransaction");
    return await execute.send(to, 0n, data, operation, 0n, 0n, 0n, ZeroAddress, ZeroAddress, signatures);
  }

  /** Approves typed data on the chain, for which an empty signature then stands. */
  async approve(domain: TypedDataDomain, types: ReturnType<typeof typesOf>, values: Values): Promise<void> {
    const message = TypedDataEncoder.hash(domain, types, values);
    const sign = new Interface(artifacts.SignMessageLib.abi).encodeFunctionData("signMessage", [message]);
    await this.call(this.signMessageLib, sign, 1);
  }

  async #signAll(types: ReturnType<typeof typesOf>, values: Values): Promise<string> {
    const domain = { chainId: this.#chainId, verifyingContract: this.address };
    const inOrder = [...this.#owners].sort((a, b) => (BigInt(a.address) < BigInt(b.address) ? -1 : 1));
    return concat(await Promise.all(inOrder.map((owner) => owner.signTypedData(domain, types, values))));
  }
}
