import { getAddress, getBigInt, isAddress, TypedDataEncoder, verifyTypedData } from "ethers";
import type { TypedDataDomain, TypedDataField } from "ethers";

import { momentInProse } from "../../wording/days.ts";
import { sameAddress } from "../../terms/sameAddress.ts";
import { domainOf, MESSAGES } from "../signatures.ts";
import type { MessageName, SignatureArgument } from "../signatures.ts";
import { ActError } from "./act.ts";
import type { Account, ActChain } from "./act.ts";

/** What a file of a signed message begins with. */
export const SIGNED_FORMAT = "allonge-signed-message-1";

/** A value of a message as JSON holds it: numbers as decimal strings, hashes and addresses in hexadecimal. */
export type PlainValue = string | boolean | { readonly [member: string]: PlainValue };

/** A signed message as it is sent to whoever submits it. All of it but `says` is checked when it is submitted; `says` is worked out anew. */
export interface SignedMessage {
  readonly format: typeof SIGNED_FORMAT;
  /** What it says, in plain words. */
  readonly says: string;
  readonly domain: {
    readonly name: string;
    readonly version: string;
    readonly chainId: string;
    readonly verifyingContract: string;
  };
  readonly primaryType: MessageName;
  readonly types: Readonly<Record<string, readonly TypedDataField[]>>;
  readonly message: Readonly<Record<string, PlainValue>>;
  readonly signer: string;
  readonly signature: string;
}

const ERC1271 = "0x1626ba7e";

/**
 * Has an account sign a message for the contract of a chain.
 *
 * @param contents Its members but for nonce and deadline.
 * @param says What it says, in plain words.
 * @example
 * const { says, ...limits } = await limitsOf(chain, unsigned, from, options);
 * const signed = await signedMessage(chain, accountOf(signer, from), unsigned.name, unsigned.contents, limits, says);
 */
export async function signedMessage(
  chain: ActChain,
  account: Account,
  primaryType: MessageName,
  contents: Readonly<Record<string, unknown>>,
  { nonce, deadline }: { readonly nonce: bigint; readonly deadline: bigint },
  says: string,
): Promise<SignedMessage> {
  const domain = await domainOf(chain.notes);
  const types: Record<string, TypedDataField[]> = { ...MESSAGES[primaryType] };
  const message = plainMembers({ ...contents, nonce, deadline });
  const signature = await account.signTypedData(domain, types, message);
  return {
    format: SIGNED_FORMAT,
    says,
    domain: plainDomain(domain),
    primaryType,
    types,
    message,
    signer: account.address,
    signature,
  };
}

/**
 * Checks the shape of a signed message.
 *
 * @param value What JSON.parse gave.
 * @param file Where it came from, for the message.
 * @throws ActError in one line.
 * @example parseSignedMessage(JSON.parse(await file.text()), file.name)
 */
export function parseSignedMessage(value: unknown, file: string): SignedMessage {
  const refuse = (why: string): never => {
    throw new ActError(`${file}: ${why}`);
  };
  if (typeof value !== "object" || value === null) return refuse("is no signed message");
  const { format, primaryType, domain, types, message, signer, signature, says } = value as Record<string, unknown>;
  if (format !== SIGNED_FORMAT) return refuse(`format: is not ${SIGNED_FORMAT}`);
  if (typeof primaryType !== "string" || !Object.hasOwn(MESSAGES, primaryType)) {
    return refuse(`primaryType: is not one of ${Object.keys(MESSAGES).join(", ")}`);
  }
  const name = primaryType as MessageName;
  if (JSON.stringify(types) !== JSON.stringify(MESSAGES[name])) return refuse(`types: are not those of ${name}`);
  if (typeof signer !== "string" || !/^0x/.test(signer) || !isAddress(signer)) return refuse("signer: is no address");
  if (typeof signature !== "string" || !/^0x([0-9a-fA-F]{2})*$/.test(signature))
    return refuse("signature: is no bytes");
  if (typeof domain !== "object" || domain === null) return refuse("domain: missing");
  for (const member of ["name", "version", "chainId", "verifyingContract"]) {
    if (typeof (domain as Record<string, unknown>)[member] !== "string") return refuse(`domain.${member}: is no text`);
  }
  try {
    TypedDataEncoder.from({ ...MESSAGES[name] }).encode(message as Record<string, unknown>);
  } catch (error) {
    return refuse(`message: is no ${name}: ${(error as Error).message.replace(/ \(.*$/s, "")}`);
  }
  return {
    format: SIGNED_FORMAT,
    says: String(says),
    domain: domain as SignedMessage["domain"],
    primaryType: name,
    types: MESSAGES[name],
    message: plainTyped(MESSAGES[name], name, message) as SignedMessage["message"],
    signer: getAddress(signer),
    signature,
  };
}

/**
 * Checks that a message is for this chain and contract, was signed by whom it says, can still be submitted, and was not used.
 *
 * @throws ActError saying what is wrong.
 */
export async function requireGood(chain: ActChain, signed: SignedMessage, file: string): Promise<void> {
  const refuse = (why: string): never => {
    throw new ActError(`${file}: ${why}; nothing was sent`);
  };
  const domain = plainDomain(await domainOf(chain.notes));
  if (signed.domain.chainId !== domain.chainId) {
    refuse(`was signed for chain ${signed.domain.chainId}, and this is chain ${domain.chainId}`);
  }
  if (!sameAddress(signed.domain.verifyingContract, domain.verifyingContract)) {
    refuse(
      `was signed for the contract ${signed.domain.verifyingContract}, and the notes are at ${domain.verifyingContract}`,
    );
  }
  if (signed.domain.name !== domain.name || signed.domain.version !== domain.version) {
    refuse(`was signed for "${signed.domain.name}" ${signed.domain.version}, not "${domain.name}" ${domain.version}`);
  }
  if (!(await isSignedBy(chain, signed))) {
    refuse(`is not signed by ${signed.signer}: it was changed after it was signed, or another key signed it`);
  }
  const { nonce, deadline } = limitsOf(signed);
  const { timestamp } = (await chain.provider.getBlock("latest")) ?? { timestamp: 0 };
  if (deadline < BigInt(timestamp)) {
    refuse(
      `SignatureExpired: could be submitted until ${momentInProse(deadline)}, and it is ${momentInProse(BigInt(timestamp))}; ask for a new one`,
    );
  }
  if (await chain.notes.isNonceUsed(signed.signer, nonce)) {
    refuse(
      `NonceUsed: nonce ${nonce} of ${signed.signer} is used: this was submitted before, or cancelled; ask for a new one`,
    );
  }
}

/** A signature as the contract takes it. */
export function signatureArgument(signed: SignedMessage): SignatureArgument {
  return { ...limitsOf(signed), signature: signed.signature };
}

function limitsOf({ message }: SignedMessage): { nonce: bigint; deadline: bigint } {
  return { nonce: BigInt(message["nonce"] as string), deadline: BigInt(message["deadline"] as string) };
}

async function isSignedBy({ provider }: ActChain, signed: SignedMessage): Promise<boolean> {
  const { primaryType, domain, message, signer, signature } = signed;
  const types: Record<string, TypedDataField[]> = { ...MESSAGES[primaryType] };
  try {
    if (sameAddress(verifyTypedData(domain, types, message, signature), signer)) return true;
  } catch {
    // no signature of a key; a contract may still take it
  }
  if ((await provider.getCode(signer)) === "0x") return false;
  const digest = TypedDataEncoder.hash(domain, types, message);
  const { Interface } = await import("ethers");
  const abi = new Interface(["function isValidSignature(bytes32 digest, bytes signature) view returns (bytes4)"]);
  const answer = await provider
    .call({ to: signer, data: abi.encodeFunctionData("isValidSignature", [digest, signature]) })
    .catch(() => "0x");
  return answer.startsWith(ERC1271);
}

function plainDomain({ name, version, chainId, verifyingContract }: TypedDataDomain): SignedMessage["domain"] {
  return {
    name: name ?? "",
    version: version ?? "",
    chainId: String(chainId),
    verifyingContract: verifyingContract ?? "",
  };
}

/**
 * A message in the one spelling that is shown and submitted. What is signed knows numbers and addresses in any spelling, takes any value that is
 * not empty for true, and passes over members it has no type for; nobody must be shown another figure than the contract is given.
 */
function plainTyped(
  types: Readonly<Record<string, readonly TypedDataField[]>>,
  type: string,
  value: unknown,
): PlainValue {
  const members = types[type];
  if (members !== undefined) {
    const given = value as Readonly<Record<string, unknown>>;
    return Object.fromEntries(members.map(({ name, type: inner }) => [name, plainTyped(types, inner, given[name])]));
  }
  if (type === "bool") return Boolean(value);
  const text = value as string;
  if (type === "address") return getAddress(text);
  return type.includes("int") ? String(getBigInt(text)) : text.toLowerCase();
}

/** Members of a message as JSON holds them. */
export function plainMembers(value: object): Record<string, PlainValue> {
  return Object.fromEntries(Object.entries(value).map(([name, each]: [string, unknown]) => [name, plainValue(each)]));
}

function plainValue(value: unknown): PlainValue {
  if (typeof value === "bigint" || typeof value === "number") return String(value);
  if (typeof value === "object" && value !== null) return plainMembers(value);
  return value as string | boolean;
}
