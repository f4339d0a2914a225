import { readFileSync } from "node:fs";

import type { Addressable, ContractTransactionResponse, InterfaceAbi, Signer } from "ethers";
import { Contract, ContractFactory, getAddress, resolveAddress } from "ethers";

/** Bytecode as a package ships it. */
export interface Shipped {
  readonly abi: InterfaceAbi;
  readonly bytecode: string;
}

/** Places in bytecode where the address of a library goes, by source file and name. */
type Links = Record<string, Record<string, { start: number; length: number }[]>>;

interface Parameter {
  readonly type: string;
  readonly components?: readonly Parameter[];
}

interface Entry {
  readonly inputs?: readonly Parameter[];
}

interface Artifact {
  readonly abi: readonly Entry[];
  readonly bytecode: string | { readonly object: string; readonly linkReferences: Links };
}

const PACKAGES = new URL("../node_modules/", import.meta.url);

/** Reads an artifact that a package ships. */
export function readShipped(path: string, libraries: Readonly<Record<string, string>> = {}): Shipped {
  const { abi: all, bytecode } = JSON.parse(readFileSync(new URL(path, PACKAGES), "utf8")) as Artifact;
  const abi = all.filter(isReadable);
  if (typeof bytecode === "string") return { abi, bytecode };
  return { abi, bytecode: linked(bytecode.object, bytecode.linkReferences, libraries) };
}

/** Entries of external libraries name Solidity's own types, which nobody calls from outside. */
function isReadable({ inputs = [] }: Entry): boolean {
  const readable = ({ type, components = [] }: Parameter): boolean =>
    /^(u?int|address|bool|bytes|string|tuple|function)/.test(type) && components.every(readable);
  return inputs.every(readable);
}

/** The version of a package that is installed. */
export function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(new URL(`${name}/package.json`, PACKAGES), "utf8")) as {
    version: string;
  };
  return version;
}

function linked(object: string, links: Links, libraries: Readonly<Record<string, string>>): string {
  let code = object;
  for (const [name, places] of Object.values(links).flatMap((names) => Object.entries(names))) {
    const library = libraries[name];
    if (library === undefined) throw new Error(`${name} is not deployed`);
    for (const { start, length } of places) {
      const [from, to] = [2 + 2 * start, 2 + 2 * (start + length)];
      code = code.slice(0, from) + getAddress(library).slice(2).toLowerCase() + code.slice(to);
    }
  }
  return code;
}

/** Deploys and waits. */
export async function deploy({ abi, bytecode }: Shipped, by: Signer, args: readonly unknown[] = []): Promise<Contract> {
  const contract = await new ContractFactory(abi, bytecode, by).deploy(...args);
  await contract.waitForDeployment();
  return new Contract(await contract.getAddress(), abi, by);
}

/** A contract as another sees it: with the functions of that one, at its own address. */
export async function at(place: Addressable | string, like: Contract, by: Signer): Promise<Contract> {
  return new Contract(await resolveAddress(place), like.interface, by);
}

/** Calls a function by its name, or its signature where several share the name. */
export async function send(
  contract: Contract,
  by: Signer,
  name: string,
  ...args: readonly unknown[]
): Promise<ContractTransactionResponse> {
  return await (await at(contract, contract, by)).getFunction(name).send(...args);
}
