import type { TypedDataDomain, TypedDataField } from "ethers";
import { AbiCoder, concat, id as hash, keccak256, TypedDataEncoder } from "ethers";

/** A type that messages are made of, as EIP-712 writes it. */
export const TERMS =
  "Terms(address borrower,address attestor,address currency,address calendar,address registry,address stock," +
  "uint96 principal,uint32 rate,uint32 overdueRate,uint8 overdueBase,uint8 dayCount,bool prepaymentAllowed," +
  "bool extendDeadlines,bool affiliatesFree,uint24 dated,uint24 maturity,uint16 graceDays,uint16 dismissalDays," +
  "uint16 judgmentDays,uint24 convertibleAfter,uint24 convertibleUntil,uint96 priceNumerator,uint32 priceDenominator," +
  "bytes32 document,bytes32 termSheet,uint24 predecessorDated,uint96 predecessorPrincipal)";
export const FACTORS =
  "Factors(uint64 splitNumerator,uint64 splitDenominator,uint64 distributionNumerator,uint64 distributionDenominator)";
export const STATE =
  "NoteState(address holder,address obligor,uint256 principal,int256 carried,uint256 charges,int256 overdueCarried)";

/** Every message, written out: itself, then what it is made of by the alphabet. */
export const sentences = {
  MakeNote:
    "MakeNote(Terms terms,address lender,bool againstPayment,Factors stock,uint256 nonce,uint256 deadline)" +
    FACTORS +
    TERMS,
  ConsentToTransfer:
    "ConsentToTransfer(uint256 note,address to,uint24 until,NoteState state,uint256 nonce,uint256 deadline)" + STATE,
  TransferNote: "TransferNote(uint256 note,address to,NoteState state,uint256 nonce,uint256 deadline)" + STATE,
  AcceptAssignment:
    "AcceptAssignment(uint256 note,address assignee,NoteState state,uint256 nonce,uint256 deadline)" + STATE,
  AssignNote: "AssignNote(uint256 note,address to,NoteState state,uint256 nonce,uint256 deadline)" + STATE,
  NovateNote:
    "NovateNote(uint256 note,NoteState state,Terms replacement,Factors stock,address signer,uint256 nonce," +
    "uint256 deadline)" +
    FACTORS +
    STATE +
    TERMS,
} as const;

/** Name of a message. */
export type MessageName = keyof typeof sentences;

/** The members of a message or of a type within it. */
export type Values = Readonly<Record<string, unknown>>;

/** A signature as the contract takes it. */
export interface Signed {
  readonly nonce: bigint;
  readonly deadline: bigint;
  readonly signature: string;
}

/** Types of a sentence, by name, the message's own first. */
export function typesOf(sentence: string): Record<string, TypedDataField[]> {
  const types: Record<string, TypedDataField[]> = {};
  for (const [, name = "", members = ""] of sentence.matchAll(/(\w+)\(([^)]*)\)/g)) {
    types[name] = members.split(",").map((member) => {
      const [type = "", called = ""] = member.split(" ");
      return { name: called, type };
    });
  }
  return types;
}

/** The sentence a type is hashed by: itself, then every type it refers to by the alphabet. */
export function encodeType(types: Readonly<Record<string, readonly TypedDataField[]>>, name: string): string {
  const write = (type: string) => `${type}(${(types[type] ?? []).map((m) => `${m.type} ${m.name}`).join(",")})`;
  const others = Object.keys(types)
    .filter((type) => type !== name)
    .sort();
  return [name, ...others].map(write).join("");
}

/** Hash of a type's values, put together by hand. */
export function structHash(sentence: string, values: Values): string {
  const types = typesOf(sentence);
  const [name = ""] = Object.keys(types);
  const members = types[name] ?? [];
  const nested = (type: string) => (type === "Terms" ? TERMS : type === "Factors" ? FACTORS : STATE);
  const words = members.map(({ name: called, type }) =>
    type in types ? structHash(nested(type), values[called] as Values) : values[called],
  );
  const plain = members.map(({ type }) => (type in types ? "bytes32" : type));
  return keccak256(AbiCoder.defaultAbiCoder().encode(["bytes32", ...plain], [hash(sentence), ...words]));
}

/** Hash of a domain, put together by hand. */
export function domainHash({ name, version, chainId, verifyingContract }: TypedDataDomain): string {
  const type = hash("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)");
  return keccak256(
    AbiCoder.defaultAbiCoder().encode(
      ["bytes32", "bytes32", "bytes32", "uint256", "address"],
      [type, hash(name ?? ""), hash(version ?? ""), chainId, verifyingContract],
    ),
  );
}

/** What is signed, put together by hand. */
export function digestOf(domain: TypedDataDomain, name: MessageName, values: Values): string {
  return keccak256(concat(["0x1901", domainHash(domain), structHash(sentences[name], values)]));
}

/** What is signed, by ethers. */
export function digestByEthers(domain: TypedDataDomain, name: MessageName, values: Values): string {
  return TypedDataEncoder.hash(domain, typesOf(sentences[name]), values);
}
