import { expect } from "chai";
import type { AddressLike } from "ethers";
import { AbiCoder, id as hashOf, toBeHex, zeroPadValue } from "ethers";

import type { NoteCertificate } from "../../typechain-types/lens/NoteCertificate.ts";
import type { NoteRecord } from "../../src/chain/foldEvents.ts";
import type { OddMetadata } from "../../typechain-types/mocks/OddMetadata.ts";
import type { GivenNotes } from "./notes.ts";
import { fieldsOf } from "./vocabulary.ts";
import type { Terms } from "./world.ts";

/** One attribute of ERC-721 metadata. */
export interface Attribute {
  readonly trait_type: string;
  readonly display_type?: string;
  readonly value: string | number;
}

/** A certificate, decoded. */
export interface Certificate {
  readonly uri: string;
  readonly name: string;
  readonly description: string;
  readonly svg: string;
  readonly attributes: readonly Attribute[];
  /** The value of an attribute; undefined if there is none. */
  readonly of: (trait: string) => string | number | undefined;
  /** The lines of text in the picture, unescaped, from the top. */
  readonly lines: readonly string[];
  /** The title and the description in the picture. */
  readonly spoken: readonly string[];
}

const JSON_PREFIX = "data:application/json;base64,";
const SVG_PREFIX = "data:image/svg+xml;base64,";
const ENTITIES: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&#39;": "'" };

/** How `OddMetadata` behaves. */
export const manners = { answer: 0, refuse: 1, burnGas: 2, flood: 3 } as const;

/** Deploys what writes certificates. */
export async function deployCertificate(given: GivenNotes): Promise<NoteCertificate> {
  return await given.connection.ethers.deployContract("NoteCertificate");
}

/** The certificate of a note; each part of it is as strict a reader's parser takes it. */
export async function readCertificate(by: NoteCertificate, notes: AddressLike, id: bigint): Promise<Certificate> {
  const uri = await by.certificateOf(notes, id);
  const json = JSON.parse(decode(uri, JSON_PREFIX)) as Omit<Certificate, "svg"> & { image: string };
  expect(Object.keys(json)).to.deep.equal(["name", "description", "image", "attributes"]);
  const svg = decode(json.image, SVG_PREFIX);
  const { name, description, attributes } = json;
  const of = (trait: string) => attributes.find(({ trait_type }) => trait_type === trait)?.value;
  const lines = texts(svg, /<text [^<>]*>([^<>]*)<\/text>/g);
  const spoken = texts(svg, /<(?:title|desc) [^<>]*>([^<>]*)<\/(?:title|desc)>/g);
  return { uri, name, description, attributes, svg, of, lines, spoken };
}

/** Lets a stand-in say what the notes say of a note, but for what is given. */
export async function sayNote(
  elsewhere: OddMetadata,
  given: GivenNotes,
  id: bigint,
  terms: Partial<Terms>,
  record: Partial<NoteRecord> = {},
): Promise<void> {
  const { interface: abi } = given.notes;
  const [made, making] = await given.notes.termsOf(id);
  const answers = {
    termsOf: [{ ...fieldsOf(made), ...terms }, making],
    recordOf: [{ ...fieldsOf(await given.notes.recordOf(id)), ...record }],
  };
  for (const name of ["termsOf", "recordOf"] as const) {
    await elsewhere.say(abi.getFunction(name).selector, abi.encodeFunctionResult(name, answers[name] as never));
  }
}

/** A date as a certificate writes it, by JavaScript's own calendar. */
export function longDate(iso: string): string {
  return new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${iso}T12:00:00Z`));
}

/** Noon UTC of a date, in seconds. */
export function noonOf(iso: string): number {
  return Date.parse(`${iso}T12:00:00Z`) / 1000;
}

/** Puts commas between the thousands of a plain decimal. */
export function grouped(decimal: string): string {
  const [whole = "", ...fraction] = decimal.split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}

/** The selector of a function without arguments. */
export function selector(name: string): string {
  return hashOf(`${name}()`).slice(0, 10);
}

/** A string as the ABI encodes what a function returns. */
export function encoded(text: string): string {
  return AbiCoder.defaultAbiCoder().encode(["string"], [text]);
}

/** A number as one word. */
export function word(value: bigint | number): string {
  return zeroPadValue(toBeHex(value), 32);
}

function decode(uri: string, prefix: string): string {
  expect(uri.slice(0, prefix.length)).to.equal(prefix);
  const bytes = Buffer.from(uri.slice(prefix.length), "base64");
  expect(bytes.toString("base64")).to.equal(uri.slice(prefix.length));
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function texts(svg: string, pattern: RegExp): string[] {
  return [...svg.matchAll(pattern)].map(([, text = ""]) =>
    text.replace(/&[^;]*;/g, (entity) => ENTITIES[entity] ?? "?"),
  );
}
